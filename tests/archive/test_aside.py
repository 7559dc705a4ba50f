"""Files aside: each program's own, and nothing left of those that were killed."""

import os
import time
from pathlib import Path

from bot.archive.file.aside import open_aside


def beside(path: Path) -> set[str]:
    return {each.name for each in path.parent.glob("archive.db.building-????????")}


async def test_a_file_that_somebody_is_at_work_on_is_left_alone(path: Path) -> None:
    async with open_aside(path, "building") as first:
        of_the_first = beside(path)
        async with open_aside(path, "building") as second:
            await second.run("CREATE TABLE words (word)")
            assert of_the_first < beside(path)
        assert beside(path) == of_the_first
        await first.run("CREATE TABLE words (word)")
    assert list(path.parent.iterdir()) == []


async def test_what_a_killed_program_left_is_removed(path: Path) -> None:
    left = path.with_name("archive.db.building-0123abcd")
    left.write_bytes(b"half made " * 1_000)
    left.with_name(f"{left.name}-journal").write_bytes(b"half made")
    an_hour_ago = time.time() - 3600
    os.utime(left, (an_hour_ago, an_hour_ago))
    notes = path.with_name("archive.db.building-notes.txt")
    notes.write_text("somebody's own")
    async with open_aside(path, "building"):
        assert left.name not in beside(path)
        assert len(beside(path)) == 1
    assert [each.name for each in path.parent.iterdir()] == [notes.name]


async def test_a_file_that_was_just_made_may_not_be_locked_yet_and_is_left_alone(path: Path) -> None:
    made = path.with_name("archive.db.building-0123abcd")
    made.touch()
    async with open_aside(path, "building"):
        assert made.name in beside(path)
