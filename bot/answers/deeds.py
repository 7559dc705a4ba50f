"""What moderators did, in words: one sentence for each entry of the audit log."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.answers.language import Language, message
from bot.answers.wording import clipped
from bot.archive.records import AuditEntry

_LONGEST_VALUE = 80
_FIELDS: Mapping[str, str] = {
    "title": message("Title"),
    "publisher": message("Publisher"),
    "contributors": message("By"),
    "published": message("Published"),
    "place": message("Place"),
    "url": message("Address"),
    "rights": message("Rights"),
    "language": message("Language"),
}
Names = Mapping[str, str]
"""What sources and persons are called, by id; one that is not here is called by its id."""


def told(entry: AuditEntry, names: Names, language: Language) -> str:
    """What was done, in one sentence."""
    tell = _TOLD.get(entry.action)
    if tell is None:
        return language.say("{action}: {subject}.", action=entry.action, subject=entry.subject)
    return tell(entry, names, language)


def _add(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say("Added “{title}” ({source}).", **_source(entry, names))


def _edit(entry: AuditEntry, names: Names, language: Language) -> str:
    changes = "; ".join(
        language.say(
            "{field}: {before} → {after}",
            field=language.say(_FIELDS.get(field, field)),
            before=_shown(field, entry.before.get(field), language),
            after=_shown(field, value, language),
        )
        for field, value in entry.after.items()
    )
    return language.say("Changed “{title}” ({source}): {changes}.", changes=changes, **_source(entry, names))


def _withdraw(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say("Withdrew “{title}” ({source}).", **_source(entry, names))


def _restore(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say("Took “{title}” ({source}) back.", **_source(entry, names))


def _replace(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say("Replaced the text of “{title}” ({source}).", **_source(entry, names))


def _merge(entry: AuditEntry, names: Names, language: Language) -> str:
    one, other = _person(entry.before, names), _person(entry.after, names)
    return language.say("Merged {one} into {other}.", one=one, other=other)


def _split(entry: AuditEntry, names: Names, language: Language) -> str:
    source = str(entry.after.get("source", ""))
    return language.say(
        "Split {one} in “{title}”: there it is {other}.",
        one=_person(entry.before, names),
        other=_person(entry.after, names),
        title=names.get(source, source),
    )


def _rename(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say("Renamed {before} to {after}.", before=entry.before.get("name"), after=entry.after.get("name"))


def _variant(entry: AuditEntry, names: Names, language: Language) -> str:
    person = names.get(entry.subject, entry.subject)
    if "variant" in entry.after:
        return language.say("Added the form “{form}” to {person}.", form=entry.after["variant"], person=person)
    return language.say("Removed the form “{form}” from {person}.", form=entry.before.get("variant"), person=person)


def _describe(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say(
        "Described {person} as “{role}”, on the word of {citation}.",
        person=names.get(entry.subject, entry.subject),
        role=entry.after.get("role"),
        citation=entry.after.get("citation"),
    )


def _speaker(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say(
        "Set the speaker of a quotation in “{title}” ({place}): {before} → {after}.",
        title=names.get(entry.subject, entry.subject),
        place=_place(entry),
        before=_spoken_by(entry.before, names, language),
        after=_spoken_by(entry.after, names, language),
    )


def _date(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say(
        "Set a date in “{title}” ({place}): {before} → {after}.",
        title=names.get(entry.subject, entry.subject),
        place=_place(entry),
        before=_days(entry.before, language),
        after=_days(entry.after, language),
    )


def _settings(entry: AuditEntry, names: Names, language: Language) -> str:
    changed = "; ".join(
        f"{name}: {entry.before.get(name)} → {value}"
        for name, value in entry.after.items()
        if entry.before.get(name) != value
    )
    return language.say("Changed the settings of the server: {changes}.", changes=changed)


def _report(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say(
        "Closed report {number}: {outcome}.", number=entry.subject, outcome=entry.after.get("outcome", "")
    )


def _import(entry: AuditEntry, names: Names, language: Language) -> str:
    sources = language.counted(int(entry.after.get("sources", 0)), "{n} source", "{n} sources")
    corrections = language.counted(int(entry.after.get("corrections", 0)), "{n} correction", "{n} corrections")
    return language.say("Took an export in: {sources}, {corrections}.", sources=sources, corrections=corrections)


def _undone(entry: AuditEntry, names: Names, language: Language) -> str:
    return language.say("Undid entry {number}.", number=entry.after.get("undone"))


_TOLD: Mapping[str, Callable[[AuditEntry, Names, Language], str]] = {
    "add": _add,
    "edit": _edit,
    "withdraw": _withdraw,
    "restore": _restore,
    "replace": _replace,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "variant": _variant,
    "describe": _describe,
    "speaker": _speaker,
    "date": _date,
    "settings": _settings,
    "report": _report,
    "import": _import,
    "undo": _undone,
}


def _source(entry: AuditEntry, names: Names) -> dict[str, str]:
    title = names.get(entry.subject) or entry.after.get("title") or entry.subject
    return {"title": clipped(str(title), _LONGEST_VALUE), "source": entry.subject}


def _person(side: Mapping[str, Any], names: Names) -> str:
    person = str(side.get("person", ""))
    return names.get(person, person)


def _place(entry: AuditEntry) -> str:
    return f"{entry.subject}@{entry.after.get('begins')}-{entry.after.get('ends')}"


def _spoken_by(side: Mapping[str, Any], names: Names, language: Language) -> str:
    person = side.get("person")
    written = side.get("speaker")
    return names.get(str(person)) or written or language.say("unknown")


def _days(side: Mapping[str, Any], language: Language) -> str:
    earliest, latest = (date.fromisoformat(str(side[name])) for name in ("earliest", "latest"))
    return language.days(earliest, latest, approximate=bool(side.get("approximate")))


def _shown(field: str, value: Any, language: Language) -> str:
    if field == "contributors" and value:
        value = "; ".join(json.loads(value)) if isinstance(value, str) else "; ".join(value)
    elif field == "published" and value:
        value = language.day(date.fromisoformat(str(value)))
    return clipped(str(value), _LONGEST_VALUE) if value else language.say("nothing")
