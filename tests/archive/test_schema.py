from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.authority import Authority
from bot.archive.file.database import Database, open_database
from bot.archive.file.schema import APPLICATION_ID, Migration, migrate, migrations, statements
from bot.archive.records import Viewer
from bot.archive.thesaurus import Subject, Thesaurus
from bot.archive.topics import FigureQuery
from bot.errors import ArchiveError
from tests.archive.shelf import read_simply


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with open_database(path, seconds=None, wait=0.05) as opened:
        yield opened


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


def test_a_script_is_taken_apart_at_its_semicolons_only() -> None:
    script = """
    -- A comment; with a semicolon.
    CREATE TABLE a (b TEXT DEFAULT ';'); -- After it.
    CREATE TRIGGER t AFTER INSERT ON a BEGIN
        DELETE FROM a; SELECT 1;
    END;
    SELECT 2
    """
    table, trigger, query = statements(script)
    assert table.endswith("-- After it.")
    assert trigger.startswith("CREATE TRIGGER")
    assert trigger.endswith("END;")
    assert query == "SELECT 2"


async def test_all_steps_are_taken_once(database: Database) -> None:
    await migrate(database, migrations())
    assert await database.value("PRAGMA user_version") == migrations()[-1].number
    assert await database.value("PRAGMA application_id") == APPLICATION_ID
    await migrate(database, migrations())


async def test_an_old_file_keeps_what_it_holds(database: Database) -> None:
    first = Migration(1, "CREATE TABLE kept (word);\nINSERT INTO kept VALUES ('ash');")
    await migrate(database, [first])
    await migrate(database, [first, Migration(2, "ALTER TABLE kept ADD COLUMN tree;")])
    row = await database.row("SELECT word, tree FROM kept")
    assert row is not None
    assert tuple(row) == ("ash", None)


async def test_a_step_that_fails_leaves_nothing_behind(database: Database) -> None:
    steps = [Migration(1, "CREATE TABLE one (a);"), Migration(2, "CREATE TABLE two (a);\nCREATE TABLE one (a);")]
    with pytest.raises(Exception, match="already exists"):
        await migrate(database, steps)
    assert await database.value("PRAGMA user_version") == 1
    assert await database.rows("SELECT 1 FROM sqlite_master WHERE name = 'two'") == []


async def test_two_programs_that_migrate_at_once(path: Path, database: Database) -> None:
    async with open_database(path, seconds=None, wait=5) as other:
        steps = [Migration(1, "CREATE TABLE one (a);")]
        await migrate(other, steps)
        # As if this one had looked before the other had finished.
        await migrate(database, steps)
    assert await database.value("SELECT count(*) FROM one") == 0


async def test_an_archive_from_before_there_were_moderators_is_carried_forward(path: Path) -> None:
    """It answers as before, until the build that it asks for."""
    async with open_database(path, seconds=None, wait=0.05) as database:
        await migrate(database, [step for step in migrations() if step.number < 6])
        for statement in BEFORE:
            await database.run(statement)
    async with Archive.open(path, read=read_simply) as archive:
        person = await archive.person("ana-brook", Viewer())
        assert person is not None
        assert (person.name, person.mentions) == ("Ana Brook", 1)
        assert await archive.check() == []
        assert await archive.needs_build("as it was")
        assert not await archive.is_new()
        with pytest.raises(ArchiveError, match="python -m bot build"):
            await archive.split_person("ana-brook", "old", None, by="tests", reason="so it is")
        await archive.build([], Authority(), Thesaurus(), fingerprint="as it was")
        assert await archive.person("ana-brook", Viewer()) == person
        assert not await archive.needs_build("as it was")
        await archive.rename_person("ana-brook", "Ana", None, by="tests", reason="so it is")
        assert await archive.check() == []


async def test_an_archive_from_before_there_were_figures_is_carried_forward(path: Path) -> None:
    """It has none until the build that it asks for."""
    async with open_database(path, seconds=None, wait=0.05) as database:
        await migrate(database, [step for step in migrations() if step.number < 6])
        for statement in (*BEFORE, "UPDATE documents SET text = 'Mx Ana Brook came. There were #40 boats.'"):
            await database.run(statement)
        await migrate(database, [step for step in migrations() if step.number < 8])
    boats = FigureQuery("boats")
    async with Archive.open(path, read=read_simply) as archive:
        assert await archive.count_figures_about(boats, Viewer()) == 0
        assert not await archive.has_figures(Viewer())
        assert await archive.check() == []
        await archive.build([], Authority(), Thesaurus((Subject("boats"),)))
        (found,) = await archive.figures_about(boats, Viewer(), 5)
        assert await archive.has_figures(Viewer())
        assert (found.unit, found.record.words) == ("boats", "#40 boats")
        assert (await archive.listed_subjects(Viewer())).figures == {"boats": 1}
        assert await archive.check() == []


BEFORE = (
    "INSERT INTO state (name, value) VALUES ('reader_version', '1'), ('fingerprint', 'as it was')",
    """INSERT INTO sources (id, title, language, kind, filename, sha256, added_by, added_at, passages)
    VALUES ('old', 'Old', 'en', 'account', 'old.txt',
        '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', 'tests', '2031-01-01T00:00:00+00:00', 1)""",
    "INSERT INTO documents (source, original, text) VALUES (1, CAST('x' AS BLOB), 'Mx Ana Brook came.')",
    "INSERT INTO passages (id, source, number, begins, ends, text) VALUES (1, 1, 1, 0, 18, 'Mx Ana Brook came.')",
    "INSERT INTO passage_words (rowid, text) SELECT id, text FROM passages",
    "INSERT INTO persons (id, name, guild) VALUES ('ana-brook', 'Ana Brook', 0)",
    "INSERT INTO source_persons (source, person, name, key, parts) VALUES (1, 1, 'Ana Brook', 'ana brook', 2)",
    "INSERT INTO mentions (source, passage, person, begins, ends, text) VALUES (1, 1, 1, 3, 12, 'Ana Brook')",
    "INSERT INTO person_totals (person, guild, mentions, sources) VALUES (1, 0, 1, 1)",
)
"""An archive of one source, as it was kept then."""
