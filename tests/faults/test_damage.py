"""A damaged file: `check` finds it and says what to do, and whoever asks gets an answer or a sentence."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.command_line.run import run
from tests.small_data import environment, make_data

PAGE = 4096
TABLES = (
    "sources", "sources_by_bytes", "documents", "passages", "mentions", "mentions_by_person", "quotations", "dates",
    "persons", "source_persons", "person_totals", "name_forms", "name_keys", "state", "subjects", "readings",
    "shingles", "audit", "passage_words_data", "passage_words_idx", "passage_words_docsize", "quotation_words_data",
    "sqlite_autoindex_sources_1",
)  # fmt: skip
ASKED = ("who Olha Marenko", "on 2022-04-30", "quote evacuation", "search lamps", "sources", "source harbour-digest")
ACCOUNT = "ODESA — “We kept the lamps burning,” said Mira Dovbush, a pilot, on May {day}, 2022.\n\nOlha Marenko left.\n"
Spoil = Callable[[bytearray, random.Random], None]


def with_ones(page: bytearray, draw: random.Random) -> None:
    page[:] = b"\xff" * len(page)


def with_zeros(page: bytearray, draw: random.Random) -> None:
    page[:] = bytes(len(page))


def here_and_there(page: bytearray, draw: random.Random) -> None:
    for _ in range(200):
        page[draw.randrange(len(page))] ^= 1 << draw.randrange(8)


def at_the_head(page: bytearray, draw: random.Random) -> None:
    page[:16] = draw.randbytes(16)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive in one file, some of its pages free."""
    folder = tmp_path_factory.mktemp("sound")
    make_data(folder / "data")
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment(folder).items():
            patched.setenv(name, value)
        for day in range(1, 9):
            (folder / f"{day}.txt").write_text(ACCOUNT.format(day=day), "utf-8")
        assert run(("add", *(str(folder / f"{day}.txt") for day in range(1, 9)))) == 0
    with closing(sqlite3.connect(folder / "archive.db")) as connection:
        connection.execute("CREATE TABLE unused (word)")
        connection.executemany("INSERT INTO unused VALUES (?)", [("x" * 3000,)] * 40)
        connection.execute("DROP TABLE unused")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pages_of(path: Path) -> dict[str, int]:
    """The number of the root page of each table and index, and of the first of the free pages."""
    with closing(sqlite3.connect(path)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage"))
    return {**roots, "the header": 1, "the free pages": int.from_bytes(path.read_bytes()[32:36], "big")}


def spoil(path: Path, number: int, how: Spoil) -> None:
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        page = bytearray(file.read(PAGE))
        how(page, random.Random(number))
        file.seek((number - 1) * PAGE)
        file.write(page)


def assert_sentences(said: str) -> None:
    assert said
    assert all(line.endswith((".", "?")) for line in said.splitlines()), said
    assert "Traceback" not in said


@pytest.mark.parametrize("how", [with_ones, with_zeros, here_and_there, at_the_head])
@pytest.mark.parametrize("place", ["the header", "the free pages", *TABLES])
def test_damage_is_found_and_met_with_sentences(
    folder: Path, capfd: pytest.CaptureFixture[str], place: str, how: Spoil
) -> None:
    archive = folder / "archive.db"
    pages = pages_of(archive)
    assert pages.get(place), f"there is no {place}: {sorted(pages)}"
    spoil(archive, pages[place], how)
    assert run(("check",)) == 2
    found, err = capfd.readouterr()
    assert_sentences(found)
    assert "restore" in found or "python -m bot build" in found
    for words in ASKED:
        status = run(("ask", words))
        out, err = capfd.readouterr()
        assert status in ({0, 1, 2} if how is here_and_there else {0, 2}), (words, err)
        assert "Traceback" not in out + err
        if status:
            assert_sentences(err)
    (folder / "new.txt").write_text(ACCOUNT.format(day=20), "utf-8")
    # Values that SQLite cannot know for spoilt (half a JSON) are met as faults of ours: a sentence with an id.
    assert run(("add", "new.txt")) in ({0, 1, 2} if how is here_and_there else {0, 2})
    out, err = capfd.readouterr()
    assert_sentences(out + err)


def test_a_damaged_archive_is_made_good_by_its_backup(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(("backup", "copy.db")) == 0
    archive = folder / "archive.db"
    spoil(archive, pages_of(archive)["documents"], with_ones)
    assert run(("check",)) == 2
    assert run(("restore", "copy.db")) == 0
    assert run(("check",)) == 0


@pytest.mark.parametrize("bytes_left", [0, 50, 99, 100, 4096, 20_000])
def test_a_file_that_was_cut_off(folder: Path, capfd: pytest.CaptureFixture[str], bytes_left: int) -> None:
    archive = folder / "archive.db"
    archive.write_bytes(archive.read_bytes()[:bytes_left])
    status = run(("check",))
    out, err = capfd.readouterr()
    assert_sentences(out or err)
    # A file of no bytes is a new one.
    assert status == (2 if bytes_left else 0)
