"""`quote TOPIC [from NAME]`: what was said about something, in the speakers' words and as the accounts report it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.calls import Call
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.model import Answer, Choice, Item
from bot.answers.names import OnePerson, ask_for, resolve, slips_allowed
from bot.answers.paging import Run, leaf_of
from bot.answers.persons import choice_of_persons
from bot.answers.sayings import sayings
from bot.answers.wording import echoed
from bot.archive.records import PersonRecord, Viewer
from bot.archive.thesaurus import Thesaurus
from bot.archive.topics import topic_query

REPORTED_NOTE = "“Reported” marks a sentence of the source that reports what was said, not the speaker's words."


async def answer_quote(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Quotations about a topic, best first; with no topic, one at random or all of one person's."""
    if call.speaker is None:
        return await (_about(holdings, call, viewer) if call.subject else _at_random(holdings, viewer))
    found = await resolve(holdings.archive, call.speaker, viewer)
    if not isinstance(found, OnePerson):

        def ask(person: str) -> str:
            return f"quote {_quoted(call.subject)}from {person}"

        answer = await choice_of_persons(holdings.archive, found, call.speaker, ask, viewer)
        return replace(answer, choices=(*answer.choices, *_as_topic(call)))
    answer = await _about(holdings, call, viewer, found.person)
    return replace(answer, notes=(*((found.note,) if found.note else ()), *answer.notes))


async def _about(holdings: Holdings, call: Call, viewer: Viewer, person: PersonRecord | None = None) -> Answer:
    leaf = await leaf_of((await _run(holdings, call.subject, person, viewer),), call.page)
    if not leaf.items:
        return await _nothing(holdings, call.subject, person, viewer)
    topic = f" about {echoed(call.subject)}" if call.subject else ""
    heading = f"What {person.name} said{topic}" if person else f"What was said{topic}"
    return Answer("quotations", heading, items=leaf.items, page=leaf.page, of=leaf.of, notes=tuple(_notes(leaf.items)))


async def _run(holdings: Holdings, topic: str, person: PersonRecord | None, viewer: Viewer) -> Run:
    archive = holdings.archive
    if person and not topic:

        async def all_of_theirs(limit: int, offset: int) -> list[Item]:
            return sayings(await archive.quotations_of(person.id, viewer, limit, offset))

        return Run(await archive.count_quotations_of(person.id, viewer), all_of_theirs)
    query = topic_query(topic, holdings.subjects, person.id if person else None)

    async def fetch(limit: int, offset: int) -> list[Item]:
        return sayings(await archive.quotations_about(query, viewer, limit, offset))

    return Run(await archive.count_quotations_about(query, viewer), fetch)


async def _at_random(holdings: Holdings, viewer: Viewer) -> Answer:
    record = await holdings.archive.random_quotation(viewer)
    if record is None:
        return Answer("nothing", "The archive holds no quotations yet")
    items = tuple(sayings([record]))
    return Answer("quotations", "A quotation at random", items=items, notes=tuple(_notes(items)))


def _notes(items: Iterable[Item]) -> list[str]:
    shown = tuple(items)
    reported = any(not item.quotation for item in shown)
    return [*([REPORTED_NOTE] if reported else []), *notes_on(shown)]


async def _nothing(holdings: Holdings, topic: str, person: PersonRecord | None, viewer: Viewer) -> Answer:
    by = f" by {person.name}" if person else ""
    about = f" about {echoed(topic)}" if topic else ""
    choices = [choice async for choice in _elsewhere(holdings, topic, person, viewer)] if topic else []
    return Answer("nothing", f"Nothing said{by}{about} was found", choices=tuple(choices))


async def _elsewhere(
    holdings: Holdings, topic: str, person: PersonRecord | None, viewer: Viewer
) -> AsyncIterator[Choice]:
    """Ways on that lead somewhere: each is looked at before it is shown."""
    archive, subjects = holdings.archive, holdings.subjects
    near = nearest_topic(topic, subjects)
    if near and await archive.count_quotations_about(topic_query(near, subjects), viewer):
        yield Choice(f"About “{near}”", f"quote {near}")
    if person and await archive.count_quotations_of(person.id, viewer):
        yield Choice(f"Everything {person.name} said", f"quote from {ask_for(person)}")
    if person and await archive.count_quotations_about(topic_query(topic, subjects), viewer):
        yield Choice("What anybody said", f"quote {_quoted(topic)}".strip())
    if await archive.count_search(topic, viewer):
        yield Choice("Passages with these words", f"search {topic}")


def nearest_topic(topic: str, subjects: Thesaurus) -> str | None:
    """The term of the thesaurus that `topic` is a slip of typing away from, if there is one."""
    terms = dict.fromkeys(term for each in subjects.subjects for term in (each.term, *each.other, *each.narrower))
    most = slips_allowed(len(topic))
    near = process.extractOne(topic.casefold(), list(terms), scorer=OSA.distance, score_cutoff=most)
    return near[0] if near else None


def _as_topic(call: Call) -> tuple[Choice, ...]:
    """“escape from the city” may be a topic and no call for the words of somebody named “the city”."""
    whole = f"{call.subject} from {call.speaker}".replace('"', "")
    return (Choice(f"As a topic: “{whole}”", f'quote "{whole}"'),) if call.subject else ()


def _quoted(topic: str) -> str:
    """A topic as it must stand in a call so that no “from” in it is taken for a speaker's."""
    if " from " not in f" {topic.casefold()} ":
        return f"{topic} " if topic else ""
    bare = topic.replace('"', "")
    return f'"{bare}" '
