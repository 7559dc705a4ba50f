import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.desk import Desk
from bot.archive.archive import Archive
from tests.answers.library import AUTHORITY, DAY_ONE, LAST_DAY, SUBJECTS, accessions


async def _made(path: Path) -> None:
    async with Archive.open(path) as archive:
        await archive.build(accessions(), AUTHORITY, SUBJECTS)


@pytest.fixture(scope="session")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "archive.db"
    asyncio.run(_made(path))
    return path


@pytest.fixture
async def archive(library_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(library_path) as opened:
        yield opened


@pytest.fixture
def desk(archive: Archive) -> Desk:
    return Desk(archive, day_one=DAY_ONE, last_day=LAST_DAY, subjects=SUBJECTS)
