import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.archive import findings
from bot.archive.archive import Archive
from bot.archive.file.faults import DISK_FULL, IS_FOLDER, LOCKED, NEWER_BACKUP, NO_FOLDER, NOT_A_BACKUP
from bot.archive.records import Viewer
from bot.archive.upkeep import restore
from bot.errors import ArchiveError, InputError
from tests.archive.shelf import HARBOUR, document, read_simply

EVERYONE = Viewer()


def meddle(path: Path, *statements: str) -> None:
    """Change the file as nobody should."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def spoil_a_page(path: Path) -> None:
    """Overwrite a page in the middle of the file."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4096 // 2 * 4096)
        file.write(b"\xff" * 4096)


async def test_a_sound_archive_has_no_findings(library: Archive) -> None:
    assert await library.check() == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "UPDATE quotations SET text = 'Take us home,' WHERE id = (SELECT min(id) FROM quotations)",
            findings.NOT_VERBATIM,
        ),
        ("UPDATE mentions SET begins = begins + 1 WHERE id = (SELECT min(id) FROM mentions)", findings.NOT_VERBATIM),
        ("UPDATE documents SET original = x'00' WHERE source = 1", findings.OTHER_BYTES),
        ("DELETE FROM documents WHERE source = 1", findings.OTHER_BYTES),
        ("INSERT INTO passage_words (passage_words) VALUES ('delete-all')", findings.NOT_INDEXED),
        ("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')", findings.NOT_INDEXED),
        ("UPDATE mentions SET person = 999 WHERE id = (SELECT min(id) FROM mentions)", findings.DANGLING),
        ("UPDATE person_totals SET mentions = mentions + 1", findings.MISCOUNTED),
        ("UPDATE intervals SET dates = 0", findings.MISCOUNTED),
        ("INSERT INTO figure_totals SELECT num, 0, 7 FROM subjects LIMIT 1", findings.MISCOUNTED),
        ("INSERT INTO figure_words (rowid, counted) VALUES (7, 'boats')", findings.NOT_INDEXED),
    ],
)
async def test_what_is_wrong_is_said(library: Archive, path: Path, statement: str, finding: str) -> None:
    meddle(path, statement)
    found = await library.check()
    assert any(each.startswith(finding.partition("{")[0]) for each in found), found
    assert all(each.endswith(".") for each in found)


