"""The answer to something that was just changed, with the button that undoes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answers.deeds import Names, told
from bot.answers.language import Language
from bot.answers.model import Action, Answer
from bot.archive.archive import Archive
from bot.archive.records import AuditEntry, Viewer

UNDO = "undo"
"""The act that undoes the entry with a number."""
_ABOUT_SOURCES = frozenset({"add", "edit", "withdraw", "restore", "replace", "speaker", "date"})


async def done(
    archive: Archive, entry: AuditEntry, language: Language, *, notes: Iterable[str] = (), names: Names | None = None
) -> Answer:
    """The answer that says what was changed, with the button that undoes it. `names` are known already."""
    known = {**await names_in(archive, [entry]), **(names or {})}
    reason = [language.say("Reason: {reason}", reason=entry.reason)] if entry.reason else []
    heading = f"{told(entry, known, language)} ({language.say('entry {number}', number=entry.number)})"
    return Answer("done", heading, notes=(*notes, *reason), actions=tuple(_undo(entry, language)), language=language)


def _undo(entry: AuditEntry, language: Language) -> Iterator[Action]:
    if entry.undoable:
        yield Action(language.say("Undo"), UNDO, str(entry.number))


async def names_in(archive: Archive, entries: Iterable[AuditEntry]) -> dict[str, str]:
    """What the sources and persons are called that these entries, of one owner, are about."""
    names: dict[str, str] = {}
    for entry in entries:
        for source_id in _sources_of(entry) - names.keys():
            source = await archive.owned_source(source_id, entry.owner)
            names |= {source_id: source.title} if source else {}
        for person_id in _persons_of(entry) - names.keys():
            person = await archive.person(person_id, Viewer(entry.owner))
            names |= {person_id: person.name} if person else {}
    return names


def _sources_of(entry: AuditEntry) -> set[str]:
    named = {entry.subject} if entry.action in _ABOUT_SOURCES else set[str]()
    return named | {value for value in (entry.after.get("source"),) if isinstance(value, str)}


def _persons_of(entry: AuditEntry) -> set[str]:
    about = set[str]() if entry.action in {*_ABOUT_SOURCES, "settings", "report", "import"} else {entry.subject}
    named = (entry.before.get("person"), entry.after.get("person"))
    return about | {value for value in named if isinstance(value, str)}
