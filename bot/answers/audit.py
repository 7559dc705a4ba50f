"""The audit log in pages: who did what, when and why, with what can be undone; and undoing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.changes import UNDO, done, names_in
from bot.answers.changing.keeping import Keeping
from bot.answers.changing.sources import own_source
from bot.answers.deeds import told
from bot.answers.language import message
from bot.answers.model import Action, Answer
from bot.archive.records import AuditEntry
from bot.errors import InputError

PAGE, HISTORY, UNDO_HERE = "audit", "history", "undo-here"
CSV, JSON = "audit-csv", "audit-json"
"""Acts under the log: turning its page, undoing and staying on it, handing it out."""
PER_PAGE = 5
NO_ENTRY = message("There is no entry with this number in the audit log.")
_MOST_FIGURES = 12
_OTHERS = {"command line": message("command line"), "forgotten": message("forgotten")}
"""Who is nobody of Discord."""


async def audit_page(keeping: Keeping, page: int = 1) -> Answer:
    """One page of the log, the last entry first."""
    archive, say = keeping.archive, keeping.language.say
    of = max(1, -(-await archive.count_audit(keeping.owner) // PER_PAGE))
    page = min(max(page, 1), of)
    entries = await archive.audit(keeping.owner, PER_PAGE, (page - 1) * PER_PAGE)
    heading = say("Audit log, page {page} of {of}", page=page, of=of) if of > 1 else say("Audit log")
    actions = (
        *(Action(_undo_label(each, keeping), UNDO_HERE, f"{each.number}:{page}") for each in entries if each.undoable),
        *_turning(keeping, PAGE, page, of),
        *((Action("CSV", CSV, "all"), Action("JSON", JSON, "all")) if entries else ()),
    )
    return Answer("audit", heading, notes=await _lines(keeping, entries), actions=actions, language=keeping.language)


async def history_page(keeping: Keeping, source_id: str, page: int = 1) -> Answer:
    """One page of what was done to a source and to what stands in it."""
    source = await own_source(keeping, source_id)
    found = await keeping.archive.history_of(source.id, keeping.owner)
    of = max(1, -(-len(found) // PER_PAGE))
    page = min(max(page, 1), of)
    entries = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    say = keeping.language.say
    heading = say("History of “{title}” ({source})", title=source.title, source=source.id)
    if of > 1:
        heading = say("{heading}, page {page} of {of}", heading=heading, page=page, of=of)
    actions = (
        *(Action(_undo_label(each, keeping), UNDO, str(each.number)) for each in entries if each.undoable),
        *_turning(keeping, HISTORY, page, of, f":{source.id}"),
    )
    return Answer("audit", heading, notes=await _lines(keeping, entries), actions=actions, language=keeping.language)


async def undo(keeping: Keeping, number: str = "", reason: str = "") -> Answer:
    """Undo the entry with this number, without one the last that can be undone."""
    wanted = entry_number(number) if number.strip() else None
    entry = await keeping.archive.undo(keeping.owner, wanted, by=keeping.by, reason=reason)
    undone = await keeping.archive.audit_entry(keeping.owner, int(entry.after["undone"]))
    what = told(undone, await names_in(keeping.archive, [undone]), keeping.language) if undone else ""
    notes = [keeping.language.say("Undone: {what}", what=what)] if what else []
    return await done(keeping.archive, entry, keeping.language, notes=notes)


async def undo_adding(keeping: Keeping, source_id: str) -> Answer:
    """Undo that a source was added: it is withdrawn, and kept."""
    history = await keeping.archive.history_of(source_id, keeping.owner)
    added = next((entry for entry in history if entry.action == "add"), None)
    if added is None:
        raise InputError(NO_ENTRY)
    return await undo(keeping, str(added.number))


def entry_number(typed: str) -> int:
    """The number of an entry as typed: “12”, “#12”. Raises InputError for anything else."""
    figures = typed.strip().removeprefix("#")
    if not (figures.isascii() and figures.isdigit() and len(figures) <= _MOST_FIGURES):
        raise InputError(NO_ENTRY)
    return int(figures)


async def _lines(keeping: Keeping, entries: Sequence[AuditEntry]) -> tuple[str, ...]:
    names = await names_in(keeping.archive, entries)
    lost = {entry.number for entry in await keeping.archive.lost_corrections(keeping.owner)}
    lines = [
        line
        for entry in entries
        for line in _entry_lines(entry, told(entry, names, keeping.language), keeping, lost=entry.number in lost)
    ]
    return tuple(lines) or (keeping.language.say("Nothing has been changed yet."),)


def _entry_lines(entry: AuditEntry, what: str, keeping: Keeping, *, lost: bool) -> Iterator[str]:
    """What, then who, when and why: the line begins with the number and who, as the rendering expects it."""
    say = keeping.language.say
    when = entry.at.removesuffix("+00:00").replace("T", " ")[:16]
    who = say(_OTHERS[entry.by]) if entry.by in _OTHERS else entry.by or "?"
    yield f"{entry.number} · {who} · {when} UTC · {what}"
    why = say("Reason: {reason}", reason=entry.reason) if entry.reason else ""
    undone = say("Undone by entry {number}.", number=entry.undone_by) if entry.undone_by else ""
    gone = say("Changes nothing any more: what it is about is not there as it was.") if lost else ""
    if why or undone or gone:
        yield " ".join(each for each in (undone, gone, why) if each)


def _undo_label(entry: AuditEntry, keeping: Keeping) -> str:
    return keeping.language.say("Undo {number}", number=entry.number)


def _turning(keeping: Keeping, act: str, page: int, of: int, behind: str = "") -> Iterator[Action]:
    if page > 1:
        yield Action(keeping.language.say("Previous"), act, f"{page - 1}{behind}")
    if page < of:
        yield Action(keeping.language.say("Next"), act, f"{page + 1}{behind}")
