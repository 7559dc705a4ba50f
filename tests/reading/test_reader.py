"""The reader as a whole: exact on any text, the same twice, and not to be brought to its knees."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import read
from bot.settings import PROJECT

ACCOUNTS = PROJECT / "tests" / "reading" / "accounts"
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "«",
        "»",
        "``",
        "''",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\u00a0",
        "\u202e",
        "\ufeff",
        "\U0001f54a",
        "Mira Odell",
        "Odell",
        "Capt. Ilse Brandt",
        "said",
        "she said",
        "told reporters",
        "the mayor",
        "Паламар",
        "Dr",
        "Mr.",
        ".",
        ",",
        ":",
        ";",
        "—",
        "-",
        "April 26",
        "in 2014",
        "four days later",
        "the next day",
        "on Friday",
        "late April",
        "12/05/2031",
        "day 17 of the siege",
        "the 14th",
        "his wife, Yulia",
        "according to",
        "that the ferry left",
        "By",
        "Related posts",
        "3",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.none() | st.just("2031-05-12"))
def test_any_text_is_read_exactly_and_the_same_twice(text: str, published: str | None) -> None:
    reading = read(text, published)
    found = reading.to_json()
    spans = [
        *(m for p in found["people"] for m in p["mentions"]),
        *found["quotations"],
        *found["indirect"],
        *found["dates"],
    ]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    described = [d for person in reading.people for d in person.descriptions]
    assert all(text[d.start : d.end] == d.text for d in described)
    assert all(tie.start < tie.end <= len(text) for person in reading.people for tie in person.ties)
    assert all(date["earliest"] <= date["latest"] and date["reason"] for date in found["dates"])
    assert all(a["start"] <= b["start"] for a, b in pairwise(found["quotations"]))
    assert json.loads(json.dumps(found)) == read(text, published).to_json()


def test_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="month"):
        read("The ferry left.", "2031-13-45")


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "“" * 20_000,
        "." * 20_000,
        "Anna Maria " * 5_000,
        "x\n" * 20_000,
        "the day of the " * 3_000,
        "“Yes,” he said. " * 2_000,
        "April 3, " * 4_000,
        "a" * 1_000_000,
        " " * 1_000_000,
    ],
    ids=["marks", "opening", "stops", "capitals", "lines", "days", "dialogue", "dates", "word", "space"],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert read(text).text == text


def without_surfaces(found: dict[str, list[dict[str, object]]]) -> str:
    """What was found, without the words that stand at its spans."""
    return json.dumps(found).replace("\\n", " ")


@pytest.mark.parametrize("name", ["kestrel-point", "under-the-salt"])
def test_where_lines_are_broken_makes_no_difference(name: str) -> None:
    text = (ACCOUNTS / f"{name}.txt").read_bytes().decode("utf-8")
    passages = read(text, "2034-02-26").passages
    flat = list(text)
    for passage in passages:
        flat[passage.start : passage.end] = text[passage.start : passage.end].replace("\n", " ")
    joined = "".join(flat)
    assert without_surfaces(read(joined, "2034-02-26").to_json()) == without_surfaces(
        read(text, "2034-02-26").to_json()
    )


def test_words_keep_their_line_breaks() -> None:
    text = (
        "The old harbour master had said for many years that the\n"
        "ferry would sink, and on Wednesday the mayor, Ilse\n"
        "Brandt, told reporters: “We have no\n"
        "other boat.” Nobody in the town was surprised by it.\n"
    )
    reading = read(text, "2031-05-16")
    assert [person.name for person in reading.people] == ["Ilse Brandt"]
    assert reading.people[0].mentions[0].text == "Ilse\nBrandt"
    assert reading.quotations[0].text == "We have no\nother boat."
