"""The thesaurus of subjects: a preferred term, other terms for the same thing, and narrower ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from bot.archive.tables import check_keys, load_tables, text_in, texts_in
from bot.errors import SettingsError

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_LONGEST_TERM = 6
"""Words of a term that is looked for inside a longer topic."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject. Terms may be phrases; a narrower term may be a subject of its own."""

    term: str
    other: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All subjects, in the order of the file."""

    subjects: tuple[Subject, ...] = ()
    _by_term: Mapping[Words, Subject] = field(init=False, repr=False, compare=False)
    _by_any_term: Mapping[Words, Subject] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        preferred = {folded(subject.term): subject for subject in reversed(self.subjects)}
        other = {folded(term): subject for subject in reversed(self.subjects) for term in subject.other}
        narrower = {folded(term): subject for subject in reversed(self.subjects) for term in subject.narrower}
        object.__setattr__(self, "_by_term", {**other, **preferred})
        object.__setattr__(self, "_by_any_term", {**narrower, **other, **preferred})

    def subject_of(self, words: str) -> Subject | None:
        """The subject that `words` name: by its preferred term, else by another term for it, else by a narrower one.

        Case, accents and a plural s make no difference. A term that two subjects share gives the first.
        """
        return self._by_any_term.get(folded(words))

    def subjects_within(self, words: str) -> tuple[Subject, ...]:
        """The subjects whose preferred or other terms stand among `words`, in the order of the words."""
        asked = folded(words)
        stretches = (asked[at : at + length] for at in range(len(asked)) for length in range(_LONGEST_TERM, 0, -1))
        found = (self._by_term[stretch] for stretch in stretches if stretch in self._by_term)
        return tuple(dict.fromkeys(found))

    def named(self, term: str) -> Subject | None:
        """The subject with this very preferred term."""
        subject = self._by_term.get(folded(term))
        return subject if subject and subject.term == term else None


def folded(words: str) -> Words:
    """Words by which terms are compared: without case, accents and the s of a plural."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return tuple(_singular(word) for word in _WORD.findall(plain))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def load_thesaurus(path: Path) -> Thesaurus:
    """The thesaurus at `path`: `[[subject]]` tables with `term`, and lists `other` and `narrower`.

    Raises SettingsError, with one sentence naming the subject, for anything that cannot be used.
    """
    subjects = tuple(_subject(table, path.name) for table in load_tables(path, "subject"))
    terms = [folded(subject.term) for subject in subjects]
    for subject in subjects:
        if terms.count(folded(subject.term)) > 1:
            raise SettingsError(f"{path.name}: the subject “{subject.term}” stands in it more than once.")
    return Thesaurus(subjects)


def _subject(table: Mapping[str, Any], file: str) -> Subject:
    term = cast(str, text_in(table, "term", f"{file}, a subject", required=True))
    where = f"{file}, “{term}”"
    check_keys(table, ("term", "other", "narrower"), where)
    return Subject(term, texts_in(table, "other", where), texts_in(table, "narrower", where))
