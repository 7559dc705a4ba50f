"""The people that a message speaks of, each name put to the one resolver."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answers.find.message import Message
from bot.answers.find.names import Plain, Word, is_cyrillic, keys_of, plain_names, without_common_words, words_of
from bot.answers.names import NoPerson, OnePerson, Resolution, SeveralPersons, resolve
from bot.archive.archive import Archive
from bot.archive.records import PersonRecord, Viewer
from bot.reading.model import Person
from bot.reading.people.keys import name_key
from bot.reading.people.vocabulary import vocabulary

MOST_NAMES = 15
"""Names of one message that are looked up: a message that names more is a list."""


@dataclass(slots=True)
class SpokenOf:
    """What became of the names of a message.

    `persons`: those that one person alone bears. `several`: names with more bearers than one. `unknown`: names of
    nobody in the archive, and `near` the persons whose names come near one of them.
    """

    persons: dict[str, PersonRecord] = field(default_factory=dict)
    several: dict[str, SeveralPersons] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    near: dict[str, PersonRecord] = field(default_factory=dict)


async def people_spoken_of(archive: Archive, message: Message, viewer: Viewer) -> SpokenOf:
    """Everybody whom a message names, as the reader sees it and as the archive knows the words."""
    spoken = SpokenOf()
    plain = await _plain(archive, message, viewer)
    seen = [person.name for person in message.reading.people if not _is_said_by(person, plain)]
    for name in [*seen, *(each.name for each in plain)][:MOST_NAMES]:
        await _put(archive, name, spoken, viewer)
    for name, several in list(spoken.several.items()):
        # “Marenko”, after the message has named Olha Marenko, is she; and if not, she was found all the same.
        if any(person.id in spoken.persons for person in several.persons):
            del spoken.several[name]
    return spoken


async def _plain(archive: Archive, message: Message, viewer: Viewer) -> list[Plain]:
    mentions = [mention for person in message.reading.people for mention in person.mentions]
    # The reader reads English: where a name that is not begins and ends it cannot tell.
    taken = [mention for mention in mentions if not is_cyrillic(mention.text)]
    words, keys = await asyncio.to_thread(_words_and_keys, message.text)
    forms = await archive.forms_of_keys(keys, viewer)
    names = await asyncio.to_thread(plain_names, message.text, words, forms, taken)
    return await without_common_words(archive, names, viewer)


def _is_said_by(person: Person, plain: Sequence[Plain]) -> bool:
    """Whether what the reader took for a name holds one that the archive knows: “Слова Паламара”."""
    return any(
        is_cyrillic(each.written) and each.written in mention.text for each in plain for mention in person.mentions
    )


def _words_and_keys(text: str) -> tuple[list[Word], list[str]]:
    words = words_of(text)
    return words, keys_of(text, words)


async def _put(archive: Archive, name: str, spoken: SpokenOf, viewer: Viewer) -> None:
    found = await resolve(archive, name, viewer)
    if isinstance(found, OnePerson) and _is_given_name_of(found.person, name):
        # There is one Olha in the archive, and many outside it.
        spoken.near[found.person.id] = found.person
    elif isinstance(found, OnePerson) and found.instead_of is None:
        spoken.persons.setdefault(found.person.id, found.person)
    elif isinstance(found, SeveralPersons) and found.exact:
        spoken.several.setdefault(name, found)
    else:
        # A name that only comes near may be somebody else's: nobody is found by it, but it can be followed.
        spoken.unknown.append(name)
        spoken.near.update({person.id: person for person in _nearest(found)})


def _is_given_name_of(person: PersonRecord, name: str) -> bool:
    """Whether a name is a given name alone, of somebody who is known by more."""
    key, borne = name_key(name), name_key(person.name).split()
    return len(borne) > 1 and key in vocabulary().given and key != borne[-1]


def _nearest(found: Resolution) -> Sequence[PersonRecord]:
    if isinstance(found, NoPerson):
        return ()
    return (found.person,) if isinstance(found, OnePerson) else found.persons
