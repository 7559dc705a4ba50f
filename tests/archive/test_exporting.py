"""An export taken into another archive gives the same answers, and everything in it can be undone there too."""

import asyncio
import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archive.archive import Archive
from tests.archive.content import content_of, differences
from tests.archive.deeds import ACCOUNTS, Moderator, read_with_next_days
from tests.archive.shelf import AUTHORITY, SUBJECTS

SHARED = [each for each in ACCOUNTS if each.guild is None]
OWN = [each for each in ACCOUNTS if each.guild == 7]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([None, 7]))
def test_what_is_taken_out_and_in_again_is_the_same(seed: int, owner: int | None) -> None:
    async def tell(folder: Path) -> None:
        here, there = folder / "here.db", folder / "there.db"
        draw = random.Random(seed)
        async with Archive.open(here, read=read_with_next_days) as archive:
            await archive.build([], AUTHORITY, SUBJECTS)
            for account in (SHARED[:4] if owner else []) + draw.sample(OWN if owner else SHARED, 4):
                await archive.add(account)
            moderator = Moderator(archive, draw, owners=(owner,))
            done = [await moderator.do() for _ in range(14)]
            export = await archive.export_owner(owner)
            log = await archive.audit(owner, 100)
        async with Archive.open(there, read=read_with_next_days) as archive:
            await archive.build([], AUTHORITY, SUBJECTS)
            for account in SHARED[:4] if owner else []:
                await archive.add(account)
            assert await archive.import_owner(export, owner, by="tests") == len(export.sources)
            assert differences(content_of(here), content_of(there)) == {}, done
            taken_in = (await archive.audit(owner, 100))[1:]
            told = [replace(entry, number=0, undone_by=None, before={}, after={}) for entry in taken_in]
            assert told == [replace(entry, number=0, undone_by=None, before={}, after={}) for entry in log]
            await Moderator(archive, draw).undo_everything()
            assert await archive.check() == []

    with TemporaryDirectory() as folder:
        asyncio.run(tell(Path(folder)))
