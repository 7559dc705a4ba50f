"""Measuring: both bots in short slices that take turns, so that a busy machine is unfair to neither."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.archive import MADE, default_accounts, make_archive, sentences_of
from benchmarks.discord_speed import questions as asked
from benchmarks.discord_speed.asking import Line, Slice, UnansweredError
from benchmarks.discord_speed.events import Members
from benchmarks.discord_speed.processes import CONSTANT, OURS, Running, running
from benchmarks.discord_speed.table import Measured, heading, measured_row, memory_lines, start_lines
from bot.archive.archive import Archive
from bot.settings import Settings
from bot.shipped import Shipped, load_shipped, open_archive

ARCHIVES = {
    "shipped": ("The archive that ships", "shipped", 0),
    "large": ("100,000 passages", "archive-100000", 100_000),
}
"""The title, the file and the number of passages of each; 0 for what ships."""
MEMBERS = (1, 10, 50)
SLICES, QUESTIONS = 5, 200
STARTS = 5
QUICK_SLICES, QUICK_QUESTIONS, QUICK_STARTS = 3, 60, 2


async def measured(row: asked.Row, ours: Line, constant: Line, members: int, slices: int, questions: int) -> Measured:
    """One row at one number of members: slices of the archive's bot and of the constant one in turn."""
    await ours.asked(row.ours, members, max(questions // 4, members))
    await constant.asked(row.constant, members, max(questions // 4, members))
    of_ours: list[Slice] = []
    of_constant: list[Slice] = []
    for _ in range(slices):
        of_constant.append(await constant.asked(row.constant, members, questions))
        of_ours.append(await ours.asked(row.ours, members, questions))
    return Measured(row.name, members, of_ours, of_constant)


async def rows_for(path: Path, shipped: Shipped, ours: Line, constant: Line) -> list[asked.Row]:
    """Everything that is asked about one archive."""
    async with Archive.open(path) as archive:
        questions = await asked.questions_of(archive, shipped.subjects)
    members = Members()
    return [
        *asked.typed_rows(questions, members),
        *asked.slash_rows(questions, members, ours, constant),
        *asked.autocomplete_rows(questions, members, ours, constant),
        *await asked.press_rows(questions, members, ours),
    ]


async def measure(title: str, path: Path, shipped: Shipped, only: Sequence[str], quick: bool) -> None:
    """All rows on one archive, then memory, then starts."""
    slices, questions = (QUICK_SLICES, QUICK_QUESTIONS) if quick else (SLICES, QUESTIONS)
    settings = {"ARCHIVE_PATH": str(path)}
    say(f"\n### {title}\n\n{heading()}")
    async with AsyncExitStack() as stack:
        constant = await stack.enter_async_context(running(CONSTANT, {}))
        ours = await stack.enter_async_context(running(OURS, settings))
        started, busy = time.perf_counter(), time.process_time()
        layout = asked.layout_row(Members())
        rows = [row for row in await rows_for(path, shipped, ours.line, constant.line) if not only or row.name in only]
        for members in MEMBERS:
            say(measured_row(await measured(layout, constant.line, constant.line, members, slices, questions)))
            for row in rows:
                say(measured_row(await measured(row, ours.line, constant.line, members, slices, questions)))
        share = (time.process_time() - busy) / (time.perf_counter() - started)
        say(f"\nDiscord on loopback and its members were busy {share:.0%} of the time; load {os.getloadavg()[0]:.1f}.")
        say(memory_lines(ours.memory(), constant.memory()))
    say(start_lines(*await starts(settings, QUICK_STARTS if quick else STARTS)))


async def starts(settings: dict[str, str], times: int) -> tuple[list[Running], list[Running]]:
    """Both bots started in turn."""
    ours: list[Running] = []
    constant: list[Running] = []
    for _ in range(times):
        async with running(OURS, settings) as bot:
            ours.append(bot)
        async with running(CONSTANT, {}) as bot:
            constant.append(bot)
    return ours, constant


def prepared(title: str, passages: int, shipped: Shipped) -> Path:
    """The file of an archive of so many passages, made where missing, or of what ships now (0 passages)."""
    path = MADE / f"{title}.db"
    if not passages:
        path.unlink(missing_ok=True)

    async def make() -> None:
        if passages and not path.exists():
            await make_archive(path, sentences_of(default_accounts()), passages, shipped)
        async with open_archive(Settings(archive_path=path)):
            return

    asyncio.run(make())
    return path


def say(line: str) -> None:
    """Write a line of the table at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str], description: str | None = None) -> int:
    """Make what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few questions: to see whether it works")
    parser.add_argument("--archive", choices=list(ARCHIVES), action="append", help="only this one")
    parser.add_argument("--only", action="append", default=[], metavar="ROW", help='only rows so named, like "!who"')
    given = parser.parse_args(arguments)
    MADE.mkdir(exist_ok=True)
    shipped = load_shipped(Settings())
    try:
        for name in given.archive or ARCHIVES:
            title, file, passages = ARCHIVES[name]
            path = prepared(file, passages, shipped)
            asyncio.run(measure(title, path, shipped, given.only, given.quick))
    except UnansweredError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0
