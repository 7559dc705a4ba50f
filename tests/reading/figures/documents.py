"""Small invented accounts with all that the figures hang on, for the tests of figures."""

from __future__ import annotations

from bot.reading import read
from bot.reading.model import Figure


def figures(text: str, published: str = "2031-05-16") -> tuple[Figure, ...]:
    """The figures of a text, read as any account is."""
    return read(text, published).figures


def texts(text: str) -> list[str]:
    """The figures of a text as written."""
    return [figure.text for figure in figures(text)]


def values(text: str) -> list[tuple[float | None, float | None, bool]]:
    """(least, most, whether it is approximate) of every figure."""
    return [(figure.least, figure.most, figure.approximate) for figure in figures(text)]


def counted(text: str) -> list[str | None]:
    """What every figure counts."""
    return [figure.counted.text if figure.counted else None for figure in figures(text)]
