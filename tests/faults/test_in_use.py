"""Others at the archive: a lock held from outside, and a backup while members ask and moderators add."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.archive.archive import Archive
from bot.archive.file.faults import LOCKED
from bot.archive.records import Viewer
from bot.archive.upkeep import restore
from bot.errors import ArchiveError
from tests.archive.shelf import AUTHORITY, HARBOUR, SUBJECTS, document, read_simply
from tests.faults.deeds import BY, first_build, held_in

READERS = 8
EVERYONE = Viewer()
CHANGES: dict[str, Callable[[Archive], Awaitable[Any]]] = {
    "add": lambda archive: archive.add(document("Mx Ana Brook came.")),
    "correct": lambda archive: archive.rename_person("teo-quint", "Teo Q", None, **BY),
    "withdraw": lambda archive: archive.withdraw("mill", None, **BY),
    "undo": lambda archive: archive.undo(7, by="discord:1"),
    "build": lambda archive: archive.build([HARBOUR], AUTHORITY, SUBJECTS, fingerprint="other"),
    "report": lambda archive: archive.report(None, "mill", 0, 5, "Mx Or", "Not so."),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_a_lock_held_from_outside_is_waited_for_and_then_said(path: Path, change: str) -> None:
    await first_build(path.parent)
    before = held_in(path)
    async with Archive.open(path, query_seconds=0.1, read=read_simply) as archive:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(ArchiveError, match=LOCKED):
                await CHANGES[change](archive)
            assert len(await archive.sources(EVERYONE)) == 2
            other.execute("ROLLBACK")
        assert held_in(path) == before
        await CHANGES[change](archive)
        assert held_in(path) != before
        assert await archive.check() == []


@pytest.mark.parametrize("change", CHANGES)
async def test_a_lock_that_is_let_go_in_time_costs_nothing_but_time(path: Path, change: str) -> None:
    await first_build(path.parent)
    async with Archive.open(path, query_seconds=30, read=read_simply) as archive:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            changing = asyncio.ensure_future(CHANGES[change](archive))
            await asyncio.sleep(0.05)
            assert not changing.done()
            other.execute("ROLLBACK")
        await changing
        assert await archive.check() == []


async def test_a_backup_while_members_ask_and_moderators_change_is_of_one_moment(path: Path) -> None:
    await first_build(path.parent)
    copies = [path.with_name(f"copy-{number}.db") for number in range(6)]
    done: list[str] = []
    told: list[tuple[list[str], list[str]]] = []
    added = asyncio.Queue[str]()

    async def ask() -> None:
        while len(told) < len(copies):
            await archive.search("bread", EVERYONE, 5)
            await archive.persons_by_key(["quint"], Viewer(7))
            # What is answered on the spot lets nobody else on.
            await asyncio.sleep(0)

    async def change() -> None:
        number = 0
        while len(told) < len(copies):
            number += 1
            source = await archive.add(document(f"Mx Ana Brook came {number} times.", f"Day {number}", guild=7))
            done.append(source.id)
            added.put_nowait(source.id)
            await archive.rename_person("orla-quint", f"Orla {number}", 7, **BY)
            await archive.withdraw(source.id, 7, **BY)

    async def back_up() -> None:
        for copy in copies:
            await added.get()
            before = list(done)
            await archive.backup(copy)
            told.append((before, list(done)))

    async with Archive.open(path, read=read_simply) as archive:
        await asyncio.gather(back_up(), change(), *(ask() for _ in range(READERS)))
    assert len(done) >= len(copies)
    for copy, (before, after) in zip(copies, told, strict=True):
        async with Archive.open(copy, read=read_simply) as opened:
            assert await opened.check() == []
            held = [each.id for each in await opened.owned_sources(7)]
        # Each source is wholly in, with all that hangs on it, or wholly out: `check` has seen to the first.
        assert set(before) <= set(held)
        assert set(held) & set(done) <= {*after, *done[len(after) : len(after) + 1]}


async def test_such_a_backup_can_be_restored(path: Path) -> None:
    await first_build(path.parent)
    copy = path.with_name("copy.db")
    async with Archive.open(path, read=read_simply) as archive:
        adding = asyncio.gather(
            *(archive.add(document(f"Mx Ana Brook rowed {n} times.", f"Row {n}")) for n in range(9))
        )
        await archive.backup(copy)
        await adding
        at_the_backup = held_in(copy)
        await restore(path, copy)
        assert held_in(path) == at_the_backup
        assert await archive.check() == []
        await archive.add(document("Mx Ana Brook is back.", "Back"))
