"""Putting another text in the place of that of a source: what would change by it, and doing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as with_other

from bot.answers.changes import done
from bot.answers.changing.keeping import Keeping
from bot.answers.changing.sources import own_source
from bot.answers.language import Language
from bot.answers.model import Action, Answer
from bot.answers.wording import clipped
from bot.archive.accession import Accession
from bot.archive.drafts import Draft
from bot.archive.lookup.standing import Stretch
from bot.archive.records import SourceRecord
from bot.errors import DuplicateSourceError, InputError
from bot.reading.model import Reading

REPLACE = "replace"
"""The act that opens the form, and the form, in which it is said why the text is replaced."""
_ALL = 100_000
"""More quotations and dates than any source has."""
_MOST_SHOWN = 10
_LONGEST = 100


async def propose(keeping: Keeping, source_id: str, document: Accession) -> Answer:
    """What would change if this document took the place of that of a source; nothing is changed yet."""
    source = await own_source(keeping, source_id)
    same = await keeping.archive.same_bytes(document.sha256, keeping.owner)
    if same:
        raise DuplicateSourceError(same.id, same.title)
    reading = await keeping.archive.read(document.text, source.published)
    lost = await _lost(keeping, source, document.text)
    draft = await keeping.archive.keep_draft(with_other(document, guild=keeping.owner, source_id=source.id), {})
    say = keeping.language.say
    heading = say("To take the place of the text of “{title}” ({source})", title=source.title, source=source.id)
    notes = (*await _counts(keeping, source, reading), *_lost_lines(lost, keeping.language))
    actions = (Action(say("Replace"), REPLACE, draft.id), Action(say("Cancel"), "cancel", draft.id))
    return Answer("preview", heading, notes=notes, actions=actions, language=keeping.language)


async def replace(keeping: Keeping, draft_id: str, reason: str) -> Answer:
    """Put the document that was handed in into its place."""
    draft = await replacing_draft(keeping, draft_id)
    document = draft.document
    replaced = await keeping.archive.replace_source(
        document.source_id or "",
        keeping.owner,
        document.original,
        document.text,
        filename=document.filename,
        by=keeping.by,
        reason=reason,
    )
    await keeping.archive.drop_draft(draft_id, keeping.owner)
    notes = [*_lost_lines(replaced.quotations, keeping.language)]
    if replaced.corrections:
        one = "{n} correction no longer holds: its words are gone."
        many = "{n} corrections no longer hold: their words are gone."
        notes.append(keeping.language.counted(len(replaced.corrections), one, many))
    return await done(keeping.archive, replaced.entry, keeping.language, notes=notes)


async def replacing_draft(keeping: Keeping, draft_id: str) -> Draft:
    """The document that was handed in to replace another. Raises InputError where it is decided upon, or too old."""
    draft = await keeping.archive.draft(draft_id, keeping.owner)
    if draft is None or draft.document.source_id is None:
        raise InputError("This preview has been decided upon, or is older than a day; hand the document in again.")
    return draft


async def _lost(keeping: Keeping, source: SourceRecord, text: str) -> list[str]:
    found = await keeping.archive.quotations_of_source(source.id, keeping.owner, Stretch(), _ALL)
    quoted = (each.text for each in found if not each.indirect)
    return list(dict.fromkeys(words for words in quoted if words not in text))


async def _counts(keeping: Keeping, source: SourceRecord, reading: Reading) -> list[str]:
    archive, owner, language = keeping.archive, keeping.owner, keeping.language
    quoted = await archive.quotations_of_source(source.id, owner, Stretch(), _ALL)
    dated = await archive.dates_of_source(source.id, owner, Stretch(), _ALL)
    rows = (
        (language.say("Passages"), source.passages, len(reading.passages)),
        (language.say("Quotations"), sum(not each.indirect for each in quoted), len(reading.quotations)),
        (language.say("Dates"), len(dated), len(reading.dates)),
    )
    return [
        language.say(
            "{name}: {before} → {after}", name=name, before=language.number(before), after=language.number(now)
        )
        for name, before, now in rows
    ]


def _lost_lines(lost: Sequence[str], language: Language) -> Iterator[str]:
    if not lost:
        yield language.say("Every quotation stands in the new text, too.")
        return
    one = "{n} quotation does not stand in the new text:"
    yield language.counted(len(lost), one, "{n} quotations do not stand in the new text:")
    yield from (f"“{clipped(' '.join(words.split()), _LONGEST)}”" for words in lost[:_MOST_SHOWN])
    if len(lost) > _MOST_SHOWN:
        left = len(lost) - _MOST_SHOWN
        yield language.counted(left, "and {n} more", "and {n} more")
