"""Things that bear words or speak: a plaque, a note, a radio."""

from __future__ import annotations

from bot.reading.quotations.cues import bearers_of_words
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.units import Unit
from bot.reading.quotations.writings import LETTERS

_SPEAKING = frozenset({"radio", "loudspeaker", "megaphone", "television", "leaflet", "card", "recording", "broadcast"})
_FARTHEST = 120
_SENTENCES_BACK = 2


def thing_with_words(scene: Scene, unit: Unit, *, speaks: bool) -> str | None:
    """The thing brought in just before that "it" may be: "put up a plaque. “We held,” it says"; None if there is none.

    With `speaks` a letter or a device may be, too: "has a radio. Today it said: “...”".
    """
    things = bearers_of_words() | LETTERS | _SPEAKING if speaks else bearers_of_words()
    for number in range(unit.number - 1, max(-1, unit.number - 1 - _SENTENCES_BACK), -1):
        before = scene.units[number]
        if before.passage != unit.passage:
            return None
        tokens = scene.tokens(before)
        for at in range(min(len(tokens), _FARTHEST) - 1, 0, -1):
            if tokens[at].word in things and tokens[at - 1].word in ("a", "an"):
                return scene.text[tokens[at - 1].start : tokens[at].end]
    return None
