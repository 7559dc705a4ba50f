"""No question walks through a whole table: what is looked up has an index, however large the archive grows."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from bot.archive.file.database import open_database
from bot.archive.lookup import catalogue, days, evidence, passages, persons, quotations

MODULES = (catalogue, days, evidence, passages, persons, quotations)
QUERIES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, str) and "SELECT" in value
}
ALL_OF_THEM = {"catalogue.SOURCES", "catalogue.YEARS", "persons.NAME_KEYS", "persons.MOST_NAMED", "days.INTERVALS"}
"""Queries that ask for everything there is, or walk a table that stays small."""
LARGE = re.compile(
    r"SCAN (sources|passages|mentions|descriptions|ties|quotations|dates|persons|name_forms|name_keys)\b"
)


def test_there_are_queries() -> None:
    assert len(QUERIES) > 20


@pytest.mark.parametrize("name", sorted(QUERIES.keys() - ALL_OF_THEM))
async def test_a_question_uses_indexes(shared_path: Path, name: str) -> None:
    values: dict[str, object] = defaultdict(lambda: 0, query='"a"', keys="[]", persons="[]", quotations="[]")
    async with open_database(shared_path, seconds=1, wait=1, read_only=True) as database:
        used = {key: values[key] for key in re.findall(r":(\w+)", QUERIES[name])}
        plan = [str(row["detail"]) for row in await database.rows(f"EXPLAIN QUERY PLAN {QUERIES[name]}", used)]
    assert plan
    assert not [step for step in plan if LARGE.match(step)], plan
