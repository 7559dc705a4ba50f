"""What a frame is: whose words a quotation is said to be, and by which word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.reading.quotations.phrase import Phrase

Manner = Literal["tag", "lead", "source", "owner", "colon"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose words a quotation is said to be. `cue` is the index of the cue's token, -1 where no word is one.

    `manner`: "tag" (“...,” she said), "lead" (she said: “...”), "source" (according to her), "owner" (her claim
    that “...”), "colon" (Roe held up the key: “...”).
    """

    phrase: Phrase
    cue: int
    manner: Manner
