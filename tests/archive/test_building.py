import asyncio
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.authority import Authority
from bot.archive.file.faults import OVERTAKEN
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus
from bot.errors import ArchiveError, InputError
from bot.reading.model import Reading
from bot.settings import PROJECT
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, SUBJECTS, document, read_simply

EVERYONE = Viewer()
NOTHING = Authority(), Thesaurus()


async def test_a_build_tells_how_it_goes_and_what_it_came_to(archive: Archive) -> None:
    told: list[tuple[int, int, str]] = []
    report = await archive.build([MILL, HARBOUR], AUTHORITY, SUBJECTS, lambda *step: told.append(step))
    assert told == [(1, 2, "The harbour"), (2, 2, "The mill")]
    assert (report.sources, report.passages) == (2, 7)
    assert (report.persons, report.quotations, report.dates) == (3, 4, 5)
    assert await archive.check() == []


async def test_when_to_build_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await archive.needs_build("first")
    await archive.build([HARBOUR], AUTHORITY, SUBJECTS, fingerprint="first")
    assert not await archive.needs_build("first")
    assert await archive.needs_build("second")
    await archive.add(MILL)
    assert not await archive.needs_build("first")
    monkeypatch.setattr("bot.archive.state.READER_VERSION", 10_000)
    assert await archive.needs_build("first")


async def test_building_again_changes_nothing(library: Archive) -> None:
    await library.add(document("Mx Ana Brook came.\nMx Quint left.", guild=7))
    before = [await every_id(library), await library.name_keys(Viewer(7)), await library.sources(Viewer(7))]
    await library.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    assert [await every_id(library), await library.name_keys(Viewer(7)), await library.sources(Viewer(7))] == before


async def every_id(archive: Archive) -> list[str]:
    return [person.id for person in await archive.top_persons(Viewer(7), 100)]


async def test_a_better_reader_reads_everything_again(path: Path, library: Archive) -> None:
    def reads_nobody(text: str, published: date | None) -> Reading:
        return replace(read_simply(text, published), people=())

    async with Archive.open(path, read=reads_nobody) as other:
        await other.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    assert await library.persons_by_key(["quint"], EVERYONE) == []
    assert await library.count_search("harbour", EVERYONE) == 2
    assert await library.check() == []


async def test_a_build_that_fails_leaves_the_archive_as_it_was(path: Path, library: Archive) -> None:
    def fails_at_the_mill(text: str, published: date | None) -> Reading:
        if "mill" in text:
            raise RuntimeError("at the mill")
        return replace(read_simply(text, published), people=())

    before = await every_id(library)
    async with Archive.open(path, read=fails_at_the_mill) as other:
        with pytest.raises(RuntimeError, match="at the mill"):
            await other.build([HARBOUR, MILL], *NOTHING)
    assert await every_id(library) == before
    assert await library.check() == []
    assert [each.name for each in path.parent.iterdir() if "building" in each.name] == []


async def test_questions_are_answered_from_the_old_until_the_switch(library: Archive) -> None:
    seen: list[object] = []

    async def look() -> None:
        seen.append(await library.sources(EVERYONE))

    tasks: list[asyncio.Task[None]] = []
    before = await library.sources(EVERYONE)
    await library.build([HARBOUR], AUTHORITY, SUBJECTS, lambda *_: tasks.append(asyncio.ensure_future(look())))
    await asyncio.gather(*tasks)
    assert before in seen
    assert [source.id for source in await library.sources(EVERYONE)] == ["harbour"]


async def test_what_is_added_during_a_build_is_not_lost(library: Archive) -> None:
    added: list[asyncio.Task[object]] = []

    def add_once(done: int, of: int, title: str) -> None:
        if not added:
            added.append(asyncio.ensure_future(library.add(document("Mx Ana Brook came.", "Late"))))

    await library.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, add_once)
    await asyncio.gather(*added)
    assert {source.title for source in await library.sources(EVERYONE)} == {"The harbour", "The mill", "Late"}
    assert [person.name for person in await library.persons_by_key(["brook"], EVERYONE)] == ["Ana Brook"]
    assert await library.check() == []


async def test_a_build_that_is_always_overtaken_gives_up(path: Path, library: Archive) -> None:
    number = 0

    def add_from_elsewhere(text: str, published: date | None) -> Reading:
        nonlocal number
        number += 1
        asyncio.run(add_aside(path, document(f"Text {number}.", f"Title {number}")))
        return read_simply(text, published)

    async with Archive.open(path, read=add_from_elsewhere) as other:
        with pytest.raises(ArchiveError, match=OVERTAKEN):
            await other.build([HARBOUR], *NOTHING)
    assert len(await library.sources(EVERYONE)) == 2 + number
    assert [person.id for person in await library.persons_by_key(["moll"], EVERYONE)] == ["ines-moll"]
    assert await library.check() == []


