"""What is told of one figure is not told of another beside it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive.keeping.clauses import words_told
from bot.reading.model import Counted, Figure, Span

_FIGURE = re.compile(r"(?P<text>\d+)(?: (?P<counted>[a-z]+))?")


def figures_in(text: str) -> list[Figure]:
    """Every number of a sentence, with the word behind it as what it counts, told of by all of the sentence."""
    return [
        Figure(
            *match.span("text"),
            match["text"],
            float(match["text"]),
            float(match["text"]),
            Counted(*match.span("counted"), match["counted"]) if match["counted"] else None,
            Span(0, len(text)),
        )
        for match in _FIGURE.finditer(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("40 pilots came.", ["40 pilots came."]),
        ("The 2 cooks said that 40 pilots sank.", ["The 2 cooks said that", "The said that 40 pilots sank."]),
        ("40 pilots and 2 cooks were hurt.", ["40 pilots and were hurt.", "and 2 cooks were hurt."]),
        ("40 pilots, as well as 2 cooks, came.", ["40 pilots, as well as , came.", ", as well as 2 cooks, came."]),
        ("There were 53 dead, of them 5 pilots.", ["There were 53 dead, of them", "There were , of them 5 pilots."]),
        ("It rose from 170, then to 600.", ["It rose from 170, then to .", "It rose from , then to 600."]),
    ],
)
def test_words_told_of_each_figure(text: str, told: list[str]) -> None:
    figures = figures_in(text)
    assert [words_told(text, figure, figures) for figure in figures] == told


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("The pilots said that 40 boats sank.", "said", "that 40 boats sank."),
        ("40 boats sank, the pilots said.", "said", "40 boats sank"),
        ("40 boats sank, the pilots said, near the port.", "said", "40 boats sank , near the port."),
        ("40 boats sank the pilots said.", "said", "40 boats sank the pilots"),
        ("According to the pilots, 40 boats sank.", "According to", ", 40 boats sank."),
        ("According to the pilots 40 boats sank.", "According to", "According to the pilots 40 boats sank."),
        ("40 boats sank, according to the pilots.", "according to", "40 boats sank"),
        ("40 boats sank.", "said", "40 boats sank."),
    ],
)
def test_who_says_it_is_not_told_of(text: str, cue: str, told: str) -> None:
    figures = figures_in(text)
    assert words_told(text, figures[0], figures, cue) == told


@given(st.text(alphabet="ab 12,.", max_size=40))
def test_no_other_figure_stands_in_what_is_told_of_one(text: str) -> None:
    figures = figures_in(text)
    for figure in figures:
        for cue in (None, "b", "a"):
            assert re.findall(r"\d+", words_told(text, figure, figures, cue)) == [figure.text]
