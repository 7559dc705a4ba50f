"""Rules for what is counted from another day: "two weeks ago", "four days later", "the day after the landing"."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.forms import EventDay, Period, Shift
from bot.reading.dates.grammar.rules import FIGURE, Meaning, Rule, rule, word_after, word_before
from bot.reading.dates.grammar.vocabulary import (
    GAP,
    either,
    listed,
    number_of,
    number_word,
    table,
    unit_of,
)

_UNIT = "(?P<unit>day|week|fortnight|month|year|decade|night)s?"
_BESIDE = ("day", "week", "month", "year", "morning", "night", "evening", "afternoon", "date")
_HAPPENING = re.compile(
    r"\s(?:the|a|an|his|her|their|its|that)\s(?P<about>[^\W_]{2,30}(?:[^\S\n][^\W_]{2,30}){0,2})", re.IGNORECASE
)
_LONGEST_HAPPENING = 100
_CLAUSE = re.compile(r"[^.!?;:”“\"»]+")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 4
_FROM_TODAY = ("yesterday", "last", "tomorrow")
_STRETCH = re.compile(
    r"\b(?:(?:in|during|over|within|throughout|for)\s(?:all\s)?the(?:\s(?:first|last|final))?|for)\s$", re.IGNORECASE
)
# "It was five days before a boat came" tells how long it took.
_IT_TOOK = re.compile(r"\bit\s(?:was|took|would\sbe|had\sbeen|will\sbe)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_LONGEST_OPENING = 24


@cache
def count_rules() -> tuple[Rule, ...]:
    """Every rule of this kind, the most telling first."""
    counted = rf"(?P<count>{number_word()}){GAP}{_UNIT}"
    return (
        # two weeks ago, four days later, a year earlier, three days before
        rule(
            [FIGURE, *table("numbers")],
            rf"{counted}{GAP}(?P<way>ago|later|earlier|previously|hence|from{GAP}now|before|after|afterwards?)\b",
            _counted,
        ),
        # in three weeks' time
        rule(
            [FIGURE, *table("numbers")],
            rf"(?P<count>{number_word()}){GAP}(?P<unit>day|week|fortnight|month|year)(?:s['’]|['’]s){GAP}time\b",
            _hence,
        ),
        # during the next two weeks, over the following three days
        rule(
            ["during", "over", "within"],
            rf"(?:during|over|within){GAP}the{GAP}(?:next|following|ensuing){GAP}{counted}\b",
            _coming,
        ),
        # the day before, the morning after, the day of the storm, the day after the landing
        rule(_BESIDE, rf"(?P<unit>{either(_BESIDE)}){GAP}(?P<way>before|after|earlier|later|following|of)\b", _beside),
    )


def _counted(match: re.Match[str]) -> Meaning:
    """Two weeks ago hangs on the day of writing, four days later on the story, ten days before the landing on that.

    "For two weeks after the landing", "in the two days before it" are all those days.
    """
    count, unit, way = _measure(match), unit_of(match["unit"]), match["way"].casefold()
    if count is None:
        return None
    if word_before(match.string, match.start()) == "half":
        if unit != "year":
            return None
        count, unit = 6 * count, "month"
    if way == "ago":
        return Shift(-count, unit, "writing")
    if way.startswith("from") or way == "hence":
        return Shift(count, unit, "writing")
    back = way in ("earlier", "previously", "before")
    about = "" if way not in ("before", "after") or _ends_clause(match) else _what_follows(match)
    if way == "before" and about and _IT_TOOK.search(match.string, *_ahead(match)):
        return None
    opening = _STRETCH.search(match.string, *_ahead(match))
    named = opening is not None and (bool(about) or (way in ("before", "after") and opening.group().strip() != "for"))
    return Shift(-count if back else count, unit, "story", about=about, spread=named)


def _ahead(match: re.Match[str]) -> tuple[int, int]:
    """Where the words right before a match stand."""
    return max(0, match.start() - _LONGEST_OPENING), match.start()


def _measure(match: re.Match[str]) -> int | None:
    """The count, in the unit that is reckoned in: a fortnight is two weeks."""
    count = number_of(match["count"])
    return 2 * count if count and match["unit"].casefold() == "fortnight" else count


def _hence(match: re.Match[str]) -> Meaning:
    """In three weeks' time, from the day of writing on."""
    count = _measure(match)
    return Shift(count, unit_of(match["unit"]), "writing") if count else None


def _coming(match: re.Match[str]) -> Meaning:
    """During the next two weeks: the two weeks from the day after."""
    count = _measure(match)
    return Shift(count, unit_of(match["unit"]), "story", spread=True) if count else None


def _beside(match: re.Match[str]) -> Meaning:
    """The day before, the morning after; the evening of the flood, the day after the landing."""
    way, unit = match["way"].casefold(), match["unit"].casefold()
    if word_before(match.string, match.start()) not in ("the", "that"):
        return None
    offset = {"before": -1, "earlier": -1, "of": 0}.get(way, 1)
    if way in ("earlier", "later") or (way != "of" and _ends_clause(match)):
        return Period(unit_of(unit), "following" if offset > 0 else "previous")
    about = _happening(match)
    if unit_of(unit) == "day" and (about or way == "of"):
        return EventDay(about, offset) if about else None
    about = about or _what_follows(match)
    if way not in ("before", "after") or not about or about.casefold().startswith(_FROM_TODAY):
        return None
    return Shift(offset, unit_of(unit), "story", about=about, spread=unit_of(unit) != "day")


def _ends_clause(match: re.Match[str]) -> bool:
    after = word_after(match.string, match.end())
    return not after or after in listed("clause_goes_on")


def _happening(match: re.Match[str]) -> str:
    """The words for what happened, behind a match; empty where it is no noun with an article."""
    found = _HAPPENING.match(match.string, match.end(), match.end() + _LONGEST_HAPPENING)
    return found["about"] if found else ""


def _what_follows(match: re.Match[str]) -> str:
    """The next words, whatever they are: they tell that something is counted from, even if not from what."""
    clause = _CLAUSE.match(match.string, match.end(), match.end() + _LONGEST_HAPPENING)
    return " ".join(_WORD.findall(clause.group() if clause else "")[:_MOST_WORDS])
