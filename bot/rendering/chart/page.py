"""The page that a chart is drawn on: boxes, dashed lines and words in pixels, y growing downwards as on a screen."""

from __future__ import annotations

import io
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox
from PIL import Image, ImageColor

from bot.rendering.chart.letters import DPI, Letters, font

GROUND = "#20242c"
"""A dark ground of its own, so that a picture reads alike on whatever Discord shows it."""
_GRID, _GROUNDED, _SHAPES, _LETTERS = 0, 1, 2, 3
"""What lies over what."""
_STEPS = 32
"""Shades between the ground and a colour that are kept, for the edges of letters; the file is a third as large."""


class Page:
    """A page of this many pixels, on which these colours are used, eight at most.

    What is written is cut to `room`, and has nothing above or below its line.
    """

    def __init__(self, width: int, height: int, letters: Letters, colours: Sequence[str]) -> None:
        self._width, self._height = width, height
        self._colours = colours
        self._letters = letters
        self._figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=GROUND)
        self._axes: Axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)

    def box(self, left: float, top: float, wide: float, high: float, colour: str, *, opacity: float = 1.0) -> None:
        """A box with a thin edge of the ground, which keeps it apart from what it lies on."""
        self._add(left, top, wide, high, colour, _SHAPES, edge=GROUND, opacity=opacity)

    def rule(self, left: float, top: float, wide: float, high: float, colour: str) -> None:
        """A line of the grid, behind everything."""
        self._add(left, top, wide, high, colour, _GRID)

    def dashes(self, x: float, top: float, foot: float, colour: str) -> None:
        """A dashed line down the page, on the grid."""
        self._axes.plot([x, x], [top, foot], color=colour, linewidth=1.2, dashes=(4, 3), zorder=_GRID)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        height: int,
        colour: str,
        *,
        bold: bool = False,
        align: str = "left",
        room: float | None = None,
        grounded: bool = False,
    ) -> float:
        """Words on one line with their middle at `y`; returns how wide they came to be.

        `grounded`: no line of the grid runs through them.
        """
        line = words if room is None else self._letters.fitting(words, room, height, bold=bold)
        if not line:
            return 0.0
        written = self._axes.text(
            x,
            y,
            line,
            fontproperties=font(height, bold),
            color=colour,
            va="center_baseline",
            ha=align,
            zorder=_LETTERS,
            parse_math=False,  # a dollar sign in a title is a dollar sign
            usetex=False,
        )
        # Marks piled upon a letter would else reach into other lines.
        written.set_clip_on(True)
        written.set_clip_box(Bbox([[0, self._height - y - height], [self._width, self._height - y + height]]))
        wide = self._letters.width(line, height, bold=bold)
        if grounded:
            self._add(x - 3, y - 0.65 * height, wide + 6, 1.3 * height, GROUND, _GROUNDED)
        return wide

    def png(self) -> bytes:
        """What was drawn."""
        drawn, kept = io.BytesIO(), io.BytesIO()
        self._figure.savefig(drawn, format="rgba", dpi=DPI)
        picture = Image.frombytes("RGBA", (self._width, self._height), drawn.getvalue())
        shades = picture.convert("RGB").quantize(palette=_palette(self._colours), dither=Image.Dither.NONE)
        shades.save(kept, "PNG", optimize=True)
        return kept.getvalue()

    def _add(
        self,
        left: float,
        top: float,
        wide: float,
        high: float,
        colour: str,
        above: int,
        *,
        edge: str = "none",
        opacity: float = 1.0,
    ) -> None:
        shape = Rectangle((left, top), wide, high, facecolor=colour, edgecolor=edge, alpha=opacity, zorder=above)
        self._axes.add_artist(shape)


def _palette(colours: Sequence[str]) -> Image.Image:
    """The shades from the ground to each colour: fixed ones, so that no picture changes its colours to save some."""
    ground = ImageColor.getrgb(GROUND)
    shades = [
        round(dark + (bright - dark) * step / (_STEPS - 1))
        for colour in colours
        for step in range(_STEPS)
        for dark, bright in zip(ground, ImageColor.getrgb(colour), strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades)
    return palette
