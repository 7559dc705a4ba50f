"""One person in the making: the mentions gathered so far, and what they tell."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import Literal

from bot.reading.people.candidates import Word
from bot.reading.people.evidence import Judged
from bot.reading.people.gender import Gender
from bot.reading.people.roles import Role

Generation = Literal["elder", "younger"] | None


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one person while they are gathered.

    `roles` maps the sound key of each word of the names to its role; `lent_surname` is the surname, as written, that
    stands with another's name only ("Stevan and Mile Kordić"). `by_kin` tells that somebody was brought in beside
    another ("his wife"); `calls` holds the titles and single words by which somebody was called so far.
    """

    words: tuple[Word, ...]
    mentions: list[Judged] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    roles: dict[str, Role] = field(default_factory=dict)
    gender: Gender = None
    by_kin: bool = False
    dead: bool = False
    age: int | None = None
    calls: set[tuple[str, str]] = field(default_factory=set)
    generation: Generation = None
    lent_surname: str | None = None

    def add(self, judged: Judged) -> None:
        """Take in one more mention."""
        self.mentions.append(judged)
        insort(self.starts, judged.name.start)

    def last_before(self, offset: int) -> int:
        """Start of the last mention before an offset; -1 where there is none."""
        at = bisect_left(self.starts, offset)
        return self.starts[at - 1] if at else -1


def generation_of(judged: Judged) -> Generation:
    """Whether a mention tells a parent or a child: by "Sr.", "Jr." or a kinship word before it ("elder brother")."""
    if judged.signs.kin in ("brother", "sister"):
        return judged.signs.generation
    suffix, kin = judged.name.words[-1].key, judged.signs.kin
    if suffix in ("sr", "snr") or kin in ("father", "mother", "dad", "grandfather", "grandmother"):
        return "elder"
    return "younger" if suffix in ("jr", "jnr") or kin in ("son", "daughter", "grandson", "granddaughter") else None
