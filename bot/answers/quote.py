"""`quote TOPIC [from NAME]`: what was said about something, in the speakers' words and as the accounts report it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.calls import Call, names_speaker, whole_topic
from bot.answers.citations import notes_on
from bot.answers.holdings import Holdings
from bot.answers.language import Language, message
from bot.answers.model import Answer, Choice, Item
from bot.answers.names import OnePerson, ask_for, resolve, slips_allowed
from bot.answers.paging import Run, leaf_of
from bot.answers.persons import choice_of_persons, correction
from bot.answers.sayings import sayings
from bot.answers.search import PASSAGES_WITH_THESE
from bot.answers.wording import repeated
from bot.archive.records import PersonRecord, Viewer
from bot.archive.thesaurus import Thesaurus
from bot.archive.topics import topic_query

REPORTED_NOTE = message(
    "“Reported” marks a sentence of the source that reports what was said, not the speaker's words."
)


async def answer_quote(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """Quotations about a topic, best first; with no topic, one at random or all of one person's."""
    if call.speaker is None:
        return await (_about(holdings, call, viewer) if call.subject else _at_random(holdings, viewer))
    found = await resolve(holdings.archive, call.speaker, viewer)
    if not isinstance(found, OnePerson):

        def ask(person: str) -> str:
            return f"quote {_quoted(call.subject)}from {person}"

        answer = await choice_of_persons(holdings, found, call.speaker, ask, viewer)
        return replace(answer, choices=(*answer.choices, *_as_topic(call, holdings.language)))
    answer = await _about(holdings, call, viewer, found.person)
    return replace(answer, notes=(*correction(found, holdings.language), *answer.notes))


async def _about(holdings: Holdings, call: Call, viewer: Viewer, person: PersonRecord | None = None) -> Answer:
    run = await _run(holdings, call.subject, person, viewer)
    leaf = await leaf_of((run,), call.page, holdings.page_length)
    if not leaf.items:
        return await _nothing(holdings, call.subject, person, viewer)
    return Answer(
        "quotations",
        _heading(call.subject, person, holdings.language),
        items=leaf.items,
        page=leaf.page,
        of=leaf.of,
        notes=tuple(_notes(leaf.items, holdings.language)),
        asked=replace(call, speaker=ask_for(person) if person else None),
    )


def _heading(topic: str, person: PersonRecord | None, language: Language) -> str:
    if person and topic:
        return language.say("What {name} said about “{topic}”", name=person.name, topic=repeated(topic))
    if person:
        return language.say("What {name} said", name=person.name)
    return language.say("What was said about “{topic}”", topic=repeated(topic))


async def _run(holdings: Holdings, topic: str, person: PersonRecord | None, viewer: Viewer) -> Run:
    archive, language = holdings.archive, holdings.language
    if person and not topic:

        async def all_of_theirs(limit: int, offset: int) -> list[Item]:
            return sayings(await archive.quotations_of(person.id, viewer, limit, offset), language)

        return Run(await archive.count_quotations_of(person.id, viewer), all_of_theirs)
    query = topic_query(topic, holdings.subjects, person.id if person else None)

    async def fetch(limit: int, offset: int) -> list[Item]:
        return sayings(await archive.quotations_about(query, viewer, limit, offset), language)

    return Run(await archive.count_quotations_about(query, viewer), fetch)


async def _at_random(holdings: Holdings, viewer: Viewer) -> Answer:
    language, record = holdings.language, await holdings.archive.random_quotation(viewer)
    if record is None:
        return Answer("nothing", language.say("The archive holds no quotations yet"))
    items = tuple(sayings([record], language))
    heading = language.say("A quotation at random")
    return Answer("quotations", heading, items=items, notes=tuple(_notes(items, language)))


def _notes(items: Iterable[Item], language: Language) -> list[str]:
    shown = tuple(items)
    reported = any(not item.quotation for item in shown)
    return [*([language.say(REPORTED_NOTE)] if reported else []), *notes_on(shown, language)]


async def _nothing(holdings: Holdings, topic: str, person: PersonRecord | None, viewer: Viewer) -> Answer:
    choices = [choice async for choice in _elsewhere(holdings, topic, person, viewer)] if topic else []
    return Answer("nothing", _nothing_found(topic, person, holdings.language), choices=tuple(choices))


def _nothing_found(topic: str, person: PersonRecord | None, language: Language) -> str:
    if person and topic:
        sentence = "Nothing said by {name} about “{topic}” was found"
        return language.say(sentence, name=person.name, topic=repeated(topic))
    if person:
        return language.say("Nothing said by {name} was found", name=person.name)
    return language.say("Nothing said about “{topic}” was found", topic=repeated(topic))


async def _elsewhere(
    holdings: Holdings, topic: str, person: PersonRecord | None, viewer: Viewer
) -> AsyncIterator[Choice]:
    """Ways on that lead somewhere: each is looked at before it is shown."""
    archive, subjects, say = holdings.archive, holdings.subjects, holdings.language.say
    near = nearest_topic(topic, subjects)
    if near and await archive.count_quotations_about(topic_query(near, subjects), viewer):
        yield Choice(say("About “{topic}”", topic=near), f"quote {near}")
    if person and await archive.count_quotations_of(person.id, viewer):
        yield Choice(say("Everything {name} said", name=person.name), f"quote from {ask_for(person)}")
    if person and await archive.count_quotations_about(topic_query(topic, subjects), viewer):
        yield Choice(say("What anybody said"), f"quote {_quoted(topic)}".strip())
    if await archive.count_search(topic, viewer):
        yield Choice(say(PASSAGES_WITH_THESE), f"search {topic}")


def nearest_topic(topic: str, subjects: Thesaurus) -> str | None:
    """The term of the thesaurus that `topic` is a slip of typing away from, if there is one."""
    terms = dict.fromkeys(term for each in subjects.subjects for term in (each.term, *each.other, *each.narrower))
    most = slips_allowed(len(topic))
    near = process.extractOne(topic.casefold(), list(terms), scorer=OSA.distance, score_cutoff=most)
    return near[0] if near else None


def _as_topic(call: Call, language: Language) -> tuple[Choice, ...]:
    """“escape from the city” may be a topic and no call for the words of somebody named “the city”."""
    if not call.subject:
        return ()
    whole = whole_topic(call)
    return (Choice(language.say("As a topic: “{topic}”", topic=whole), f'quote "{whole}"'),)


def _quoted(topic: str) -> str:
    """A topic as it must stand in a call so that no “from” in it is taken for a speaker's."""
    if not names_speaker(topic):
        return f"{topic} " if topic else ""
    bare = topic.replace('"', "")
    return f'"{bare}" '
