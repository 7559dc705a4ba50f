"""Days on the command line."""

from __future__ import annotations

from datetime import date

import click

from bot.answers.language import ENGLISH
from bot.errors import InputError
from bot.reading.dates.asked import DayError, read_day
from bot.settings import Settings

_NO_YEAR = 4
"""A year that nobody means (but with a 29 February): what is taken for it was typed without one."""


class Day(click.ParamType[date]):
    """An option that takes one day, typed in any way that `on` understands, with its year."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; raises InputError, with one sentence, for what is no day or more than one."""
        if isinstance(value, date):
            return value
        settings = ctx.find_object(Settings) if ctx else None
        try:
            asked = read_day(value, years=(_NO_YEAR,), day_one=(settings or Settings()).siege_day_one)
        except DayError as error:
            raise InputError(str(error)) from None
        if asked.earliest.year == _NO_YEAR:
            raise InputError(f"The year is missing: a day is wanted with its year, like 2022-04-30, not “{value}”.")
        if asked.earliest != asked.latest:
            raise InputError(f"One day is wanted, like 2022-04-30, not {ENGLISH.days(asked.earliest, asked.latest)}.")
        return asked.earliest
