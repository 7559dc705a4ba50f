"""Rules for months, seasons, quarters, feasts: "in April", "the summer of 1916", "third-quarter", "Christmas Eve"."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.calendar import months_from, one_day
from bot.reading.dates.feasts import feast_in, feast_name, feast_names
from bot.reading.dates.forms import Fixed, Yearly
from bot.reading.dates.grammar.rules import FIGURE, Meaning, Rule, rule, word_after, word_before, words_before
from bot.reading.dates.grammar.vocabulary import GAP, YEAR, either, listed, month_of, month_word, ordinal_of, table

_NAME_BEFORE = re.compile(r"([^\W\d_]+)[^\S\n]$")
_LONGEST_NAME = 20
# "31 April" names no day, and must not be read as April.
_NO_DAY = r"(?<!\b\d )(?<!\b\d\d )"
_WEATHER = frozenset(
    ["heat", "cold", "sun", "sunshine", "rain", "rains", "snow", "snows", "breeze", "wind", "winds", "frost"]
)


@cache
def month_rules() -> tuple[Rule, ...]:
    """Every rule of this kind, the most telling first."""
    month, season = f"(?P<month>{month_word()})", f"(?P<season>{either(table('seasons'))})"
    feast_openings = {re.split(r"\W", name)[0] for name in feast_names()}
    return (
        # April 2022, April, 2022, April of 2022
        rule(table("months"), rf"{_NO_DAY}{month},?{GAP}(?:of{GAP})?(?P<year>{YEAR})", _month_of_year),
        # in April
        rule(table("months"), _NO_DAY + month, _month),
        # the summer of 1916, autumn 1918, winter of 1915-16
        rule(table("seasons"), rf"{season}{GAP}(?:of{GAP})?(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?", _season_of_year),
        # the 1982 summer offensive
        rule([FIGURE], rf"(?<![\d.,])(?P<year>{YEAR}){GAP}{season}\b", _season_of_year),
        # in spring
        rule(table("seasons"), rf"{season}\b", _season),
        # third-quarter, the fourth quarter of 1984; not "the first quarter of the town"
        rule(
            ["first", "second", "third", "fourth"],
            rf"(?P<nth>first|second|third|fourth)(?:-|{GAP})quarter\b"
            rf"(?!{GAP}of{GAP}(?!(?:the{GAP})?(?:{YEAR}|fiscal|year|this|last|next|that)))",
            _quarter,
        ),
        # Easter Monday, Christmas 1963
        rule(
            feast_openings,
            rf"(?P<feast>{either(feast_names())})\b(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?",
            _feast,
        ),
    )


def _month_of_year(match: re.Match[str]) -> Meaning:
    word = match["month"]
    if not word[0].isupper() and word.casefold().rstrip(".") in listed("words_too"):
        return None
    days = months_from(int(match["year"]), month_of(word))
    return Fixed(days, "month") if days else None


def _month(match: re.Match[str]) -> Meaning:
    """In April, since May, the May fighting; not "May I?", "April Jones", "June said", "a long March"."""
    word = match["month"]
    if not word[0].isupper() or word_before(match.string, match.start()) in ("every", "each"):
        return None
    if word.casefold().rstrip(".") in listed("doubtful_months") and not _in_place_of_month(match):
        return None
    return Yearly("month", month_of(word))


def _in_place_of_month(match: re.Match[str]) -> bool:
    """Whether a word that is a month or a name stands where months stand."""
    before, after = word_before(match.string, match.start()), word_after(match.string, match.end())
    if before in listed("articles"):
        return after.islower() and after not in listed("function_words")
    if before in listed("spends"):
        return after.islower() or not after
    if before in listed("before_month_or_name"):
        return not after[:1].isupper()
    return before in listed("before_month")


def _season_of_year(match: re.Match[str]) -> Meaning:
    days = months_from(int(match["year"]), int(table("seasons")[match["season"].casefold()]), 3)
    return Fixed(days, "season") if days else None


def _season(match: re.Match[str]) -> Meaning:
    """In spring, over the summer; not "a spring", "the fall of the city", "summer camp", "in the winter cold"."""
    word, after = match["season"].casefold(), word_after(match.string, match.end())
    nearer, further = words_before(match.string, match.start())
    article = nearer == "the"
    if (word == "fall" and (after == "of" or not article)) or after in _WEATHER:
        return None
    ends = not after or after in listed("function_words")
    if article and ends and after != "of" and word != "fall":
        return Yearly("season", int(table("seasons")[word]))
    before = further if article else nearer
    if before in ("and", "or", "to") and not article and _joins_seasons(match, before):
        return Yearly("season", int(table("seasons")[word]))
    if before in listed("before_season") and (ends or (article and before not in listed("before_month_or_name"))):
        return Yearly("season", int(table("seasons")[word]))
    return None


def _joins_seasons(match: re.Match[str], link: str) -> bool:
    """The spring and summer spent in camp: one season bears out the other."""
    opening = match.string[max(0, match.start() - _LONGEST_NAME) : match.start()].casefold()
    words = opening.split()
    return len(words) > 1 and words[-1] == link and words[-2] in table("seasons")


def _quarter(match: re.Match[str]) -> Meaning:
    """Third-quarter profit, the third quarter; not "the first quarter-final"."""
    if word_after(match.string, match.end()).casefold() in ("century", "final", "finals"):
        return None
    return Yearly("quarter", ordinal_of(match["nth"]) or 1)


def _feast(match: re.Match[str]) -> Meaning:
    """On Christmas Eve; not "Johnnie Christmas", "White Christmas", "Easter Island", "Christmas trees"."""
    before = _NAME_BEFORE.search(match.string, max(0, match.start() - _LONGEST_NAME), match.start())
    after = word_after(match.string, match.end())
    if after[:1].isupper() or after in listed("after_feast"):
        return None
    is_name = before and before[1][0].isupper() and before[1].casefold() not in listed("before_feast")
    if is_name or not match["feast"][0].isupper():
        return None
    name = feast_name(match["feast"])
    if name == "new year" and word_before(match.string, match.start()) in ("the", "a"):
        return None
    if match["year"] is None:
        return Yearly("feast", name=name)
    day = feast_in(name, int(match["year"]))
    return Fixed(one_day(day), "day") if day else None
