import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.answers.desk import Desk
from bot.archive.archive import Archive
from bot.settings import Settings
from bot.shipped import open_archive, open_desk


@pytest.fixture(scope="session")
def shipped_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a new archive file, built from all that ships."""
    settings = replace(Settings(), archive_path=tmp_path_factory.mktemp("shipped") / "archive.db")

    async def make() -> None:
        async with open_archive(settings):
            pass

    asyncio.run(make())
    return settings


@pytest.fixture
async def archive(shipped_settings: Settings) -> AsyncIterator[Archive]:
    async with open_archive(shipped_settings) as opened:
        yield opened


@pytest.fixture
def desk(archive: Archive, shipped_settings: Settings) -> Desk:
    return open_desk(archive, shipped_settings)
