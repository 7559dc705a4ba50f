import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.archive.archive import Archive
from bot.archive.lookup.fts import MOST_TOKENS, all_of, any_of, quoted, telling_tokens, tokens_of
from bot.archive.records import Viewer
from bot.archive.topics import topic_query
from tests.archive.shelf import SUBJECTS

EVERYONE = Viewer()
SYNTAX = [
    '"',
    '""',
    '"a',
    "*",
    "a*",
    "^a",
    "NEAR(",
    "NEAR(a b, 2)",
    "AND",
    "OR a",
    "a NOT",
    "{text} : a",
    "text:a",
    "-a",
]
SYNTAX += [
    "(",
    ")",
    "a)",
    "+",
    "a + b",
    "'; DROP TABLE sources; --",
    "%",
    "_",
    "\x00",
    "a\x00b",
    "\ud800",
    "\u202e",
    "🙂",
]
any_text = st.text(max_size=60) | st.text(alphabet="ab \"*():^{}+-'ANDORNET\x00", max_size=40) | st.sampled_from(SYNTAX)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, more, tokenize='porter unicode61')")
        connection.execute("INSERT INTO words VALUES ('the boats crossed the bay', 'AND so did NEAR friends')")
        yield connection


def rows(index: sqlite3.Connection, query: str) -> int:
    if not query:
        return 0
    found: int = index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (query,)).fetchone()[0]
    return found


@given(st.lists(any_text, max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_no_text_is_syntax(index: sqlite3.Connection, texts: list[str]) -> None:
    for query in (all_of(texts), any_of(texts), all_of(texts, ("text", "more")), any_of(texts, ("text",))):
        assert rows(index, query) in (0, 1)


@given(any_text)
def test_tokens_hold_something_to_look_for(text: str) -> None:
    tokens = tokens_of(text)
    assert len(tokens) <= MOST_TOKENS
    assert all(any(character.isalnum() for character in token) for token in tokens)
    assert set(telling_tokens(text)) <= set(tokens)


@pytest.mark.parametrize("words", ["AND", "near", "NEAR", "boat", "crossing", "crossed the bay"])
def test_words_that_look_like_operators_are_words(index: sqlite3.Connection, words: str) -> None:
    assert rows(index, quoted(words)) == 1


def test_columns_limit_where_words_are_looked_for(index: sqlite3.Connection) -> None:
    assert rows(index, all_of(["boats", "friends"])) == 1
    assert rows(index, all_of(["boats", "friends"], ("text",))) == 0
    assert rows(index, any_of(["boats", "friends"], ("text",))) == 1


def test_nothing_to_look_for_is_no_query() -> None:
    assert all_of(tokens_of("?! … —")) == ""
    assert any_of([]) == ""


def test_small_words_tell_nothing_unless_they_are_all_there_is() -> None:
    assert telling_tokens("work at the mill") == ["work", "mill"]
    assert telling_tokens("to be or not to be") == ["to", "be", "or", "not"]


@given(any_text)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
async def test_any_text_may_be_asked_for(shared_path: Path, text: str) -> None:
    async with Archive.open(shared_path) as archive:
        assert len(await archive.search(text, EVERYONE, 50)) == await archive.count_search(text, EVERYONE)
        query = topic_query(text, SUBJECTS)
        found = await archive.quotations_about(query, EVERYONE, 300)
        assert len(found) == await archive.count_quotations_about(query, EVERYONE)


@pytest.mark.parametrize("text", SYNTAX)
async def test_hostile_names_and_ids_are_just_unknown(library: Archive, text: str) -> None:
    assert await library.persons_by_key([text], EVERYONE) == []
    assert await library.person(text, EVERYONE) is None
    assert await library.source(text, EVERYONE) is None


async def test_words_are_found_in_any_inflection_and_without_accents(library: Archive) -> None:
    for words in ("ferry", "FERRIES", "férries", "ferries left"):
        found = await library.search(words, EVERYONE, 10)
        assert found
        assert all("ferries" in passage.text for passage in found)
    assert await library.search("ferries flour", EVERYONE, 10) == []


async def test_pages_of_a_search_follow_each_other(library: Archive) -> None:
    whole = await library.search("quint", EVERYONE, 10)
    pages = [await library.search("quint", EVERYONE, 1, offset) for offset in range(len(whole))]
    assert len(whole) == await library.count_search("quint", EVERYONE) > 2
    assert [page[0] for page in pages] == whole
