"""Pointing at a quotation or a date: “source-id:12” for a passage, “source-id@120-184” for a span of the text.

A span is by offsets (code points), so that it means the same one for as long as the text stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.answers.changing.keeping import Keeping
from bot.answers.changing.meant import SeveralMeantError
from bot.answers.language import Language
from bot.answers.model import Answer
from bot.answers.wording import cleaned, clipped
from bot.archive.lookup.standing import Stretch
from bot.archive.records import DateRecord, QuotationRecord
from bot.errors import InputError

Pointed = QuotationRecord | DateRecord
P = TypeVar("P", QuotationRecord, DateRecord)
_SPAN = re.compile(r"(?P<source>[^\s@]{1,80})@(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})")
_PASSAGE = re.compile(r"(?P<source>[^\s:]{1,80}):(?P<passage>[0-9]{1,9})")
_MOST = 10
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Target:
    """Where a moderator points: a source, and a stretch of it."""

    source: str
    stretch: Stretch


def target_of(typed: str) -> Target:
    """Where the words point. Raises InputError for any that do not."""
    # Copied from a message, it has a mark in it that nobody sees.
    words = "".join(cleaned(typed).split())
    span, passage = _SPAN.fullmatch(words), _PASSAGE.fullmatch(words)
    if span:
        return Target(span["source"], Stretch(start=int(span["start"]), end=int(span["end"])))
    if passage:
        return Target(passage["source"], Stretch(passage=int(passage["passage"])))
    raise InputError(
        "Point at it by its source and passage, such as {passage}, or pick it from the list while you type.",
        passage="source-id:12",
    )


async def quotation_meant(keeping: Keeping, typed: str) -> QuotationRecord:
    """The one quotation that is pointed at. Raises InputError where there is none, or more than one."""
    target = target_of(typed)
    found = await keeping.archive.quotations_of_source(target.source, keeping.owner, target.stretch, _MOST)
    if not found:
        raise InputError("There is no quotation there.")
    return _one(keeping, found)


async def date_meant(keeping: Keeping, typed: str) -> DateRecord:
    """The one date expression that is pointed at. Raises InputError where there is none, or more than one."""
    target = target_of(typed)
    found = await keeping.archive.dates_of_source(target.source, keeping.owner, target.stretch, _MOST)
    if not found:
        raise InputError("There is no date there.")
    return _one(keeping, found)


def pointer_to(record: Pointed) -> str:
    """The words that point at this one and no other."""
    return f"{record.place.source.id}@{record.place.start}-{record.place.end}"


def label_of(record: Pointed, language: Language) -> str:
    """What it says, in one line: the words with the speaker, or the expression with its days."""
    if isinstance(record, DateRecord):
        days = language.days(record.earliest, record.latest, approximate=record.approximate)
        return f"“{clipped(record.as_written, _LONGEST)}” → {days}"
    return f"“{clipped(' '.join(record.text.split()), _LONGEST)}” — {record.speaker or language.say('unknown')}"


def _one(keeping: Keeping, found: Sequence[P]) -> P:
    if len(found) == 1:
        return found[0]
    heading = keeping.language.say("There is more than one in this passage; give the command again with one of these:")
    lines = tuple(f"{label_of(each, keeping.language)}: {pointer_to(each)}" for each in found)
    raise SeveralMeantError(Answer("choice", heading, notes=lines, language=keeping.language))
