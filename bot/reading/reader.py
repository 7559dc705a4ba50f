"""The whole reading of one account, step by step."""

from __future__ import annotations

from datetime import date

from bot.reading.dates import find_dates
from bot.reading.figures import find_figures
from bot.reading.indirect import find_indirect
from bot.reading.layout import lay_out
from bot.reading.model import Reading
from bot.reading.people import find_people
from bot.reading.quotations import find_quotations
from bot.reading.quotations.cast import Cast
from bot.reading.wraps import as_written, figures_as_written, people_as_written, without_wraps

READER_VERSION = 2
"""Raised with every change to what the reader finds, so that archives know what to read again."""


def read(text: str, published: date | str | None = None) -> Reading:
    """Read one account.

    `published` is the day of publication where it is known from elsewhere (a date or "YYYY-MM-DD"); it outweighs
    what the text states. The same text and day give the same reading. No text raises an error; a `published` that
    is no ISO day raises ValueError.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    document = without_wraps(lay_out(text, day))
    people = find_people(document)
    cast = Cast(document, people)
    quotations = find_quotations(document, people, cast)
    indirect = find_indirect(document, people, quotations, cast)
    dates = find_dates(document, quotations)
    return Reading(
        text=text,
        source=document.catalogue,
        passages=document.passages,
        left_out=document.left_out,
        people=people_as_written(text, people),
        quotations=as_written(text, quotations),
        indirect=as_written(text, indirect),
        dates=as_written(text, dates),
        figures=figures_as_written(text, find_figures(document, quotations, indirect, dates)),
    )
