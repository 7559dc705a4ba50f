"""What stands behind a moderator's button: something done, something handed out, or a form that is opened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.language import Language
from bot.rendering.discord_modals import Field
from cogs._asking import Outcome
from cogs._moderators import Keeper

Act = Callable[[str, Keeper, Language], Awaitable[Outcome]]
"""What is done to what the button has the id of. Raises InputError, one sentence."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its title, its fields as filled in for what it is about, and what comes of it. Both raise InputError."""

    title: str
    fields: Callable[[str, Keeper, Language], Awaitable[Sequence[Field]]]
    fill_in: Callable[[str, Mapping[str, str], Keeper, Language], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts by name: what comes of them takes the place of the message, or (`handouts`) is for the presser alone."""

    acts: Mapping[str, Act] = field(default_factory=dict)
    handouts: Mapping[str, Act] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
