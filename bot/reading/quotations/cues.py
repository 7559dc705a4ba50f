"""Cue words: the verbs and frames by which a text says that somebody says something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.reading.lexicon import lexicon, words

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word form is as a cue. `form` is "base", "s", "past", "ing" or "participle".

    `says`: takes words or their content; `beside`: only where the marks stand next to it; `names`: puts a name on
    something; `reports`: makes reported speech; `needs_clause`: reports only where a clause follows.
    """

    lemma: str
    form: str
    says: bool
    beside: bool
    names: bool
    reports: bool
    needs_clause: bool


@cache
def cue_table() -> dict[str, Cue]:
    """Every form of every verb of saying, lower case, with what it does."""
    classes = {key: words("speech", key) for key in ("say", "beside", "name", "report", "report_with_clause")}
    table: dict[str, Cue] = {}
    for lemma in sorted(classes["say"] | classes["beside"] | classes["name"] | classes["report"]):
        for form, kind in _forms(lemma):
            table.setdefault(
                form,
                Cue(
                    lemma,
                    kind,
                    says=lemma in classes["say"],
                    beside=lemma in classes["beside"],
                    names=lemma in classes["name"],
                    reports=lemma in classes["report"],
                    needs_clause=lemma in classes["report_with_clause"],
                ),
            )
    return table


def _forms(lemma: str) -> list[tuple[str, str]]:
    """The forms of a verb: listed ones where it is irregular, else by the rules of spelling."""
    listed = lexicon("speech")["irregular"].get(lemma)
    if listed is not None:
        own = "past" if lemma in listed else "base"
        return [(lemma, own), *((form, _kind(form, lemma)) for form in listed)]
    return [(lemma, "base"), (_with_s(lemma), "s"), (_with_ed(lemma), "past"), (_with_ing(lemma), "ing")]


def _kind(form: str, lemma: str) -> str:
    if form.endswith("ing") and len(form) > len(lemma):
        return "ing"
    if form.endswith("s") and form[:2] == lemma[:2]:
        return "s"
    return "participle" if form.endswith(("en", "ung", "orn")) else "past"


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _with_ing(lemma: str) -> str:
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else lemma + "ing"


@cache
def said_pattern() -> re.Pattern[str]:
    """A finite verb of saying that can stand in a speaker's tag, as a pattern without borders."""
    forms = sorted(form for form, cue in cue_table().items() if cue.says and cue.form in ("past", "s"))
    return re.compile("|".join(map(re.escape, forms)))


@cache
def _tag_pattern() -> re.Pattern[str]:
    verb = rf"(?:{said_pattern().pattern})\b"
    name = r"[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w’'.-]*){0,3}"
    return re.compile(
        rf"[,.!?…][\"”’»]?\s+(?:(?:he|she|they|I|{name})\s+(?:also\s|then\s|later\s)?{verb}"
        rf"|{verb}\s+(?:he|she|they|the|an?|{name})\b)"
    )


def frame_in_words(text: str, start: int, end: int) -> int | None:
    """Where a speaker's tag begins (", she said") between two offsets: the offset past its comma; None if nowhere."""
    match = _tag_pattern().search(text, start, end)
    return None if match is None else match.start() + 1


@cache
def words_of_utterance() -> frozenset[str]:
    """Nouns for what is said or written ("statement", "letter")."""
    return words("speech", "utterances")


@cache
def bearers_of_words() -> frozenset[str]:
    """Nouns for things that bear words ("sign", "plaque")."""
    return words("speech", "bearers")
