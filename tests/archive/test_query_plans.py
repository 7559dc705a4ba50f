"""No question walks through a whole table: what is looked up has an index, however large the archive grows."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from bot.archive.file.database import open_database
from bot.archive.lookup import (
    catalogue,
    days,
    evidence,
    figures,
    known_names,
    passages,
    persons,
    quotations,
    standing,
    stated,
    suggestions,
    verbatim,
)

MODULES = (
    catalogue,
    days,
    evidence,
    figures,
    known_names,
    passages,
    persons,
    quotations,
    standing,
    stated,
    suggestions,
    verbatim,
)
QUERIES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, str) and value.strip().startswith("SELECT")
}
ALL_OF_THEM = {
    "catalogue.SOURCES",
    "catalogue.COUNT",
    "catalogue.YEARS",
    "persons.NAME_KEYS",
    "days.INTERVALS",
    "figures.ANY",
}
"""Queries that ask for everything there is, or walk a table that stays small."""
LISTS = {name for name in QUERIES if name.startswith("suggestions.LISTED_")}
"""Queries asked once after a change of the archive, for lists that are kept in memory."""
LARGE = re.compile(
    r"SCAN (sources|passages|mentions|descriptions|ties|quotations|dates|figures|persons|name_forms|name_keys)\b"
)


def test_there_are_queries() -> None:
    assert len(QUERIES) > 20


@pytest.mark.parametrize("name", sorted(QUERIES.keys() - ALL_OF_THEM - LISTS))
async def test_a_question_uses_indexes(shared_path: Path, name: str) -> None:
    values: dict[str, object] = defaultdict(lambda: 0, query='"a"', keys="[]", persons="[]", quotations="[]")
    async with open_database(shared_path, seconds=1, wait=1, read_only=True) as database:
        used = {key: values[key] for key in re.findall(r":(\w+)", QUERIES[name])}
        plan = [str(row["detail"]) for row in await database.rows(f"EXPLAIN QUERY PLAN {QUERIES[name]}", used)]
    assert plan
    assert not [step for step in plan if LARGE.match(step)], plan
