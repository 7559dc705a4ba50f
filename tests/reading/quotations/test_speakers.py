"""Who says it: every way in which an account tells, and None where it does not."""

from __future__ import annotations

import pytest

from bot.reading.quotations import find_quotations
from tests.reading.quotations.accounts import document_of, person, read, said, speakers

TOLL = ("Mira Toll", "Toll")
LUND = ("Oto Lund", "Lund")


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” said Mira Toll, a baker.",
        "“We left,” Mira Toll said.",
        "“We left,” Mira Toll told reporters in the harbour.",
        "“We left!” Mira Toll shouted.",
        "“Who left?” Mira Toll asked.",
        "“We left,” Mira Toll, 61, a baker from the east bank, said on Friday.",
        "“We left,” said the baker, Mira Toll, who had come by boat.",
        "“We left,” said baker Mira Toll.",
        "“We left,” said baker and part-time driver Mira Toll.",
        "“We left,” Mira Toll kept telling the medic.",
        "“We left,” Mira Toll chortled.",
        "Mira Toll said: “We left.”",
        "Mira Toll wrote on Telegram: “We left.”",
        "In a video posted on Sunday, Mira Toll said, “We left at noon.”",
        "Mira Toll, who leads the bakers, and whose oven was hit, has been speaking to the radio: “We left.”",
        "According to Mira Toll, the town was “a cold oven”.",
        "The town was “a cold oven,” according to Mira Toll.",
        "The town was “a cold oven,” as Mira Toll put it.",
        "As Mira Toll put it, “a cold oven bakes nothing”.",
        "Mira Toll’s last message read: “We left.”",
        "In a letter from Mira Toll: “We left.”",
        "The agency quoted Mira Toll as saying “the oven was cold”.",
        "Mira Toll was quoted as saying “the oven was cold”.",
        "The plan was described by Mira Toll as “a cold oven”.",
        "Mira Toll went after the plan as “a cold oven”.",
        "“We left and nobody saw us.” — Mira Toll",
        "Mira Toll shook her head. “Not yet.”",
        "Mira Toll said that the bread was gone. “All of it.”",
        "“I am Mira Toll, and I baked this,” the woman said.",
        "Whoever “sells the flour twice” would answer for it, Mira Toll said.",
    ],
)
def test_a_name_in_the_frame(text: str) -> None:
    assert speakers(text, "Mira Toll")[0] == "Mira Toll"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We left,” said a tired-looking woman in one of the cellars.", "a tired-looking woman"),
        ("“We left,” said a spokesman for Mira Toll.", "a spokesman for Mira Toll"),
        ("“We left,” the wife of Mira Toll’s baker said.", "the wife of Mira Toll’s baker"),
        ("“Out!” a porter wet to his knees shouted from the ferry.", "a porter wet to his knees"),
        ("The ministry of roads said the bridge was “entirely safe”.", "The ministry of roads"),
        ("The bridge was “entirely safe,” the ministry of roads said.", "the ministry of roads"),
        ("“We left,” officials at the harbour said.", "officials at the harbour"),
        ("“They told us to wait,” she remembered one nurse telling them.", "one nurse"),
        ("Oto Lund quoted a driver – he did not say which one: “Mind the brakes.”", "a driver"),
        ("Each evening a van drove up to the gate. “Come out and eat,” it called.", "a van"),
        ("Each morning a bell was rung. ‘Fresh bread!’ it seemed to say. ‘Come!’ Nobody did.", "a bell"),
        ("At noon a note was brought to the gate by a dog. It said: “Please do come out.”", "a note"),
        ("Then a voice from the back said, “Where is the post?”", "a voice from the back"),
        ("In a film of that day a man’s voice can be heard shouting, “Did you eat?”", "a man’s voice"),
        ("“Is it still Monday?” a girl of about 6 used to ask the nurse.", "a girl of about 6"),
        ("“Who gets the crust?” asked a boy of maybe five.", "a boy of maybe five"),
        ("“And after that?” one of them asked.", "one of them"),
        ("In the second month our captain lined us up and said, “Who bakes?” I said, “Bakes what?”", "our captain"),
        ("The town put up a plaque. “They endured,” it says.", "a plaque"),
        (
            "Two hours before dawn the mayor’s office announced that it would sign “nothing at all”.",
            "the mayor’s office",
        ),
        ("For that reason city officials called the wall “a curtain”.", "city officials"),
        ("In a notice of May 3 the Harbour Company spoke of “routine repairs”.", "the Harbour Company"),
        (
            "The Harbour Post, whose editors slept, reported on 3. May that all was “as it should be”.",
            "The Harbour Post",
        ),
    ],
)
def test_a_description_where_there_is_no_name(text: str, speaker: str) -> None:
    assert speakers(text, "Mira Toll", "Oto Lund")[0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” he said.",
        "“What did you see?” I asked.",
        "Somewhere a voice in the dark. The price of bread was “twice what it had been in the summer”.",
        "“We left.”",
        "A fortnight before the siege the mayor had been warned in writing that the gate was “two planks and a cat”.",
        "On the first night somebody, nobody will say who, cried “Gas!” and the door was shut.",
        "She ranked, people said, above a colonel.\n“Nobody had told us of a choir.”",
    ],
)
def test_nobody_can_be_told(text: str) -> None:
    assert speakers(text) == [None]


