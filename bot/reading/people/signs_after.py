"""What the words after a name tell: an age, "who", a description, a verb of speech; or a river, a state, a firm."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.reading.people.vocabulary import Vocabulary, fold

NEVER = -100.0
"""The weight of a sign that settles it: the name of a ship, an animal, a work."""

_AGE = re.compile(
    r"(?:,\s+|\s+\()(?:aged?\s+|now\s+|then\s+|who is\s+)?\d{1,2}"
    r"(?:\)|,(?!\d)|\.(?!\d)|;|\s*[–—]|-year-old|(?=\s+and\b))"
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
_OF_PLACE = -5.0
"""The weight of what only a place has: "Marsh’s residents"."""
_NAMED_AFTER = -8.0
"""The weight of a word that makes a building of a name: "the Otto B. Marsh hospital"."""
_GROUP = -5.0
"""The weight of a word that makes a group of a name."""
_SIDES = frozenset({"north", "south", "east", "west", "where"})
_POSSESSIVE = re.compile(r"['’`]s?\s+")
_CLAUSE_END = re.compile(r"[,.;:()“”\"–—_]")
_CLOSING = re.compile(r"[,”\"’']{1,3}(?=\s)")


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a name.

    `group` tells that the name is a group's or a building's ("the Marsh militants"), `placed` that it is a place's.
    """

    weight: float = 0.0
    speech: bool = False
    known_as: Literal["pronoun", "name"] | None = None
    introduced: bool = False
    described: bool = False
    comma: bool = False
    vocative: bool = False
    dead: bool = False
    age: int | None = None
    group: bool = False
    placed: bool = False


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
    words = after.split(None, 4)
    speech = _is_speech(words, vocabulary)
    if words and not speech:
        word = words[0].strip(",.;")
        if _is_of_group(words, vocabulary):
            return After(weight=_GROUP, group=True)
        if word.rstrip("'’s") in vocabulary.named_after:
            return After(weight=_NAMED_AFTER, group=True)
        if _is_before_calling(words, vocabulary):
            return After(weight=_GROUP)
        if word in vocabulary.acts:
            weight += 0.5
        elif word in vocabulary.after_place or word in vocabulary.place_nouns:
            return After(weight=weight - 3.0, placed=True)
    return After(weight=weight, speech=speech)


def _is_of_group(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a name is an armed group's: "the Marsh militants", "the Marsh terror group", "a Marsh member"."""
    at = 1 if words[0] in vocabulary.group_modifiers and len(words) > 1 else 0
    return words[at].rstrip(',.;:”"').removesuffix("'s").removesuffix("’s") in vocabulary.groups


def _is_before_calling(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a calling and somebody else's name follow: "[Abu Nuwar] deputy commander Otto Marsh" is a band's."""
    at = 0
    while at < len(words) - 2 and (words[at] in vocabulary.group_modifiers or words[at] == "deputy"):
        at += 1
    if at + 1 >= len(words) or words[at] not in vocabulary.nouns or words[at] in vocabulary.kin:
        return False
    return words[at + 1][0].isupper()


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
    elif _is_place(clause, vocabulary) or _is_called_place(clause, vocabulary):
        weight -= 3.0
    speech = _is_speech(clause, vocabulary)
    introduced = _INTRODUCED.match(after) is not None
    return After(weight, speech, known, introduced, described, comma=True, vocative=True)


def _is_place(clause: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a clause of one or two words is a place, not the next of a list of people ("Florence Marsh")."""
    if not clause or len(clause) > 2 or (key := fold(clause[0])) not in vocabulary.places:
        return False
    return len(clause) == 1 or key not in vocabulary.given or fold(clause[1]) in vocabulary.places


def _is_called_place(clause: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a clause tells of a place: "the steep hill south of Lund", "a village"; "a village elder" is none."""
    if not clause or clause[0] not in ("a", "an", "the"):
        return False
    for at, word in enumerate(clause[1:5], start=1):
        if word in vocabulary.place_nouns:
            return at + 1 == len(clause) or clause[at + 1] in vocabulary.head_ends or clause[at + 1] in _SIDES
    return False


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
    if words and words[0].strip(",.;:") in vocabulary.of_places:
        return After(weight=_OF_PLACE)
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


def _is_of_nation(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word may begin a description: "UN envoy to Oslo", "British head of the mission"."""
    plain = word.replace(".", "")
    return (len(plain) > 1 and plain.isupper()) or fold(word) in vocabulary.peoples


def _is_of_many(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a plural behind a noun for people is the head of the phrase: "a hundred civilian | deaths"."""
    return (
        word.endswith("s")
        and word.islower()
        and not word.endswith(("ss", "'s", "us"))
        and word not in vocabulary.head_ends
    )


def is_description(clause: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a clause behind a comma says who somebody is: "a retired teacher", "head of the Oslo office"."""
    if not clause:
        return False
    first = clause[0].lower()
    if first == "one" and clause[1:2] != ["of"]:
        return False
    owned = clause[0][0].isupper() and any(word.endswith(("'s", "’s")) for word in clause[:4])
    owned = owned or clause[0].endswith(("'s", "’s"))
    bare = first not in vocabulary.determiners and not owned
    if bare and (first in vocabulary.acts or not (clause[0][0].islower() or _is_of_nation(clause[0], vocabulary))):
        return False
    plural = first == "one"
    for at, word in enumerate(clause[:8]):
        plain = word.lower()
        if plain in vocabulary.head_ends and at and not (plural and at == 1):
            return False
        if plain in vocabulary.owners and at and clause[at - 1].lower() not in vocabulary.determiners and not plural:
            return False
        if plain in vocabulary.nouns or (plural and plain.removesuffix("s") in vocabulary.nouns):
            following = clause[at + 1] if at + 1 < len(clause) else "of"
            if first in ("a", "an") and _is_of_many(following, vocabulary):
                return False
            if bare and following.lower() in vocabulary.nouns:
                continue
            return not bare or (following in vocabulary.head_ends and following != "and")
    return False
