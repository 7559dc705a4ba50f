"""The catalogue on a terminal, as a table where there is room for one; tab-separated lines wherever output is piped."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.archive.records import SourceRecord
from bot.rendering.harmless import one_line

_ROOM_FOR_A_TABLE = 100
"""Columns: on a narrower terminal the ids alone would fill a table, and the titles would not be seen."""


def print_catalogue(held: Sequence[SourceRecord], console: Console) -> None:
    """Show what the archive holds, one source after another."""
    rows = [tuple(one_line(cell) for cell in _row(source)) for source in held]
    if not console.is_terminal:
        console.file.writelines("\t".join(row) + "\n" for row in rows)
    elif console.width < _ROOM_FOR_A_TABLE:
        _print_list(rows, console)
    else:
        _print_table(rows, console)


def _row(source: SourceRecord) -> tuple[str, ...]:
    published = source.published.isoformat() if source.published else ""
    return (source.id, published, source.kind, str(source.passages), source.title, source.publisher or "")


def _print_list(rows: Sequence[tuple[str, ...]], console: Console) -> None:
    for source_id, published, kind, _, title, publisher in rows:
        console.print(Text(_titled(title, publisher)))
        console.print(Text(f"  {source_id}  {published}  {kind}", style="dim"))


def _print_table(rows: Sequence[tuple[str, ...]], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("Id", "Published", "Kind", "Passages"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Title, publisher")
    for *short, title, publisher in rows:
        table.add_row(*(Text(cell) for cell in (*short, _titled(title, publisher))))
    console.print(table)


def _titled(title: str, publisher: str) -> str:
    return f"{title}, {publisher}" if publisher else title
