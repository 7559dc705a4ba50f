"""The archive that ships: the accounts, authority file and thesaurus of `data/`, and the file made from them."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.answers.desk import Desk
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.authority import Authority, load_authority
from bot.archive.building import BuildReport, Progress
from bot.archive.calendar import Calendar, load_calendar
from bot.archive.publishers import Publishers, load_publishers
from bot.archive.thesaurus import Thesaurus, load_thesaurus
from bot.intake import IntakeDocument, take_in
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Shipped:
    """Everything in `data/` that an archive is built from; `fingerprint` changes with any of it."""

    accounts: tuple[Accession, ...]
    authority: Authority
    subjects: Thesaurus
    fingerprint: str


def load_shipped(settings: Settings) -> Shipped:
    """What ships. Raises SettingsError or InputError, naming the file, where something in `data/` cannot be used."""
    paths = _account_paths(settings.data_path)
    return Shipped(
        accounts=tuple(
            accession_of(take_in(path, max_bytes=settings.max_document_bytes), added_by="shipped") for path in paths
        ),
        authority=load_authority(settings.data_path / "people.toml"),
        subjects=load_subjects(settings),
        fingerprint=fingerprint_of(settings),
    )


def load_subjects(settings: Settings) -> Thesaurus:
    """The thesaurus of subjects. Raises SettingsError where it cannot be used."""
    return load_thesaurus(settings.data_path / "subjects.toml")


def load_calendar_of(settings: Settings) -> Calendar:
    """The calendar; an empty one where the folder has no such file. Raises SettingsError where it cannot be used."""
    path = settings.data_path / "calendar.toml"
    return load_calendar(path) if path.exists() else Calendar()


def load_publishers_of(settings: Settings) -> Publishers:
    """The publishers; none where the folder has no such file. Raises SettingsError where it cannot be used."""
    path = settings.data_path / "publishers.toml"
    return load_publishers(path) if path.exists() else Publishers()


def fingerprint_of(settings: Settings) -> str:
    """A digest (SHA-256, in hexadecimal) of every file that an archive is built from, without reading them closer."""
    known = hashlib.sha256()
    data = settings.data_path
    for path in (*_account_paths(data), data / "people.toml", data / "subjects.toml"):
        content = path.read_bytes() if path.is_file() else b""
        known.update(f"{path.name} {len(content)} ".encode() + content)
    return known.hexdigest()


def accession_of(document: IntakeDocument, *, added_by: str, guild: int | None = None) -> Accession:
    """A document on its way into the archive; one that states no title is called by its file's name."""
    return Accession(
        filename=document.filename,
        original=document.original,
        text=document.text,
        title=document.title or Path(document.filename).stem,
        publisher=document.publisher,
        contributors=document.contributors,
        published=document.published,
        place=document.place,
        url=document.url,
        rights=document.rights,
        language=document.language,
        kind=document.kind,
        guild=guild,
        added_by=added_by,
        source_id=document.source_id,
    )


@asynccontextmanager
async def open_archive(settings: Settings, progress: Progress | None = None) -> AsyncIterator[Archive]:
    """The archive of the settings: a new one is made from what ships, any other is only opened."""
    async with Archive.open(settings.archive_path, query_seconds=settings.query_seconds) as archive:
        if await archive.is_new():
            await build(archive, load_shipped(settings), progress)
        yield archive


async def build(archive: Archive, shipped: Shipped, progress: Progress | None = None) -> BuildReport:
    """Build an archive from what ships. Raises ArchiveError; the archive is then as it was."""
    return await archive.build(
        shipped.accounts, shipped.authority, shipped.subjects, progress, fingerprint=shipped.fingerprint
    )


def open_desk(archive: Archive, settings: Settings) -> Desk:
    """The desk that answers from this archive."""
    return Desk(
        archive,
        day_one=settings.siege_day_one,
        last_day=settings.siege_last_day,
        subjects=load_subjects(settings),
        prefix=settings.command_prefix,
        calendar=load_calendar_of(settings),
    )


def _account_paths(data_path: Path) -> list[Path]:
    return sorted((data_path / "accounts").glob("*.md"))
