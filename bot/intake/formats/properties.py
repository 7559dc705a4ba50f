"""What PDFs and word processors note about a file. Programs fill in much of it, so little of it is believed."""

from __future__ import annotations

import re
from datetime import date

from bot.intake.cleaning import clean_value

# A file's name, or the name that a program gives to what has none.
_NO_TITLE = re.compile(
    r".*\.\w{2,5}|microsoft (?:word|powerpoint) - .*|[\w-]*\d[\w-]*|https?:.*"
    r"|(?:untitled|document|doc|print|page|file|новий|новый|документ)\W*\d*",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_NO_PERSON = re.compile(
    r"\b(?:user|admin|administrator|owner|author|windows|microsoft|office|libreoffice|adobe|python|unknown|anonymous"
    r"|guest|default|writer|desk|editor)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")


def title_in(stated: object) -> str | None:
    """The title that a file's properties state, unless it is a file's name or one that a program made up."""
    title = clean_value(stated)
    return title if title and not _NO_TITLE.fullmatch(title) else None


def author_in(stated: object) -> str | None:
    """The author that a file's properties state, where it is a first and a last name and no account of a computer."""
    author = clean_value(stated)
    return author if author and _PERSON.fullmatch(author) and not _NO_PERSON.search(author) else None


def day_in(stated: object) -> date | None:
    """The day of a time stamp of either format: "2031-05-12T06:15:00Z" (DOCX) or "D:20310512061500Z" (PDF)."""
    match = _DAY.match(stated.strip()) if isinstance(stated, str) else None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
