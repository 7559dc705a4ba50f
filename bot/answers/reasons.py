"""The reader's reasons, that is how it arrived at the days of a date expression, in the language of an answer.

`bot/reading/dates/reasons.py` makes them. What they quote of an account stays as the account has it.
"""

from __future__ import annotations

from functools import cache

from bot.answers.language import ENGLISH, Language, message
from bot.answers.retelling import Phrasebook, Place
from bot.answers.spoken_days import PLACES, said

_WRITTEN = (message("publication"), message("the entry"), message("the date line"))
"""What a reason calls that which was written on its day."""
_PARTS = (
    message("the first third"),
    message("the middle third"),
    message("the last third"),
    message("the first half"),
    message("the second half"),
    message("the first seven days"),
    message("the second seven days"),
    message("the third seven days"),
    message("the last seven days"),
    message("the first day"),
    message("the last day"),
)
_WEEKDAYS = (
    message("the first Monday"),
    message("the first Tuesday"),
    message("the first Wednesday"),
    message("the first Thursday"),
    message("the first Friday"),
    message("the first Saturday"),
    message("the first Sunday"),
    message("the last Monday"),
    message("the last Tuesday"),
    message("the last Wednesday"),
    message("the last Thursday"),
    message("the last Friday"),
    message("the last Saturday"),
    message("the last Sunday"),
)
_TEMPLATES = (
    message("as written"),
    message("the account’s own date"),
    message("all the days from the one to the other"),
    message("all the days from the one to the other, {reason}"),
    message("the first of the two, {reason}"),
    message("the last of the two, {reason}"),
    message("another word for “{words}”"),
    message("the day of “{words}”, where the account tells of it"),
    message("the day after “{words}”, where the account tells of it"),
    message("the day before “{words}”, where the account tells of it"),
    message("the day of “{words}”"),
    message("{unit} of “{words}”"),
    message("{unit} after “{words}”"),
    message("{unit} before “{words}”"),
    message("{count} after “{words}”, the first day"),
    message("{count} after “{words}”"),
    message("{count} before “{words}”"),
    message("the {count} after “{words}”"),
    message("the {count} before “{words}”"),
    message("the day of the date beside it"),
    message("{count} after the date beside it"),
    message("{count} before the date beside it"),
    message("the {count} after the date beside it"),
    message("the {count} before the date beside it"),
    message("{count} after {written} on {day}"),
    message("{count} before {written} on {day}"),
    message("the {count} after {written} on {day}"),
    message("the {count} before {written} on {day}"),
    message("{unit} after {written} on {day}"),
    message("{unit} before {written} on {day}"),
    message("{unit} of {written}, {day}"),
    message("in the month of “{words}”"),
    message("in the month beside “{words}”"),
    message("in the month of {written} on {day}"),
    message("in the month before {written} on {day}"),
    message("{weekday} before “{words}”"),
    message("{weekday} after “{words}”"),
    message("{weekday} from “{words}”"),
    message("the first after “{words}”"),
    message("the last before “{words}”"),
    message("in the year of “{words}”"),
    message("in the year after “{words}”"),
    message("in the year before “{words}”"),
    message("in the year of {written}, {number}"),
    message("the nearest to “{words}”"),
    message("the nearest before {written} on {day}"),
    message("the nearest after {written} on {day}"),
    message("day {number}, counted from “{words}” as the first"),
    message("week {number}, counted from “{words}” as the first"),
    message("month {number}, counted from “{words}” as the first"),
    message("day {number}, counted on from “{words}”"),
    message("week {number}, counted on from “{words}”"),
    message("month {number}, counted on from “{words}”"),
    message("{part} {of_unit}"),
    message("{part} {of_unit}, {reason}"),
)


def reason_in(language: Language, reason: str) -> str:
    """The reason in this language; in English where it is of a kind not known here."""
    return reason if language is ENGLISH else _phrasebook().retold(reason, language)


@cache
def _phrasebook() -> Phrasebook:
    return Phrasebook(
        _TEMPLATES,
        {
            **PLACES,
            "reason": Place(".+", lambda words, language: reason_in(language, words)),
            "written": Place("|".join(_WRITTEN), said),
            "part": Place("|".join(_PARTS), said),
            "weekday": Place("|".join(_WEEKDAYS), said),
        },
    )
