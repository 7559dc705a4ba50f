"""Citations: made from the archive's places, written in a short form for people, and read back from it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.language import Language, message
from bot.answers.model import Citation, Item
from bot.archive.records import Place
from bot.errors import InputError

DIGEST_NOTE = message(
    "A digest is our own summary of the account named; only what it puts in quotation marks is the account's words."
)

_SHORT_FORM = re.compile(r"\[?(?P<source>[^\s:\[\]]+)\s*[:#]\s*(?P<passage>\d{1,9})\]?")


def citation_of(place: Place) -> Citation:
    """The citation that goes with whatever stands at a place of the archive."""
    source = place.source
    return Citation(
        source=source.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        passage=place.passage,
        start=place.start,
        end=place.end,
        kind=source.kind,
    )


def short_form(citation: Citation) -> str:
    """A citation as people pass it on, and as `context` takes it: “source-id:12” is passage 12 of that source."""
    return f"{citation.source}:{citation.passage}"


def read_short_form(words: str) -> tuple[str, int]:
    """The source's id and the number of the passage that a short form names.

    Raises InputError when `words` is no citation.
    """
    match = _SHORT_FORM.fullmatch(words.strip())
    if match is None or int(match["passage"]) < 1:
        raise InputError("A citation is a source and the number of a passage, like source-id:12.")
    return match["source"], int(match["passage"])


def notes_on(items: Iterable[Item], language: Language) -> tuple[str, ...]:
    """What must be said of where the items come from: a digest is not the account itself."""
    return (language.say(DIGEST_NOTE),) if any(item.citation.kind == "digest" for item in items) else ()
