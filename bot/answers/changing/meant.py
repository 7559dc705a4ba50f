"""Who is meant where a moderator types a name: one person for certain, or a choice, and never a guess."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.changing.keeping import Keeping
from bot.answers.model import Answer, Choice
from bot.answers.names import OnePerson, SeveralPersons, ask_for, resolve
from bot.answers.wording import cleaned, repeated
from bot.archive.records import PersonRecord
from bot.errors import InputError

_LONGEST_NAME = 120
_MOST = 10


class SeveralMeantError(InputError):
    """More than one person, quotation or date may be meant; `answer` shows which."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.heading)
        self.answer = answer


async def person_meant(keeping: Keeping, typed: str) -> PersonRecord:
    """The person whom a name or `id:` means. Raises SeveralMeantError, and InputError where nobody comes near.

    A slip of typing that a question would put right is a choice here: what is changed should be what was meant.
    """
    asked = cleaned(typed)[:_LONGEST_NAME]
    found = await resolve(keeping.archive, asked, keeping.viewer) if asked else None
    if isinstance(found, OnePerson) and not found.instead_of:
        return found.person
    say = keeping.language.say
    if isinstance(found, SeveralPersons) and found.exact:
        heading = say("More than one person is called “{asked}”.", asked=repeated(asked))
        raise SeveralMeantError(_choice(keeping, heading, found.persons))
    near = (found.person,) if isinstance(found, OnePerson) else _near(found)
    if near:
        heading = say("Nobody is called “{asked}”; some are called much like it.", asked=repeated(asked))
        raise SeveralMeantError(_choice(keeping, heading, near))
    raise InputError("Nobody in the archive is called “{asked}”.", asked=repeated(asked))


def _near(found: object) -> Sequence[PersonRecord]:
    return getattr(found, "persons", ()) or getattr(found, "nearest", ())


def _choice(keeping: Keeping, heading: str, persons: Sequence[PersonRecord]) -> Answer:
    shown = persons[:_MOST]
    lines = (f"{_label(person)}: {ask_for(person)}" for person in shown)
    again = keeping.language.say("Give the command again, with one of these in the place of the name:")
    choices = tuple(Choice(_label(person), f"who {ask_for(person)}") for person in shown)
    return Answer("choice", heading, notes=(again, *lines), choices=choices, language=keeping.language)


def _label(person: PersonRecord) -> str:
    return f"{person.name} — {person.role}" if person.role else person.name
