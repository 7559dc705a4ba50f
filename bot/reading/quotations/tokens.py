"""Words of a sentence as the frames around quotations need them: names and quotations count as one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.reading.model import Mention
from bot.reading.quotations.stretches import Stretch

TokenKind = Literal["word", "name", "number", "stop", "possessive", "quotation"]

_TOKEN = re.compile(
    r"(?P<possessive>['’]s?(?![^\W_]))|(?P<word>[^\W\d_]\w*(?:[-'’.&/]\w+)*)|(?P<number>\d+(?:[.,:/]\d+)*[\w-]*)|(?P<stop>[^\w\s])"
)
# Somebody under a letter, which is no article: Witness A, Soldier A.
_CODED = re.compile(r"\b(?:Witness|Prisoner|Soldier|Patient|Detainee|Officer|Victim|Source|Child|Subject)\s$")
_LONGEST_CODE = 12
_OWNER = re.compile(r"['’][sS]$")
_CONTRACTED = re.compile(r"(he|she|it|they|we|i|you|who|that|there)['’](?:s|d|ll|ve|re|m)$", re.IGNORECASE)


class Token(NamedTuple):
    """One word, name, figure, stop, possessive ending or quotation; `at` is the index of the person or stretch."""

    kind: TokenKind
    start: int
    end: int
    word: str
    capital: bool = False
    at: int = -1


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the index of its person, in the order of the text."""

    mention: Mention
    person: int


def tokenise(
    text: str, start: int, end: int, stretches: Sequence[tuple[int, Stretch]], named: Sequence[Named]
) -> list[Token]:
    """The tokens from `start` to `end`; `stretches` (with their indices) and `named` are those that lie there."""
    loud = text[start:end].isupper()
    tokens: list[Token] = []
    blocks = _blocks(stretches, named)
    at = start
    for block in blocks:
        if block.start < at:
            continue
        tokens.extend(_plain(text, at, block.start, loud))
        tokens.append(block)
        at = block.end
    tokens.extend(_plain(text, at, end, loud))
    return tokens


def _blocks(stretches: Sequence[tuple[int, Stretch]], named: Sequence[Named]) -> list[Token]:
    """Quotations and names as single tokens, a quotation before the names in it."""
    blocks = [Token("quotation", s.outer.start, s.outer.end, "", at=k) for k, s in stretches]
    blocks += [Token("name", n.mention.start, n.mention.end, n.mention.text, True, n.person) for n in named]
    return sorted(blocks, key=lambda block: (block.start, -block.end))


def _plain(text: str, start: int, end: int, loud: bool) -> list[Token]:
    """The words between names and quotations; in a headline all in capitals a capital tells nothing.

    A tenth of all reading is done here: hence one list, and no look for what a word of letters alone cannot hold.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind, word = match.lastgroup, match.group()
        begins, ends = match.span()
        if kind == "word":
            capital = not loud and word[0].isupper()
            if word.isalpha():
                if word == "A" and _CODED.search(text, max(start, begins - _LONGEST_CODE), begins):
                    word = "A."
                tokens.append(Token("word", begins, ends, word.casefold(), capital))
            elif "'" in word or "’" in word:
                tokens.extend(_word(begins, word, capital))
            else:
                tokens.append(Token("word", begins, ends, word.casefold(), capital))
        elif kind == "possessive":
            tokens.append(Token("possessive", begins, ends, word))
        elif kind == "number":
            tokens.append(Token("number", begins, ends, word))
        elif not (word == "." and text[begins - 1 : begins].isalpha() and ends < end):
            tokens.append(Token("stop", begins, ends, word))
    return tokens


def _word(start: int, word: str, capital: bool) -> Iterator[Token]:
    """A word, its possessive ending apart; "he's" and "they'd" count as "he" and "they"."""
    contracted = _CONTRACTED.match(word)
    if contracted:
        yield Token("word", start, start + contracted.end(1), contracted[1].casefold(), capital)
        return
    owner = _OWNER.search(word)
    end = start + (owner.start() if owner else len(word))
    body = word[: owner.start()] if owner else word
    yield Token("word", start, end, body.casefold(), capital)
    if owner:
        yield Token("possessive", end, start + len(word), owner.group())
