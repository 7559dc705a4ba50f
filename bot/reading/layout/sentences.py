"""Where sentences end, within a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.reading.lexicon import words
from bot.reading.model import Passage, Sentence

# A full stop (or its kin), the closing marks that belong to it, then space, then something that can open a
# sentence: a capital, a figure, an opening mark or a dash of dialogue. Lower case never opens one.
# It starts where a run of stops starts, or a long run would be looked at once for each of its characters.
_END = re.compile(r"""(?<![.!?…])[.!?…]+["”’'»)\]]*(?=(\s+)["“‘'«„(\[–—-]*\s?[^\W_a-z])""")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_LONGEST_ABBREVIATION = 12


def split_sentences(text: str, passages: tuple[Passage, ...]) -> tuple[Sentence, ...]:
    """The sentences of every passage, in order; each passage has at least one."""
    found: list[Sentence] = []
    for number, passage in enumerate(passages):
        start = passage.start
        for end, following in _breaks(text, passage):
            found.append(Sentence(start, end, number))
            start = following
        found.append(Sentence(start, passage.end, number))
    return tuple(found)


def _breaks(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """(end of a sentence, start of the next) for every break inside the passage."""
    for match in _END.finditer(text, passage.start, passage.end):
        following = match.end(1)
        if following < passage.end and not _is_abbreviation(text, match, passage.start):
            yield match.end(), following


def _is_abbreviation(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether the stop belongs to the word before it ("Capt. Palamar", "Feb. 24", "J. Smith")."""
    if match.group() != ".":
        return False
    stop = match.start()
    last = _LAST_WORD.search(text, max(floor, stop - _LONGEST_ABBREVIATION), stop)
    if last is None:
        return False
    word = last.group().casefold()
    following = text[match.end(1)]
    if word in _months_and_numbers():
        return following.isdigit()
    if len(word) == 1 and last.group().isupper():
        return word != "i" and following.isupper()
    if word in _maybe_last():
        return not _opens_sentence(text, match.end(1))
    return word in _never_last()


def _opens_sentence(text: str, at: int) -> bool:
    """Whether what follows an abbreviation can only be a new sentence: an opening mark, or a word that opens one."""
    following = _FIRST_WORD.match(text, at)
    return following is None or following.group().casefold() in words("abbreviations", "openers")


@cache
def _months_and_numbers() -> frozenset[str]:
    return words("abbreviations", "months") | {"no", "nos", "p", "pp"}


@cache
def _maybe_last() -> frozenset[str]:
    return words("abbreviations", "maybe_last")


@cache
def _never_last() -> frozenset[str]:
    return words("abbreviations", "before_name") | (words("abbreviations", "inside") - _months_and_numbers())
