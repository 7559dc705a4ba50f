"""How much the archive covers, as tables on a terminal, tab-separated lines where output is piped, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.answers.coverage import Count, Coverage, HeldDay
from bot.rendering.harmless import one_line

NOT_KNOWN = "not known"
"""What stands where the archive or the file of publishers says nothing."""
Row = Sequence[str | int]
_WIDEST = 120
_ROOM_FOR_ALL_COLUMNS = 110
"""Columns of the terminal: on a narrower one, what is known of a publisher stands in one column."""


def print_coverage(coverage: Coverage, console: Console) -> None:
    """Show the coverage on `console`: tables, then what is missing."""
    _print_line(_summary(coverage), console)
    for heading, columns, rows in _tables(coverage):
        if console.is_terminal:
            _print_table(heading, *_fitting(columns, rows, console.width), console)
        else:
            _print_rows(heading, columns, rows, console)
    for heading, entries in _gaps(coverage):
        _print_gap(heading, entries, console)


def coverage_to_json(coverage: Coverage) -> dict[str, Any]:
    """The coverage as a dict ready for `json.dumps`; null where something is not known, days in ISO."""
    return {
        "accounts": coverage.all.accounts,
        "sources": coverage.all.sources,
        "digests": coverage.digests,
        "months": [{"month": month, **_counts(count)} for month, count in coverage.months],
        "publishers": [
            {
                "publisher": each.name or None,
                "country": each.publisher.country if each.publisher else None,
                "kind": each.publisher.kind if each.publisher else None,
                "side": each.publisher.side if each.publisher else None,
                **_counts(each.count),
            }
            for each in coverage.publishers
        ],
        "sides": [{"side": side, **_counts(count)} for side, count in coverage.sides],
        "days": {
            "first": coverage.first_day.isoformat(),
            "last": coverage.last_day.isoformat(),
            "of": coverage.days,
            "held_by_interval": [
                {"day": each.day.isoformat(), "earliest": each.earliest.isoformat(), "latest": each.latest.isoformat()}
                for each in coverage.days_held
            ],
            "empty": [day.isoformat() for day in coverage.days_empty],
        },
        "people": {
            "of": coverage.people,
            "without_description": [
                {"id": each.id, "name": each.name, "mentions": each.mentions}
                for each in coverage.people_without_description
            ],
        },
        "subjects": {
            "of": coverage.subjects,
            "without_quotation": [each.term for each in coverage.subjects_without_quotation],
            "without_passage": [each.term for each in coverage.subjects_without_passage],
        },
    }


def _counts(count: Count) -> dict[str, int]:
    return {"accounts": count.accounts, "sources": count.sources}


def _summary(coverage: Coverage) -> str:
    count = coverage.all
    return f"Accounts: {count.accounts}. Sources: {count.sources}, digests among them: {coverage.digests}."


def _tables(coverage: Coverage) -> list[tuple[str, Sequence[str], list[Row]]]:
    """(heading, columns, rows) of each table; the last two columns are numbers."""
    numbers = ("Accounts", "Sources")
    months: list[Row] = [(month or NOT_KNOWN, *_numbers(count)) for month, count in coverage.months]
    sides: list[Row] = [(side or NOT_KNOWN, *_numbers(count)) for side, count in coverage.sides]
    publishers: list[Row] = [
        (
            each.name or NOT_KNOWN,
            *((known.country, known.kind, known.side) if (known := each.publisher) else (NOT_KNOWN,) * 3),
            *_numbers(each.count),
        )
        for each in coverage.publishers
    ]
    return [
        ("By month of publication", ("Month", *numbers), months),
        ("By side", ("Side", *numbers), sides),
        ("By publisher", ("Publisher", "Country", "Kind", "Side", *numbers), publishers),
    ]


def _numbers(count: Count) -> tuple[int, int]:
    return count.accounts, count.sources


def _gaps(coverage: Coverage) -> list[tuple[str, list[str]]]:
    """(heading with its number, entries) of each sort of gap."""
    held, empty, days = coverage.days_held, coverage.days_empty, coverage.days
    people, quotations = coverage.people_without_description, coverage.subjects_without_quotation
    passages = coverage.subjects_without_passage
    return [
        (f"Days that nothing is dated to exactly, held by an interval: {len(held)} of {days}", _held_lines(held)),
        (f"Days that nothing is dated to: {len(empty)} of {days}", [day.isoformat() for day in empty]),
        (
            f"People without a description: {len(people)} of {coverage.people}",
            [f"{each.name} ({each.mentions})" for each in people],
        ),
        (f"Subjects without a quotation: {len(quotations)} of {coverage.subjects}", [e.term for e in quotations]),
        (f"Subjects without a passage: {len(passages)} of {coverage.subjects}", [e.term for e in passages]),
    ]


def _held_lines(held: Sequence[HeldDay]) -> list[str]:
    """One entry for each interval, with the days, without their year, of which it is the narrowest."""
    by_interval: dict[tuple[date, date], list[str]] = {}
    for each in held:
        by_interval.setdefault((each.earliest, each.latest), []).append(each.day.isoformat()[5:])
    return [f"{_stretch(*ends)}: {', '.join(days)}" for ends, days in by_interval.items()]


def _stretch(earliest: date, latest: date) -> str:
    if earliest == latest:
        return f"about {earliest.isoformat()}"
    return f"{earliest.isoformat()} to {latest.isoformat()}"


def _print_line(words: str, console: Console, style: str = "bold") -> None:
    if console.is_terminal:
        console.print(Text(words, style=style))
    else:
        console.file.write(f"{words}\n")


def _fitting(columns: Sequence[str], rows: Sequence[Row], width: int) -> tuple[Sequence[str], Sequence[Row]]:
    """The table with all that stands between its first column and the numbers in one, where room is scarce."""
    if len(columns) <= 4 or width >= _ROOM_FOR_ALL_COLUMNS:
        return columns, rows
    first, *between, accounts, sources = columns
    joined: list[Row] = []
    for name, *known, n, m in rows:
        joined.append((name, ", ".join(dict.fromkeys(map(str, known))), n, m))
    return (first, ", ".join(between), accounts, sources), joined


def _print_table(heading: str, columns: Sequence[str], rows: Sequence[Row], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, title=heading, title_justify="left", title_style="bold cyan")
    for at, column in enumerate(columns):
        table.add_column(column, justify="right" if at >= len(columns) - 2 else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(str(cell))) for cell in row))
    console.print(table)


def _print_rows(heading: str, columns: Sequence[str], rows: Sequence[Row], console: Console) -> None:
    lines = (columns, *rows)
    console.file.write(f"\n{heading}\n")
    console.file.writelines("\t".join(one_line(str(cell)) for cell in line) + "\n" for line in lines)


def _print_gap(heading: str, entries: Sequence[str], console: Console) -> None:
    shown = [one_line(entry) for entry in entries]
    if console.is_terminal:
        console.print(Text(heading, style="bold cyan"))
        console.print(Padding(Text("; ".join(shown) or "none"), (0, 0, 1, 2)), width=min(console.width, _WIDEST))
    else:
        console.file.write(f"\n{heading}\n")
        console.file.writelines(f"{entry}\n" for entry in shown)
