"""What the words after a name tell: an age, "who", a description, a verb of speech; or a river, a state, a firm."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.reading.people.vocabulary import Vocabulary, fold

NEVER = -100.0
"""The weight of a sign that settles it: the name of a ship, an animal, a work."""

_AGE = re.compile(
    r"(?:,\s+|\s+\()(?:aged?\s+|now\s+|then\s+|who is\s+)?\d{1,2}(?:\)|,|\.(?!\d)|;|\s*[–—]|-year-old|(?=\s+and\b))"
    r"|\s+aged\s+\d{1,2}\b|,?\s+an?\s+\d{1,2}-year-old"
)
_YEARS = re.compile(r"(?:,\s+|\s+\()(?:aged?\s+)?(\d{1,2})(?=[,.;)])(?![.,]\d)")
_WHO = re.compile(r",?\s+(?:and\s+|[–—-]\s+)?who(?:m|se)?\b")
_INTRODUCED = re.compile(r",\s+(?:\d{1,2}\b|an?\s)")
_KNOWN_AS = re.compile(
    r"[,”\"’' ]{1,3}\s?as (?P<who>he|she|they|[^\W\d_a-z][\w’' -]{1,40}?)"
    r" (?:is|was|were|are) (?:\w+ )?(?:known|called)\b"
)
# "“Fox”, as the neighbours called her"
_AS_CALLED = re.compile(r"[,”\"’' ]{1,3}\s?as (?:[\w'’-]+ ){1,4}call(?:s|ed)? (?:him|her)\b")
# "Umm Emil, as everybody in the street calls Ana Marsh"
_AS_NAME_CALLED = re.compile(r"[,”\"’' ]{1,3}\s?as (?:[a-z'’-]+ ){1,8}call(?:s|ed)? (?=[^\W\d_a-z])")
_REAL_NAME = re.compile(
    r",?\s+(?:whose (?:(?:real|full|given) )?name (?:is|was|turned out to be|proved to be)"
    r"|(?:his|her) (?:real|full|given) name (?:is|was)|real name:?|born)\s+(?=[^\W\d_a-z])"
)
# "Marsh, the baker, was killed", "Marsh's body", "Marsh (1950-2011)"
_DEAD = re.compile(
    r"(?:,[^,.]{1,50})?,?\s+(?:who\s+)?(?:had\s+|has\s+)?(?:later\s+)?"
    r"(?:died|(?:was|were|been)\s+(?:shot dead|killed|murdered|executed|found dead|hanged|buried|beheaded))\b"
    r"|['’]s?\s+(?:body|remains|funeral|grave|coffin|corpse|murder|killers?)\b"
)
_POSSESSIVE = re.compile(r"['’`]s?\s+")
_CLAUSE_END = re.compile(r"[,.;:()“”\"–—_]")
_CLOSING = re.compile(r"[,”\"’']{1,3}(?=\s)")


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a name."""

    weight: float = 0.0
    speech: bool = False
    known_as: Literal["pronoun", "name"] | None = None
    introduced: bool = False
    described: bool = False
    comma: bool = False
    vocative: bool = False
    dead: bool = False
    age: int | None = None


def read_after(after: str, vocabulary: Vocabulary) -> After:
    """The signs in a stretch of text that begins where a name ends."""
    found = _read(after, vocabulary)
    if aged := _YEARS.match(after):
        found = replace(found, age=int(aged.group(1)))
    return replace(found, dead=True) if _DEAD.match(after) else found


def _read(after: str, vocabulary: Vocabulary) -> After:
    if not after:
        return After()
    first = after[0]
    if first == ",":
        return _after_comma(after, vocabulary)
    if first in "'’`":
        return _after_possessive(after, vocabulary)
    if first in '”"!?':
        return _after_mark(after)
    if not first.isspace():
        return After()
    weight = (3.0 if _AGE.match(after) else 0.0) + (1.0 if _WHO.match(after) else 0.0)
    words = after.split(None, 3)
    speech = _is_speech(words, vocabulary)
    if words and not speech:
        word = words[0].strip(",.;")
        if word in vocabulary.acts:
            weight += 0.5
        elif word in vocabulary.after_place or word in vocabulary.place_nouns:
            weight -= 3.0
    return After(weight=weight, speech=speech)


