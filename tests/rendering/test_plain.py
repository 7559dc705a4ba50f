from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.model import Answer, Choice, Item, ShownDate
from bot.rendering.harmless import harmless
from bot.rendering.plain import answer_to_text, lines_of
from tests.rendering.a_citation import CITATION
from tests.rendering.answers import answers

ESCAPES = "\x1b[31mred\x1b[0m \x9b2J \x07 \u202eturned \x00"


def test_a_quotation_with_speaker_date_and_source() -> None:
    shown = ShownDate("two days later", date(2022, 4, 30), date(2022, 4, 30), "two days after April 28")
    item = Item("The lamps stayed on.", CITATION, quotation=True, speaker="Olha Marenko", section="What they said")
    answer = Answer("person", "Olha Marenko", items=(replace(item, date=shown),), page=1, of=3, notes=("A note.",))
    assert answer_to_text(answer).splitlines() == [
        "Olha Marenko",
        "A note.",
        "",
        "What they said",
        "  “The lamps stayed on.”",
        "    — Olha Marenko",
        "    “two days later”: 30 April 2022 (two days after April 28)",
        "    “The night market”, The Example Courier, 2 May 2022, passage 4 [night-market:4]",
        "    https://example.org/night-market",
        "",
        "Page 1 of 3.",
    ]


def test_an_approximate_date_and_a_digest_are_shown_as_such() -> None:
    shown = ShownDate("late April", date(2022, 4, 21), date(2022, 4, 30), "the last ten days", approximate=True)
    item = Item("It was late April.", replace(CITATION, kind="digest", url=None), date=shown)
    text = answer_to_text(Answer("day", "30 April 2022", items=(item,)))
    assert "“late April”: about 21–30 April 2022 (the last ten days)" in text
    assert "digest of an account in The Example Courier, 2 May 2022" in text


def test_a_date_written_out_is_not_said_twice() -> None:
    shown = ShownDate("30 April 2022", date(2022, 4, 30), date(2022, 4, 30), "as written")
    assert "“30 April 2022” (as written)" in answer_to_text(
        Answer("day", "30 April 2022", items=(Item("It rained.", CITATION, date=shown),))
    )


def test_a_fragment_stands_in_its_sentence() -> None:
    item = Item("small country", CITATION, quotation=True, speaker="Olha", context="She called it her “small country”.")
    assert "    in: She called it her “small country”." in answer_to_text(Answer("quotations", "X", items=(item,)))


def test_an_unknown_speaker_is_said_to_be_unknown_and_only_of_quotations() -> None:
    quotation, passage = Item("Lamps.", CITATION, quotation=True), Item("Lamps burned.", CITATION)
    assert "speaker unknown" in answer_to_text(Answer("quotations", "Lamps", items=(quotation,)))
    assert "speaker unknown" not in answer_to_text(Answer("passages", "Lamps", items=(passage,)))


def test_choices_are_numbered_with_what_they_ask() -> None:
    answer = Answer("choice", "Two", choices=(Choice("Olha", "who id:olha"), Choice("Ivan", "who id:ivan")))
    assert answer_to_text(answer).splitlines()[-2:] == ["  1. Olha  → who id:olha", "  2. Ivan  → who id:ivan"]


def test_a_section_is_named_once() -> None:
    items = tuple(Item(text, CITATION, section="Said") for text in ("a", "b"))
    assert [line.text for line in lines_of(Answer("person", "X", items=items))].count("Said") == 1


def test_terminal_escapes_come_out_as_replacement_characters() -> None:
    item = Item(ESCAPES, replace(CITATION, title=ESCAPES), label=ESCAPES, section=ESCAPES, speaker=ESCAPES)
    answer = Answer("day", ESCAPES, items=(item,), choices=(Choice(ESCAPES, ESCAPES),), notes=(ESCAPES,))
    text = answer_to_text(answer)
    assert not set("\x1b\x9b\x07\x00\u202e") & set(text)
    assert "\ufffd[31mred" in text


@given(answers)
def test_any_answer_becomes_harmless_text(answer: Answer) -> None:
    text = answer_to_text(answer)
    assert harmless(text) == text
    text.encode("utf-8")
    assert all("\n" not in line.text for line in lines_of(answer))


@given(st.text())
def test_harmless_text_is_as_long_as_it_was(text: str) -> None:
    assert len(harmless(text)) == len(text)
    assert harmless(harmless(text)) == harmless(text)
