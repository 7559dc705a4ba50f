"""The thesaurus that ships: terms are unique, useful and not circular."""

import pytest

from bot.archive.thesaurus import Subject
from tests.data.shipped import term, thesaurus

SUBJECTS = thesaurus().subjects

each_subject = pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.term)


def test_there_are_enough_subjects() -> None:
    assert 40 <= len(SUBJECTS) <= 80


def test_preferred_terms_are_unique() -> None:
    preferred = [term(subject.term) for subject in SUBJECTS]
    assert len(set(preferred)) == len(preferred)


@each_subject
def test_subject_has_other_and_narrower_terms(subject: Subject) -> None:
    assert subject.other
    assert subject.narrower


@each_subject
def test_no_term_stands_twice_in_a_subject(subject: Subject) -> None:
    terms = [term(each) for each in (subject.term, *subject.other, *subject.narrower)]
    assert [each for each in set(terms) if terms.count(each) > 1] == []


@each_subject
def test_terms_are_short(subject: Subject) -> None:
    assert [each for each in (*subject.other, *subject.narrower) if len(each.split()) > 5] == []


def test_no_subject_is_narrower_than_itself() -> None:
    narrower = {term(subject.term): {term(each) for each in subject.narrower} for subject in SUBJECTS}
    for subject, below in narrower.items():
        reached = {subject}
        waiting = below & narrower.keys()
        while waiting:
            assert subject not in waiting, f"{subject} stands below itself"
            reached |= waiting
            waiting = set().union(*(narrower[each] for each in waiting)) & narrower.keys() - reached


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("rescue", "evacuation"),
        ("get out", "evacuation"),
        ("Starvation", "hunger"),
        ("bunkers", "shelters"),
        ("kids", "children"),
        ("prisoner swap", "prisoner exchange"),
        ("helicopter", "helicopters"),
        ("shelling", "bombardment"),
        ("capitulation", "surrender"),
    ],
)
def test_other_terms_lead_to_the_subject(asked: str, subject: str) -> None:
    found = thesaurus().subject_of(asked)
    assert found is not None
    assert found.term == subject
