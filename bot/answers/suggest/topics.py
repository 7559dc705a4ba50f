"""Suggesting subjects of the thesaurus, by their preferred terms and by all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.answers.language import Language
from bot.answers.suggest.finding import with_every_word, within_slips
from bot.answers.suggest.model import MOST, Suggestion
from bot.archive.archive import Archive
from bot.archive.directory import Prefixes
from bot.archive.records import Viewer
from bot.archive.thesaurus import Subject, Thesaurus
from bot.reading.people.keys import name_key


@dataclass(frozen=True, slots=True)
class Term:
    """One way of saying a subject; `kind` 0 is the preferred term, 1 another one, 2 a narrower one."""

    words: str
    subject: str
    kind: int


class Topics:
    """The subjects of a thesaurus, made ready to be found by half a term."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._terms = [term for subject in thesaurus.subjects for term in _terms_of(subject)]
        keys = [name_key(term.words) for term in self._terms]
        self._whole = Prefixes(sorted((key, number) for number, key in enumerate(keys)))
        self._words = Prefixes(sorted({(word, number) for number, key in enumerate(keys) for word in key.split()}))

    async def suggest(self, archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
        """The subjects that may be meant and that there are quotations under, with the number of these."""
        counts = (await archive.listed_subjects(viewer)).quotations
        return [
            Suggestion(_label(term), term.subject, language.counted(number, "{n} quotation", "{n} quotations"))
            for term, number in self._counted(typed, counts)
        ]

    async def suggest_counted(
        self, archive: Archive, typed: str, viewer: Viewer, language: Language
    ) -> list[Suggestion]:
        """The subjects that may be meant and that there are figures under, with the number of these."""
        counts = (await archive.listed_subjects(viewer)).figures
        return [
            Suggestion(_label(term), term.subject, language.counted(number, "{n} figure", "{n} figures"))
            for term, number in self._counted(typed, counts)
        ]

    async def suggest_dated(self, archive: Archive, typed: str, viewer: Viewer, language: Language) -> list[Suggestion]:
        """The subjects that may be meant and that dated passages name, with the number of these, as no names."""
        counts = (await archive.listed_subjects(viewer)).dates
        return [
            Suggestion(_label(term), f'"{term.subject}"', language.say("{n} dated", n=language.number(number)))
            for term, number in self._counted(typed.strip('"'), counts)
        ]

    def _counted(self, typed: str, counts: Mapping[str, int]) -> list[tuple[Term, int]]:
        terms = self._found(typed, counts) if typed else self._most(counts)
        return [(term, counts[term.subject]) for term in terms[:MOST]]

    def _most(self, counts: Mapping[str, int]) -> list[Term]:
        preferred = (term for term in self._terms if term.kind == 0 and term.subject in counts)
        return sorted(preferred, key=lambda term: (-counts[term.subject], term.subject))

    def _found(self, typed: str, counts: Mapping[str, int]) -> list[Term]:
        """For each subject the first term by which it is found."""
        key = name_key(typed.partition(" · ")[0].partition(" (")[0])
        if not key:
            return []
        words = key.split()
        first: dict[str, Term] = {}
        for numbers in (self._whole.exactly(key), self._whole.beginning(key), with_every_word(self._words, words)):
            self._take(first, numbers, counts)
        if not first:
            self._take(first, within_slips(self._words, words), counts)
        return list(first.values())

    def _take(self, first: dict[str, Term], numbers: set[int], counts: Mapping[str, int]) -> None:
        terms = (self._terms[number] for number in numbers)
        fitting = (term for term in terms if term.subject in counts)
        for term in sorted(fitting, key=lambda term: (term.kind, -counts[term.subject], term.subject, term.words)):
            first.setdefault(term.subject, term)


def _terms_of(subject: Subject) -> Iterator[Term]:
    for kind, terms in enumerate(((subject.term,), subject.other, subject.narrower)):
        yield from (Term(words, subject.term, kind) for words in terms)


def _label(term: Term) -> str:
    """The preferred term, with the one that was found behind it where that does not say the same."""
    return term.subject if name_key(term.subject).startswith(name_key(term.words)) else f"{term.subject} ({term.words})"
