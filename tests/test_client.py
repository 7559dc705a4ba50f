"""What the Discord client makes of an archive that cannot be opened."""

from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import bot.client
from bot.client import NOT_OPENED, ArchiveBot
from bot.errors import ArchiveError
from bot.settings import Settings


async def test_a_fault_of_the_disk_is_not_laid_to_discord(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    @asynccontextmanager
    async def unreadable(settings: Settings):
        raise PermissionError(13, "Permission denied", str(settings.archive_path))
        yield

    monkeypatch.setattr(bot.client, "open_archive", unreadable)
    async with ArchiveBot(Settings(archive_path=tmp_path / "archive.db")) as client:
        with pytest.raises(ArchiveError, match=NOT_OPENED):
            await client.setup_hook()
