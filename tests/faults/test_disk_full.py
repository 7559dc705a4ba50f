"""No room left on the disk: one sentence says so, nothing is lost, and it works again once there is room."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.file.faults import DISK_FULL
from bot.archive.records import Viewer
from bot.errors import ArchiveError
from tests.archive.shelf import HARBOUR, document, read_simply
from tests.faults.deeds import BY, DEEDS, first_build
from tests.faults.kill_switch import can_count_writes
from tests.faults.sweeping import swept

resource = pytest.importorskip("resource", reason="This system has no limits on the size of files.")
POINTS = 6
LONG = "Mx Ana Brook came.\n" + "Bread was kept at the lock, and nobody was told of it.\n" * 5_000


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process can grow beyond so many bytes, as under a quota."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def size_of(path: Path) -> int:
    return path.stat().st_size


@pytest.mark.skipif(not can_count_writes(), reason="The writes of SQLite cannot be made to fail here.")
@pytest.mark.parametrize("deed", DEEDS)
def test_a_disk_that_is_full_from_some_write_on_loses_nothing(deed: str, tmp_path: Path) -> None:
    found = swept(deed, tmp_path, POINTS, "full")
    assert found["failures"] == []
    assert found["tried"] == POINTS


async def test_a_quota_that_is_used_up_is_said_and_nothing_is_lost(path: Path) -> None:
    await first_build(path.parent)
    async with Archive.open(path, read=read_simply) as archive:
        before = await archive.sources(Viewer(7))
        size = max(map(size_of, path.parent.iterdir()))
        with room_for(size):
            with pytest.raises(ArchiveError, match=DISK_FULL):
                await archive.add(document(LONG))
            with pytest.raises(ArchiveError, match=DISK_FULL):
                await archive.replace_source("harbour", None, LONG.encode(), LONG, **BY)
            with pytest.raises(ArchiveError, match=DISK_FULL):
                await archive.keep_draft(document(LONG), {})
            assert await archive.sources(Viewer(7)) == before
        assert await archive.check() == []
        assert (await archive.add(document(LONG))).id == "an-account"


async def test_a_backup_for_which_there_is_no_room_leaves_nothing_behind(path: Path) -> None:
    await first_build(path.parent)
    target = path.with_name("backup.db")
    async with Archive.open(path, read=read_simply) as archive:
        with room_for(size_of(path) // 2), pytest.raises(ArchiveError, match=DISK_FULL):
            await archive.backup(target)
        assert [each.name for each in path.parent.iterdir() if "backup" in each.name] == []
        await archive.backup(target)
        assert await archive.source(HARBOUR.source_id or "", Viewer()) is not None
    assert size_of(target) > 0
