"""A hard line wrap changes nothing: the same people, wherever the lines of a paragraph are broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import read
from bot.reading.document import Document
from bot.reading.layout.sentences import split_sentences
from bot.reading.model import Catalogue, Passage, Person
from bot.reading.people import find_people
from bot.reading.wraps import people_as_written, without_wraps

KESTREL_POINT = Path(__file__).parents[1] / "accounts" / "kestrel-point.txt"
_BREAK = re.compile(r"(?<=\S)\n(?=\S)")
TEXTS = (
    "Gunner Otto Marlowe met the Rev. Ana Kordun at noon, and his brother Emil. Ivan and Mile Kordić came later.",
    "The Secretary of State Erik Lundqvist, Otto Marlowe's friend, known as “Fox”, was here. Fox said little.",
    "Luther “Doc” Banfield sat down. We saw Banfield and Clara. Asked about it, Banfield shrugged and left.",
    "Samira Tahan, 57, a midwife, who is known to everybody in the street as Umm Tariq, sang. Umm Tariq slept.",
    "SAN PABLO DE TARANG, Luzonia — For years Bernardo de la Vara told no one. Few outside Tarang saw De la Vara.",
    "“Kalyna,” as Svitlana Pohrebna is known, cooked for Capt. Orest Halunko. “Eat,” Pohrebna told the Captain.",
)


def found(people) -> list[tuple[str, list[tuple[int, int, str | None]]]]:
    return [
        (person.name, [(m.start, m.end, m.title and " ".join(m.title.split())) for m in person.mentions])
        for person in people
    ]


def people_in(text: str) -> tuple[Person, ...]:
    """The people of a text that is one passage, wherever its lines are broken."""
    whole = (Passage(0, len(text)),)
    return find_people(without_wraps(Document(text, None, Catalogue(), whole, split_sentences(text, whole))))


def test_an_account_reads_alike_wrapped_and_in_whole_lines() -> None:
    text = KESTREL_POINT.read_bytes().decode("utf-8")
    assert found(read(text).people) == found(read(_BREAK.sub(" ", text)).people)


@pytest.mark.parametrize("text", TEXTS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_people_are_the_same_wherever_lines_break(text: str, data: st.DataObject) -> None:
    gaps = [match.start() for match in re.finditer(" ", text)]
    broken = data.draw(st.sets(st.sampled_from(gaps)))
    wrapped = "".join("\n" if at in broken else letter for at, letter in enumerate(text))
    people = people_as_written(wrapped, people_in(wrapped))
    assert found(people) == found(people_in(text))
    assert all(
        wrapped[m.start : m.end] == m.text for person in people for m in (*person.mentions, *person.descriptions)
    )