def _after_comma(after: str, vocabulary: Vocabulary) -> After:
    known = _known_as(after)
    weight = 4.0 if known else 0.0
    if _AGE.match(after):
        weight += 3.0
    if _WHO.match(after):
        weight += 3.0
    rest = after[1:].lstrip()
    clause = _CLAUSE_END.split(rest, maxsplit=1)[0].split()
    described = is_description(clause, vocabulary)
    if described:
        weight += 3.0
    elif _is_of_creature(clause, vocabulary):
        weight = NEVER
    elif clause and fold(clause[0]) in vocabulary.places and len(clause) < 3:
        weight -= 3.0
    speech = _is_speech(clause, vocabulary)
    introduced = _INTRODUCED.match(after) is not None
    return After(weight, speech, known, introduced, described, comma=True, vocative=True)


def _after_mark(after: str) -> After:
    """The signs behind a name that ends with its mark: “Fox,” as he is known; “Fox”, who is thirty."""
    known = _known_as(after)
    closing = _CLOSING.match(after)
    who = closing is not None and "," in closing.group() and _WHO.match(after, closing.end()) is not None
    weight = (4.0 if known else 0.0) + (3.0 if who else 0.0)
    return After(weight=weight, known_as=known, vocative=after[0] in "!?")


def _known_as(after: str) -> Literal["pronoun", "name"] | None:
    """Whether "as she is known", "as Ana Marsh is known" or "whose real name is Ana Marsh" follows."""
    match = _KNOWN_AS.match(after)
    if match is None and _AS_CALLED.match(after):
        return "pronoun"
    if match is None:
        return "name" if _REAL_NAME.match(after) or _AS_NAME_CALLED.match(after) else None
    return "pronoun" if match["who"] in ("he", "she", "they") else "name"


def _after_possessive(after: str, vocabulary: Vocabulary) -> After:
    match = _POSSESSIVE.match(after)
    if match is None:
        return _after_mark(after)
    words = after[match.end() :].split(None, 2)[:2]
    belongs = any(word.strip(",.;:") in vocabulary.belongings for word in words)
    return After(weight=1.5 if belongs else 0.0)


def _is_speech(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a verb of speech comes next: "said", "has often said"."""
    for word in words[:3]:
        plain = word.strip(",.;:")
        if plain in vocabulary.speech:
            return True
        if plain not in vocabulary.between:
            return False
    return False


def _is_of_creature(clause: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a clause behind a comma tells of an animal, a ship, a work: "Ana Marsh's spaniel", "a Labrador that"."""
    head = ""
    for word in clause[:6]:
        if word.lower() in vocabulary.head_ends:
            break
        head = word.lower()
    determined = clause and (
        clause[0].lower() in vocabulary.determiners or any(word.endswith(("'s", "’s")) for word in clause[:4])
    )
    return bool(determined) and head in vocabulary.creatures


def is_description(clause: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a clause behind a comma says who somebody is: "a retired teacher", "head of the Oslo office"."""
    if not clause:
        return False
    first = clause[0].lower()
    if first == "one" and clause[1:2] != ["of"]:
        return False
    owned = clause[0].endswith(("'s", "’s"))
    bare = first not in vocabulary.determiners and not owned
    if bare and (not clause[0][0].islower() or first in vocabulary.acts):
        return False
    plural = first == "one"
    for at, word in enumerate(clause[:8]):
        plain = word.lower()
        if plain in vocabulary.head_ends and at and not (plural and at == 1):
            return False
        if plain in vocabulary.nouns or (plural and plain.removesuffix("s") in vocabulary.nouns):
            following = clause[at + 1] if at + 1 < len(clause) else "of"
            return not bare or (following in vocabulary.head_ends and following != "and")
    return False
