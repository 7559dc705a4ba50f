"""What is answered where a name does not mean one person: the choice, or the nearest names."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.model import Answer, AnswerKind, Choice
from bot.answers.names import NoPerson, SeveralPersons, ask_for
from bot.answers.wording import echoed
from bot.archive.archive import Archive
from bot.archive.records import PersonRecord, Viewer

MOST_CHOICES = 25
"""As many as one menu of Discord holds."""


async def choice_of_persons(
    archive: Archive, resolution: SeveralPersons | NoPerson, asked: str, ask: Callable[[str], str], viewer: Viewer
) -> Answer:
    """A choice between the bearers of a name, or, where nobody bears it, the nearest names.

    `ask` makes the words that each choice asks from those that mean the person.
    """
    persons = resolution.persons if isinstance(resolution, SeveralPersons) else resolution.nearest
    choices = [
        Choice(await _described(archive, person, viewer), ask(ask_for(person))) for person in persons[:MOST_CHOICES]
    ]
    kind, heading, notes = _wording(resolution, asked)
    return Answer(kind, heading, choices=tuple(choices), notes=notes)


def _wording(resolution: SeveralPersons | NoPerson, asked: str) -> tuple[AnswerKind, str, tuple[str, ...]]:
    if isinstance(resolution, NoPerson):
        notes = ("The nearest names are below.",) if resolution.nearest else ()
        return "nothing", f"Nobody in the archive is called {echoed(asked)}", notes
    if resolution.exact:
        return "choice", f"More than one person is called {echoed(asked)}", ()
    return "choice", f"Nobody is called {echoed(asked)}; more than one name comes near", ()


async def _described(archive: Archive, person: PersonRecord, viewer: Viewer) -> str:
    """A person's name with what tells them from others of that name: the role, else a source that names them."""
    if person.role:
        return f"{person.name} — {person.role}"
    for mention in await archive.mentions_of(person.id, viewer, 1, 0):
        return f"{person.name} — in “{mention.place.source.title}”"
    return person.name
