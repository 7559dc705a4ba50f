from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.archive.file.database import Database, open_database
from bot.archive.file.schema import APPLICATION_ID, Migration, migrate, migrations, statements


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
