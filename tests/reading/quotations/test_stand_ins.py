"""An office, an age or a common noun for the one person of the account who bears it, and what must not be guessed."""

from __future__ import annotations

import pytest

from bot.reading.quotations import find_quotations
from tests.reading.quotations.accounts import document_of, people_of, person, speakers, words


@pytest.mark.parametrize(
    ("introduced", "noun"),
    [
        ("Oto Lund, 58, a harbour skipper chosen by lot, stayed.", "skipper"),
        ("It is Oto Lund who waits. Oto Lund, who is chief these days, stayed.", "chief"),
        ("The scribe to the court, Oto Lund, stayed.", "scribe"),
        ("Sgt. Oto Lund stayed.", "sergeant"),
        ("A boy of fifteen named Oto Lund stayed.", "boy"),
    ],
)
def test_an_office_or_trade_stands_for_its_bearer(introduced: str, noun: str) -> None:
    text = f"{introduced}\nMira Toll left.\nIt rained. “We were wet,” the {noun} said."
    assert speakers(text, "Oto Lund", "Mira Toll") == ["Oto Lund"]


def test_of_two_bearers_the_one_told_of_here() -> None:
    text = (
        "Oto Lund, a skipper, left.\n"
        + "It rained. " * 40
        + "\nMira Toll, a skipper, came. “No wind,” the skipper said."
    )
    assert speakers(text, "Oto Lund", "Mira Toll") == ["Mira Toll"]


def test_two_bearers_in_one_place_are_not_guessed_between() -> None:
    text = "Oto Lund, a skipper, met Mira Toll, a skipper. “No wind,” the skipper said."
    assert speakers(text, "Oto Lund", "Mira Toll") == ["the skipper"]


def test_one_without_a_name_keeps_the_office() -> None:
    text = "Oto Lund, a skipper, left. Then a skipper in a red cap came up. “No wind,” the skipper said."
    assert speakers(text, "Oto Lund") == ["a skipper"]


def test_an_age_stands_for_whom_it_was_given() -> None:
    text = "Oto Lund, 34, met Mira Toll, 51. “I swam,” said the 34-year-old. “I rowed,” the 51-year-old baker said."
    assert speakers(text, "Oto Lund", "Mira Toll") == ["Oto Lund", "Mira Toll"]


def test_a_common_noun_stands_for_the_only_one_near() -> None:
    text = "Mr. Oto Lund sat down.\n“I tied knots,” the serviceman said."
    assert speakers(text, "Oto Lund") == ["Oto Lund"]


def test_a_common_noun_for_one_without_a_name_is_left() -> None:
    text = "Mr. Oto Lund sat by a boy.\n“I tied knots,” the boy said."
    assert speakers(text, "Oto Lund") == ["a boy"]


def test_who_adds_something_is_who_spoke() -> None:
    text = "“We heard it,” said Mr. Oto Lund. The garrison’s spokesman added: “It was loud.”"
    assert speakers(text, "Oto Lund") == ["Oto Lund", "Oto Lund"]


def test_what_somebody_says_that_others_will_say_is_his() -> None:
    text = "Mayor Mira Toll said the ministry would answer “in good time”."
    assert speakers(text, "Mira Toll") == ["Mira Toll"]


def test_a_witness_under_a_letter_is_whom_a_pronoun_means() -> None:
    text = "Ms. Mira Toll wept.\nMr. Oto Lund put it to Witness B that it was dark. “There was a moon,” she said."
    assert speakers(text, "Mira Toll", "Oto Lund") == ["Witness B"]


def test_one_known_only_by_a_by_name() -> None:
    text = "By the gate a kola seller known in town only as Mother Ode was counting. “Two more,” she said."
    assert speakers(text) == ["Mother Ode"]


def test_the_subject_behind_an_opening_clause_is_the_pronoun() -> None:
    text = "Mr. Max Roe spoke first.\nAsked why he would hire a thief, Mr. Oto Lund shrugged. “He was cheap,” he said."
    assert speakers(text, "Max Roe", "Oto Lund") == ["Oto Lund"]


def test_he_is_not_whom_his_words_are_about() -> None:
    text = "For Mr. Oto Lund, Mr. Max Roe was a saint. He said, “Max Roe fed us.”"
    assert speakers(text, ("Oto Lund",), ("Max Roe",)) == ["Oto Lund"]


def test_a_sister_has_the_mother_of_her_brother() -> None:
    text = "Zora Toll died. “She sang,” her daughter said."
    people = (
        person(text, "Zora Toll", ties=(("parent", "Max Toll"),)),
        person(text, "Max Toll"),
        person(text, "Mira Toll", ties=(("sibling", "Max Toll"),)),
    )
    assert [said.speaker for said in find_quotations(document_of(text), people)] == ["Mira Toll"]


