import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, SUBJECTS, read_simply


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
async def archive(path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(path, read=read_simply) as opened:
        yield opened


@pytest.fixture
async def library(archive: Archive) -> Archive:
    """An archive built from the two documents that everyone may see."""
    await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, fingerprint="first")
    return archive


@pytest.fixture(scope="session")
def shared_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of such an archive, for tests that only ask."""
    path = tmp_path_factory.mktemp("shared") / "archive.db"

    async def make() -> None:
        async with Archive.open(path, read=read_simply) as opened:
            await opened.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)

    asyncio.run(make())
    return path
