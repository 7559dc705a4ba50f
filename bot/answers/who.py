"""`who NAME`: who somebody is as the accounts put it, what they said, and where they are named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answers.calls import Call
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import dated_item, description_item, mention_item, one_a_sentence
from bot.answers.language import Language, message
from bot.answers.model import Answer, Choice, Item
from bot.answers.names import NoPerson, OnePerson, Resolution, ask_for, resolve
from bot.answers.paging import Run, leaf_of, page_where, run_of
from bot.answers.persons import choice_of_persons, correction
from bot.answers.sayings import sayings
from bot.answers.search import PASSAGES_WITH_THESE
from bot.answers.stated import stated_items
from bot.archive.records import (
    DescriptionRecord,
    NameForm,
    PersonCounts,
    PersonRecord,
    Place,
    StatedFact,
    TieRecord,
    Viewer,
)
from bot.errors import InputError
from bot.reading.people.keys import name_key

WHO_THEY_ARE = message("Who they are")
DATED = message("First and last dated mention")
SAID = message("What they said")
NAMED = message("Where they are named")
DATES = message("Dates")
DATED_IN_OVERVIEW = 2
"""The first and the last: with more than these, all dates follow in order."""
MOST_DESCRIPTIONS = 3
"""More would push what somebody said off the first page; the passages hold them all."""
MOST_SPELLINGS = 12
_ARTICLES = frozenset({"a", "an", "the"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_TIES: Mapping[str, str] = {
    "spouse": message("spouse of {name}"),
    "parent": message("parent of {name}"),
    "child": message("child of {name}"),
    "sibling": message("sibling of {name}"),
    "colleague": message("colleague of {name}"),
    "other": message("tie to {name}"),
}


async def answer_who(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Everything the archive has about one person, or a choice where the name is not one person's."""
    if not call.subject:
        raise InputError("Whose name? For example: {prefix}who NAME.", prefix=holdings.prefix)
    found = await resolve(holdings.archive, call.subject, viewer)
    if not isinstance(found, OnePerson):
        answer = await choice_of_persons(holdings, found, call.subject, "who {}".format, viewer)
        return replace(answer, choices=(*answer.choices, *await _as_words(holdings, found, call.subject, viewer)))
    answer = await _about(holdings, found.person, call.page, viewer)
    return replace(answer, notes=(*correction(found, holdings.language), *answer.notes))


async def _as_words(holdings: Holdings, found: Resolution, asked: str, viewer: Viewer) -> list[Choice]:
    """Whoever is nobody's name may be a place or a unit: the passages that hold the words."""
    if not isinstance(found, NoPerson) or not await holdings.archive.count_search(asked, viewer):
        return []
    return [Choice(holdings.language.say(PASSAGES_WITH_THESE), f"search {asked}")]


async def _about(holdings: Holdings, person: PersonRecord, page: int, viewer: Viewer) -> Answer:
    archive, language = holdings.archive, holdings.language
    counts = await archive.counts_of(person.id, viewer)
    descriptions = await archive.descriptions_of(person.id, viewer)
    stated = await archive.stated_of(person.id, viewer)
    overview = [
        *_who_they_are(descriptions, await archive.ties_of(person.id, viewer), language),
        *_stated(person, stated.facts, descriptions, language),
        *await _dated(holdings, person.id, viewer),
    ]
    runs = (
        run_of(overview),
        _said(holdings, person.id, counts, viewer),
        _named(holdings, person.id, counts, viewer),
        _dates(holdings, person.id, counts, viewer),
    )
    leaf = await leaf_of(runs, page, holdings.page_length)
    forms = await archive.names_of(person.id, viewer)
    about = [
        *_role_notes(person, stated.facts, descriptions, language),
        *_spelling_notes(person, forms, stated.made_by_rule, language),
    ]
    return Answer(
        "person",
        person.name,
        items=leaf.items,
        choices=tuple(_ways_on(holdings, person, runs, leaf.page, dated=counts.dates > 0)),
        page=leaf.page,
        of=leaf.of,
        notes=(*(about if leaf.page == 1 else ()), *notes_on(leaf.items, language)),
        asked=Call("who", ask_for(person), page=leaf.page),
    )


def _who_they_are(
    descriptions: Sequence[DescriptionRecord], ties: Sequence[TieRecord], language: Language
) -> list[Item]:
    shown, section = _distinct(descriptions)[:MOST_DESCRIPTIONS], language.say(WHO_THEY_ARE)
    labelled = [(DescriptionRecord(tie.place, tie.text), _tie_label(tie, language)) for tie in _beside(shown, ties)]
    return [
        *(description_item(record, section) for record in shown),
        *(replace(description_item(record, section), label=label) for record, label in labelled),
    ]


def _stated(
    person: PersonRecord, facts: Sequence[StatedFact], descriptions: Sequence[DescriptionRecord], language: Language
) -> Iterator[Item]:
    """What the authority file states, but for a role in whose place moderators have set another."""
    told = [person.name, *(record.text for record in _distinct(descriptions)[:MOST_DESCRIPTIONS])]
    standing = [fact for fact in facts if fact.kind != "role" or fact.text == person.role]
    return stated_items(standing, told, language, language.say(WHO_THEY_ARE))


