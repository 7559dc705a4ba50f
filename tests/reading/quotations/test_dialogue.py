"""Lines of a dialogue, and answers of an interview, that name nobody: whose turn it is, or that nobody can be told."""

from __future__ import annotations

from tests.reading.quotations.accounts import speakers

TOLL = ("Mira Toll", "Toll")
LUND = ("Oto Lund", "Lund")
TARN = ("Ode Tarn", "Tarn")


def test_an_answer_is_the_others_and_so_on_in_turn() -> None:
    text = "“How old are you?” Toll said.\n“Ten.”\n“And your brother?”\n“Nine,” said Lund.\n“Good. Then come in.”"
    assert speakers(text, TOLL, LUND) == ["Mira Toll", "Oto Lund", "Mira Toll", "Oto Lund", "Mira Toll"]


def test_a_line_between_two_of_one_speaker_is_the_partners() -> None:
    text = "“It was mine,” said Lund.\n“I baked,” said Toll. “Every day.”\n“You did not.”\n“I did,” Toll said. “Ask.”"
    assert speakers(text, TOLL, LUND) == ["Oto Lund", *["Mira Toll"] * 2, "Oto Lund", *["Mira Toll"] * 2]


def test_a_line_between_two_of_one_speaker_without_a_partner_goes_on() -> None:
    text = "“We left,” said Toll.\n“It was cold.”\n“Then it thawed,” Toll said."
    assert speakers(text, TOLL, LUND) == ["Mira Toll"] * 3


def test_a_denial_is_the_others() -> None:
    text = "Oto Lund remembers it well. “He sang.”\n“That is not true,” said Mira Toll.\n“It is, though.”"
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Oto Lund", "Mira Toll", "Oto Lund"]


def test_a_plain_line_goes_on_though_another_spoke_before() -> None:
    text = "“We ran,” said Oto Lund.\n“The bridge went,” said Mira Toll.\n“It was cold, and there was no light at all.”"
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Oto Lund", "Mira Toll", "Mira Toll"]


def test_whoever_is_spoken_to_answers() -> None:
    text = (
        "Dr. Oto Lund washed.\n“You cannot send him back,” Ms. Toll told Lund.\n“I cannot keep him.”\n“Then send me.”"
    )
    assert speakers(text, TOLL, LUND) == ["Mira Toll", "Oto Lund", "Mira Toll"]


def test_of_three_nobody_is_guessed_between() -> None:
    text = (
        "“Tell her,” said Oto Lund.\n“Not me,” said Mira Toll.\n“You must.”\n"
        "“I never will,” said Toll.\n“I can,” said Ode Tarn. “If you like.”"
    )
    assert speakers(text, TOLL, LUND, TARN)[2] is None


def test_the_answers_of_an_interview_are_the_interviewees() -> None:
    text = (
        "An interview with Mira Toll\nQ: You were alone?\nA: “Alone with the oven.”\n"
        "Do you still bake?\n“Every night.”\nAnd Oto Lund?\n“He left.”"
    )
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll"] * 3


def test_a_question_of_the_writers_does_not_make_its_subject_the_speaker() -> None:
    assert speakers("And what of Oto Lund?\n“He left in May, with the others.”", "Oto Lund") == [None]
