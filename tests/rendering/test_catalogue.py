"""The catalogue as a person sees it, on a wide terminal, on a narrow one, and piped."""

import io
from datetime import date

import pytest
from rich.console import Console

from bot.archive.records import SourceRecord
from bot.rendering.catalogue import print_catalogue

SOURCE = SourceRecord(
    id="the-keeper-of-the-lamp-and-her-brother",
    title="The keeper [red]of the lamp[/red]\x1b[2J",
    publisher="The Example Courier",
    contributors=(),
    published=date(2031, 5, 3),
    place=None,
    url=None,
    rights=None,
    language="en",
    kind="account",
    guild=None,
    filename="lamp.txt",
    sha256="",
    added_by="tests",
    added_at="",
    passages=4,
)


def shown(width: int, *, terminal: bool = True) -> str:
    out = io.StringIO()
    print_catalogue([SOURCE], Console(file=out, force_terminal=terminal, width=width, color_system=None))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 99, 100, 140])
def test_id_and_title_are_seen_at_any_width(width: int) -> None:
    words = " ".join(shown(width).split())
    for part in ("the-keeper-of-the-lamp-and-her-brother", "[red]", "[/red]", "Courier"):
        assert part in words
    assert "\x1b[2J" not in words
    assert max(map(len, shown(width).splitlines())) <= width


def test_piped_it_is_a_line_a_source() -> None:
    assert shown(60, terminal=False).split("\t")[:4] == [SOURCE.id, "2031-05-03", "account", "4"]
    assert shown(60, terminal=False).count("\n") == 1
