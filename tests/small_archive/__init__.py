"""A small archive of invented accounts: an account and its digest, two bearers of one name, and a hostile pamphlet."""

import asyncio
from datetime import date
from pathlib import Path

from bot.archive.accession import Accession, id_for
from bot.archive.archive import Archive
from bot.settings import Settings
from bot.shipped import open_archive

DATA = Path(__file__).parent
OWNER = 3003
"""The server that one source belongs to."""
OWN_TEXT = (
    "Yaryna Kovalchuk, a schoolteacher, crossed the ford on April 30, 2021. “The ford was cold,” Ms. Kovalchuk said."
)
OWN = Accession(
    filename="ford.txt",
    original=OWN_TEXT.encode(),
    text=OWN_TEXT,
    title="At the ford",
    published=date(2021, 5, 4),
    guild=OWNER,
    added_by="tests",
    source_id="ford",
)
OWN_ID = id_for(OWN, ())
"""The id under which OWNER's source is kept."""


def settings_for(folder: Path, **more: object) -> Settings:
    return Settings(archive_path=folder / "archive.db", data_path=DATA, siege_day_one=date(2021, 3, 21), **more)


def make_archive(folder: Path) -> Settings:
    """An archive file in `folder`, built from these accounts and one source that only OWNER may see."""
    settings = settings_for(folder)
    asyncio.run(_make(settings))
    return settings


async def _make(settings: Settings) -> None:
    async with open_archive(settings) as archive:
        await _add_own_source(archive)


async def _add_own_source(archive: Archive) -> None:
    await archive.add(OWN)
