"""An answer on a terminal: coloured and wrapped for a person, plain text wherever output is piped."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.answers.model import Answer
from bot.rendering.plain import Line, Style, answer_to_text, lines_of

_STYLES: Mapping[Style, str] = {
    "heading": "bold",
    "section": "bold cyan",
    "label": "yellow",
    "text": "",
    "quotation": "italic",
    "speaker": "bold",
    "date": "green",
    "source": "dim",
    "choice": "cyan",
    "note": "dim",
}
_WIDEST = 100
"""Columns: longer lines are hard to read, however wide the window."""


def print_answer(answer: Answer, console: Console) -> None:
    """Show an answer on `console`: rich on a terminal, plain lines otherwise."""
    if not console.is_terminal:
        console.file.write(f"{answer_to_text(answer)}\n\n")
        return
    for line in lines_of(answer):
        console.print(_styled(line), width=min(console.width, _WIDEST))
    console.print()


def _styled(line: Line) -> Padding:
    # A Text is never read as markup, whatever brackets the source holds.
    return Padding(Text(line.text, style=_STYLES[line.style]), (0, 0, 0, line.indent))
