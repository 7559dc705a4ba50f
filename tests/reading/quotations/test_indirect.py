"""Reported speech: which sentences, by which word, and whose."""

from __future__ import annotations

import pytest

from tests.reading.quotations.accounts import document_of, reported


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Mira Toll said that the bread was gone.", "Mira Toll", "said"),
        ("Mira Toll said the bread was gone.", "Mira Toll", "said"),
        ("The bread was gone by noon, Mira Toll said.", "Mira Toll", "said"),
        ("The bread was gone by noon, said Mira Toll, who baked it.", "Mira Toll", "said"),
        ("The bread, Mira Toll recalled, was gone by noon.", "Mira Toll", "recalled"),
        ("According to Mira Toll, the bread was gone.", "Mira Toll", "According to"),
        ("The bread was gone, according to Mira Toll.", "Mira Toll", "according to"),
        ("Mira Toll told the radio she had no bread.", "Mira Toll", "told"),
        ("The ministry denied that any bread was gone.", "The ministry", "denied"),
        ("Mira Toll asked why no bread had come.", "Mira Toll", "asked"),
        ("Mira Toll described a cold so deep that ink froze.", "Mira Toll", "described"),
        ("Mira Toll has promised to bake again in May.", "Mira Toll", "promised"),
        ("Two officials at the harbour confirmed that the ship was lost.", "Two officials at the harbour", "confirmed"),
        ("The bread could wait, Ms. Mira Toll said, because nobody was “hungry, truly hungry”.", "Mira Toll", "said"),
        ("The owners never took part, Ms. Mira Toll said.", "Mira Toll", "said"),
        ("The inquiry, Mira Toll added, would be led by a judge.", "Mira Toll", "added"),
        ("For that reason city officials asked the army for ten ovens.", "city officials", "asked"),
        ("Last week officials in the port said that the ships were full.", "officials in the port", "said"),
        ("The Evening Times said that the bread was gone.", "The Evening Times", "said"),
        ("A scout, with the call sign Heron, told his men to wait.", "A scout", "told"),
        ("The film shows how mothers and children asked to be let out.", "mothers and children", "asked"),
        ("Mira Toll, whose widowed mother has asked that we leave, said the road was shut.", "Mira Toll", "said"),
        ("Mira Toll said that it was late and added: “Good night.”", "Mira Toll", "said"),
        ("Mira Toll said a guard told her to “hang in there.”", "Mira Toll", "said"),
        ("Repairs in the old town will take “six years,” the ministry said.", "the ministry", "said"),
        ("City bakers on Monday urged the army to send ten ovens.", "City bakers", "urged"),
        ("Mira Toll on Monday urged the army to send ten ovens.", "Mira Toll", "urged"),
        ("Mira Toll, chief of the east port told a briefing that the ships were full.", "Mira Toll", "told"),
        ("Mira Toll, 37, chief of the east port told a briefing that the ships were full.", "Mira Toll", "told"),
        ("After Mira Toll, the chief of the port told a briefing that all was well.", "the chief of the port", "told"),
        ("Mira Toll, 61, who served in the port, said the decision to leave was taken late.", "Mira Toll", "said"),
        ("The road was closed early, said the mayor of the port on Friday.", "the mayor of the port", "said"),
    ],
)
def test_reported(text: str, speaker: str, cue: str) -> None:
    (speech,) = reported(text, "Mira Toll")
    assert (speech.speaker, speech.cue) == (speaker, cue)
    assert (speech.start, speech.end, speech.text) == (0, len(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” Mira Toll said.",
        "“We left,” Mira Toll told this reporter in an interview on Friday.",
        "Mira Toll said: “We left at noon and walked.”",
        "“We left,” said Mira Toll, a baker from the east bank.",
        "Mira Toll spoke to the radio.",
        "Mira Toll would not say whose bread it was.",
        "The harbour reports were late and the claims were many.",
        "All went according to plan that day.",
        "The walls, they could see, were cracked.",
        "Nobody breathed.",
        "She kept the town’s only paper, a single sheet called “The Candle”, all winter.",
        "Her call sign was Heron, and she slept at noon.",
        "Mira Toll posted on the wall of the old mill: “No bread.”",
        "Neither the baker nor Mira Toll would say whether there was bread.",
        "“We left,” Mira Toll says, recalling Dorn and its many old mills.",
        "The count has reached 162, with some 20 bakers added to the list of the lost.",
        "On the last night Mira Toll said to me, “We are more than the blankets,” and she slept.",
    ],
)
def test_not_reported(text: str) -> None:
    assert reported(text, "Mira Toll") == []


def test_she_of_a_tag_is_not_whom_the_sentence_tells_of() -> None:
    text = "“We ran,” Mira Toll said, and she wept.\nThe child was hurt, but not in danger, she said."
    assert [speech.speaker for speech in reported(text, "Mira Toll")][-1] == "Mira Toll"


def test_those_who_speak_are_not_one_of_them() -> None:
    text = "“They hit us,” one of the bakers said.\nThe bakers said that they left at noon."
    assert [speech.speaker for speech in reported(text, "Mira Toll")] == ["The bakers"]


def test_the_whole_sentence_and_no_more() -> None:
    text = "It snowed. Mira Toll said that the bread was gone. Nobody wept."
    (speech,) = reported(text, "Mira Toll")
    assert speech.text == "Mira Toll said that the bread was gone."
    assert document_of(text).text[speech.start : speech.end] == speech.text


def test_pronouns_are_resolved() -> None:
    text = "Ms. Mira Toll came at noon. She said that the bread was gone."
    assert [speech.speaker for speech in reported(text, "Mira Toll")] == ["Mira Toll"]


def test_they_are_those_who_spoke() -> None:
    text = "The women said the bread was gone. They said that people ate snow."
    assert [speech.speaker for speech in reported(text)] == ["The women", "The women"]


def test_a_speaker_of_marked_words_goes_on_in_reported_ones() -> None:
    text = "“We left,” said Ms. Mira Toll. She added that the bread was gone."
    assert [speech.speaker for speech in reported(text, "Mira Toll")] == ["Mira Toll"]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Mira Toll and Mr. Oto Lund said that the bread was gone.",
        "In the cellar Ms. Mira Toll and Mr. Oto Lund said the bread was gone.",
        "According to Ms. Mira Toll and Mr. Oto Lund, the bread was gone.",
        "The bread was gone by noon, said Ms. Mira Toll and Mr. Oto Lund.",
    ],
)
def test_two_who_speak_as_one_stay_two(text: str) -> None:
    assert [speech.speaker for speech in reported(text, "Mira Toll", "Oto Lund")] == ["Ms. Mira Toll and Mr. Oto Lund"]


def test_three_who_speak_as_one_stay_three() -> None:
    text = "Mira Toll, Oto Lund and Ode Tarn said that the bread was gone."
    names = ("Mira Toll", "Oto Lund", "Ode Tarn")
    assert [speech.speaker for speech in reported(text, *names)] == ["Mira Toll, Oto Lund and Ode Tarn"]


def test_they_are_not_a_clause() -> None:
    text = "That soldiers matter was plain. They said that the bread was gone."
    assert [speech.speaker for speech in reported(text)] == [None]


def test_they_are_not_one_spokesman() -> None:
    text = "A spokesman said that the mill stood. It was noon. They said that the bread was gone."
    assert reported(text)[-1].speaker is None
