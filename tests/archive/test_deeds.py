"""Whatever moderators do in whatever order: the archive holds what it would if it were built so."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archive.archive import Archive
from bot.archive.records import Viewer
from tests.archive.content import content_of, differences
from tests.archive.deeds import ACCOUNTS, Moderator, read_with_next_days
from tests.archive.shelf import AUTHORITY, SUBJECTS

SEEDS = st.integers(0, 2**32)
STEPS = 14
EVERYONE, OTHERS = Viewer(), Viewer(8)


def with_an_archive(seed: int, accounts: int, story: Callable[[Path, Archive, random.Random], Awaitable[None]]) -> None:
    """Tell a story of an archive of some accounts, drawn from those there are."""

    async def tell(path: Path) -> None:
        draw = random.Random(seed)
        async with Archive.open(path, read=read_with_next_days) as archive:
            await archive.build([], AUTHORITY, SUBJECTS)
            for account in draw.sample(ACCOUNTS, accounts):
                await archive.add(account)
            await story(path, archive, draw)
            assert await archive.check() == []

    with TemporaryDirectory() as folder:
        asyncio.run(tell(Path(folder) / "archive.db"))


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_step_by_step_comes_to_the_same_as_building_everything(seed: int) -> None:
    async def story(path: Path, archive: Archive, draw: random.Random) -> None:
        moderator = Moderator(archive, draw)
        done = [await moderator.do() for _ in range(STEPS)]
        step_by_step = content_of(path)
        await archive.build([], AUTHORITY, SUBJECTS)
        assert differences(step_by_step, content_of(path)) == {}, done

    with_an_archive(seed, 5, story)


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_undoing_everything_brings_back_what_was(seed: int) -> None:
    async def story(path: Path, archive: Archive, draw: random.Random) -> None:
        before = content_of(path)
        moderator = Moderator(archive, draw, since=7)
        done = [await moderator.do(without=("add",)) for _ in range(STEPS)]
        await moderator.undo_everything()
        assert differences(before, content_of(path)) == {}, done

    with_an_archive(seed, 7, story)


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_what_one_server_does_is_told_nowhere_else(seed: int) -> None:
    async def story(path: Path, archive: Archive, draw: random.Random) -> None:
        before = {viewer: await everything_said_to(archive, viewer) for viewer in (EVERYONE, OTHERS)}
        moderator = Moderator(archive, draw, owners=(7,))
        done = [await moderator.do() for _ in range(STEPS)]
        for viewer, said in before.items():
            assert await everything_said_to(archive, viewer) == said, done

    with_an_archive(seed, 7, story)


async def everything_said_to(archive: Archive, viewer: Viewer) -> dict[str, Any]:
    """What every method that reads says to a viewer of everybody and everything they may see."""
    persons = await archive.top_persons(viewer, 100)
    said: dict[str, Any] = {
        "persons": persons,
        "sources": await archive.sources(viewer),
        "keys": list(await archive.name_keys(viewer)),
        "dates": await archive.dates_in(date(2031, 1, 1), date(2031, 12, 31), viewer, 100),
        "days": sorted(map(repr, (await archive.listed_days(viewer)).intervals)),
        "subjects": await archive.listed_subjects(viewer),
        "listed": (await archive.listed_persons(viewer)).persons,
        "audit": await archive.audit(viewer.guild),
        "reports": await archive.reports(viewer.guild),
        "lost": await archive.lost_corrections(viewer.guild),
        "near": await archive.near_duplicates(ACCOUNTS[0].text, viewer.guild),
    }
    directory = await archive.listed_persons(viewer)
    said["details"] = await archive.details_of(directory, [each.id for each in persons], viewer)
    for person in persons:
        said[person.id] = (
            await archive.names_of(person.id, viewer),
            await archive.descriptions_of(person.id, viewer),
            await archive.ties_of(person.id, viewer),
            await archive.mentions_of(person.id, viewer, 100),
            await archive.quotations_of(person.id, viewer, 100),
            await archive.dates_of(person.id, viewer, 100),
            await archive.counts_of(person.id, viewer),
        )
    for source in await archive.sources(viewer):
        said[f"history of {source.id}"] = await archive.history_of(source.id, viewer.guild)
    for word in ("ferries", "bread", "lock", "row"):
        said[word] = {replace(each, text="") for each in await archive.search(word, viewer, 100)}
    return said
