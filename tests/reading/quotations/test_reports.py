"""Who speaks in wire copy, reports of organisations, magazines and live pages."""

from __future__ import annotations

import pytest

from tests.reading.quotations.accounts import reported, said, speakers

NAMES = ("Mira Toll", ("Oto Lund", "Lund"), ("Ode Tarn", "Tarn"), ("Max Pell", "Pell"))
"""Those of whom the texts below tell, for all of them."""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mira Toll, the first to testify against Oto Lund, Ode Tarn and Max Pell, spoke of “a fog”.", "Mira Toll"),
        ("The port will pay, after a former harbour judge this month said it was “theft”.", "a former harbour judge"),
        ("Spirits were high. Said a brigade major: “We have been here before.”", "a brigade major"),
        ("Baker and Dornian veteran Mira Toll greeted Ode Tarn by saying “fair winds,” as millers do.", "Mira Toll"),
        ("When Oto Lund questioned the witness about the boats, he responded: “They sank.”", "the witness"),
        ("When Oto Lund asked Ode Tarn about the boats, he replied: “They sank.”", "Ode Tarn"),
        ("The Marsh Tigers fled. The Marshlanders soon came. They wrote on walls: “We stay.”", "The Marshlanders"),
        ("He ran off. “What is it?” the second one said.", "the second one"),
        ("He greets us then says, “You can see it.” Mira Toll was not there.", None),
        ("We later met a baker by the quay. He pours tea then says, “You can see it.”", "a baker"),
        ("The baker has described her days in the cellar as “a bad dream”, reports Harbour News.", "The baker"),
        ("The bakers blamed the soldiers for “taking part in theft”.", "The bakers"),
        ("The union made a statement expressing alarm about “several grave reports”.", "The union"),
        ("Clowns Without Tents voiced concern over “a winter of hunger”.", "Clowns Without Tents"),
        ("The harbour office closed the gate in what it called “a pause”.", "The harbour office"),
        ("The bakers closed the gate in what they called “a pause”.", "The bakers"),
        ("The army burnt the mill. The ministry of roads condemned what it called “a crime”.", "The ministry of roads"),
        ("Doctors without Tents (DWT) on Monday spoke of the “desperate needs” of the town.", "Doctors without Tents"),
        ("“If you leave, we die!” cried one woman, who identified herself only as Mira Toll, 32.", "Mira Toll"),
        ("“We ran,” said the only nurse in the area, Mira Toll, who had hidden.", "Mira Toll"),
        ("“We are used to the noise,” a woman called Mira Toll says.", "Mira Toll"),
        ("Oto Lund said that the ministry’s promise of flour was “laughable”.", "Oto Lund"),
    ],
)
def test_who_says_it(text: str, speaker: str | None) -> None:
    assert speakers(text, *NAMES)[-1] == speaker


@pytest.mark.parametrize("noun", ["pensioner", "father-of-two"])
def test_a_noun_for_anybody_passes_over_mere_owners(noun: str) -> None:
    text = f"Mr. Oto Lund, 71, nearly drowned when Ode Tarn’s men opened a dam.\nThe {noun} says: “I ran.”"
    assert speakers(text, "Oto Lund", "Ode Tarn") == ["Oto Lund"]


def test_they_whom_nobody_can_tell_leave_the_word_to_who_spoke() -> None:
    text = "Milk comes seldom, “and we line up”, says Mira Toll, a clerk. But they bring jars. “Some sugar, too.”"
    assert speakers(text, "Mira Toll") == ["Mira Toll", "Mira Toll"]


def test_a_question_put_to_nobody_does_not_pass_the_word_on() -> None:
    text = (
        "“We had little time,” said Mira Toll.\nFour mills were hit.\n“They gain ground,” Oto Lund told the Post.\n"
        "“It is plain. Are they waiting for us to starve?” Oto Lund said.\n“They have to see that boats are of no use.”"
    )
    assert speakers(text, "Mira Toll", "Oto Lund")[-1] == "Oto Lund"


@pytest.mark.parametrize(
    "text",
    [
        "Lund, Tarn and Pell, known as the “Harbour Three”, were tried for it.",
        "They call it the ‘capsule’ and drive it to the mills.",
        "One work helps him get by: “Tides of the Mind,” a 2021 book on sleep.",
    ],
)
def test_what_something_goes_by_is_said_by_nobody(text: str) -> None:
    assert said(text, *NAMES) == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("The road was shut when the raid began, Mira Toll told the Post.", "Mira Toll", "told"),
        ("Only two of ten mills are at work, Mira Toll said last week.", "Mira Toll", "said"),
        ("Only two mills work, Port of Dorn spokesman Mira Toll said today.", "Mira Toll", "said"),
        ("They met at a mill called “The Old Wheel,” Mira Toll said.", "Mira Toll", "said"),
        ("At a gate, residents listed the fees for bread, which they said had become too high.", "residents", "said"),
        ("Families trapped inside the Old Mill with their guards describe a winter of hunger.", "Families", "describe"),
        ("The Guard Hospital raised the alarm, saying it was told to leave.", "The Guard Hospital", "saying"),
        ("The protesters raised banners bearing slogans demanding an end to the war.", "The protesters", "demanding"),
        ("It was an assertion that Dornia’s lawyers said was wrong and late.", "Dornia’s lawyers", "said"),
        (
            "One of Dorn’s last bakers of the siege of Old Dorn recounts how it burnt.",
            "One of Dorn’s last bakers of the siege of Old Dorn",
            "recounts",
        ),
        ("Most say that they would rather forget the winter.", "Most", "say"),
        ("Dornians leaving the mill this week described a cold without end.", "Dornians", "described"),
        (
            "The council met, and a former harbour judge this month said it was theft.",
            "a former harbour judge",
            "said",
        ),
        ("Bakers Monday urged the army to send ten ovens.", "Bakers", "urged"),
        ("One bakery feeds the whole town, say residents.", "residents", "say"),
        ("The boats will stay overnight, said a clerk reached by telephone in the port.", "a clerk", "said"),
        ("Word came from Mira Toll, saying she had slipped out of the town.", "Mira Toll", "saying"),
    ],
)
def test_reported(text: str, speaker: str, cue: str) -> None:
    assert [(speech.speaker, speech.cue) for speech in reported(text, "Mira Toll")] == [(speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Toll was tried for her alleged part in the theft of the mill.",
        "Mira Toll spurned calls to hand in the keys of the mill.",
        "The council, which sat all night, should demand that the mill be opened.",
        "The war, which would claim her father’s life, was near.",
    ],
)
def test_not_reported(text: str) -> None:
    assert reported(text, "Mira Toll") == []


def test_an_eyewitness_is_one_person() -> None:
    text = "One eyewitness said that the mill had burnt. He added that nobody was in it."
    assert [speech.speaker for speech in reported(text)] == ["One eyewitness", "One eyewitness"]


def test_it_is_not_a_day() -> None:
    text = "Late on Feb. 21 a note arrived. It was long, saying that the mill had burnt."
    assert "Feb" not in str(reported(text)[-1].speaker)


def test_he_is_whoever_was_named_not_what_he_is() -> None:
    text = "“They have boats,” said Oto Lund, 37, a soldier of the port. He added that his men were in need of bread."
    assert reported(text, "Oto Lund")[-1].speaker == "Oto Lund"
