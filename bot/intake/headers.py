"""Header lines: what a text says of itself at its top, a "Key: value" a line ("Date: 12 May 2031")."""

from __future__ import annotations

import re
from typing import Any

from bot.intake.cleaning import clean_value
from bot.intake.stated import HEADER_LINES, Stated
from bot.reading.layout.stamps import stamp_of

_KEYS = {
    "title": "title", "headline": "title",
    "author": "contributors", "authors": "contributors", "by": "contributors", "byline": "contributors",
    "source": "publisher", "publisher": "publisher", "publication": "publisher",
    "date": "published", "published": "published", "published on": "published", "publication date": "published",
    "place": "place", "dateline": "place", "location": "place",
    "url": "url", "link": "url", "address": "url",
    "rights": "rights", "copyright": "rights", "license": "rights", "licence": "rights",
    "language": "language",
}  # fmt: skip
_LINE = re.compile(
    rf"[ \t\ufeff]*(?P<key>{'|'.join(sorted(_KEYS, key=len, reverse=True))})[ \t]*[:=][ \t]*(?P<value>\S.*)",
    re.IGNORECASE,
)
# "date 2031-05-12", alone or in front of the account: some exports leave out the colon.
_BARE_DATE = re.compile(r"[ \t\ufeff]*date[ \t]+(?P<value>\d{4}-\d\d-\d\d)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’ -]{1,60}")
_AND = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_LANGUAGE = re.compile(r"[a-z]{2}")
_MOST_LINES = 30


def header_of(text: str) -> Stated:
    """What the header lines above a text state: the lines from the first one on, up to the first of another form.

    A value that cannot be what its key says (a publisher that is an address, a date without a year) is passed over.
    """
    values: dict[str, Any] = {}
    for line in text[:10_000].splitlines()[:_MOST_LINES]:
        if not line.strip("\ufeff \t"):
            continue
        if bare := _BARE_DATE.match(line):
            _keep(values, "published", bare["value"])
        elif match := _LINE.fullmatch(line):
            _keep(values, _KEYS[match["key"].lower()], match["value"])
        else:
            break
    return Stated(HEADER_LINES, **values)


def _keep(values: dict[str, Any], key: str, written: str) -> None:
    """Keep what a line says under its key, unless a line before it said something."""
    line = clean_value(written)
    if line is None:
        return
    if key == "publisher" and _ADDRESS.fullmatch(line):
        key = "url"
    value = _value(key, line)
    if value:
        values.setdefault(key, value)


def _value(key: str, line: str) -> Any:
    if key == "published":
        stamp = stamp_of(line)
        return stamp.day if stamp else None
    if key == "contributors":
        return tuple(name for part in _AND.split(line) if _NAME.fullmatch(name := part.removeprefix("By ").strip()))
    if key == "url":
        return line if _ADDRESS.fullmatch(line) else None
    if key == "language":
        return line.lower() if _LANGUAGE.fullmatch(line.lower()) else None
    return line
