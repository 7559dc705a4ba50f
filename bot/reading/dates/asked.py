"""Days as people type them: "2022-04-30", "late April", "day 66", "26 April..7 May", "30 квітня"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.reading.dates.calendar import Stretch, shift_days
from bot.reading.dates.cyrillic import in_english
from bot.reading.dates.forms import Figures, Form, Numbered, Partly, Yearly
from bot.reading.dates.grammar.scan import scan
from bot.reading.dates.impossible import what_is_wrong
from bot.reading.dates.resolve import resolve
from bot.reading.dates.resolved import Scene
from bot.reading.dates.story import Place, Story, Told
from bot.reading.dates.typed import capitalised, day_number, has_own_year, short_form

_LONGEST = 100
_LONGEST_SHOWN = 40
_RANGE = re.compile(
    r"^(?:from\s+|between\s+)?(.+?)\s*(?:\.\.+|…|\s(?:to|until|till|through|and)\s|\s[-–—]\s|(?<=[^\W\d_])[–—]|[–—])\s*(.+)$",
    re.I,
)
_EDGES = " \t,;:!?\"'“”‘’()[]"
_HINT = "type a day such as 2022-04-30, 30 April, April 2022, late April, day 66 or 2022-04-26..2022-05-07"


class DayError(ValueError):
    """What was typed names no day; `str(error)` is one sentence that says what is wrong and what would do."""


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The days that somebody asked for, both inclusive.

    `label` is the day in full words, to be shown with the answer. `note` says what was taken for granted (the year,
    the order of day and month); empty where nothing was.
    """

    earliest: date
    latest: date
    label: str
    note: str = ""


def read_day(words: str, *, years: Sequence[int], day_one: date) -> AskedDay:
    """What somebody means who types a day, a month, a part of one, a day of the siege, or a range of these.

    `years` are the years that the archive is about, the likeliest first: the first in which the day exists is taken
    where none is typed. `day_one` is day 1 of the siege. English, Ukrainian and Russian. Raises DayError.
    """
    asked = " ".join(unicodedata.normalize("NFKC", words).replace("\x00", " ").split()).strip(_EDGES).rstrip(".")
    if not asked:
        raise DayError(f"No day was given; {_HINT}.")
    if len(asked) > _LONGEST:
        raise DayError(f"That is too long for a day; {_HINT}.")
    english = in_english(asked)
    known = tuple(years) or (day_one.year,)
    whole = _single(english, known, day_one, shown=_short(asked))
    if whole is not None:
        return whole
    if ends := _RANGE.match(english):
        return _range(ends[1], ends[2], known, day_one)
    raise DayError(_complaint(asked, english))


def _range(first: str, last: str, years: Sequence[int], day_one: date) -> AskedDay:
    """From the one to the other; a year that is typed at one end only counts for both."""
    end = _single(last, years, day_one)
    if end is None:
        raise DayError(_complaint(last, last))
    start = _single(
        first, years if has_own_year(first) or not has_own_year(last) else (end.earliest.year, *years), day_one
    )
    if start is None:
        raise DayError(_complaint(first, first))
    if start.earliest > end.latest:
        raise DayError(
            f"The range ends before it begins: {start.label} comes after {end.label}; "
            f"type {end.earliest.isoformat()}..{start.latest.isoformat()}."
        )
    note = start.note or end.note
    return AskedDay(start.earliest, end.latest, f"{start.label} to {end.label}", note)


def _single(words: str, years: Sequence[int], day_one: date, *, shown: str = "") -> AskedDay | None:
    """One day, month or part of one; None where the words are no such thing. `shown` is how it was typed."""
    text = capitalised(words.strip(_EDGES))
    if wrong := what_is_wrong(text, shown or _short(text)):
        raise DayError(wrong)
    if (number := day_number(text)) is not None:
        return _day_of_siege(number, day_one)
    text, note = short_form(text)
    found = scan(text, 0, len(text))
    if len(found) != 1 or not _is_all(text, found[0].start, found[0].end):
        return None
    form = found[0].form
    if isinstance(form, Numbered) and form.unit == "day":
        return _day_of_siege(form.count, day_one)
    for year in years:
        days = _days_in(form, text, year)
        if days and (not isinstance(form, Yearly) or days.last.year == year):
            taken = _order_note(form) if has_own_year(text) else _year_note(days, years)
            return AskedDay(days.first, days.last, _label(form, days), note or taken)
    if isinstance(form, Yearly):
        raise DayError(f"There is no {_short(text)} in {' or '.join(map(str, years))}; type the day with its year.")
    return None


def _days_in(form: Form, text: str, year: int) -> Stretch | None:
    """The days of a form in a year: as if the year had just been named in a story."""
    if not 1 <= year <= 9999:
        return None
    story = Story()
    story.add(Told(0, 0, 0, (0, 0), Stretch(date(year, 1, 1), date(year, 12, 31)), "year", "text"))
    place = Place(text, 0, len(text), 0, 0, len(text), False, None)
    resolved = resolve(form, Scene(story, place, day_first=True))
    return resolved.days if resolved else None


def _day_of_siege(number: int, day_one: date) -> AskedDay:
    day = shift_days(day_one, number - 1) if 1 <= number <= 99_999 else None
    if day is None:
        raise DayError(f"There is no day {number}: day 1 is {_in_words(day_one)}; type day 66, or a date.")
    return AskedDay(day, day, f"day {number} of the siege, {_in_words(day)}", f"Day 1 is {_in_words(day_one)}.")


def _is_all(text: str, start: int, end: int) -> bool:
    """Whether an expression is all that was typed, but for words that add nothing."""
    rest = (text[:start] + " " + text[end:]).casefold()
    return all(word in ("the", "on", "in", "of", "at", "during", "date", "day") for word in re.findall(r"\w+", rest))


def _year_note(days: Stretch, years: Sequence[int]) -> str:
    others = [str(year) for year in years if year != days.last.year]
    more = f"; the archive also has {', '.join(others)}" if others else ""
    return f"No year was given: {days.last.year} is taken{more}."


def _order_note(form: Form) -> str:
    """That 4/5/2022 is read day first."""
    unclear = isinstance(form, Figures) and form.first != form.second and max(form.first, form.second) <= 12
    return "The day is taken to stand before the month." if unclear else ""


def _label(form: Form, days: Stretch) -> str:
    if days.days == 1:
        return _in_words(days.first)
    if isinstance(form, Partly) and form.part in ("early", "mid", "late") and days.days < 15:
        return f"{form.part} {days.first:%B} {days.first.year}"
    whole_month = days.first.day == 1 and (days.first.year, days.first.month) == (days.last.year, days.last.month)
    if whole_month and days.days >= 28:
        return f"{days.first:%B} {days.first.year}"
    if days == Stretch(date(days.first.year, 1, 1), date(days.first.year, 12, 31)):
        return str(days.first.year)
    return f"{_in_words(days.first)} to {_in_words(days.last)}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _complaint(asked: str, english: str) -> str:
    shown = _short(asked)
    if re.search(r"\b(?:today|yesterday|tomorrow|tonight|ago|last|next|this|\w+day)\b", english, re.IGNORECASE):
        return f"“{shown}” depends on the day it is said; {_HINT}."
    return f"“{shown}” is no day that I can read; {_HINT}."
