"""What quotations are asked for: a topic in somebody's words, widened by the thesaurus."""

from __future__ import annotations

from dataclasses import dataclass

from bot.archive.lookup.fts import telling_tokens
from bot.archive.thesaurus import Subject, Thesaurus, folded, plain_words

PREFERRED, OTHER, NARROWER = 1.0, 0.8, 0.6
"""How much a term of a subject counts: the nearer to what was asked, the more."""
_PLURALS = ("men", "people", "children", "police")
"""Plurals without an s."""


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """A word or phrase to look for, and how much it counts (0 to 1)."""

    phrase: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class QuotationQuery:
    """A topic: the words themselves, the subjects (preferred terms) that they name, and whose words are wanted.

    `terms` are what the subjects stand for, for archives that were not built with them.
    """

    words: str
    subjects: tuple[str, ...] = ()
    terms: tuple[WeightedTerm, ...] = ()
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """What figures are asked about: the words, and the subject (preferred term) that has them as one of its own terms.

    `alike` are those terms of the subject which are words for a state ("wounded", "hurt") that many can be in, and no
    plurals.
    """

    words: str
    subject: str | None = None
    alike: tuple[str, ...] = ()


def figure_query(words: str, thesaurus: Thesaurus) -> FigureQuery:
    """The query for figures about what was typed: a subject by one of its own terms, else the words as they stand.

    A narrower term, or a subject among other words, is no name for the whole: figures of it all would mislead.
    """
    subject = thesaurus.subject_of(words)
    terms = (subject.term, *subject.other) if subject else ()
    if subject is None or folded(words) not in {folded(term) for term in terms}:
        return FigureQuery(words)
    return FigureQuery(words, subject.term, tuple(term for term in terms if not _is_plural(term)))


def _is_plural(term: str) -> bool:
    return folded(term) != plain_words(term) or term.endswith(_PLURALS)


def topic_query(words: str, thesaurus: Thesaurus, speaker_id: str | None = None) -> QuotationQuery:
    """The query for a topic as typed: the subject that it names as a whole, else those named by parts of it."""
    whole = thesaurus.subject_of(words)
    subjects = (whole,) if whole else thesaurus.subjects_within(words)
    terms: dict[str, float] = {}
    for term in (term for subject in subjects for term in terms_of(subject, thesaurus)):
        terms[term.phrase] = max(term.weight, terms.get(term.phrase, 0.0))
    weighted = tuple(WeightedTerm(phrase, weight) for phrase, weight in terms.items())
    return QuotationQuery(words, tuple(subject.term for subject in subjects), weighted, speaker_id)


def passage_words(words: str, thesaurus: Thesaurus) -> tuple[tuple[str, ...], ...]:
    """What a passage about a topic holds a phrase of each of: the terms of the subject that the words name as a whole;
    else those of every subject that a part of them names, and each telling word beside these.
    """
    whole = thesaurus.subject_of(words)
    if whole:
        return (tuple(term.phrase for term in terms_of(whole, thesaurus)),)
    subjects = thesaurus.subjects_within(words)
    named = [tuple(term.phrase for term in terms_of(subject, thesaurus)) for subject in subjects]
    covered = {word for phrases in named for phrase in phrases for word in folded(phrase)}
    return (*named, *((token,) for token in telling_tokens(words) if covered.isdisjoint(folded(token))))


def terms_of(subject: Subject, thesaurus: Thesaurus) -> tuple[WeightedTerm, ...]:
    """Every term of a subject with its weight; a narrower term that is a subject brings its own other terms."""
    terms: dict[str, float] = {subject.term: PREFERRED}
    for other in subject.other:
        terms.setdefault(other, OTHER)
    for narrower in subject.narrower:
        terms.setdefault(narrower, NARROWER)
        own = thesaurus.named(narrower)
        for other in own.other if own else ():
            terms.setdefault(other, NARROWER * OTHER)
    return tuple(WeightedTerm(phrase, weight) for phrase, weight in terms.items())