def test_pronouns_go_by_gender() -> None:
    text = "Mr. Oto Lund and Ms. Mira Toll came at noon. “It was cold,” she said. “Very cold,” he said."
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll", "Oto Lund"]


def test_kinship_tells_the_gender() -> None:
    text = (
        "Ilse Tarn, whose husband was inside, waited. Her brother, Ode, did not. “He sleeps,” she said. “Now,” he said."
    )
    assert speakers(text, "Ilse Tarn", "Ode") == ["Ilse Tarn", "Ode"]


def test_a_pronoun_keeps_to_the_subject() -> None:
    text = "Ms. Mira Toll baked for Ms. Ona Pell all winter.\n“The oven was mine,” she said."
    assert speakers(text, "Mira Toll", "Ona Pell") == ["Mira Toll"]


def test_names_inside_quotations_do_not_draw_pronouns() -> None:
    text = "“Ms. Ona Pell left first,” said Ms. Mira Toll. She paused.\n“Then I did,” she said."
    assert speakers(text, "Mira Toll", "Ona Pell") == ["Mira Toll", "Mira Toll"]


def test_a_pronoun_for_somebody_described() -> None:
    text = "Ms. Mira Toll came at noon. The guard let the bar fall. “Pass,” he said."
    assert speakers(text, "Mira Toll") == ["The guard"]


def test_they_are_the_last_group() -> None:
    text = "Ms. Mira Toll was held by harbour guards. They took her coat.\n“Sit down,” she said they told her."
    assert speakers(text, "Mira Toll") == ["harbour guards"]


def test_the_institution_goes_on_as_it() -> None:
    text = "The ministry of roads denied that. It called the story “an old song”."
    assert speakers(text) == ["The ministry of roads"]


def test_a_definite_description_goes_back_to_the_first() -> None:
    text = "A spokesman for the harbour said nothing burned. “Nothing at all,” the spokesman wrote."
    assert speakers(text) == ["A spokesman for the harbour"]


def test_an_office_stands_for_the_one_who_holds_it() -> None:
    text = "Mayor Mira Toll stayed. “Somebody must,” the mayor said."
    assert speakers(text, "Mira Toll") == ["Mira Toll"]


def test_two_who_hold_an_office_are_not_guessed_between() -> None:
    text = "Colonel Oto Lund and Colonel Ode Tarn stayed. “Somebody must,” the colonel said."
    assert speakers(text, "Oto Lund", "Ode Tarn") == ["the colonel"]


def test_kin_by_a_tie_of_the_account() -> None:
    text = "Col. Ode Tarn and his father, Gen. Max Tarn, ate. “He sent me,” said the son."
    people = (
        person(text, "Ode Tarn", ties=(("child", "Max Tarn"),)),
        person(text, "Max Tarn", ties=(("parent", "Ode Tarn"),)),
    )
    (quotation,) = find_quotations(document_of(text), people)
    assert quotation.speaker == "Ode Tarn"
    assert quotation.speaker_as_written == "the son"


