"""HTML: the account that stands in a page, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.errors import InputError
from bot.intake.cleaning import clean_value, joined
from bot.intake.decoding import decode_page
from bot.intake.stated import PAGE_METADATA, Parsed, Stated

_LANGUAGE = re.compile(r"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_HEAD = 10_000
_INLINE = frozenset({"hi", "ref", "del", "lb"})
"""Elements of an extracted account that stand inside a paragraph; every other begins or ends one."""
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1800-01-01", "max_date": "9999-12-31"}
"""The day of first publication that the page states; not one guessed at from figures, nor held against today's."""


def parsed(data: bytes, name: str) -> Parsed:
    """The account in a page and what the page states about it (its metadata: Open Graph, JSON-LD, `meta`, `time`).

    Menus, related stories, comments, notices, hidden parts, scripts and styles are left out. Raises InputError for a
    page without an account.
    """
    # Loaded only here: it takes as long as everything else together.
    import trafilatura

    page = decode_page(data, name)
    if not _WHOLE.search(page):
        page = f"<html><body>{page}</body></html>"
    found: Any = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    text = joined(_paragraphs(found.body)) if found is not None and found.body is not None else ""
    if not text:
        raise InputError("No text of an account could be found in “{name}”.", name=name)
    language = _LANGUAGE.search(page[:_HEAD])
    return Parsed(text, _stated(found, language[1].lower() if language else None))


def _paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs of an extracted account, in order. Without recursion: pages nest as deep as they like."""
    parts: list[str] = []
    waiting: list[tuple[Any, bool]] = [(body, True)]
    while waiting:
        element, opens = waiting.pop()
        if element.tag not in _INLINE:
            yield "".join(parts)
            parts = []
        elif element.tag == "lb" and opens:
            parts.append("\n")
        parts.append((element.text if opens else element.tail) or "")
        if opens:
            waiting.append((element, False))
            waiting.extend((child, True) for child in reversed(element))
    yield "".join(parts)


def _stated(found: Any, language: str | None) -> Stated:
    authors = (clean_value(author) for author in (found.author or "").split(";"))
    return Stated(
        where=PAGE_METADATA,
        title=clean_value(found.title),
        publisher=clean_value((found.sitename or "").lstrip("@")),
        contributors=tuple(dict.fromkeys(author for author in authors if author)),
        published=_day(found.date),
        url=_address(found.url),
        rights=clean_value(found.license),
        language=language,
    )


def _day(stated: object) -> date | None:
    try:
        return date.fromisoformat(str(stated)[:10])
    except ValueError:
        return None


def _address(stated: object) -> str | None:
    address = clean_value(stated)
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname else None
