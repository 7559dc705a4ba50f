"""What quotations are asked for: a topic in somebody's words, widened by the thesaurus."""

from __future__ import annotations

from dataclasses import dataclass

from bot.archive.thesaurus import Subject, Thesaurus

PREFERRED, OTHER, NARROWER = 1.0, 0.8, 0.6
"""How much a term of a subject counts: the nearer to what was asked, the more."""


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


def topic_query(words: str, thesaurus: Thesaurus, speaker_id: str | None = None) -> QuotationQuery:
    """The query for a topic as typed: the subject that it names as a whole, else those named by parts of it."""
    whole = thesaurus.subject_of(words)
    subjects = (whole,) if whole else thesaurus.subjects_within(words)
    terms: dict[str, float] = {}
    for term in (term for subject in subjects for term in terms_of(subject, thesaurus)):
        terms[term.phrase] = max(term.weight, terms.get(term.phrase, 0.0))
    weighted = tuple(WeightedTerm(phrase, weight) for phrase, weight in terms.items())
    return QuotationQuery(words, tuple(subject.term for subject in subjects), weighted, speaker_id)


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
