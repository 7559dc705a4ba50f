"""Somebody without a name who is brought in and then speaks, and other speakers told by the sentence before."""

from __future__ import annotations

import pytest

from tests.reading.quotations.accounts import said, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Rules hung there, which Ode Brill still recites. There was also a guard with a limp. He never spoke, "
            "she says, until May.\n“It is on my arm,” he told her.",
            "a guard with a limp",
        ),
        (
            "Ode Brill cooked. One of the younger sentries, she recalled, used to ask her for help.\n"
            "“Is it one R?” he asked her once.",
            "One of the younger sentries",
        ),
        (
            "Ode Brill shrugs.\nBy the stove sits an old man in a cap, and at his name he says: “Not I.”",
            "an old man in a cap",
        ),
    ],
)
def test_one_who_is_brought_in_is_meant_by_the_pronoun(text: str, speaker: str) -> None:
    assert speakers(text, "Ode Brill") == [speaker]


def test_whoever_is_named_after_one_brought_in_is_meant_by_the_pronoun() -> None:
    text = "There was a guard with a limp. Mr. Oto Lund was in the yard. “Rain,” he said."
    assert speakers(text, "Oto Lund") == ["Oto Lund"]


def test_a_man_brought_in_is_not_she() -> None:
    text = "Ms. Mira Toll kept the door. In the corner sat an old man in a cap. “Rain,” she said."
    assert speakers(text, "Mira Toll") == ["Mira Toll"]


def test_one_of_the_women_is_not_he() -> None:
    text = "Mr. Oto Lund kept the door. One of the women sang. “Rain,” he said."
    assert speakers(text, "Oto Lund") == ["Oto Lund"]


def test_the_girl_goes_back_to_a_schoolgirl() -> None:
    text = (
        "Ms. Mira Toll says it to a schoolgirl from Brod. The girl nods. “Again?” “From the top,” says Ms. Mira Toll."
    )
    assert said(text, "Mira Toll") == [("Again?", "a schoolgirl from Brod"), ("From the top,", "Mira Toll")]


def test_the_man_does_not_go_back_to_a_woman() -> None:
    text = "A woman swept. Mr. Oto Lund came in with the man. “Rain,” the man said."
    assert speakers(text, "Oto Lund") != ["A woman"]


def test_an_adjective_is_no_speaker() -> None:
    text = (
        "Oto Lund stayed away. The coat was red, and long; it gave him away, says his sister.\n“You saw it for miles.”"
    )
    assert speakers(text, "Oto Lund") == ["his sister"]


def test_a_speaker_set_between_commas() -> None:
    text = "The mill was low, and wet; that, says the cook, was “the whole trouble”."
    assert speakers(text) == ["the cook"]


def test_a_body_without_an_article_is_a_speaker() -> None:
    assert speakers("“Go,” management said.") == ["management"]


def test_whom_somebody_sat_beside_is_another() -> None:
    text = "Nic Orr, then the cook, stood behind her on the quay. “I never saw the oar,” he says now."
    assert speakers(text, "Nic Orr") == ["Nic Orr"]


def test_the_writers_own_question_is_answered_by_whoever_just_spoke() -> None:
    text = "Oto Lund weighs his words. The cart, he wrote by post, was “held up”. By what? “A goose.”"
    assert speakers(text, "Oto Lund") == ["Oto Lund", "Oto Lund"]


def test_according_to_somebody_leads_on_to_the_next_passage() -> None:
    text = "Then, according to Mira Toll, one starts the song and says that it is short.\n“And then we all join in.”"
    assert speakers(text, "Mira Toll") == ["Mira Toll"]


def test_a_place_set_behind_a_description_is_no_part_of_it() -> None:
    text = "A baker there, who would not give her name while her aunt held the keys, said by letter: “no roof yet”"
    assert speakers(text) == ["A baker"]


@pytest.mark.parametrize(
    "text",
    [
        "Oto Lund kept a blog. The entry for May reads: “Bread again.”",
        "Mira Toll found a poem by Oto Lund. “The dyke is low,” it begins.",
        "Oto Lund sent a letter by post. “The dyke is low,” the letter said.",
    ],
)
def test_a_written_text_speaks_for_whoever_wrote_it(text: str) -> None:
    assert speakers(text, "Oto Lund", "Mira Toll") == ["Oto Lund"]


def test_a_son_is_not_a_grandson() -> None:
    text = "Mira Toll had a grandson. Later the son came in. “Rain,” the son said."
    assert speakers(text, "Mira Toll") == ["the son"]
