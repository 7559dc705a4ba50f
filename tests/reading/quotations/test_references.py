"""Whom a pronoun, a kinship word, a letter or another description goes back to, or that it cannot be told."""

from __future__ import annotations

import pytest

from bot.reading.quotations import find_quotations
from tests.reading.quotations.accounts import document_of, person, speakers


def test_a_spokesman_is_not_whom_he_speaks_for() -> None:
    text = "A spokesman for Mr. Oto Lund said the cart was “lawfully parked”. Later he called it “a small matter”."
    assert speakers(text, "Oto Lund") == ["A spokesman for Mr. Oto Lund"] * 2


def test_an_entry_is_from_the_diary_told_of_before() -> None:
    text = "Ms. Mira Toll, who baked, kept a diary. Mr. Oto Lund kept hens. The entry for May reads, in full, “Rain.”"
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll"]


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to his sister Mr. Oto Lund wrote of the wall. “It sweats at night,” the letter said.",
        "Oto Lund sent a letter up the hill with a hen. It was signed, “Your neighbour.”",
        "His men found Mr. Oto Lund’s log. The entry for March 9 says, “Sang to them.”",
    ],
)
def test_a_letter_or_log_speaks_for_its_writer(text: str) -> None:
    assert speakers(text, "Oto Lund") == ["Oto Lund"]


def test_kin_in_a_couple() -> None:
    text = "Above lived a couple named Mira and Oto Lund. “We froze,” Ms. Mira said. “We did,” her husband said."
    assert speakers(text, "Mira", "Oto Lund") == ["Mira", "Oto Lund"]


def test_one_brought_in_by_the_passage_is_meant_by_the_pronoun() -> None:
    text = (
        "“Never,” said Mr. Oto Lund.\nWe had a parson in on Sunday. He stood on a crate and said, “You are not lost.”"
    )
    assert speakers(text, "Oto Lund") == ["Oto Lund", "a parson"]


def test_one_who_may_be_another_is_not_guessed() -> None:
    text = "“Never,” said Mr. Oto Lund.\nIt was late for the driver. “No bread,” he told the inquiry."
    assert speakers(text, "Oto Lund") == ["Oto Lund", None]


def test_whoever_asked_him_is_not_he() -> None:
    text = "Mr. Oto Lund went last.\nIt was noon. Nobody spoke. Questioned by Mr. Ode Tarn, he said: “No.”"
    assert speakers(text, "Oto Lund", "Ode Tarn") == ["Oto Lund"]


def test_the_name_that_a_described_one_goes_by() -> None:
    text = "A commander, who gave his name only as Heron, denied it. “We are here,” he said."
    assert speakers(text, "Heron") == ["Heron"]


def test_a_name_in_marks_is_whom_a_pronoun_means() -> None:
    text = "We reached ‘Heron’. She does not want to be named. Of the boy she found: ‘He was cold. I was colder.’"
    assert speakers(text, "Heron") == ["Heron"]


def test_a_transcript_line_is_about_whom_it_names_not_who_speaks() -> None:
    text = "MR. LUND: Captain Ode Tarn came. He told me, “Nobody leaves.”"
    assert speakers(text, ("Oto Lund", "LUND"), "Ode Tarn") == ["Ode Tarn"]


def test_a_reply_under_a_post_is_the_repliers() -> None:
    text = "Mr. Oto Lund posted at noon. Ms. Mira Toll replied under his post: “We were told otherwise!”"
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll"]


def test_a_headline_has_the_speaker_whom_the_text_names() -> None:
    text = "GARRISON CAN HOLD “TILL THE FLOUR IS GONE”\n“We can hold till the flour is gone,” said Mira Toll."
    assert speakers(text, "Mira Toll") == ["Mira Toll", "Mira Toll"]


def test_a_sentence_that_points_somebody_out() -> None:
    text = "“He did,” said a voice from the kitchen. It is the baker’s wife, Mira Toll. “He says so every night.”"
    assert speakers(text, "Mira Toll") == ["a voice from the kitchen", "Mira Toll"]


def test_two_named_together_are_told_apart_by_gender() -> None:
    text = "Nurse Mira Toll and Dr. Oto Lund ran the ward. “Who is next?” she asked. “Whoever can walk,” he said."
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll", "Oto Lund"]


def test_a_stop_before_a_closing_mark_with_a_space_ends_the_quotation() -> None:
    text = "« I heard of it late, » says Mira Toll. « I asked for the veil. » Next to her, Oto Lund laughs."
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll", "Mira Toll"]


def test_what_the_writer_says_in_the_present_is_nobodys_else() -> None:
    text = "“He fell asleep,” Ms. Mira Toll says. “Who, the mayor?” I ask. “Both,” she says."
    assert speakers(text, "Mira Toll") == ["Mira Toll", None, "Mira Toll"]


def test_a_habit_in_a_dialogue() -> None:
    text = "There was a boy, Ode, with us. “Bring big ones,” I would say, and he’d say, “There are only big ones.”"
    assert speakers(text, "Ode") == [None, "Ode"]


def test_one_spoken_of_since_the_passage_began_comes_before_one_who_spoke_earlier() -> None:
    text = "The interpreter frowned. “Hush,” she said.\nOur captain is old now. I saw him in May. “You bake,” he said."
    assert speakers(text) == ["The interpreter", "Our captain"]


def test_nobody_is_spoken_of_in_his_own_words_as_another() -> None:
    text = (
        "Max Tarn built the mill. His widow, Ode Tarn, came on Monday.\n"
        "“Max built a mill, not a prison,” Tarn said. “He would weep.”"
    )
    people = (
        person(text, "Max Tarn", "Max", "Tarn"),
        person(text, "Ode Tarn"),
    )
    assert [q.speaker for q in find_quotations(document_of(text), people)] == ["Ode Tarn"] * 2


def test_kin_by_a_tie_stated_from_the_other_side() -> None:
    text = "Ms. Mira Toll died in May. “She would know,” her daughter said.\nMs. Ilse Toll is 30."
    people = (person(text, "Mira Toll", ties=(("parent", "Ilse Toll"),)), person(text, "Ilse Toll"))
    assert [q.speaker for q in find_quotations(document_of(text), people)] == ["Ilse Toll"]


def test_an_age_can_mean_only_the_one_person_named() -> None:
    text = "Mira Toll has forbidden it.\n“It is the only honest thing here,” said the 34-year-old, who bakes."
    assert speakers(text, "Mira Toll") == ["Mira Toll"]


def test_an_entry_of_a_book_that_belonged_to_somebody() -> None:
    text = (
        "The book belonged to Ms. Mira Toll.\nMr. Oto Lund read it out.\n“They shut us in,” the entry for May begins."
    )
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll"]


def test_a_coded_witness_speaks() -> None:
    text = "“She would break a stone in two,” Witness A testified. “I had half.”"
    assert speakers(text) == ["Witness A", "Witness A"]


def test_an_owner_in_passing_does_not_draw_the_pronoun() -> None:
    text = "When I read Ms. Ona Pell’s letter to Ms. Mira Toll, she put down her cup.\n“In my teeth?” she said."
    assert speakers(text, "Ona Pell", "Mira Toll") == ["Mira Toll"]


def test_his_aunt_does_not_take_the_place_of_whom_it_is_about() -> None:
    text = "Ms. Mira Toll waited.\nThe line was bad, and a boy took her for his aunt. “So I was his aunt,” she said."
    assert speakers(text, "Mira Toll") == ["Mira Toll"]
