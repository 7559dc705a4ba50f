"""The thesaurus of subjects: a preferred term, other terms for the same thing, and narrower ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from bot.archive.tables import check_keys, flag_in, load_tables, text_in, texts_in
from bot.errors import SettingsError

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_LONGEST_TERM = 6
"""Words of a term that is looked for inside a longer topic."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject. Terms may be phrases; a narrower term may be a subject of its own.

    `graphic`: a reader may want to be warned of what speaks of it. `unless` holds phrases that speak of something
    else though they hold a term, and terms that are no reason to warn.
    """

    term: str
    other: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    graphic: bool = False
    unless: tuple[str, ...] = ()


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


def plain_words(text: str) -> Words:
    """The words of a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    # By its different characters, of which even a long text has few.
    accents = [ord(character) for character in set(plain) if unicodedata.combining(character)]
    return tuple(_WORD.findall(plain.translate(dict.fromkeys(accents)) if accents else plain))


def folded(words: str) -> Words:
    """Words by which terms are compared: without case, accents and the s of a plural."""
    return tuple(singular(word) for word in plain_words(words))


def singular(word: str) -> str:
    """The word without the s of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def load_thesaurus(path: Path) -> Thesaurus:
    """The thesaurus at `path`: `[[subject]]` tables with `term`, lists `other` and `narrower`, and where readers may
    want to be warned, `graphic = true` with a list `unless`.

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
    check_keys(table, ("term", "other", "narrower", "graphic", "unless"), where)
    graphic, unless = flag_in(table, "graphic", where), texts_in(table, "unless", where)
    if unless and not graphic:
        raise SettingsError(f"{where}: “unless” stands in graphic subjects only, those with “graphic = true”.")
    return Subject(term, texts_in(table, "other", where), texts_in(table, "narrower", where), graphic, unless)
