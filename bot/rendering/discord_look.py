"""How an answer is to look in Discord: what the server has set, and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """`asker` is the id of the member who asked (0: nobody in particular), `attached` the name of the file that goes
    with the message, `picture` what is read out instead of the picture that goes with it (None: none does).

    `plain`: as plain text. `spoilers`: graphic passages are covered until they are pressed. `removable`: the asker
    and moderators may remove it (what one member alone sees, they dismiss).
    """

    asker: int = 0
    plain: bool = False
    spoilers: bool = False
    removable: bool = False
    attached: str | None = None
    picture: str | None = None


PICTURE = "timeline.png"
"""The name of the file of a picture."""
PLAIN_PAGE = 3
"""Items a page of plain text, which has half the room."""
