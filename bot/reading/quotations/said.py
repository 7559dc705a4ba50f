"""A quotation on its way: a stretch with the speaker that its frame gives."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.model import QuotationKind
from bot.reading.quotations.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch that counts as a quotation; `stretch` and `unit` are indices.

    `manner` is how its own sentence frames it (None: not at all), `cue` the offset of the cue word (-1: none).
    `alone`: its sentence holds nothing but quotations; `after_colon`: a colon leads up to it. `to` is whom the frame
    shows spoken to, in the scene (“...,” she told him), with no name where it cannot be told who that is.
    """

    stretch: int
    unit: int
    kind: QuotationKind
    speaker: Speaker
    manner: str | None
    cue: int
    alone: bool
    after_colon: bool = False
    inherited: bool = False
    to: Speaker | None = None
