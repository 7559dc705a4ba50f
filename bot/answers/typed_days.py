"""What the reader says of a day that somebody typed, in the language of an answer.

`bot/reading/dates/asked.py`, `impossible.py` and `typed.py` say it in English. What was typed stays as it was.
"""

from __future__ import annotations

from functools import cache

from bot.answers.language import ENGLISH, Language, message
from bot.answers.retelling import Phrasebook, Place
from bot.answers.spoken_days import PLACES, said

_HINT = message("type a day such as 2022-04-30, 30 April, April 2022, late April, day 66 or 2022-04-26..2022-05-07")
_LABELS = (
    message("day {number} of the siege, {day}"),
    message("{near}"),
    message("{label} to {label2}"),
    message("early {of_year}"),
    message("mid {of_year}"),
    message("late {of_year}"),
    message("{of_year}"),
    message("{year}"),
)
_SENTENCES = (
    message("No day was given; {hint}."),
    message("That is too long for a day; {hint}."),
    message("“{words}” depends on the day it is said; {hint}."),
    message("“{words}” is no day that I can read; {hint}."),
    message("The range ends before it begins: {label} comes after {label2}; type {words}."),
    message("There is no {words} in {years}; type the day with its year."),
    message("There is no day {number}: day 1 is {day}; type day 66, or a date."),
    message("“{words}” is no date: there is no year 0; type a year such as 2022."),
    message("“{words}” is no date: there is no month {number}; type a month from 01 to 12, as in {words2}."),
    message("“{words}” is no date: {number} was no leap year, so February had 28 days; type {near} or {near2}."),
    message("“{words}” is no date: {month} has {number} days; type a day from 1 to {number2}, such as {near}."),
    message("No year was given: {number} is taken."),
    message("No year was given: {number} is taken; the archive also has {words}."),
    message("The day is taken to stand before the month."),
    message("The month is taken to stand before the day."),
    message("Day 1 is {day}."),
)


def typed_day_in(language: Language, sentence: str) -> str:
    """What the reader says of a typed day (a note, or what is wrong with it) in this language."""
    return sentence if language is ENGLISH else _sentences().retold(sentence, language)


@cache
def _sentences() -> Phrasebook:
    return Phrasebook(
        _SENTENCES,
        {
            **PLACES,
            "hint": Place("type a day such as .+", said),
            "years": Place(
                r"\d+(?: or \d+)*", lambda words, language: words.replace(" or ", f" {language.say('or')} ")
            ),
            "label": Place(".+", lambda words, language: _labels().retold(words, language)),
        },
    )


@cache
def _labels() -> Phrasebook:
    return Phrasebook(
        _LABELS, {**PLACES, "label": Place(".+", lambda words, language: _labels().retold(words, language))}
    )
