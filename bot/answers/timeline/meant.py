"""What a timeline is asked of: a person, a subject, other words, or everything."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from bot.answers.holdings import Holdings
from bot.answers.language import message
from bot.answers.model import Answer, Choice
from bot.answers.names import ID_MARK, NoPerson, OnePerson, Resolution, ask_for, resolve
from bot.answers.persons import choice_of_persons, correction
from bot.answers.quote import nearest_topic
from bot.answers.search import PASSAGES_WITH_THESE
from bot.answers.wording import repeated
from bot.archive.records import PersonRecord, TimelineQuery, Viewer
from bot.archive.topics import passage_words

_QUOTED = re.compile(r"[\"“„«](?P<words>.+)[\"”“»]")
"""In quotation marks stands what is no name."""
ALSO_SUBJECT = message("“{words}” is a subject, too.")


@dataclass(frozen=True, slots=True)
class Meant:
    """What is looked up, what it is called, and the words that ask for it and nothing else.

    `empty` says that nothing was found, `elsewhere` leads on then; `notes` and `choices` go with whatever is found.
    """

    query: TimelineQuery
    heading: str
    ask: str
    empty: str
    elsewhere: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


async def meant_by(holdings: Holdings, asked: str, viewer: Viewer) -> Meant | Answer:
    """What is meant, or the answer that lets the asker choose.

    A name as it stands goes before a subject, and a subject before a name that has to be put right first: to another
    one the answer leads on.
    """
    if not asked:
        say = holdings.language.say
        return Meant(TimelineQuery(), say("Timeline of all sources"), "", say("The archive holds no dates yet"))
    quoted = _QUOTED.fullmatch(asked)
    if quoted:
        return await _topic(holdings, quoted["words"].strip(), viewer)
    found = await resolve(holdings.archive, asked, viewer)
    if _is_name(found) or asked.startswith(ID_MARK):
        return await _named(holdings, found, asked, viewer)
    topic = await _topic(holdings, asked, viewer)
    if holdings.subjects.subject_of(asked) or await holdings.archive.timeline_days(topic.query, viewer):
        return replace(topic, choices=_as_person(holdings, found))
    if isinstance(found, NoPerson):
        nearest = await choice_of_persons(holdings, found, asked, "timeline {}".format, viewer)
        return replace(topic, elsewhere=(*topic.elsewhere, *nearest.choices))
    return await _named(holdings, found, asked, viewer)


def _is_name(found: Resolution) -> bool:
    if isinstance(found, OnePerson):
        return found.instead_of is None
    return not isinstance(found, NoPerson) and found.exact


async def _named(holdings: Holdings, found: Resolution, asked: str, viewer: Viewer) -> Meant | Answer:
    also = _as_subject(holdings, asked)
    if isinstance(found, OnePerson):
        notes = (*correction(found, holdings.language), *_note_on(holdings, asked))
        person = _person(holdings, found.person)
        return replace(person, notes=notes, choices=(*also, *person.choices))
    answer = await choice_of_persons(holdings, found, asked, "timeline {}".format, viewer)
    return replace(answer, notes=(*answer.notes, *_note_on(holdings, asked)), choices=(*answer.choices, *also))


def _person(holdings: Holdings, person: PersonRecord) -> Meant:
    say = holdings.language.say
    return Meant(
        TimelineQuery(person_id=person.id),
        say("Timeline: {name}", name=person.name),
        ask_for(person),
        say("The accounts date nothing of {name}", name=person.name),
        choices=(Choice(say("Who {name} is", name=person.name), f"who {ask_for(person)}", tab=True),),
    )


async def _topic(holdings: Holdings, words: str, viewer: Viewer) -> Meant:
    language, subject = holdings.language, holdings.subjects.subject_of(words)
    term = (subject.term if subject else words).replace('"', "")
    read_as = () if term.casefold() == words.casefold() else (
        language.say("“{words}” is looked up as the subject “{subject}”.", words=repeated(words), subject=term),
    )  # fmt: skip
    return Meant(
        TimelineQuery(words=passage_words(words, holdings.subjects)),
        language.say("Timeline: “{topic}”", topic=repeated(term)),
        f'"{term}"',
        language.say("The accounts date nothing about “{topic}”", topic=repeated(words)),
        elsewhere=tuple([choice async for choice in _elsewhere(holdings, words, viewer)]),
        notes=read_as,
    )


async def _elsewhere(holdings: Holdings, words: str, viewer: Viewer) -> AsyncIterator[Choice]:
    near = nearest_topic(words, holdings.subjects)
    if near and near.casefold() != words.casefold():
        yield Choice(holdings.language.say("About “{topic}”", topic=near), f'timeline "{near}"')
    if await holdings.archive.count_search(words, viewer):
        yield Choice(holdings.language.say(PASSAGES_WITH_THESE), f"search {words}")


def _note_on(holdings: Holdings, asked: str) -> tuple[str, ...]:
    subject = holdings.subjects.subject_of(asked)
    return (holdings.language.say(ALSO_SUBJECT, words=repeated(asked)),) if subject else ()


def _as_subject(holdings: Holdings, asked: str) -> tuple[Choice, ...]:
    subject = holdings.subjects.subject_of(asked)
    if subject is None:
        return ()
    return (Choice(holdings.language.say("As a subject: “{topic}”", topic=subject.term), f'timeline "{subject.term}"'),)


def _as_person(holdings: Holdings, found: Resolution) -> tuple[Choice, ...]:
    """The nearest name, of words that are a subject as well."""
    if not isinstance(found, OnePerson):
        return ()
    label = holdings.language.say("As a name: {name}", name=found.person.name)
    return (Choice(label, f"timeline {ask_for(found.person)}"),)
