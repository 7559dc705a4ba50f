"""Making corrections: each is looked at, kept, applied to everything at once and written down, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.archive import audit
from bot.archive.accession import slug_of
from bot.archive.correcting import kept
from bot.archive.correcting.model import Correction, CorrectionKind
from bot.archive.file.database import Database
from bot.archive.keeping.change import Change
from bot.archive.keeping.owned import own_source, refuse_without_reason
from bot.archive.lookup import catalogue, persons
from bot.archive.records import AuditEntry, PassageRecord, PersonRecord
from bot.errors import InputError
from bot.reading.people.keys import name_key

NO_PERSON = "There is nobody with this id."
NOT_NAMED_HERE = "There is nobody with this id in the sources that can be corrected here."
SAME_PERSON = "These are one person already."
NOT_CALLED_SO = "This source names nobody with this id."
NO_NAME = "A name must have letters in it."
HAS_NAME = "This person is called so already."
NO_VARIANT = "This is not a variant that can be removed here."
NO_ROLE = "Say in a few words who this is."
NO_CITATION = "Say where it stands, as a source's id and the number of a passage: {example}."
NO_QUOTATION = "There is no quotation at this place."
NO_DATE = "There is no date expression at this place."
SPEAKER_TWICE = "Name a person or write who speaks, not both."
BACKWARDS = "The first day must not come after the last."
LONGEST_ROLE = 200
LONGEST_NAME = 100
"""Characters. What is longer is no name and no label."""

_NAMED_BY_OWNER = """
SELECT DISTINCT source_persons.key FROM persons
JOIN source_persons ON source_persons.person = persons.num
JOIN sources ON sources.num = source_persons.source
WHERE persons.id = :id AND coalesce(sources.guild, 0) = :owner
"""
_NAMED_IN_SOURCE = """
SELECT source_persons.key, source_persons.name FROM persons
JOIN source_persons ON source_persons.person = persons.num
WHERE persons.id = :id AND source_persons.source = :source ORDER BY source_persons.parts DESC
"""
_VARIANT = """
SELECT 1 FROM persons JOIN name_forms ON name_forms.person = persons.num
WHERE persons.id = :id AND name_forms.guild = :owner AND name_forms.form = :form AND name_forms.kind = 'variant'
"""
_QUOTATION = """
SELECT quotations.text, quotations.speaker, persons.id AS person
FROM quotations LEFT JOIN persons ON persons.num = quotations.person
WHERE quotations.source = :source AND quotations.begins = :begins AND quotations.ends = :ends
"""
_DATE = """
SELECT text, earliest, latest, approximate, reason FROM dates
WHERE source = :source AND begins = :begins AND ends = :ends
"""
_ID_TAKEN = """
SELECT 1 FROM persons WHERE id = :id UNION SELECT 1 FROM person_ids WHERE id = :id
UNION SELECT 1 FROM corrections WHERE json_extract(value, '$.to') = :id
"""


async def merge(database: Database, owner: int, person_id: str, into_id: str, *, by: str, reason: str) -> AuditEntry:
    """Whoever the owner's sources take for one person is another. Raises InputError."""
    merged, keys = await _named_by_owner(database, owner, person_id)
    into = await _visible(database, owner, into_id)
    if merged.id == into.id:
        raise InputError(SAME_PERSON)
    value = {"into": into.id, "name": into.name, "merged_name": merged.name, "keys": keys}
    correction = _correction(owner, "merge", value, person=merged.id)
    return await _keep(database, correction, by, merged.id, reason, {"person": merged.id}, {"person": into.id})


async def split(
    database: Database,
    owner: int,
    person_id: str,
    source_id: str,
    *,
    to_id: str | None,
    name: str | None,
    by: str,
    reason: str,
) -> AuditEntry:
    """Whom one source calls so is somebody else: the person `to_id`, or somebody new. Raises InputError."""
    source = await own_source(database, source_id, owner)
    person = await _visible(database, owner, person_id)
    named = await database.rows(_NAMED_IN_SOURCE, {"id": person_id, "source": source["num"]})
    if not named:
        raise InputError(NOT_CALLED_SO)
    if to_id is None:
        called = _name(name) if name else named[0]["name"]
        to_id = await _new_id(database, called, source_id)
    else:
        other = await _visible(database, owner, to_id)
        if other.id == person.id:
            raise InputError(SAME_PERSON)
        called = other.name
    value = {"keys": sorted({row["key"] for row in named}), "to": to_id, "name": called, "at": audit.now()}
    correction = _correction(owner, "split", value, person=person.id, source=source["num"])
    change = {"person": person.id, "source": source_id}, {"person": to_id, "source": source_id}
    return await _keep(database, correction, by, person.id, reason, *change)


async def rename(database: Database, owner: int, person_id: str, name: str, *, by: str, reason: str) -> AuditEntry:
    """The preferred name of a person, for those who see the owner's sources. Raises InputError."""
    person, called = await _visible(database, owner, person_id), _name(name)
    if person.name == called:
        raise InputError(HAS_NAME)
    correction = _correction(owner, "rename", {"name": called}, person=person.id)
    return await _keep(database, correction, by, person.id, reason, {"name": person.name}, {"name": called})


async def variant(
    database: Database, owner: int, person_id: str, form: str, *, add: bool, by: str, reason: str
) -> AuditEntry:
    """A form of a name under which a person is found, added or removed. Raises InputError."""
    person, form = await _visible(database, owner, person_id), _name(form)
    if add and any(known.form == form and known.kind != "mentioned" for known in await _names(database, owner, person)):
        raise InputError(HAS_NAME)
    if not add and not await database.row(_VARIANT, {"id": person.id, "owner": owner, "form": form}):
        raise InputError(NO_VARIANT)
    correction = _correction(owner, "variant", {"form": form, "add": add}, person=person.id)
    before, after = ({}, {"variant": form}) if add else ({"variant": form}, {})
    return await _keep(database, correction, by, person.id, reason, before, after)


