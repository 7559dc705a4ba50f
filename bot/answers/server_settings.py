"""`settings`: what a server has set and what would do, in words. The one place where settings are worded and read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from bot.answers.language import ENGLISH, Language, message
from bot.answers.model import Answer
from bot.archive.records import ServerSettings
from bot.errors import InputError

PLAIN = {"on": message("on: plain text"), "off": message("off: laid out, with buttons")}
GRAPHIC: Mapping[Literal["show", "spoiler"], str] = {
    "show": message("show: like any other passage"),
    "spoiler": message("spoiler: hidden until somebody opens it"),
}
"""What each setting can be, with what that means in a few words."""
NOBODY = "nobody"
Roles = Mapping[int, str]
"""The names of a server's roles by their ids, but for the role that everybody has."""
Change = Callable[[ServerSettings], ServerSettings]
"""From what a server has set to what it will have."""

_MENTIONED = re.compile(r"<@&([0-9]{1,20})>|([0-9]{15,20})")
_EVERYBODY = {"everyone", "@everyone", "here", "@here"}
_NO_ROLE = message("“moderators” can be a role of this server, or nobody: settings moderators nobody, for example.")


def settings_answer(settings: ServerSettings, roles: Roles, language: Language = ENGLISH) -> Answer:
    """What a server has set, a line a setting."""
    say = language.say
    plain = (
        say("plain on: answers are plain text.")
        if settings.plain
        else say("plain off: answers are laid out, with a button beside each item.")
    )
    graphic = (
        say("graphic spoiler: passages on torture, bodies and wounds are hidden until somebody opens them.")
        if settings.graphic == "spoiler"
        else say("graphic show: passages on torture, bodies and wounds are shown like any other.")
    )
    way = say(
        "To change them: settings plain on or off, settings graphic show or spoiler, settings moderators with a role "
        "or nobody."
    )
    notes = (plain, graphic, _moderators(settings, roles, language), way)
    return Answer("settings", say("Settings of this server"), notes=notes, language=language)


def _moderators(settings: ServerSettings, roles: Roles, language: Language) -> str:
    # A role that has been deleted is nobody's, and so it is as if none were set.
    name = roles.get(settings.moderators or 0)
    if name is None:
        return language.say("moderators nobody: those who may manage the server keep its sources.")
    return language.say(
        "moderators “{role}”: members of this role keep the server's sources, beside those who may manage the server.",
        role=name,
    )


def with_plain(words: str) -> Change:
    """What sets `plain` to what was typed; it raises InputError, naming what would do, for anything but on and off."""
    value = words.strip().casefold()

    def change(settings: ServerSettings) -> ServerSettings:
        if value not in PLAIN:
            raise InputError("“plain” can be on or off: settings plain on, for example.")
        return replace(settings, plain=value == "on")

    return change


def with_graphic(words: str) -> Change:
    """What sets `graphic` to what was typed; it raises InputError, naming what would do, for anything else."""
    value = words.strip().casefold()

    def change(settings: ServerSettings) -> ServerSettings:
        for known in GRAPHIC:
            if value == known:
                return replace(settings, graphic=known)
        raise InputError("“graphic” can be show or spoiler: settings graphic spoiler, for example.")

    return change


def with_moderators(words: str, roles: Roles) -> Change:
    """What sets the role of moderators to the one that was mentioned or named, or to nobody's.

    It raises InputError for the role that everybody has, for what is no role, and for a name that two roles have.
    """
    typed = words.strip()

    def change(settings: ServerSettings) -> ServerSettings:
        return replace(settings, moderators=_role(typed, roles))

    return change


def _role(typed: str, roles: Roles) -> int | None:
    if typed.casefold() == NOBODY:
        return None
    if typed.casefold() in _EVERYBODY:
        raise InputError("Not everybody can be a moderator; choose a role that only some have.")
    mentioned = _MENTIONED.fullmatch(typed)
    if mentioned:
        number = int(mentioned[1] or mentioned[2])
        if number in roles:
            return number
    named = [number for number, name in roles.items() if name.casefold() == typed.removeprefix("@").casefold()]
    if len(named) > 1:
        raise InputError("More than one role is called so; mention the one you mean.")
    if named:
        return named[0]
    raise InputError(_NO_ROLE)


def no_such_setting(known: Sequence[str]) -> Change:
    """What raises InputError, naming the settings that there are."""

    def change(settings: ServerSettings) -> ServerSettings:
        raise InputError("There is no such setting; behind settings may stand: {names}.", names=", ".join(known))

    return change