def test_she_who_is_called_after_a_child_is_its_mother() -> None:
    text = "Umm Tarek baked.\nTarek is late. “He will ring,” his mother said."
    assert speakers(text, "Umm Tarek", "Tarek") == ["Umm Tarek"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Oto Lund has a radio that hums. Today it said: “All is calm in the valley.”", "a radio"),
        ("The sacks are in the ledger, which Oto Lund kept. The ledger has a May. “Four, wet,” it notes.", "Oto Lund"),
        ("It holds a line for May 5, in Oto Lund’s own hand: “One swimmer.”", "Oto Lund"),
        ("His diary is short. Oto Lund kept a diary. The entry for May 9 runs to a line: “No rain.”", "Oto Lund"),
        ("Oto Lund has made a statement, and I will read from it: “I held the door.”", "Oto Lund"),
        (
            "In a late statement the Harbour Board announced a fine. “It was dark,” the statement read.",
            "the Harbour Board",
        ),
        ("The baker got a text from Oto Lund. “Alive, hungry,” it read.", "Oto Lund"),
        ("The log kept by a deputy, Oto Lund, is terse. “Fog. Nobody,” reads one entry.", "Oto Lund"),
        ("In the drawer was a note: “Gone fishing.”", "a note"),
        ("They drove in to shouts of “Welcome home!” from residents.", "residents"),
        ("It rang once. “Do not sell the boat.” A man’s voice, hoarse.", "A man’s voice"),
        ("Behind her you can hear a man: “Tell her to come.”", "a man"),
        ("0940. Mayor: “Nobody in.”", "Mayor"),
        ("The council, in the person of Deputy Oto Lund, promised to “look at the tin with care”.", "Oto Lund"),
        ("An inquiry panel, whose draft was leaked, found it “more likely than not” that it fell.", "An inquiry panel"),
    ],
)
def test_sources_and_voices_that_speak(text: str, speaker: str) -> None:
    assert speakers(text, "Oto Lund") == [speaker]


def test_a_line_of_a_log_goes_on_without_its_subject() -> None:
    assert speakers("Capt. Oto Lund reports “two boats.” Says “no lights.”", "Oto Lund") == ["Oto Lund"] * 2


def test_who_is_asked_said_what_the_question_quotes() -> None:
    text = "Oto Lund said that all was ready.\nQ: You said “both boats”. Is it so?\nA: It is."
    assert speakers(text, "Oto Lund") == ["Oto Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "The captain called the ditch “the moat.” It held.",
        "It was a cellar known as “the Dairy,” and nobody left it.",
        "Her sister, whom everyone called “Bee,” wept.",
        "His father, nicknamed “Moth,” and a boy came.",
        "What they call “the corridor” is a road.",
        "Max had read in his “Long Roads” that bread is grief.",
        "He hung a card on his door, “Back in ten minutes”.",
    ],
)
def test_names_and_terms_that_nobody_says(text: str) -> None:
    assert words(text) == []


def test_a_nickname_in_apposition_is_no_quotation() -> None:
    assert words("“He bowed,” recalls Oto Lund, “Heron”, the sexton. “Twice.”", "Oto Lund") == ["He bowed,", "Twice."]


def test_a_headline_may_quote_with_single_marks() -> None:
    text = "Mayor says the gate ‘will open itself’\nIt rained.\n“No,” said Oto Lund."
    assert words(text, "Oto Lund") == ["will open itself", "No,"]


def test_a_silence_leaves_the_turn_to_the_other() -> None:
    text = (
        "“Who rang?” asked Max Roe.\n“I did,” said Oto Lund.\n"
        "There was a silence. “You were young.”\n“Yes,” said Oto Lund."
    )
    assert speakers(text, "Max Roe", "Oto Lund") == ["Max Roe", "Oto Lund", "Max Roe", "Oto Lund"]


def test_she_may_be_whom_the_passage_before_set_out_from() -> None:
    text = "Ms. Mira Toll left.\nIt rained.\nThe baker’s wife got a text.\n“He loved that boat,” she said."
    assert speakers(text, "Mira Toll") == ["The baker’s wife"]


def test_a_manner_of_speaking_is_a_tag() -> None:
    assert speakers("“Onions!” Oto Lund laughs. “I dream of them.”", "Oto Lund") == ["Oto Lund"] * 2


def test_the_people_of_a_text_are_not_touched() -> None:
    text = "Oto Lund, a skipper, left. “No,” the skipper said."
    people = people_of(text, "Oto Lund")
    found = find_quotations(document_of(text), people)
    assert [(said.speaker, said.speaker_as_written) for said in found] == [("Oto Lund", "the skipper")]
