"""Rules for days and periods told by their neighbourhood: "yesterday", "last Friday", "this week", "the next day"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from bot.reading.dates.calendar import Part
from bot.reading.dates.feasts import feast_name, feast_names
from bot.reading.dates.forms import Partly, Period, Shift, Weekday, Which, Yearly
from bot.reading.dates.grammar.rules import Meaning, Rule, rule, word_after, word_before, words_before
from bot.reading.dates.grammar.vocabulary import (
    DASH,
    GAP,
    TIMES_OF_DAY,
    UNITS,
    either,
    listed,
    month_of,
    month_word,
    table,
    unit_of,
    weekday_of,
    weekday_word,
)

_WHICH: dict[str, Which] = {
    "this": "this",
    "this past": "last",
    "this coming": "next",
    "this same": "that",
    "last": "last",
    "next": "next",
    "current": "this",
    "that": "that",
    "that same": "that",
    "that very": "that",
    "same": "that",
    "following": "following",
    "ensuing": "following",
    "previous": "previous",
    "preceding": "previous",
}
_TOLD = frozenset(["me", "us", "him", "her", "them", "you", "reporters", "journalists"])
_NEED_ARTICLE = frozenset(["current", "same", "following", "ensuing", "previous", "preceding"])
_DAYS_OF_WRITING = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PART_BEFORE = re.compile(
    r"\b(?:end|beginning|start|middle|half|part|early|late|later|earlier)\s(?:of|in)\sthe\s$", re.IGNORECASE
)
_LONGEST_PART = 24
_EVENT_OF_DAY = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|final|next|only|best|worst|heaviest)\s([^\W_]{3,20})\sof\sthe\s$",
    re.IGNORECASE,
)
_LONGEST_EVENT = 50
# "Today, the survivors are held in a camp" tells of a state; "Today, the survivors came home" of a day.
_STATE = re.compile(r",[^.!?]{0,90}?\b(?:(is|are|has|have|remains?|lives?|stands?)|\w+ed|went|came|was|were|began)\b")
_LONGEST_STATE = 110
# "The song can be heard today in every tavern."
_CAN_BE = re.compile(
    r"\b(?:can(?:\sstill)?\sbe|(?:is|are)(?:\sstill)?\s(?:an?|home\sto|known|used|called|remembered))\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
# "She lives in Ghent today."
_LIVES = re.compile(r"\b(?:lives?|works?|teaches|runs|owns|remains?|stands?)\b[^.!?;:]{0,40}$")
_LONGEST_CAN_BE = 50


@cache
def period_rules() -> tuple[Rule, ...]:
    """Every rule of this kind, the most telling first."""
    units = either(unit for unit in UNITS if unit != "fortnight")
    named = (
        rf"(?:(?P<unit>{units}|date)|(?P<weekday>{weekday_word()})|(?P<month>{month_word()})(?:{GAP}(?P<day>\d{{1,2}})(?![\d:]))?"
        rf"|(?P<season>{either(table('seasons'))})|(?P<feast>{either(feast_names())})|(?P<time>{either(TIMES_OF_DAY)}))\b"
    )
    return (
        # yesterday, today, tomorrow, tonight
        rule(_DAYS_OF_WRITING, rf"(?P<word>{either(_DAYS_OF_WRITING)})\b", _day_of_writing),
        # the day before yesterday, the night before last, the day after tomorrow
        rule(
            ["day", "night"],
            rf"(?:day|night){GAP}(?P<way>before{GAP}(?:yesterday|last)|after{GAP}tomorrow)\b",
            _two_days_off,
        ),
        # the next day, that morning, last Friday, this spring, the same month
        rule(
            {word.split()[0] for word in _WHICH},
            rf"(?P<which>{either(_WHICH)}){GAP}(?:fiscal{GAP})?{named}",
            _neighbour,
        ),
        # the end of the year, later in the month
        rule(["year", "month", "quarter"], r"(?P<unit>year|month|quarter)\b(?!['’-])", _told_unit),
        # by mid-month
        rule(["mid"], rf"mid(?:-|{GAP})(?P<unit>month|year)\b", lambda match: _part_of_unit(match, "mid")),
        # the last match of the day
        rule(["day"], r"day\b(?!['’-])", _told_day),
        # month's end, by year-end
        rule(["year", "month"], rf"(?P<unit>year|month)['’]s{GAP}end\b", lambda match: _part_of_unit(match, "late")),
        rule(["year"], rf"year(?:{DASH}|{GAP})end\b", _year_end),
        # the quarter; the latest quarter; the year-earlier quarter
        rule(["quarter"], r"(?<=the )quarter\b(?!-|\sof)", lambda _: Period("quarter", "that")),
        rule(["latest"], r"(?<=the )latest\s(?:quarter|period)\b", lambda _: Period("quarter", "last")),
        rule(
            ["year"],
            rf"year-(?:earlier|ago)\b(?:{GAP}(?:quarter|period|(?:first|second|third|fourth)(?:-|{GAP})quarter))?",
            _year_before,
        ),
    )


def _day_of_writing(match: re.Match[str]) -> Meaning:
    """Yesterday, tomorrow; not the title "Poland Today", "the people of tomorrow", "is today a cook"."""
    word, (before, further) = match["word"].casefold(), words_before(match.string, match.start())
    if match["word"][0].isupper() and before:
        return None
    if before == "of" and (word != "yesterday" or further not in listed("done_yesterday")):
        return None
    if word == "yesterday" and (before == "like" or (further, before) == ("it", "were")):
        # "It was just like yesterday", "as if it were yesterday"
        return None
    if word == "today" and _is_nowadays(match, before):
        return None
    return Shift(_DAYS_OF_WRITING[word], "day", "writing")


def _two_days_off(match: re.Match[str]) -> Meaning:
    return Shift(-2 if match["way"].casefold().startswith("before") else 2, "day", "writing")


def _is_nowadays(match: re.Match[str], before: str) -> bool:
    """Whether "today" is the age, not the day."""
    text, end = match.string, match.end()
    after = word_after(text, end)
    if before in listed("before_nowadays") or after in ("as", "than"):
        return True
    if before in ("is", "are") and after in ("a", "an"):
        return True
    if not after and _LIVES.search(text, max(0, match.start() - _LONGEST_CAN_BE), match.start()):
        return True
    if _CAN_BE.search(text, max(0, match.start() - _LONGEST_CAN_BE), match.start()):
        return True
    if text[end : end + 2] in ("'s", "’s") and word_after(text, end + 2) in listed("of_today"):
        return True
    verb = _STATE.match(text, end, end + _LONGEST_STATE) if match["word"] == "Today" else None
    return verb is not None and verb[1] is not None


def _neighbour(match: re.Match[str]) -> Meaning:
    which = _which(match)
    if which is None:
        return None
    if word := match["unit"]:
        return _period(match, word, which, word_before(match.string, match.start()))
    if word := match["weekday"]:
        return Weekday(weekday_of(word), which)
    if word := match["season"]:
        return Yearly("season", int(table("seasons")[word.casefold()]), which=which)
    if match["time"]:
        return Shift(-1, "day", "writing") if which == "last" else Period("day", which)
    word = match["month"] or match["feast"]
    if not word[0].isupper():
        return None
    if match["feast"]:
        return Yearly("feast", name=feast_name(word), which=which)
    kind: Literal["day", "month"] = "day" if match["day"] else "month"
    return Yearly(kind, month_of(word), int(match["day"] or 0), which=which)


def _period(match: re.Match[str], word: str, which: Which, before: str) -> Meaning:
    """This week; not the programme "This Week", "this day", "this season", nor lengths ("over the next decade").

    "On that date" is a day, "a name and that date" is what stands in a book.
    """
    if word[0].isupper() and not match["which"].isupper():
        return None
    unit = unit_of(word)
    if word.casefold() == "date" and (which != "that" or before not in listed("before_day")):
        return None
    if (unit == "day" and which in ("last", "this")) or (unit == "season" and which == "this"):
        return None
    if unit in ("decade", "century") and which in ("next", "following"):
        return None
    return Period(unit, which)


def _which(match: re.Match[str]) -> Which | None:
    """The next day follows in the story, next week from the day of writing; "the last week" is a length."""
    words = " ".join(match["which"].casefold().split())
    which, (before, further) = _WHICH[words], words_before(match.string, match.start())
    if words == "that" and (before in listed("reports") or _opens_clause(match, further)):
        return None
    if words in _NEED_ARTICLE:
        return which if before in ("the", "early", "that", "very", "this") else None
    if words in ("last", "next") and before in ("the", "very"):
        return "following" if which == "next" else None
    if which == "next" and (match["time"] or (match["unit"] or "").casefold() == "day"):
        return "following"
    return which


def _opens_clause(match: re.Match[str], verb: str) -> bool:
    """Whether "that" goes with a verb of saying and its one object: "told us that Monday's talks had failed"."""
    possessive = match.string[match.end() : match.end() + 2] in ("'s", "’s")
    return verb in listed("reports") and (possessive or word_before(match.string, match.start()) in _TOLD)


def _told_unit(match: re.Match[str]) -> Meaning:
    """By the end of the year, later in the month; not "the house of the year"."""
    if not _PART_BEFORE.search(match.string, max(0, match.start() - _LONGEST_PART), match.start()):
        return None
    return Period(unit_of(match["unit"]), "bare")


def _told_day(match: re.Match[str]) -> Meaning:
    """The last match of the day; not "the first meal of the day", which is every day's."""
    told = _EVENT_OF_DAY.search(match.string, max(0, match.start() - _LONGEST_EVENT), match.start())
    return Period("day", "that") if told and told[1].casefold() in listed("of_the_day") else None


def _part_of_unit(match: re.Match[str], part: Part) -> Meaning:
    return Partly(part, Period(unit_of(match["unit"]), "bare"))


def _year_end(match: re.Match[str]) -> Meaning:
    """By year-end; not "year-end bonuses"."""
    return Yearly("day", 12, 31) if word_before(match.string, match.start()) in listed("before_day") else None


def _year_before(match: re.Match[str]) -> Meaning:
    """The year-earlier quarter: a year before the quarter that is told of."""
    return Shift(-1, "year", "story", after=Period("quarter", "last"))
