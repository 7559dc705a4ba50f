"""A possible name, and what single words of one can be told to be."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.reading.people.candidates import Word
from bot.reading.people.vocabulary import Vocabulary

_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
_ARTICLE = re.compile("(?:al|el|an|ad|ar|as|at|az|ash|ul)-(?=..)")
_STATES = frozenset({"us", "un", "uk", "eu", "dc", "la", "ny"})
_ACCENTED = frozenset({"dona"})
_ALIKE = 4
"""Letters up to which a word with accents is taken for another than the title that it looks like without them."""
_SAINTS = frozenset({"st", "ste", "saint", "san", "santa", "sao", "santo", "sankt", "sveti", "sainte"})


class Name(NamedTuple):
    """A stretch that may be a name: its words, the title words before it, and where it stands."""

    start: int
    end: int
    words: tuple[Word, ...]
    title: tuple[Word, ...]
    passage: int
    opens: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.key for word in self.words)


def is_initial(word: Word) -> bool:
    """Whether the word is an initial or several ("J.", "R.T.", "J.-P."); "U.S." is not."""
    return _INITIAL.fullmatch(word.text) is not None and word.key not in _STATES


def without_article(key: str) -> str:
    """A folded word without the Arabic article: Tamimi for al-Tamimi, which accounts use by turns."""
    return _ARTICLE.sub("", key, count=1) if "-" in key[:4] else key


def is_acronym(word: Word) -> bool:
    """Whether a word is all capitals and no initial: an abbreviation, or a name written large."""
    return len(word.text) > 1 and word.text.isupper() and not is_initial(word)


def is_title(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word is a title; "Hòn" is not "Hon.", for all that accents are folded."""
    if not vocabulary.is_title(word.key):
        return False
    return word.text.isascii() or len(word.key) > _ALIKE or word.key in _ACCENTED or not word.key.isascii()


def is_saint(word: Word) -> bool:
    """Whether a word makes a saint, and so mostly a place, of what follows: "St. Petersburg", "San Remo"."""
    return word.key in _SAINTS