async def add_aside(path: Path, accession: Accession) -> None:
    """Add a document as another program would."""
    async with Archive.open(path, read=read_simply) as archive:
        await archive.add(accession)


KILLED = """
import asyncio, os, sys
from pathlib import Path
from bot.archive.archive import Archive
from tests.archive.shelf import AUTHORITY, HARBOUR, SUBJECTS, document, read_simply

def dies_at_last(text, published):
    if "last" in text:
        os._exit(9)
    return read_simply(text, published)

async def main():
    async with Archive.open(Path(sys.argv[1]), read=dies_at_last) as archive:
        await archive.build([HARBOUR, document("The last text.", source_id="last")], AUTHORITY, SUBJECTS)

asyncio.run(main())
"""


async def test_a_build_that_is_killed_leaves_the_archive_as_it_was(path: Path, library: Archive) -> None:
    before = await every_id(library)
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", KILLED, str(path)], env=environment, check=False, timeout=60
    )
    assert killed.returncode == 9
    (left,) = path.parent.glob("archive.db.building-????????")
    an_hour_ago = time.time() - 3600
    os.utime(left, (an_hour_ago, an_hour_ago))
    assert await every_id(library) == before
    assert await library.check() == []
    # What the killed one left behind is no hindrance.
    await library.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    assert await every_id(library) == before
    assert list(path.parent.glob("archive.db.building-*")) == []


async def test_two_builds_at_once_do_not_meet(path: Path, library: Archive) -> None:
    """As when two programs are started on a file that needs a build: each has a file aside of its own."""
    aside: list[set[str]] = []

    def reads_and_looks(text: str, published: date | None) -> Reading:
        aside.append({each.name for each in path.parent.glob("archive.db.building-????????")})
        return read_simply(text, published)

    before = await every_id(library)
    async with Archive.open(path, read=reads_and_looks) as one, Archive.open(path, read=reads_and_looks) as two:
        builds = [each.build([HARBOUR, MILL], AUTHORITY, SUBJECTS) for each in (one, two)]
        reports = await asyncio.gather(*builds)
    assert reports[0] == reports[1]
    assert max(map(len, aside)) == 2
    assert await every_id(library) == before
    assert await library.check() == []
    assert list(path.parent.glob("archive.db.building-*")) == []


async def test_what_ships_is_renewed_dropped_and_taken_up_again(library: Archive) -> None:
    await library.add(document("Mx Ana Brook came.", "Added", source_id="added"))
    renewed = replace(HARBOUR, text=HARBOUR.text + "\nA last line.", original=b"other bytes", title="The harbour, anew")
    await library.build([renewed], AUTHORITY, SUBJECTS)
    assert {source.id: source.title for source in await library.sources(EVERYONE)} == {
        "harbour": "The harbour, anew",
        "added": "Added",
    }
    stored = await library.document("harbour", EVERYONE)
    assert stored is not None
    assert stored.text.endswith("A last line.")
    await library.build([renewed, MILL], AUTHORITY, SUBJECTS)
    assert {source.id for source in await library.sources(EVERYONE)} == {"harbour", "mill", "added"}
    assert await library.check() == []


async def test_what_ships_may_get_another_id(library: Archive) -> None:
    await library.build([HARBOUR, replace(MILL, source_id="the-mill")], AUTHORITY, SUBJECTS)
    assert {source.id for source in await library.sources(EVERYONE)} == {"harbour", "the-mill"}


async def test_what_somebody_added_is_never_overwritten(library: Archive) -> None:
    await library.add(document("Mx Ana Brook came.", source_id="lighthouse"))
    with pytest.raises(InputError, match="lighthouse"):
        await library.build([document("Something else.", source_id="lighthouse")], AUTHORITY, SUBJECTS)
    stored = await library.document("lighthouse", EVERYONE)
    assert stored is not None
    assert stored.text == "Mx Ana Brook came."


async def test_what_is_added_later_is_linked_and_ranked_by_the_same_data(archive: Archive) -> None:
    await archive.build([], AUTHORITY, SUBJECTS)
    await archive.add(HARBOUR)
    person = await archive.person("orla-quint", EVERYONE)
    assert person is not None
    assert person.role == "harbour pilot"
    passages = await archive.search("ferries", EVERYONE, 5)
    assert passages
