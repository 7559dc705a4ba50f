"""The catalogue data of a document, from every place that states some.

What people wrote as catalogue data comes first, and what programs note last:

1. front matter
2. header lines above the text ("Date: 12 May 2031")
3. the metadata of an HTML page, which its publisher keeps
4. the account itself: its dateline, byline, date stamp, title
5. the properties of a PDF or DOCX file; of these only a title and an author, and these only where they look like one
"""

from __future__ import annotations

from typing import Any

from bot.errors import InputError
from bot.intake.document import IntakeDocument, Original
from bot.intake.front_matter import split_front_matter
from bot.intake.headers import header_of
from bot.intake.stated import (
    BYLINE,
    DATELINE,
    FILE_PROPERTIES,
    FRONT_MATTER,
    PAGE_METADATA,
    TEXT,
    Parsed,
    Stated,
    merged,
)
from bot.reading.layout import lay_out

_BLANK = "\ufeff \t\r\n"


def catalogued(name: str, original: bytes, parsed: Parsed, *, has_front_matter: bool) -> IntakeDocument:
    """The document: the text below its front matter, and what is known about it, each value with where it was found.

    Raises InputError for front matter that is at fault, and for a document without text.
    """
    front, text = split_front_matter(parsed.text, name) if has_front_matter else ({}, parsed.text)
    if not text.strip(_BLANK):
        raise InputError("“{name}” is empty.", name=name)
    page = (parsed.stated,) if parsed.stated and parsed.stated.where == PAGE_METADATA else ()
    file = (parsed.stated,) if parsed.stated and parsed.stated.where == FILE_PROPERTIES else ()
    values, found = merged((_of_front(front), header_of(text), *page, *_of_text(text), *file))
    return IntakeDocument(
        filename=name,
        original=original,
        text=text,
        kind=front.get("kind", "account"),
        source_id=front.get("id"),
        of=_original(front["of"], name) if front.get("of") else None,
        found=found,
        made=parsed.made,
        **values,
    )


def _of_front(front: dict[str, Any]) -> Stated:
    return Stated(FRONT_MATTER, **{key: value for key, value in front.items() if key not in {"id", "kind", "of"}})


def _of_text(text: str) -> tuple[Stated, ...]:
    """What the account says of itself, as the layout of the reader finds it."""
    said = lay_out(text).catalogue
    return (
        Stated(DATELINE, place=said.place),
        Stated(BYLINE, contributors=said.contributors),
        Stated(TEXT, title=said.title, publisher=said.publisher, published=said.published),
    )


def _original(of: dict[str, Any], name: str) -> Original:
    for key in ("title", "publisher"):
        if key not in of:
            raise InputError(
                "In the front matter of “{name}”, the original account under “of” needs a {key}.", name=name, key=key
            )
    return Original(
        title=of["title"],
        publisher=of["publisher"],
        contributors=of.get("contributors", ()),
        published=of.get("published"),
        url=of.get("url"),
    )
