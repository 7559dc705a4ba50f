"""Whether a person of an account is a woman or a man, as far as the text lets it be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal
from unicodedata import combining, normalize

from bot.reading.lexicon import words
from bot.reading.model import Mention, Person
from bot.reading.quotations.people_words import people_words

Gender = Literal["f", "m"]

_NEAR = 150
_PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_COUPLE = re.compile(r"(?:, \d+)?,? (?:whose|and (?:her|his)) (?:\w+ )?(husband|wife|widow|boyfriend|girlfriend)\b")
# Of two who are named together ("Ann Roe and Dr. Max Toll") the pronoun that follows may be either.
_PARTNER = re.compile(r"[\w.,] and (?:[A-Z][\w.-]*\s){0,3}$")
_FOLLOWING_WORDS = re.compile(r",? (?:\d+, )?(?:a|an|the|his|her)\b((?: [\w-]+){1,4})")
_PRECEDING_WORDS = re.compile(r"((?:[\w-]+,? ){1,3})$")
# "Max Roe, the cook, sat beside her in the van": whom somebody is beside, sees or tells is another.
_OTHER = re.compile(
    r"(?:,[^,.;:“”\"]{1,80},)? [a-z]+(?: [a-z]+)? (?:him|her)"
    r"(?=[.,;:]| (?:in|on|at|and|for|to|from|with|by|as|when|while|until|that|about|into|up|out|off|down|back)\b)"
)
_BY_TITLE, _BY_KINSHIP, _BY_NAME, _BY_ENDING, _BY_PRONOUN = 8, 4, 3, 1, 2


def genders(text: str, people: Sequence[Person]) -> list[Gender | None]:
    """The gender of each person; None where nothing tells.

    Evidence is weighed: a title (Ms.) outweighs kinship words (his wife, Ann), those a given name, that its ending;
    pronouns that follow with no other name between count each time.
    """
    starts = sorted(mention.start for person in people for mention in person.mentions)
    following = dict(pairwise(starts))
    return [_gender(text, person, following) for person in people]


def _gender(text: str, person: Person, following: dict[int, int]) -> Gender | None:
    balance = _from_name(person.name)
    for mention in person.mentions[:40]:
        balance += _from_title(mention)
        limit = min(mention.end + _NEAR, following.get(mention.start, len(text)))
        balance += _from_context(text, mention, limit)
    return None if balance == 0 else "f" if balance > 0 else "m"


def _from_name(name: str) -> int:
    """Weak evidence: positive for a woman's given name, negative for a man's."""
    given = re.split(r"[\s-]", name.casefold(), maxsplit=1)[0]
    for form in (given, _without_accents(given)):
        by_list = _from_lists(form, alone=" " not in name)
        if by_list:
            return by_list
    if " " not in name:
        return 0
    if given.endswith(tuple(_list("given", "women_endings"))):
        return _BY_ENDING
    return -_BY_ENDING if given.endswith(tuple(_list("given", "men_endings"))) else 0


def _from_lists(given: str, *, alone: bool) -> int:
    """What the lists of given names say: the short one of the best known first, then the long one.

    A name `alone` that only the long list has is weak evidence: it may be a surname (Scott, Clinton).
    """
    for lists in ("given", "given_names"):
        if lists == "given_names" and given in _list(lists, "family_first"):
            return 0
        woman, man = given in _list(lists, "women"), given in _list(lists, "men")
        if woman != man:
            weight = _BY_ENDING if alone and lists == "given_names" else _BY_NAME
            return weight if woman else -weight
    return 0


def _without_accents(name: str) -> str:
    return "".join(sign for sign in normalize("NFD", name) if not combining(sign))


@cache
def _list(name: str, key: str) -> frozenset[str]:
    return words(name, key)


def _from_title(mention: Mention) -> int:
    if not mention.title:
        return 0
    title = mention.title.casefold().rstrip(".")
    for word in (title, title.split()[0], title.split()[-1]):
        if word in _list("given", "women_titles"):
            return _BY_TITLE
        if word in _list("given", "men_titles"):
            return -_BY_TITLE
    return 0


def _from_context(text: str, mention: Mention, limit: int) -> int:
    balance = 0
    couple = _COUPLE.match(text, mention.end, limit + 20)
    if couple:
        woman = couple[1] in ("husband", "boyfriend")
        return _BY_KINSHIP if woman else -_BY_KINSHIP
    before = _PRECEDING_WORDS.search(text[max(0, mention.start - 40) : mention.start])
    after = _FOLLOWING_WORDS.match(text, mention.end, limit)
    for found in (before, after):
        balance += _BY_KINSHIP * _of_nouns(found[1]) if found else 0
    other = _OTHER.match(text, mention.end, limit)
    pronoun = _PRONOUN.search(text, other.end() if other else mention.end, limit)
    if pronoun and not _PARTNER.search(text[max(0, mention.start - 30) : mention.start]):
        balance += _BY_PRONOUN if pronoun[2] else -_BY_PRONOUN
    return balance


def _of_nouns(phrase: str) -> int:
    for word in re.findall(r"[\w-]+", phrase.casefold()):
        if word in people_words().women:
            return 1
        if word in people_words().men:
            return -1
    return 0
