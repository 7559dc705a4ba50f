"""The process that draws charts: `python -m bot.rendering.chart.worker`, started by `bot.rendering.chart.charts`.

On standard input charts, on standard output a PNG for each, or nothing for one that cannot be drawn; each behind its
length in bytes. The process ends when its input does, as it does with the bot, however that ends.
"""

from __future__ import annotations

import os
import pickle
import sys
import warnings
from typing import BinaryIO

from bot.rendering.chart.drawing import draw
from bot.rendering.chart.framing import HEAD, behind_length, length_in

_NICE = 10
"""How far it stands back, of 19: answers to members come first."""


def main(asked: BinaryIO, drawn: BinaryIO) -> None:
    """Draw every chart that comes, until none does."""
    while head := asked.read(HEAD):
        drawn.write(behind_length(_drawn(asked.read(length_in(head)))))
        drawn.flush()


def _drawn(chart: bytes) -> bytes:
    try:
        # Made by the bot itself, for nobody else writes to this process.
        return draw(pickle.loads(chart))
    except Exception:
        # A library that cannot draw something draws nothing of it; the answer goes without its picture.
        return b""


if __name__ == "__main__":
    # Of letters that no font has: they are drawn as boxes.
    warnings.simplefilter("ignore")
    if sys.platform != "win32":
        os.nice(_NICE)
    main(sys.stdin.buffer, sys.stdout.buffer)