async def describe(
    database: Database, owner: int, person_id: str, role: str, citation: str, *, by: str, reason: str
) -> AuditEntry:
    """A short label for who a person is, resting on a passage (“source-id:12”). Raises InputError."""
    person = await _visible(database, owner, person_id)
    words = " ".join(role.split())
    if not words or len(words) > LONGEST_ROLE:
        raise InputError(NO_ROLE)
    passage = await _cited(database, owner, citation)
    num = await database.value("SELECT num FROM sources WHERE id = ?", (passage.place.source.id,))
    place = {"begins": passage.place.start, "ends": passage.place.end, "words": passage.text}
    value = {"role": words, "source": num, **place}
    after = {"role": words, "citation": f"{passage.place.source.id}:{passage.place.passage}"}
    correction = _correction(owner, "describe", value, person=person.id)
    return await _keep(database, correction, by, person.id, reason, {"role": person.role}, after)


async def set_speaker(
    database: Database,
    owner: int,
    source_id: str,
    begins: int,
    ends: int,
    *,
    person_id: str | None,
    written: str | None,
    by: str,
    reason: str,
) -> AuditEntry:
    """Who says a quotation: a person, somebody written so, or, with neither, nobody who is known. Raises InputError."""
    source = await own_source(database, source_id, owner)
    row = await database.row(_QUOTATION, {"source": source["num"], "begins": begins, "ends": ends})
    if row is None:
        raise InputError(NO_QUOTATION)
    if person_id and written:
        raise InputError(SPEAKER_TWICE)
    person = await _visible(database, owner, person_id) if person_id else None
    value = {
        "person": person.id if person else None,
        "name": person.name if person else _name(written) if written else None,
    }
    correction = _correction(owner, "speaker", value, source=source["num"], begins=begins, ends=ends, words=row["text"])
    place = {"begins": begins, "ends": ends}
    before = {**place, "speaker": row["speaker"], "person": row["person"]}
    after = {**place, "speaker": value["name"], "person": value["person"]}
    return await _keep(database, correction, by, source_id, reason, before, after)


async def set_date(
    database: Database,
    owner: int,
    source_id: str,
    begins: int,
    ends: int,
    earliest: date,
    latest: date,
    *,
    approximate: bool,
    by: str,
    reason: str,
) -> AuditEntry:
    """The days that a date expression means; the reason is shown with it, so there must be one. Raises InputError."""
    source = await own_source(database, source_id, owner)
    row = await database.row(_DATE, {"source": source["num"], "begins": begins, "ends": ends})
    if row is None:
        raise InputError(NO_DATE)
    if earliest > latest:
        raise InputError(BACKWARDS)
    days = {"earliest": earliest.isoformat(), "latest": latest.isoformat(), "approximate": approximate}
    value = {**days, "reason": " ".join(refuse_without_reason(reason).split())}
    correction = _correction(owner, "date", value, source=source["num"], begins=begins, ends=ends, words=row["text"])
    place = {"begins": begins, "ends": ends}
    before = {**place, **{name: row[name] for name in ("earliest", "latest", "reason")}}
    before["approximate"] = bool(row["approximate"])
    return await _keep(database, correction, by, source_id, reason, before, {**place, **days})


def _correction(owner: int, kind: CorrectionKind, value: Mapping[str, Any], **about: Any) -> Correction:
    return Correction(number=0, owner=owner, kind=kind, value=value, **about)


async def _keep(
    database: Database,
    correction: Correction,
    by: str,
    subject: str,
    reason: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> AuditEntry:
    reason = refuse_without_reason(reason)
    made = replace(correction, number=await kept.keep(database, correction))
    change = Change(database)
    await change.touch_correction(made)
    await change.settle()
    deed = audit.Deed(
        made.owner,
        by,
        made.kind,
        subject,
        reason,
        source=made.source,
        correction=made.number,
        before=before,
        after=after,
    )
    return await audit.keep(database, deed)


async def _visible(database: Database, owner: int, person_id: str) -> PersonRecord:
    person = await persons.person(database, owner, person_id)
    if person is None:
        raise InputError(NO_PERSON)
    return person


async def _named_by_owner(database: Database, owner: int, person_id: str) -> tuple[PersonRecord, list[str]]:
    """Somebody whom a source of the owner names, and the keys under which; others' sources stay as they are."""
    person = await persons.person(database, owner, person_id)
    rows = await database.rows(_NAMED_BY_OWNER, {"id": person_id, "owner": owner})
    if person is None or not rows:
        raise InputError(NOT_NAMED_HERE)
    return person, sorted(row["key"] for row in rows)


async def _names(database: Database, owner: int, person: PersonRecord) -> list[Any]:
    return list(await persons.names_of(database, owner, person.id))


async def _cited(database: Database, owner: int, citation: str) -> PassageRecord:
    source_id, _, number = citation.strip().rpartition(":")
    if source_id and number.isascii() and number.isdigit() and len(number) < 9:
        found = await catalogue.passages(database, owner, source_id, int(number), int(number))
        if found:
            return found[0]
    raise InputError(NO_CITATION, example="source-id:12")


async def _new_id(database: Database, name: str, source_id: str) -> str:
    """The id of somebody new. Two hyphens before the number: ids that readings give have one there."""
    stem, number = f"{slug_of(name) or 'person'}--{source_id}", 2
    while await database.row(_ID_TAKEN, {"id": f"{stem}--{number}"}):
        number += 1
    return f"{stem}--{number}"


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name_key(name) or len(name) > LONGEST_NAME:
        raise InputError(NO_NAME)
    return name