def test_the_pronoun_is_kept_as_written() -> None:
    (quotation,) = read("Ms. Mira Toll came. “It was cold,” she said.", "Mira Toll")
    assert (quotation.speaker, quotation.speaker_as_written) == ("Mira Toll", "she")


def test_a_quotation_alone_goes_on_from_the_passage_before() -> None:
    text = "“We left,” said Mira Toll.\n“It was cold. Nobody spoke.”\n“Then it thawed,” Toll said."
    assert speakers(text, TOLL) == ["Mira Toll"] * 3


def test_a_dialogue_alternates() -> None:
    text = "“Who is there?” asked Oto Lund.\n“A baker,” said Mira Toll.\n“Which?” Lund asked.\n“The last.”\n“Come in.”"
    assert speakers(text, TOLL, LUND) == ["Oto Lund", "Mira Toll", "Oto Lund", "Mira Toll", "Oto Lund"]


def test_a_line_of_a_transcript_names_its_speaker() -> None:
    text = "The talk went so:\n“TOLL: Who has flour?”\n“LUND: Nobody.”"
    assert speakers(text, TOLL, LUND) == ["Mira Toll", "Oto Lund"]


def test_fragments_strung_together_share_a_speaker() -> None:
    text = "Mira Toll called him a “cheat”, a “drunk” and a “poor cook”."
    assert said(text, "Mira Toll") == [("cheat", "Mira Toll"), ("drunk", "Mira Toll"), ("poor cook", "Mira Toll")]


def test_a_second_speaker_in_one_sentence() -> None:
    text = "“We left,” said Mira Toll, but Oto Lund insisted: “We were pushed.”"
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Mira Toll", "Oto Lund"]


def test_a_participle_goes_on_from_the_subject() -> None:
    text = "Repairs will take “six years,” the ministry said, adding: “Nobody should build before.”"
    assert speakers(text) == ["the ministry", "the ministry"]


def test_two_who_speak_as_one_are_not_taken_for_one() -> None:
    text = "Ms. Mira Toll and Mr. Oto Lund said the oven was “stone cold” by then."
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Ms. Mira Toll and Mr. Oto Lund"]


def test_whoever_the_writer_asks_answers() -> None:
    text = "Mr. Oto Lund slept. “When did you eat?” I asked the sentry. “On Sunday,” he said."
    assert speakers(text, "Oto Lund") == [None, "the sentry"]


def test_an_owner_is_not_whom_the_pronoun_means() -> None:
    text = "Lund’s widow did answer: “My husband,” she wrote in a letter to the paper, “obeyed.”"
    assert set(speakers(text, "Lund")) == {"Lund’s widow"}


def test_a_colon_after_a_time_goes_on_from_the_sentence_before() -> None:
    text = "Mira Toll has been texting us since dawn. At 6.15: “Snow again.” At 7.40: “Somebody is singing.”"
    assert speakers(text, "Mira Toll") == ["Mira Toll", "Mira Toll"]


def test_words_spoken_to_somebody_are_not_his_own() -> None:
    assert speakers("Oto Lund, a tailor, was told: “Your shop is ours now.”", "Oto Lund") == [None]


def test_a_relative_clause_does_not_hide_the_subject() -> None:
    text = "A woman who had fled with her sons described the road as “a river of bags”."
    assert speakers(text) == ["A woman"]


def test_what_somebody_does_is_no_part_of_who_it_is() -> None:
    assert speakers("“We left,” said a nurse working inside the port.") == ["a nurse"]


@pytest.mark.parametrize("between", ["It was no use.", "Her son, who is twelve, stays in."])
def test_whoever_spoke_goes_on_past_a_sentence_about_nobody_who_speaks(between: str) -> None:
    text = f"“We left,” Mira Toll said. {between} “He is afraid of the dark.”"
    assert speakers(text, "Mira Toll") == ["Mira Toll", "Mira Toll"]
