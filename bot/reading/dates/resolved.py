"""What an expression comes to, and the place and story it is resolved in."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.dates.calendar import Stretch, Unit
from bot.reading.dates.story import Place, Story, Told


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days of an expression and how fine it is.

    `anchor` is the expression it hangs on; without one, `on_writing` tells whether it hangs on the day of writing or
    on nothing. `vague` where the account itself is ("late April", "that spring").
    """

    days: Stretch
    grain: Unit
    anchor: Told | None = None
    on_writing: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """All that resolving an expression may look at. `day_first` is the order of figures such as 12/05/2031."""

    story: Story
    place: Place
    day_first: bool


def resolved(
    days: Stretch | None, grain: Unit, anchor: Told | None = None, *, on_writing: bool = False
) -> Resolved | None:
    """A `Resolved`, or None where the calendar has no such days."""
    return Resolved(days, grain, anchor, on_writing) if days else None