def _distinct(records: Sequence[DescriptionRecord]) -> list[DescriptionRecord]:
    """The records without those that say no more than another does: “the commander”, beside “the commander of X”.

    “Her husband” tells nobody whose, out of its sentence: it stands only where there is nothing else.
    """
    records = [record for record in records if not _hangs_on_another(record)] or records
    words = [frozenset(name_key(record.text).split()) - _ARTICLES for record in records]
    return [
        record
        for at, record in enumerate(records)
        if words[at] not in words[:at] and not any(words[at] < others for others in words)
    ]


def _hangs_on_another(record: DescriptionRecord) -> bool:
    return record.text.split()[0].casefold() in _POSSESSIVES


def _beside(descriptions: Sequence[DescriptionRecord], ties: Sequence[TieRecord]) -> list[TieRecord]:
    """The ties that no description shown states already, each once."""
    told: dict[tuple[str, str], TieRecord] = {}
    for tie in ties:
        if not any(_overlap(tie.place, each.place) for each in descriptions):
            told.setdefault((tie.kind, tie.to_name), tie)
    return list(told.values())


def _overlap(one: Place, two: Place) -> bool:
    return one.source.id == two.source.id and one.start < two.end and two.start < one.end


def _tie_label(tie: TieRecord, language: Language) -> str:
    return language.say(_TIES[tie.kind], name=tie.to_name)


async def _dated(holdings: Holdings, person_id: str, viewer: Viewer) -> list[Item]:
    archive, language = holdings.archive, holdings.language
    first = await archive.dates_of(person_id, viewer, 1)
    # Two, since one wide interval ("in 2022") may both begin first and end last.
    ends = await archive.dates_of(person_id, viewer, 2, last_first=True) if first else []
    last = [each for each in ends if (each.earliest, each.latest) != (first[0].earliest, first[0].latest)][:1]
    labels = (language.say("first"), language.say("last")) if last else (None,) * len(first)
    return [
        dated_item(each, language, language.say(DATED), label)
        for label, each in zip(labels, (*first, *last), strict=True)
    ]


def _said(holdings: Holdings, person_id: str, counts: PersonCounts, viewer: Viewer) -> Run:
    async def fetch(limit: int, offset: int) -> list[Item]:
        records = await holdings.archive.quotations_of(person_id, viewer, limit, offset)
        return sayings(records, holdings.language, holdings.language.say(SAID))

    return Run(counts.quotations, fetch)


def _named(holdings: Holdings, person_id: str, counts: PersonCounts, viewer: Viewer) -> Run:
    async def fetch(limit: int, offset: int) -> list[Item]:
        records = await holdings.archive.mentions_of(person_id, viewer, limit, offset)
        # Named twice in one sentence is shown once.
        return list(dict.fromkeys(mention_item(record, holdings.language.say(NAMED)) for record in records))

    return Run(counts.mentions, fetch, opens_page=True)


def _dates(holdings: Holdings, person_id: str, counts: PersonCounts, viewer: Viewer) -> Run:
    """All that is dated of the person; nothing where the overview has it already."""

    async def fetch(limit: int, offset: int) -> list[Item]:
        language = holdings.language
        records = await holdings.archive.dates_of(person_id, viewer, limit, offset)
        return [dated_item(record, language, language.say(DATES)) for record in one_a_sentence(records)]

    return Run(counts.dates if counts.dates > DATED_IN_OVERVIEW else 0, fetch, opens_page=True)


def _ways_on(
    holdings: Holdings, person: PersonRecord, runs: Sequence[Run], page: int, *, dated: bool
) -> Iterator[Choice]:
    for index, section in ((1, SAID), (2, NAMED), (3, DATES)):
        at, count = page_where(runs, index, holdings.page_length), runs[index].count
        if count and at != page:
            label = f"{holdings.language.say(section)}: {count}"
            yield Choice(label, f"who {ask_for(person)} page {at}", tab=True)
    if dated:
        yield Choice(holdings.language.say("Timeline"), f"timeline {ask_for(person)}", tab=True)


def _role_notes(
    person: PersonRecord, facts: Sequence[StatedFact], descriptions: Sequence[DescriptionRecord], language: Language
) -> Iterator[str]:
    """The role that moderators have set. One from the authority file is shown with the words that state it instead."""
    told = {*(fact.text for fact in facts), *(record.text for record in descriptions)}
    if person.role and person.role not in told:
        yield language.say("Authority record: {role}.", role=person.role)


def _spelling_notes(
    person: PersonRecord, forms: Sequence[NameForm], made_by_rule: Collection[str], language: Language
) -> Iterator[str]:
    """The forms that somebody writes; those made by rule only help to find the person."""
    written = [form for form in forms if form.count or form.form not in made_by_rule]
    others = list(dict.fromkeys(form.form for form in written if form.form != person.name))[:MOST_SPELLINGS]
    if others:
        yield language.say("Also written: {names}.", names=language.listed(others))
