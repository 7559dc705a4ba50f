"""Correcting who is who and what people are called."""

from __future__ import annotations

from bot.answers.changes import done
from bot.answers.changing.keeping import Keeping
from bot.answers.changing.meant import person_meant
from bot.answers.model import Answer
from bot.answers.wording import cleaned
from bot.errors import InputError


async def merge(keeping: Keeping, one: str, other: str, reason: str) -> Answer:
    """Whoever goes by the one name is the other."""
    merged, into = await person_meant(keeping, one), await person_meant(keeping, other)
    entry = await keeping.archive.merge_persons(merged.id, into.id, keeping.owner, by=keeping.by, reason=reason)
    return await done(keeping.archive, entry, keeping.language, names={merged.id: merged.name, into.id: into.name})


async def split(
    keeping: Keeping, person: str, source_id: str, reason: str, *, name: str | None, to: str | None
) -> Answer:
    """Whom one source takes for a person is `to`, or somebody new, called `name` or as the source does."""
    if name and to:
        raise InputError("Give the name of somebody new or a person who is known, not both.")
    was = await person_meant(keeping, person)
    other = await person_meant(keeping, to) if to else None
    entry = await keeping.archive.split_person(
        was.id,
        source_id.strip(),
        keeping.owner,
        to_id=other.id if other else None,
        name=cleaned(name) if name else None,
        by=keeping.by,
        reason=reason,
    )
    return await done(keeping.archive, entry, keeping.language, names={was.id: was.name})


async def rename(keeping: Keeping, person: str, name: str, reason: str) -> Answer:
    """Give a person another preferred name."""
    who = await person_meant(keeping, person)
    entry = await keeping.archive.rename_person(who.id, cleaned(name), keeping.owner, by=keeping.by, reason=reason)
    return await done(keeping.archive, entry, keeping.language)


async def variant(keeping: Keeping, person: str, form: str, reason: str, *, add: bool) -> Answer:
    """Let a person be found under another form of the name, or not any more."""
    who = await person_meant(keeping, person)
    change = keeping.archive.add_variant if add else keeping.archive.remove_variant
    entry = await change(who.id, cleaned(form), keeping.owner, by=keeping.by, reason=reason)
    return await done(keeping.archive, entry, keeping.language)


async def describe(keeping: Keeping, person: str, role: str, citation: str, reason: str) -> Answer:
    """Say in a few words who a person is, as a passage states."""
    who = await person_meant(keeping, person)
    entry = await keeping.archive.describe_person(
        who.id, cleaned(role), citation.strip(), keeping.owner, by=keeping.by, reason=reason
    )
    return await done(keeping.archive, entry, keeping.language)
