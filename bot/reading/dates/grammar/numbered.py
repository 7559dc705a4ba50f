"""Rules for numbered days: "day 12 of the siege", "the siege's 30th day", "ten days into the war", "Day 5: ..."."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.forms import Numbered
from bot.reading.dates.grammar.rules import FIGURE, Meaning, Rule, rule, word_before, words_before
from bot.reading.dates.grammar.vocabulary import (
    GAP,
    YEAR,
    either,
    listed,
    number_of,
    number_word,
    ordinal_of,
    ordinal_openings,
    ordinal_word,
    table,
    unit_of,
)

_OF_THE = rf"{GAP}of{GAP}(?:the|this|that|their|its|his|her|an?)(?:{GAP}[^\W\d_]{{2,20}}(?:-[^\W\d_]{{2,20}})?)?{GAP}"
_SURELY_OF_THE_SIEGE, _LEAST_OF_AN_ENTRY = 10, 7
_LONGEST_BULLET = 6
_BULLETS = " \t•*·▪◦-–—"
_HEADS_ENTRY = re.compile(r"[^\S\n]?[:;,.–—(-]|[^\S\n]*(?:\n|$)|[^\S\n](?:at|in|on)[^\S\n][^\n.!?]{2,50}(?:\n|$)")


@cache
def numbered_rules() -> tuple[Rule, ...]:
    """Every rule of this kind, the most telling first."""
    event = f"(?P<event>{either(listed('events'))})"
    return (
        # ten days into the siege
        rule(
            [FIGURE, *table("numbers")],
            rf"(?P<count>{number_word()}){GAP}(?P<unit>day|week|fortnight|month)s?{GAP}into{GAP}(?:the|this|that|their)(?:{GAP}[^\W\d_]{{2,20}})?{GAP}{event}\b",
            _elapsed,
        ),
        # the second day of the war, day 12 of the siege, the siege’s 12th
        rule(
            ordinal_openings(),
            rf"(?P<nth>{ordinal_word()}){GAP}(?P<unit>day|week|night|morning){_OF_THE}{event}\b",
            _numbered,
        ),
        rule(["day", "week"], rf"(?P<unit>day|week){GAP}(?P<nth>{number_word()}){_OF_THE}{event}\b", _numbered),
        # day three of the fair: of what else there is, only beside its date
        rule(
            ["day"],
            rf"day{GAP}(?P<nth>{number_word()}){GAP}of{GAP}(?:the|this|that|their){GAP}(?:{YEAR}{GAP})?"
            rf"(?:(?-i:[^\W\d_a-z])\w{{1,20}}{GAP}(?:[^\W\d_]{{2,20}}{GAP}(?=(?-i:[^\W\d_a-z])))?){{0,5}}\w{{2,20}}",
            _of_other,
        ),
        # on its third day
        rule(ordinal_openings(), rf"(?:(?<=on its )|(?<=by its ))(?P<nth>{ordinal_word()}){GAP}day\b", _of_its_days),
        # on the 40th day
        rule(
            ordinal_openings(),
            rf"(?<=the )(?P<nth>{ordinal_word()}){GAP}(?:day|night)\b(?!{GAP}(?:of|in{GAP}a|running|straight)\b)",
            _bare_numbered,
        ),
        # the diary's "Day 12: ...", on day 12
        rule(["day"], rf"day{GAP}(?P<nth>\d{{1,4}}|{number_word()})\b(?!-)", _diary_day),
        rule(listed("events"), rf"{event}['’]s{GAP}(?P<nth>{ordinal_word()})(?:{GAP}(?P<unit>day|week))?\b", _numbered),
    )


def _bare_numbered(match: re.Match[str]) -> Meaning:
    """On the 40th day; not "on the third day", which may be counted from anything.

    Elsewhere ("May 24, the 41st day") only beside its date, or where the account has shown from when it counts.
    """
    nth = ordinal_of(match["nth"])
    _, before = words_before(match.string, match.start())
    if nth is None or nth < (_LEAST_OF_AN_ENTRY if before in ("for", "on") else _SURELY_OF_THE_SIEGE):
        return None
    return Numbered(nth, "day", "siege" if before in ("on", "by", "was", "for") else "")


def _diary_day(match: re.Match[str]) -> Meaning:
    """Day 12: ... at the start of a line or before a colon, on day 12; not "a day, one of many"."""
    nth, text = number_of(match["nth"]), match.string
    if nth is None or match["nth"].casefold() in ("a", "an"):
        return None
    before, opening = word_before(text, match.start()), text[max(0, match.start() - _LONGEST_BULLET) : match.start()]
    opens_line = not opening.rpartition("\n")[2].strip(_BULLETS)
    headed = text[match.end() : match.end() + 1] == ":"
    goes_on = _HEADS_ENTRY.match(text, match.end()) is not None
    counted = before in ("on", "by", "until", "since") or (before in ("was", "is") and goes_on)
    return Numbered(nth, "day", "siege") if headed or counted or (opens_line and goes_on) else None


def _of_its_days(match: re.Match[str]) -> Meaning:
    nth = ordinal_of(match["nth"])
    return Numbered(nth, "day", "siege") if nth else None


def _elapsed(match: re.Match[str]) -> Meaning:
    """Ten days into the siege; a fortnight is two weeks."""
    count, unit = number_of(match["count"]), match["unit"].casefold()
    if count is None:
        return None
    return Numbered(2 * count if unit == "fortnight" else count, unit_of(unit), match["event"].casefold(), elapsed=True)


def _of_other(match: re.Match[str]) -> Meaning:
    nth = number_of(match["nth"])
    return Numbered(nth, "day", "") if nth else None


def _numbered(match: re.Match[str]) -> Meaning:
    nth = number_of(match["nth"]) or ordinal_of(match["nth"])
    return Numbered(nth, unit_of(match["unit"] or "day"), match["event"].casefold()) if nth else None
