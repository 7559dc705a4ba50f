"""Direct speech, fragments, and what stands in marks though nobody says it."""

from __future__ import annotations

import pytest

from bot.reading.quotations import find_quotations
from tests.reading.quotations.accounts import document_of, person, read, words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We left at noon,” said Mira Toll.", "direct"),
        ("“Go,” said Mira Toll.", "direct"),
        ("Mira Toll replied: “No.”", "direct"),
        ("“We left,” Mira Toll said, “and then it snowed on all of us.”", "direct"),
        ("Mira Toll called the truce “a long breath”.", "fragment"),
        ("The road would open “in principle,” Mira Toll said.", "fragment"),
        ("Mira Toll described the cellar as “dry, at least.”", "fragment"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert read(text, "Mira Toll")[-1].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green road” was shut at noon.",
        "Mira Toll was reading “The Long Winter” when the shell fell.",
        "He carried a copy of “Paper Ships” for his son.",
        "The choir sang the hymn “Light of Evening” twice.",
        "Beneath a board with a sign that read “Boots Off Here,” Mira Toll hung her coat.",
        "A banner with the words “Still Here” hung from the tower.",
        "The hill, known as “the Anvil”, was lost in March.",
        "Locals call the hill “the Anvil.”",
        "It lay on the “contact line” between the two armies.",
        "On Radio Harbour’s “Morning Hour” the mayor was silent.",
        "The dog was named for the hero of “1984”, Mira Toll wrote.",
        "A van drove up to describe the “safe window” that was open there.",
        "The film, titled “Ashes,” features Mira Toll.",
        "On her stone it says “She mended”.",
        "They sat in the yard of a prison that the captives called “the Dairy,” and waited.",
        "To the cook, a scout called Menzel, she was “that woman.”",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert words(text, "Mira Toll") == []


def test_a_nickname_inside_a_name_is_no_quotation() -> None:
    text = "Oto “Bear” Lund nodded. “We held,” Lund said."
    people = (person(text, "Oto “Bear” Lund", "Lund"),)
    assert [q.text for q in find_quotations(document_of(text), people)] == ["We held,"]


def test_a_call_sign_alone_is_no_quotation() -> None:
    text = "The gunner, call sign “Heron”, saw it first. “Two of them,” Heron said."
    assert words(text, "Heron") == ["Two of them,"]


def test_the_translation_of_a_by_name_goes_with_it() -> None:
    text = 'Oto Lund, whom his men call "La Roca" ("the rock"), slept.'
    assert words(text, ("Oto Lund", "La Roca")) == []


def test_what_somebody_calls_something_is_said() -> None:
    assert words("Mira Toll called it “madness”.", "Mira Toll") == ["madness"]


def test_a_heading_in_marks_is_left_out() -> None:
    assert words("“Nobody sleeps here”\nMira Toll came at noon.", "Mira Toll") == []


def test_a_heading_that_repeats_a_quotation_has_its_speaker() -> None:
    text = "“Nobody sleeps here”\nMira Toll came at noon. “Nobody sleeps here,” she said."
    quotations = read(text, "Mira Toll")
    assert [(q.text, q.speaker) for q in quotations] == [
        ("Nobody sleeps here", "Mira Toll"),
        ("Nobody sleeps here,", "Mira Toll"),
    ]
    assert quotations[0].utterance != quotations[1].utterance
