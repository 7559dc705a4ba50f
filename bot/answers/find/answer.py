"""The answer to a message: its people, days and quotations, the best of each on one page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from bot.answers.calls import Call
from bot.answers.citations import citation_of, notes_on, short_form
from bot.answers.find.days import DatedDay, SpokenDay, dated, days_spoken_of
from bot.answers.find.message import read_message
from bot.answers.find.people import SpokenOf, people_spoken_of
from bot.answers.find.stretches import Looked, looked_up
from bot.answers.holdings import Holdings
from bot.answers.items import dated_item, description_item, mention_item
from bot.answers.language import Language
from bot.answers.model import Answer, AnswerKind, Choice, Item
from bot.answers.names import ask_for
from bot.answers.persons import choice_of_persons
from bot.answers.sayings import sayings
from bot.answers.sentences import sentence_around
from bot.answers.wording import repeated
from bot.archive.archive import Archive
from bot.archive.records import PersonRecord, VerbatimRecord, Viewer
from bot.errors import InputError

MOST_CHOICES = 25
"""As many as one menu of Discord holds."""
_MOST_BEARERS = 5
_MOST_ECHOED = 3
"""Names, days or stretches that a note repeats."""


async def answer_find(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """What the archive has on the message in `call.subject`. The answer holds none of it but short echoes."""
    if not call.subject:
        raise InputError(
            "There are no words to look into; {prefix}find takes those of a message.", prefix=holdings.prefix
        )
    archive = holdings.archive
    message = await asyncio.to_thread(read_message, call.subject, call.written or holdings.day_one)
    years = list(dict.fromkeys((holdings.day_one.year, *await archive.years(viewer))))
    days = await asyncio.to_thread(days_spoken_of, message, call.written, years, holdings.day_one)
    spoken = await people_spoken_of(archive, message, viewer)
    on_days = await dated(holdings, days, viewer)
    looked = await looked_up(archive, message, viewer)
    language = holdings.language
    sections = (
        await _people(archive, spoken, language, viewer),
        [_day(each, language) for each in on_days],
        [_words(each.places[0], language) for each in looked if each.places],
    )
    items = _best_of_each(sections, holdings.page_length)
    bearers = [choice async for choice in _bearers(holdings, spoken, viewer)]
    choices = (*_ways_on(spoken, on_days, looked, items, language), *bearers, *_nearest(spoken, language))
    kind: AnswerKind = "found" if items else "choice" if bearers else "nothing"
    return Answer(
        kind,
        language.say(
            "What the archive has on this message" if items or bearers else "The archive has nothing on this message"
        ),
        items=items,
        choices=tuple({choice.ask: choice for choice in reversed(choices)}.values())[::-1][:MOST_CHOICES],
        notes=(*_notes(spoken, days, on_days, looked, call, language), *notes_on(items, language)),
        asked=Call("find"),
    )


def _heading(language: Language, *, found: bool) -> str:
    if found:
        return language.say("What the archive has on this message")
    return language.say("The archive has nothing on this message")


async def _people(archive: Archive, spoken: SpokenOf, language: Language, viewer: Viewer) -> list[Item]:
    section = language.say("People")
    items = [await _person(archive, person, section, viewer) for person in spoken.persons.values()]
    return [item for item in items if item]


async def _person(archive: Archive, person: PersonRecord, section: str, viewer: Viewer) -> Item | None:
    """Who somebody is as an account puts it, else where an account first names them."""
    for description in (await archive.descriptions_of(person.id, viewer))[:1]:
        return replace(description_item(description, section), label=person.name)
    for mention in await archive.mentions_of(person.id, viewer, 1):
        return replace(mention_item(mention, section), label=person.name)
    return None


def _day(found: DatedDay, language: Language) -> Item:
    days = language.days(found.spoken.earliest, found.spoken.latest)
    label = language.counted(found.count, "{days}: {n} dated sentence", "{days}: {n} dated sentences", days=days)
    return dated_item(found.first, language, language.say("Dates"), label)


def _words(found: VerbatimRecord, language: Language) -> Item:
    section = language.say("Quotations")
    if found.quotation:
        return sayings([found.quotation], language, section)[0]
    sentence = sentence_around(found.passage, found.place.start).text
    label = language.say("word for word in the account, and not in quotation marks there")
    context = sentence if sentence != found.text else None
    return Item(found.text, citation_of(found.place), label=label, section=section, context=context)


def _best_of_each(sections: Sequence[Sequence[Item]], most: int) -> tuple[Item, ...]:
    """The first of each section, then the second of each, as far as one page goes; shown section by section."""
    by_turns = [each for each in chain.from_iterable(zip_longest(*map(enumerate, sections))) if each]
    kept = {id(item) for _, item in by_turns[:most]}
    return tuple(dict.fromkeys(item for section in sections for item in section if id(item) in kept))


def _ways_on(
    spoken: SpokenOf, days: Sequence[DatedDay], looked: Sequence[Looked], items: Sequence[Item], language: Language
) -> Iterator[Choice]:
    for person in spoken.persons.values():
        yield Choice(person.name, f"who {ask_for(person)}")
    for each in days:
        yield Choice(language.days(each.spoken.earliest, each.spoken.latest), f"on {_typed(each.spoken)}")
    shown = {(item.citation.source, item.citation.passage) for item in items}
    for place in (place for each in looked for place in each.places):
        if (place.place.source.id, place.place.passage) not in shown:
            words = language.say("Where it stands: {title}", title=place.place.source.title)
            yield Choice(words, f"context {short_form(citation_of(place.place))}")


def _typed(day: SpokenDay) -> str:
    first, last = day.earliest.isoformat(), day.latest.isoformat()
    return first if first == last else f"{first}..{last}"


async def _bearers(holdings: Holdings, spoken: SpokenOf, viewer: Viewer) -> AsyncIterator[Choice]:
    for name, several in spoken.several.items():
        few = replace(several, persons=several.persons[:_MOST_BEARERS])
        choice = await choice_of_persons(holdings, few, name, "who {}".format, viewer)
        for each in choice.choices:
            yield each


def _nearest(spoken: SpokenOf, language: Language) -> Iterator[Choice]:
    for person in spoken.near.values():
        if person.id not in spoken.persons:
            yield Choice(language.say("A name that comes near: {name}", name=person.name), f"who {ask_for(person)}")


def _notes(
    spoken: SpokenOf,
    days: Sequence[SpokenDay],
    on_days: Sequence[DatedDay],
    looked: Sequence[Looked],
    call: Call,
    language: Language,
) -> Iterator[str]:
    for name in list(spoken.several)[:_MOST_ECHOED]:
        yield language.say("More than one person is called “{name}”; choose below.", name=repeated(name))
    if spoken.unknown:
        yield language.say(
            "Not in the archive by name: {names}.", names=_few(_quoted(spoken.unknown, language), language)
        )
    missing = [each.words for each in looked if not each.places]
    if missing:
        yield language.say("Not found word for word: {words}.", words=_few(_quoted(missing, language), language))
    there = {each.spoken for each in on_days}
    empty = [language.days(day.earliest, day.latest) for day in days if day not in there]
    if empty:
        yield language.say("Nothing is dated to {days}.", days=_few(empty, language))
    for day in days:
        if day.hangs_on_message and call.written:
            words, written = repeated(day.as_written), language.day(call.written)
            yield language.say("“{words}” is counted from the day of the message, {day}.", words=words, day=written)
            return


def _quoted(words: Sequence[str], language: Language) -> list[str]:
    return [language.say("“{words}”", words=repeated(each)) for each in words]


def _few(words: Sequence[str], language: Language) -> str:
    different = list(dict.fromkeys(words))
    if len(different) <= _MOST_ECHOED:
        return language.listed(different)
    more = language.say("{n} more", n=len(different) - _MOST_ECHOED)
    return language.listed([*different[:_MOST_ECHOED], more])
