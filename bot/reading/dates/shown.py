"""How an expression is shown: with the article that belongs to it, and as what kind."""

from __future__ import annotations

import re

from bot.reading.dates.forms import (
    End,
    Figures,
    Fixed,
    Form,
    Found,
    Headed,
    MonthDay,
    NthWeekday,
    Partly,
    Range,
    Within,
    Yearly,
)
from bot.reading.model import DateKind

_ARTICLE = re.compile(r"\bthe\s$", re.IGNORECASE)


def with_article(text: str, one: Found, floor: int) -> int:
    """The start of an expression with the article that belongs to it: "the next day", "the 1990s".

    `floor` is where the expression before ends.
    """
    if isinstance(one.form, Fixed) and one.form.grain in ("day", "month", "year"):
        return one.start
    if isinstance(one.form, Yearly) and one.form.kind in ("day", "month", "feast") and one.form.which == "bare":
        return one.start
    article = _ARTICLE.search(text, max(floor, one.start - len("the ")), one.start)
    return article.start() if article else one.start


def kind_of(form: Form) -> DateKind:
    """Whether an expression is a whole date, a part of one, or told from another."""
    match form:
        case Fixed() | Figures():
            return "explicit"
        case Yearly(which="bare"):
            return "explicit" if form.kind in ("day", "feast") else "partial"
        case End():
            return kind_of(form.range)
        case Range():
            return kind_of(form.last if isinstance(form.first, MonthDay) else form.first)
        case NthWeekday():
            return kind_of(form.month)
        case Partly():
            whole = kind_of(form.whole)
            return "partial" if whole == "explicit" else whole
        case Within():
            return kind_of(form.year)
        case Headed():
            return kind_of(form.day)
        case MonthDay():
            return "partial"
        case _:
            return "relative"
