"""Capitalised runs: stretches of text that could hold a name, word by word.

A run goes on over blanks and hard line breaks, particles ("de la", "van der", "bin"), the full stop of an
abbreviation or initial, a by-name in marks, and the comma before "Jr."; anything else ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.reading.document import Document
from bot.reading.people.vocabulary import Vocabulary, fold

LONGEST_RUN = 16
"""Words. A longer row of capitals is a list or a headline, and is cut."""

# Letters with what may stand inside a word unseen or above it: combining accents, soft hyphens, zero-width marks.
_IN = "[\\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_WORD = re.compile(
    rf"""(?<![\w@\#/&])(?<!\w[-'’])
    (?: (?:[A-ZÀ-ÞЀ-Я]\.-?){{1,4}}          # J.  R.T.  J.-P.  U.S.
      | (?:(?:al|el|an|ad|ar|as|at|az|ash|ul|ud|d|l|t|ibn|abu|bin|da)[-'’])?
        (?:[^\W\d_a-z]|ff(?=[a-z])){_IN}*(?:['’ʼ‘`-][^\W\d_]{_IN}*)* )""",
    re.VERBOSE,
)
# Words that begin in lower case and yet are names: al-Amin, d'Arcy, ffoulkes.
_PREFIXED = re.compile("[a-z]+[-'’]|ff")
# A party and a state: "R-Utica".
_PARTY = re.compile("[A-Z]-[A-Z]")
_PARTICLE = (
    r"(?:de|del|della|dello|degli|di|da|dal|dos|das|do|du|des|la|le|las|los|lo|van|von|vom|dem|der|den|het|ter|ten|te|zu|zum|zur"
    r"|bin|ben|bint|ibn|al|el|ul|ud|af|av|arap|ap|ould|und|['’]t|oglu|ogly|kyzy|qizi|y|e)"
)
_PARTICLES = re.compile(rf"\s{{1,9}}(?:{_PARTICLE}\s{{1,9}}){{1,3}}")
_BY_NAME = re.compile(
    r"""\s{1,9}(?:\(?(?:["“”„«‘']|``)(?P<marked>[^"“”„»«‘`()\n]{1,30}?)(?:["”“»’']|'')\)?|\((?P<bracketed>[^\W\d_]{2,14})\))"""
    r"""\s{1,9}(?=[^\W\d_a-z])"""
)
# Compounds that are adjectives, not names: "Oslo-based", "Azov-held", "Dunkirk-style".
_COMPOUND = re.compile(
    r"-(?:[a-z]+ed|style|led|born|era|like|wide|held|made|run|class|speaking|type|size|bound|going|friendly|year|old|the|and|or|in|to)$"
)
_SHORTEST_SHOUT = 4
"""Letters of a word in capitals on a new line, which begins a dateline or heading: "By Ana Ruiz | OSTREL, ..."."""
# The labels of question and answer.
_LABELS = frozenset({"Q.", "A."})
_POSSESSIVE = re.compile("['’ʼ`][sS]$|(?<=[sS])['’]$")
# Pronouns and adverbs with a verb drawn in: "He’d", "There's".
_CONTRACTED = re.compile(
    r"(?:i|he|she|it|we|you|they|that|there|here|what|who|where|how)['’ʼ`](?:d|ll|ve|re|m|s)$", re.IGNORECASE
)
# The site, not an initial, behind "on": "he wrote on X. Marsh denied it".
_SITE = "X."
# Forms of address joined to the end of a name: "Mori-san", "Park-ssi", "Arzu-hanim".
_ADDRESS = re.compile("-(?:san|sama|kun|chan|sensei|ssi|nim|ji|bey|hanim|bhai|jan)$")


class Word(NamedTuple):
    """A capitalised word: its span without possessive, as written, folded, and what joins it to the word before."""

    start: int
    end: int
    text: str
    key: str
    gap: str
    owner: bool
    by_name: bool


class Run(NamedTuple):
    """Words that could hold a name; `passage` is the index of the passage they stand in."""

    words: tuple[Word, ...]
    passage: int


def find_runs(document: Document, vocabulary: Vocabulary) -> Iterator[Run]:
    """Every capitalised run of every passage, in the order of the text."""
    for number, passage in enumerate(document.passages):
        run: list[Word] = []
        by_name_until = -1
        for match in _WORD.finditer(document.text, passage.start, passage.end):
            word = _word(match, document.text[run[-1].end : match.start()] if run else "", by_name_until)
            if word is None:
                continue
            if run and (len(run) >= LONGEST_RUN or not _joins(run[-1], word, by_name_until, vocabulary)):
                yield Run(tuple(run), number)
                run = []
            if not run:
                word = word._replace(gap="", by_name=False)
                by_name_until = -1
            run.append(word)
            if word.end > by_name_until and (found := _BY_NAME.match(document.text, match.end())):
                by_name_until = _end_of_by_name(word, found, vocabulary)
        if run:
            yield Run(tuple(run), number)


def _word(match: re.Match[str], gap: str, by_name_until: int) -> Word | None:
    text = match.group()
    if not text[0].isupper() and not _PREFIXED.match(text):
        return None
    if "-" in text and (_COMPOUND.search(text) or _PARTY.match(text)):
        return None
    if text.isalpha():
        return Word(match.start(), match.end(), text, fold(text), gap, False, match.end() <= by_name_until)
    if _CONTRACTED.match(text):
        return None
    if text == _SITE and match.string.endswith("on ", 0, match.start()):
        text = text[:-1]
    owned = _POSSESSIVE.search(text)
    if owned:
        text = text[: owned.start()]
    if address := _ADDRESS.search(text):
        text = text[: address.start()]
    end = match.start() + len(text)
    return Word(match.start(), end, text, fold(text), gap, owned is not None, end <= by_name_until)


def _joins(last: Word, word: Word, by_name_until: int, vocabulary: Vocabulary) -> bool:
    gap = word.gap
    if last.owner or (last.text.endswith(".") and _begins_sentence(last, word, vocabulary)):
        return False
    if gap == " " or not gap:
        return True
    if len(gap) > 40:
        return False
    if gap.isspace():
        return "\n" not in gap or word.text.isupper() is last.text.isupper() or len(word.text) < _SHORTEST_SHOUT
    if last.start < by_name_until <= word.start or word.by_name or last.by_name:
        return True
    if gap[0] == "." and (last.key in vocabulary.abbreviated or last.key == "st"):
        return gap[1:].isspace() or gap == "."
    if gap[0] == "," and word.key in vocabulary.suffixes:
        return gap[1:].isspace()
    if word.key in vocabulary.epithets and gap.strip() == "the":
        return True
    return _PARTICLES.fullmatch(gap) is not None


def _begins_sentence(last: Word, word: Word, vocabulary: Vocabulary) -> bool:
    """Whether an initial is none of the name's: "vitamin C. The", "won the V.C. Surgeon Marsh", "Q. Mayor Marsh"."""
    if word.key in vocabulary.openers and word.key not in vocabulary.given:
        return True
    return (last.text.count(".") > 1 or last.text in _LABELS) and vocabulary.is_title(word.key)


def _end_of_by_name(before: Word, found: re.Match[str], vocabulary: Vocabulary) -> int:
    """Where a by-name ends that stands between two words of a name: “Doc”, (Dick); -1 where it is none."""
    if found["marked"] is not None:
        words = found["marked"].split()
        return found.end() if 0 < len(words) <= 3 and words[-1][:1].isupper() else -1
    key = fold(found["bracketed"])
    named = key in vocabulary.given or key in vocabulary.short_forms
    plain = before.key in vocabulary.given and key not in vocabulary.common and found["bracketed"].istitle()
    return found.end() if named or plain else -1
