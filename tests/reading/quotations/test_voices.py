"""Who speaks where the words for them stand a sentence, a passage or a clause away."""

from __future__ import annotations

import pytest

from tests.reading.quotations.accounts import reported, said, speakers

NAMES = ("Mira Toll", ("Oto Lund", "Lund"), ("Ode Tarn", "Tarn"), ("Max Pell", "Pell"))
"""Those of whom the texts below tell, for all of them."""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bakers said they want “justice for all”, but pledged to stay calm.", "Bakers"),
        ("“It is old,” Mira Toll said. “You went on air to blame thousands of honest” millers.", "Mira Toll"),
        ("Oto Lund said his running mate Ode Tarn’s tweet to the port was only “to mock”.", "Oto Lund"),
        ("Oto Lund and Ode Tarn call them “lone rats” and speak of theft.", "Ode Tarn"),
        (
            "Mira Toll told how the army and the guards attacked the mill “with all they had: carts, boats”.",
            "Mira Toll",
        ),
        (
            "“We are tired,” said Mira Toll. Bakers are not all that is wanting. “We have been short of flour too.”",
            "Mira Toll",
        ),
        ("On “Mill Hour,” Oto Lund, who lost the vote, gave two reasons to stay. “They are sick of it.”", "Oto Lund"),
        ("Oto Lund, a clerk in Dorn told the Post. “They can do little more.”", "Oto Lund"),
        ("Mira Toll, a clerk in Dorn told the Post that “the mill is shut”.", "Mira Toll"),
        ("When Oto Lund’s wife heard, she ran outside and waved. “Shoot me!” she cried.", "Oto Lund’s wife"),
        ("“They hit us,” said a miller called Oto Lund, a rag tied round his head.", "Oto Lund"),
    ],
)
def test_in_one_passage(text: str, speaker: str) -> None:
    assert speakers(text, *NAMES)[-1] in (speaker, f"Oto Lund and {speaker}")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Oto Lund spoke.\nIt rained.\nA soldier with a rag sat on a crate. He was cold.\n“We ran,” he said.",
            "A soldier",
        ),
        ("Col. Oto Lund’s men held the dam. A sergeant fed them.\n“They were thin,” he said.", "A sergeant"),
        ("The porter wagged his finger.\n“One good reason, please,” he told me.", "The porter"),
        (
            "“We stay,” Oto Lund said in the yard. The rain went on. Col. Ode Tarn’s guns shelled the mill.\n"
            "“It shook,” he said.",
            "Oto Lund",
        ),
        (
            "It cost a lot, said Mira Toll. It is the talk of Dorn, with Ann Hill — who wants it — leading a march.\n"
            "“It has to go,” she said.",
            "Ann Hill",
        ),
    ],
)
def test_he_and_she_of_the_passage_before(text: str, speaker: str) -> None:
    names = (("Mira Toll", "Toll"), ("Ann Hill", "Hill"), "Oto Lund", "Ode Tarn")
    assert speaker in str(speakers(text, *names)[-1])


def test_he_is_followed_back_over_passages_about_the_same_one() -> None:
    text = "A resident broke into the meeting.\nHe sat down by the door.\nHe asked that the war be ended at once."
    assert reported(text)[-1].speaker == "A resident"


def test_a_finger_points_and_says_nothing() -> None:
    assert speakers("The finger stopped and pointed at me.\n“Ring me at noon.”") == [None]


def test_a_nominee_of_one_people_is_none_of_another() -> None:
    text = "The Berian envoy, Oto Lund, was there. The Dornian envoy vowed to punish “those who sell out”."
    assert speakers(text, "Oto Lund") == ["The Dornian envoy"]
    assert speakers(text.replace("Dornian", "Berian"), "Oto Lund") == ["Oto Lund"]


def test_a_heading_in_single_marks_is_said_by_nobody() -> None:
    text = (
        "“We ran,” said Mira Toll.\nAccording to the mayor, ten stayed.\n‘What are they waiting for?’\nMira Toll left."
    )
    assert [speaker for words, speaker in said(text, "Mira Toll") if words.startswith("What")] in ([], [None])


def test_the_first_words_for_somebody_may_name_a_people() -> None:
    text = "A Dornian photographer came home. “I crawled out,” the photographer said."
    assert speakers(text) == ["A Dornian photographer"]


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ("A Dornian photographer hurt in the raid", "Max Pell, a photographer, got out by a drain."),
        ("A guard and a clerk", "Max Pell, a clerk, got out."),
        ("A clerk at the port", "Max Pell, a clerk, got out."),
    ],
)
def test_nobody_without_a_name_is_taken_for_a_namesake_in_calling_who_comes_later(told: str, later: str) -> None:
    text = f"{told} said that the mill was “a tomb”.\n{later}"
    assert speakers(text, ("Max Pell", "Pell"))[0] == told


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("They shot bakers saying they were spies, according to Mira Toll.", "Mira Toll", "according to"),
        ("The raid is not over, with bakers saying they still hear the guns.", "bakers", "saying"),
        ("A soldier helping two boys and a girl from Dorn said it was hard to tell.", "A soldier", "said"),
        (
            "Small groups of soldiers moved to the dam, where, they said, the mill had burnt.",
            "Small groups of soldiers",
            "said",
        ),
        ("The U.S. warned that the mill could burn.", "The U.S.", "warned"),
    ],
)
def test_reported(text: str, speaker: str, cue: str) -> None:
    assert [(speech.speaker, speech.cue) for speech in reported(text, "Mira Toll")] == [(speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "A claim denied by the port and not borne out by the army.",
        "I wanted to sail with the guards, an ambitious request as the port is shut to strangers.",
    ],
)
def test_not_reported(text: str) -> None:
    assert reported(text) == []
