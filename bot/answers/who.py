"""`who NAME`: who somebody is as the accounts put it, what they said, and where they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.calls import Call
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import dated_item, description_item, mention_item
from bot.answers.model import Answer, Choice, Item
from bot.answers.names import NoPerson, OnePerson, Resolution, ask_for, resolve
from bot.answers.paging import Run, leaf_of, page_where, run_of
from bot.answers.persons import choice_of_persons
from bot.answers.sayings import sayings
from bot.answers.wording import listed
from bot.archive.archive import Archive
from bot.archive.records import DescriptionRecord, NameForm, PersonCounts, PersonRecord, Place, TieRecord, Viewer
from bot.errors import InputError
from bot.reading.people.keys import name_key

WHO_THEY_ARE = "Who they are"
DATED = "First and last dated mention"
SAID = "What they said"
NAMED = "Where they are named"
MOST_DESCRIPTIONS = 3
"""More would push what somebody said off the first page; the passages hold them all."""
MOST_SPELLINGS = 12
_ARTICLES = frozenset({"a", "an", "the"})


async def answer_who(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Everything the archive has about one person, or a choice where the name is not one person's."""
    if not call.subject:
        raise InputError(f"Whose name? For example: {holdings.prefix}who NAME.")
    found = await resolve(holdings.archive, call.subject, viewer)
    if not isinstance(found, OnePerson):
        answer = await choice_of_persons(holdings.archive, found, call.subject, "who {}".format, viewer)
        return replace(
            answer, choices=(*answer.choices, *await _as_words(holdings.archive, found, call.subject, viewer))
        )
    answer = await _about(holdings.archive, found.person, call.page, viewer)
    return replace(answer, notes=(*((found.note,) if found.note else ()), *answer.notes))


async def _as_words(archive: Archive, found: Resolution, asked: str, viewer: Viewer) -> list[Choice]:
    """Whoever is nobody's name may be a place or a unit: the passages that hold the words."""
    if not isinstance(found, NoPerson) or not await archive.count_search(asked, viewer):
        return []
    return [Choice("Passages with these words", f"search {asked}")]


async def _about(archive: Archive, person: PersonRecord, page: int, viewer: Viewer) -> Answer:
    counts = await archive.counts_of(person.id, viewer)
    descriptions = await archive.descriptions_of(person.id, viewer)
    overview = [
        *_who_they_are(descriptions, await archive.ties_of(person.id, viewer)),
        *await _dated(archive, person.id, viewer),
    ]
    runs = (run_of(overview), _said(archive, person.id, counts, viewer), _named(archive, person.id, counts, viewer))
    leaf = await leaf_of(runs, page)
    forms = await archive.names_of(person.id, viewer)
    about = [*_authority_notes(person, descriptions), *_spelling_notes(person, forms)]
    return Answer(
        "person",
        person.name,
        items=leaf.items,
        choices=tuple(_ways_on(person, runs, leaf.page)),
        page=leaf.page,
        of=leaf.of,
        notes=(*(about if leaf.page == 1 else ()), *notes_on(leaf.items)),
    )


def _who_they_are(descriptions: Sequence[DescriptionRecord], ties: Sequence[TieRecord]) -> list[Item]:
    shown = _distinct(descriptions)[:MOST_DESCRIPTIONS]
    return [*(description_item(record, WHO_THEY_ARE) for record in shown), *_ties_beside(shown, ties)]


def _distinct(records: Sequence[DescriptionRecord]) -> list[DescriptionRecord]:
    """The records without those that say no more than another does: “the commander”, beside “the commander of X”."""
    words = [frozenset(name_key(record.text).split()) - _ARTICLES for record in records]
    return [
        record
        for at, record in enumerate(records)
        if words[at] not in words[:at] and not any(words[at] < others for others in words)
    ]


def _ties_beside(descriptions: Sequence[DescriptionRecord], ties: Sequence[TieRecord]) -> list[Item]:
    """One item for each tie that no description shown states already."""
    told: set[tuple[str, str]] = set()
    items = []
    for tie in ties:
        if (tie.kind, tie.to_name) in told or any(_overlap(tie.place, each.place) for each in descriptions):
            continue
        told.add((tie.kind, tie.to_name))
        record = DescriptionRecord(tie.place, tie.text)
        items.append(replace(description_item(record, WHO_THEY_ARE), label=_tie_label(tie)))
    return items


def _overlap(one: Place, two: Place) -> bool:
    return one.source.id == two.source.id and one.start < two.end and two.start < one.end


def _tie_label(tie: TieRecord) -> str:
    return f"tie to {tie.to_name}" if tie.kind == "other" else f"{tie.kind} of {tie.to_name}"


async def _dated(archive: Archive, person_id: str, viewer: Viewer) -> list[Item]:
    first = await archive.dates_of(person_id, viewer, 1)
    # Two, since one wide interval ("in 2022") may both begin first and end last.
    ends = await archive.dates_of(person_id, viewer, 2, last_first=True) if first else []
    last = [each for each in ends if (each.earliest, each.latest) != (first[0].earliest, first[0].latest)][:1]
    if not last:
        return [dated_item(each, DATED) for each in first]
    return [dated_item(each, DATED, label) for label, each in zip(("first", "last"), (*first, *last), strict=True)]


def _said(archive: Archive, person_id: str, counts: PersonCounts, viewer: Viewer) -> Run:
    async def fetch(limit: int, offset: int) -> list[Item]:
        records = await archive.quotations_of(person_id, viewer, limit, offset)
        return sayings(records, SAID)

    return Run(counts.quotations, fetch)


def _named(archive: Archive, person_id: str, counts: PersonCounts, viewer: Viewer) -> Run:
    async def fetch(limit: int, offset: int) -> list[Item]:
        records = await archive.mentions_of(person_id, viewer, limit, offset)
        # Named twice in one sentence is shown once.
        return list(dict.fromkeys(mention_item(record, NAMED) for record in records))

    return Run(counts.mentions, fetch)


def _ways_on(person: PersonRecord, runs: Sequence[Run], page: int) -> Iterator[Choice]:
    for index, section in ((1, SAID), (2, NAMED)):
        at = page_where(runs, index)
        if runs[index].count and at != page:
            yield Choice(f"{section}: {runs[index].count}", f"who {ask_for(person)} page {at}")


def _authority_notes(person: PersonRecord, descriptions: Sequence[DescriptionRecord]) -> Iterator[str]:
    """The role that the authority file states; where it states none, the role is a description."""
    if person.role and all(record.text != person.role for record in descriptions):
        yield f"Authority record: {person.role}."


def _spelling_notes(person: PersonRecord, forms: Sequence[NameForm]) -> Iterator[str]:
    others = list(dict.fromkeys(form.form for form in forms if form.form != person.name))[:MOST_SPELLINGS]
    if others:
        yield f"Also written: {listed(others)}."