async def test_a_page_that_is_damaged_is_found(path: Path, library: Archive) -> None:
    await library.add(document("Mx Ana Brook came. " * 400, "Long"))
    meddle(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    spoil_a_page(path)
    async with Archive.open(path, read=read_simply) as damaged:
        found = await damaged.check()
    assert len(found) == 1
    assert "restore" in found[0]


async def test_a_backup_is_the_whole_archive_in_one_file(path: Path, library: Archive) -> None:
    target = path.with_name("backup.db")
    await library.backup(target)
    assert sorted(each.name for each in path.parent.iterdir() if "backup" in each.name) == ["backup.db"]
    async with Archive.open(target, read=read_simply) as copy:
        assert await copy.sources(EVERYONE) == await library.sources(EVERYONE)
        assert await copy.name_keys(EVERYONE) == await library.name_keys(EVERYONE)
        assert await copy.check() == []


async def test_a_backup_while_the_archive_is_in_use(path: Path, library: Archive) -> None:
    async def add_many() -> None:
        for number in range(10):
            await library.add(document(f"Mx Ana Brook came {number} times.", f"Day {number}"))

    async def back_up_often() -> None:
        for number in range(5):
            await library.backup(path.with_name(f"backup-{number}.db"))

    await asyncio.gather(add_many(), back_up_often())
    for number in range(5):
        async with Archive.open(path.with_name(f"backup-{number}.db"), read=read_simply) as copy:
            assert await copy.check() == []


async def test_a_backup_never_writes_over_anything(path: Path, library: Archive) -> None:
    target = path.with_name("letter.txt")
    target.write_text("Dear Orla")
    with pytest.raises(InputError, match=r"letter\.txt"):
        await library.backup(target)
    with pytest.raises(InputError):
        await library.backup(path)
    with pytest.raises(InputError):
        await library.backup(path.parent / "nowhere" / "backup.db")
    assert target.read_text() == "Dear Orla"


async def test_restoring_brings_back_what_was(path: Path, library: Archive) -> None:
    target = path.with_name("backup.db")
    await library.backup(target)
    before = await library.name_keys(EVERYONE)
    await library.add(document("Mx Ana Brook came."))
    assert await library.name_keys(EVERYONE) != before
    # While the archive is open, as when the bot runs.
    await restore(path, target)
    assert await library.name_keys(EVERYONE) == before
    assert [source.id for source in await library.sources(EVERYONE)] == ["harbour", "mill"]
    assert await library.check() == []
    await library.add(document("Mx Ana Brook came."))
    assert sorted(each.name for each in path.parent.iterdir() if "restoring" in each.name) == []


async def test_restoring_where_there_is_no_archive(path: Path, library: Archive) -> None:
    target = path.with_name("backup.db")
    await library.backup(target)
    fresh = path.with_name("fresh.db")
    await restore(fresh, target)
    async with Archive.open(fresh, read=read_simply) as restored:
        assert len(await restored.sources(EVERYONE)) == 2


async def test_restoring_over_a_damaged_archive_keeps_it_beside(path: Path, library: Archive) -> None:
    target = path.with_name("backup.db")
    await library.backup(target)
    damaged = path.with_name("damaged.db")
    damaged.write_bytes(b"no database at all " * 500)
    await restore(damaged, target)
    async with Archive.open(damaged, read=read_simply) as restored:
        assert await restored.check() == []
    assert path.with_name("damaged.db.damaged").read_bytes().startswith(b"no database")


@pytest.mark.parametrize("content", [b"", b"not a database " * 400])
async def test_what_is_no_backup_is_refused(path: Path, library: Archive, content: bytes) -> None:
    junk = path.with_name("junk.db")
    junk.write_bytes(content)
    with pytest.raises(InputError, match=NOT_A_BACKUP):
        await restore(path, junk)
    assert len(await library.sources(EVERYONE)) == 2


async def test_a_backup_of_another_program_or_with_faults_is_refused(path: Path, library: Archive) -> None:
    other = path.with_name("other.db")
    meddle(other, "CREATE TABLE recipes (name)")
    faulty = path.with_name("faulty.db")
    await library.backup(faulty)
    meddle(faulty, "UPDATE documents SET original = x'00'")
    for refused in (other, faulty):
        with pytest.raises(InputError, match=NOT_A_BACKUP):
            await restore(path, refused)
    with pytest.raises(InputError, match="missing"):
        await restore(path, path.with_name("missing.db"))
    assert await library.check() == []


async def test_a_backup_of_a_newer_version_is_told_from_a_broken_one(path: Path, library: Archive) -> None:
    newer = path.with_name("newer.db")
    await library.backup(newer)
    meddle(newer, "PRAGMA user_version = 10000")
    with pytest.raises(InputError, match=NEWER_BACKUP):
        await restore(path, newer)


async def test_a_sound_backup_is_not_blamed_for_what_else_goes_wrong(
    path: Path, library: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = path.with_name("backup.db")
    await library.backup(target)
    with pytest.raises(ArchiveError, match=NO_FOLDER):
        await restore(path.parent / "nowhere" / "archive.db", target)
    with pytest.raises(ArchiveError, match=IS_FOLDER):
        await restore(path.parent, target)

    async def no_room(*_: object, **__: object) -> None:
        raise ArchiveError(DISK_FULL)

    monkeypatch.setattr("bot.archive.upkeep.copy_over", no_room)
    with pytest.raises(ArchiveError, match=DISK_FULL):
        await restore(path, target)
    assert len(await library.sources(EVERYONE)) == 2


async def test_restoring_a_locked_archive(path: Path, library: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    target = path.with_name("backup.db")
    await library.backup(target)
    monkeypatch.setattr("bot.archive.upkeep._WAIT", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match=LOCKED):
            await restore(path, target)
    assert await library.source(HARBOUR.source_id or "", EVERYONE) is not None
