"""Marks of every kind: what is taken for a quotation, to the character."""

from __future__ import annotations

import pytest

from tests.reading.quotations.accounts import read, words


@pytest.mark.parametrize(
    "text",
    [
        "“We left at noon,” said Mira Toll.",
        '"We left at noon," said Mira Toll.',
        "‘We left at noon,’ said Mira Toll.",
        "'We left at noon,' said Mira Toll.",
        "«We left at noon,» said Mira Toll.",
        "« We left at noon, » said Mira Toll.",
        "»We left at noon,« said Mira Toll.",
        "„We left at noon,“ said Mira Toll.",
        "„We left at noon,” said Mira Toll.",
        "``We left at noon,'' said Mira Toll.",
        "”We left at noon,” said Mira Toll.",
        '“We left at noon," said Mira Toll.',
        '"We left at noon,” said Mira Toll.',
        "“We left at noon,“ said Mira Toll.",
    ],
)
def test_every_pair_of_marks(text: str) -> None:
    assert words(text, "Mira Toll") == ["We left at noon,"]


def test_offsets_leave_the_marks_out() -> None:
    text = "Then “we left,” said Mira Toll."
    (quotation,) = read(text, "Mira Toll")
    assert text[quotation.start - 1] == "“"
    assert text[quotation.end] == "”"


def test_an_inner_quotation_is_no_entry_of_its_own() -> None:
    text = "“He shouted, ‘Run!’ and we ran,” said Mira Toll. ‘Never mind.’"
    assert words(text, "Mira Toll") == ["He shouted, ‘Run!’ and we ran,"]


def test_single_outer_marks_keep_double_ones_inside() -> None:
    text = "‘He shouted, “Run!” and we ran,’ said Mira Toll. ‘We all did.’"
    assert words(text, "Mira Toll") == ["He shouted, “Run!” and we ran,", "We all did."]


@pytest.mark.parametrize("mark", ["'’", "''"])
def test_apostrophes_are_no_marks(mark: str) -> None:
    opening, apostrophe = ("‘", "’") if mark == "'’" else ("'", "'")
    speech = f"The soldiers{apostrophe} boots don{apostrophe}t fit,"
    text = f"{opening}{speech}{apostrophe} said Mira Toll, of the {apostrophe}90s."
    assert words(text, "Mira Toll") == [speech]


def test_plural_owners_alone_make_no_quotation() -> None:
    assert words("The soldiers' boots and the nurses' coats were dry. 'Tis the season, the miners' wives sang.") == []


def test_the_same_marks_nested() -> None:
    text = '"He said "run" and we ran," said Mira Toll.'
    assert words(text, "Mira Toll") == ['He said "run" and we ran,']


def test_a_missing_closing_mark_ends_before_the_tag() -> None:
    text = "“There was no water, Mira Toll said. “We drank from the boiler.”"
    assert words(text, "Mira Toll") == ["There was no water,", "We drank from the boiler."]


def test_a_missing_closing_mark_ends_with_the_passage() -> None:
    text = "Mira Toll said: “There was no water.\nNobody moved."
    assert words(text, "Mira Toll") == ["There was no water."]


def test_a_missing_opening_mark_begins_with_the_passage() -> None:
    assert words("There was no water,” Mira Toll said.", "Mira Toll") == ["There was no water,"]


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“There was no water,” said Mira Toll. “We drank snow.\n“Then it thawed.”"
    assert words(text, "Mira Toll") == ["There was no water,", "We drank snow.", "Then it thawed."]


def test_a_quotation_closed_one_paragraph_later() -> None:
    text = "Mira Toll said: “There was no water.\nThen it thawed.”"
    assert words(text, "Mira Toll") == ["There was no water.", "Then it thawed."]


def test_single_marks_in_an_account_of_double_ones() -> None:
    text = (
        "“We left,” said Mira Toll. “We walked.”\n"
        "‘We stayed,’ said Ona Pell. ‘We waited.’\n"
        "The ‘safe’ road was shut; the men’s coats were wet."
    )
    assert words(text, "Mira Toll", "Ona Pell") == ["We left,", "We walked.", "We stayed,", "We waited."]


def test_inches_are_no_marks() -> None:
    assert words('The plank was 6" wide, Mira Toll wrote. Nobody spoke.', "Mira Toll") == []
