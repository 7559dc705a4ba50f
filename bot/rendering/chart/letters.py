"""How wide words come to be on a picture, and words cut or wrapped to the room there is."""

from __future__ import annotations

from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

DPI = 100
"""Pixels an inch; matplotlib counts letters in points, of which an inch has 72."""
_POINTS = 72
_FAMILY = "DejaVu Sans"
"""Matplotlib's own letters, which have Cyrillic."""
_LONGEST = 200
"""Characters that are measured; none so long fits."""


@lru_cache(maxsize=16)
def font(height: int, bold: bool = False) -> FontProperties:
    """Letters of this height in pixels."""
    return FontProperties(family=_FAMILY, size=height * _POINTS / DPI, weight="bold" if bold else "normal")


class Letters:
    """Measures words on one line, in pixels."""

    def __init__(self) -> None:
        self._measure = TextToPath()

    def width(self, words: str, height: int, *, bold: bool = False) -> float:
        """How wide words come to be."""
        wide, _, _ = self._measure.get_text_width_height_descent(words[:_LONGEST], font(height, bold), ismath=False)
        return wide * DPI / _POINTS

    def fitting(self, words: str, room: float, height: int, *, bold: bool = False) -> str:
        """As much of the words as fits, with an ellipsis where that is not all; nothing where not one letter does."""
        if len(words) <= _LONGEST and self.width(words, height, bold=bold) <= room:
            return words
        short, long = 0, min(len(words), _LONGEST - 1)
        while short < long:
            middle = (short + long + 1) // 2
            if self.width(f"{words[:middle].rstrip()}…", height, bold=bold) <= room:
                short = middle
            else:
                long = middle - 1
        return f"{words[:short].rstrip()}…" if short else ""

    def wrapped(self, words: str, room: float, height: int) -> list[str]:
        """The words on one line, or on two where they must: what does not fit there either is cut."""
        if self.width(words, height) <= room and len(words) <= _LONGEST:
            return [words]
        first, rest = "", words
        while " " in rest:
            word, _, behind = rest.partition(" ")
            if self.width(f"{first} {word}", height) > room:
                break
            first, rest = f"{first} {word}".strip(), behind
        lines = (first, self.fitting(rest, room, height))
        return [line for line in lines if line]
