"""What the account says that each person is: "Ann Roe, 58, a harbour skipper", "the baker, Max Toll", "Capt. Lund"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.reading.lexicon import lexicon
from bot.reading.model import Mention, Person
from bot.reading.quotations.people_words import people_words

_MOST_MENTIONS = 40
_REACH = 90
_MOST_BEARERS = 201
_WORDS = r"(?:[^\W\d_][\w’'-]*[ \n]){0,4}?[^\W\d_][\w’'-]*"
_AGE = r"(?:,\s\d{1,3})?"
# Ann Roe, 58, (now) a retired harbour skipper; Ann Roe, who is chief these days; Ann Roe is the baker.
_AFTER = re.compile(
    rf"{_AGE}(?:,\s(?:who\s(?:is|was|had\sbeen|has\sbeen|worked\sas|works\sas)\s)?|\s(?:is|was|had\sbeen|works\sas|worked\sas)\s)"
    rf"(?:now\s|then\s|once\s|herself\s|himself\s)?(?P<words>{_WORDS})"
    r"(?=,|\.|;|\)|\s(?:of|in|at|for|from|with|who|whose|to|on|by|and|these|chosen|known|[a-z]+ed)\b)"
)
# the ferry's skipper, Ann Roe; the scribe to the court, Ann Roe; skipper Ann Roe.
_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|\w+['’]s)\s(?P<words>{_WORDS})"
    r"(?:(?:\s(?:of|to|at|for|in|from)\s(?:the\s)?[\w’'-]+(?:\s[A-Z][\w’'-]*){0,2})?,)?\s(?:[A-Z][\w.]*\s)?$"
)
_BELONGS = re.compile(r"\b(?:of|for|to|from|with|by|at|in|on|and|or)\b")
# a girl of fifteen named Ann Roe; a cook known as Roe
_NAMED = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|\w+['’]s)\s(?P<words>{_WORDS})"
    r"(?:\s(?:of|aged)\s(?:about\s)?\w+)?,?\s(?:named|called|nicknamed|known\s(?:only\s)?as)\s(?:[A-Z][\w.]*\s)?$"
)
_WORD = re.compile(r"[^\W\d_][\w-]*")


def callings(text: str, people: Sequence[Person]) -> dict[str, list[tuple[int, int]]]:
    """By the noun of a title, office, trade or station: who is said to bear it, and from where in the text on."""
    found: dict[str, set[tuple[int, int]]] = {}
    for k, person in enumerate(people):
        for mention in person.mentions[:_MOST_MENTIONS]:
            for noun in _nouns(text, mention):
                found.setdefault(noun, set()).add((k, mention.start))
        for described in person.descriptions:
            for noun in _callings_in(described.text):
                found.setdefault(noun, set()).add((k, described.start))
    return {noun: sorted(borne)[:_MOST_BEARERS] for noun, borne in found.items()}


def ages(text: str, people: Sequence[Person]) -> dict[str, set[int]]:
    """By an age in figures: who is given it behind the name ("Ann Roe, 58,")."""
    found: dict[str, set[int]] = {}
    for k, person in enumerate(people):
        for mention in person.mentions[:_MOST_MENTIONS]:
            age = _stated_age().match(text, mention.end)
            if age is not None:
                found.setdefault(age[1], set()).add(k)
    return found


@cache
def _stated_age() -> re.Pattern[str]:
    return re.compile(r",?\s\(?(?:aged\s|age\s)?(\d{1,3})(?=[,.;)\s])(?![.,]\d)")


def _nouns(text: str, mention: Mention) -> Iterator[str]:
    for word in (mention.title or "").casefold().replace("-", " ").split()[-1:]:
        yield word.rstrip(".")
        spelled = _ranks().get(word.rstrip("."))
        if spelled is not None:
            yield spelled
    after = _AFTER.match(text, mention.end, min(len(text), mention.end + _REACH))
    if after is not None and not after["words"].startswith("and "):
        yield from _callings_in(after["words"])
    ahead = text[max(0, mention.start - _REACH) : mention.start]
    before = _NAMED.search(ahead) or _BEFORE.search(ahead)
    if before is not None and not _BELONGS.search(before["words"]):
        last = before["words"].split()[-1].casefold()
        yield from (noun for noun in _callings_in(before["words"]) if noun == last)


def _callings_in(description: str) -> Iterator[str]:
    """The noun that heads a description: the last one for people before "of", "who" and their kin."""
    head = re.split(r",|\s(?:of|in|at|for|from|with|who|whose|to|on|by|after|and)\b", description, maxsplit=1)[0]
    nouns = [word for word in _WORD.findall(head.casefold()) if word in people_words().all]
    if nouns and nouns[-1] not in people_words().plurals:
        yield nouns[-1]


@cache
def _ranks() -> dict[str, str]:
    """Titles that are cut short or mean an office, with the noun by which their bearer is spoken of."""
    return {**lexicon("titles")["rank_of"], **lexicon("kin")["by_title"]}
