"""What is answered where a name does not mean one person: the choice, or the nearest names."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.holdings import Holdings
from bot.answers.language import Language
from bot.answers.model import Answer, Choice
from bot.answers.names import NoPerson, OnePerson, SeveralPersons, ask_for
from bot.answers.wording import repeated
from bot.archive.records import PersonRecord, Viewer

MOST_CHOICES = 25
"""As many as one menu of Discord holds."""


def correction(found: OnePerson, language: Language) -> tuple[str, ...]:
    """The note that a name had to be put right first; nothing where it had not."""
    if found.instead_of is None:
        return ()
    asked = repeated(found.instead_of)
    return (language.say("No “{asked}”; showing the nearest name, {name}.", asked=asked, name=found.person.name),)


async def choice_of_persons(
    holdings: Holdings, resolution: SeveralPersons | NoPerson, asked: str, ask: Callable[[str], str], viewer: Viewer
) -> Answer:
    """A choice between the bearers of a name, or, where nobody bears it, the nearest names.

    `ask` makes the words that each choice asks from those that mean the person.
    """
    persons = resolution.persons if isinstance(resolution, SeveralPersons) else resolution.nearest
    choices = [
        Choice(await _described(holdings, person, viewer), ask(ask_for(person))) for person in persons[:MOST_CHOICES]
    ]
    say, name = holdings.language.say, repeated(asked)
    if isinstance(resolution, NoPerson):
        notes = (say("The nearest names are below."),) if choices else ()
        return Answer(
            "nothing", say("Nobody in the archive is called “{name}”", name=name), (), tuple(choices), notes=notes
        )
    heading = "More than one person is called “{name}”"
    if not resolution.exact:
        heading = "Nobody is called “{name}”; more than one name comes near"
    return Answer("choice", say(heading, name=name), choices=tuple(choices))


async def _described(holdings: Holdings, person: PersonRecord, viewer: Viewer) -> str:
    """A person's name with what tells them from others of that name: the role, else a source that names them."""
    if person.role:
        return f"{person.name} — {person.role}"
    for mention in await holdings.archive.mentions_of(person.id, viewer, 1, 0):
        title = mention.place.source.title
        return holdings.language.say("{name} — in “{title}”", name=person.name, title=title)
    return person.name
