"""The layout of whole documents: what is the account, what is around it, and what it says of itself."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.layout import lay_out

PROSE = "The ferry left the quay at noon with nine families aboard, and nobody on either bank fired a shot."

REPOST = f"""Harbour Herald
World

The last ferry out of Port Amsel: how nine families left
The last ferry out of Port Amsel: how nine families left

By MIRA O'SHAY
Staff Writer
Published on Mon 12 May 2031 06.15 BST

Share on Facebook
{PROSE}

{PROSE}

Reporting by Mira O'Shay and Tom Lindqvist; editing by Ana Ruiz
Related posts
Harbour pilots call off their strike
Why bread costs more
"""


def surfaces(text: str) -> tuple[list[str], list[str]]:
    document = lay_out(text)
    return [document.surface(p) for p in document.passages], [document.surface(s) for s in document.left_out]


def test_repost_keeps_the_account_and_leaves_the_page_out() -> None:
    passages, left_out = surfaces(REPOST)
    assert passages == ["The last ferry out of Port Amsel: how nine families left", PROSE, PROSE]
    assert "Harbour Herald" in left_out
    assert "Share on Facebook" in left_out
    assert "Harbour pilots call off their strike" in left_out
    assert left_out.count("The last ferry out of Port Amsel: how nine families left") == 1


def test_repost_says_who_wrote_it_and_when() -> None:
    catalogue = lay_out(REPOST).catalogue
    assert catalogue.title == "The last ferry out of Port Amsel: how nine families left"
    assert catalogue.published == date(2031, 5, 12)
    assert catalogue.contributors == ("Mira O'Shay", "Tom Lindqvist", "Ana Ruiz")


def test_stamps_and_bylines_are_neither_passages_nor_left_out() -> None:
    passages, left_out = surfaces(REPOST)
    assert not any("MIRA" in words or "Published" in words for words in passages + left_out)


def test_typed_in_day_outweighs_the_stated_one() -> None:
    document = lay_out(REPOST, date(2031, 5, 13))
    assert document.published == date(2031, 5, 13)
    assert document.catalogue.published == date(2031, 5, 12)


def test_wire_copy_gives_place_agency_and_the_day_in_front() -> None:
    document = lay_out(f"date 2031-05-12 PORT AMSEL, Lenn (AP) — {PROSE}")
    assert document.catalogue.place == "PORT AMSEL, Lenn"
    assert document.catalogue.publisher == "Associated Press"
    assert document.published == date(2031, 5, 12)
    assert document.surface(document.passages[0]).startswith("PORT AMSEL")


@pytest.mark.parametrize("title", ["17 families leave Port Amsel by ferry", "Families leave Port Amsel by ferry"])
def test_day_that_an_export_puts_in_front_is_no_part_of_the_title(title: str) -> None:
    document = lay_out(f" date 2031-05-12 {title}\n\nBy MIRA O'SHAY\n\n{PROSE}")
    assert document.catalogue.title == title
    assert document.published == date(2031, 5, 12)


def test_day_in_front_of_a_first_sentence_is_no_passage() -> None:
    document = lay_out(f"date 2031-05-12 {PROSE}\n\n{PROSE}")
    assert document.published == date(2031, 5, 12)
    assert [document.surface(passage) for passage in document.passages] == [PROSE, PROSE]


def test_first_sentence_that_opens_with_a_day_and_no_label_is_the_account_s() -> None:
    passages, _ = surfaces(f"2031-05-12 is a day that she remembers. {PROSE}")
    assert passages == [f"2031-05-12 is a day that she remembers. {PROSE}"]


def test_dateline_may_hold_the_day_beside_the_agency() -> None:
    document = lay_out(f"PORT AMSEL (Harbour News / 12 May) — {PROSE}")
    assert (document.catalogue.place, document.catalogue.publisher) == ("PORT AMSEL", "Harbour News")


def test_hyphen_in_a_sentence_is_no_dateline() -> None:
    document = lay_out(f"Old Town - what is left of it - was quiet. {PROSE}")
    assert document.catalogue.place is None


def test_caption_loses_its_photographer_only() -> None:
    passages, left_out = surfaces(f"A man mends a net on the quay on May 12, 2031 Ana RUIZ / AFP\n\n{PROSE}")
    assert passages[0] == "A man mends a net on the quay on May 12, 2031"
    assert left_out == [" Ana RUIZ / AFP"]


def test_caption_loses_a_photographer_named_with_the_paper() -> None:
    passages, left_out = surfaces(f"A man mends a net on the quay. Herald photo by ANA M. RUIZ\n\n{PROSE}")
    assert passages[0] == "A man mends a net on the quay."
    assert left_out == [" Herald photo by ANA M. RUIZ"]


def test_photo_in_a_sentence_is_no_credit() -> None:
    sentence = f"{PROSE} She kept one photo of the house by the water and of the man who built it."
    assert surfaces(sentence)[0] == [sentence]


def test_column_of_wrapped_prose_is_cut_at_its_short_lines() -> None:
    column = (
        "The ferry left the quay at noon with nine families aboard, as the\n"
        "harbour master had promised them, and nobody on either bank\n"
        "fired a shot that day, or on the day after it, nor on the next.\n"
        "Some wept, the mayor said, and some of those who had rowed across\n"
        "sang.\n"
        "On the far side Mayor Ilse Brandt counted them off, one by one, and\n"
        "wrote each name in a ledger that she has kept since. “We\n"
        "counted twice,” she said, and then she went back to the quay for\n"
        "the last of the bags.\n"
        "Nobody slept that night, and in the morning a second ferry came\n"
        "for the horses."
    )
    passages, _ = surfaces(column)
    assert [passage.split()[0] for passage in passages] == ["The", "On", "Nobody"]
    assert "\n".join(passages) == column


def test_headlines_below_each_other_are_no_column() -> None:
    headlines = [
        f"{'Families leave the port once more' if n % 3 else 'Ferry sinks'} for the {n}th time" for n in range(9)
    ]
    assert surfaces("\n".join(headlines))[0] == headlines


def test_related_in_the_middle_cuts_nothing_off() -> None:
    long = " ".join([PROSE] * 3)
    passages, _ = surfaces(f"{long}\n\nMore on the harbour\n\n{long}")
    assert passages[-1] == long
    assert len(passages) >= 2


def test_sentence_about_reporting_is_no_credit_line() -> None:
    sentence = "Mira O'Shay, who crossed twice that week, reported to the harbour master that the ferry leaked."
    assert surfaces(f"{PROSE}\n\n{sentence}")[0] == [PROSE, sentence]


def test_lines_wrapped_by_hand_are_one_passage() -> None:
    wrapped = (
        "The ferry left the quay at noon with nine families aboard, and\n"
        "nobody on either bank fired a shot. On the far side Mayor Ilse\n"
        "Brandt counted them off, one by one, and wrote each name in a\n"
        "ledger."
    )
    assert surfaces(wrapped)[0] == [wrapped]


def test_number_at_the_head_of_a_wrapped_line_makes_no_list() -> None:
    wrapped = (
        "“The old man wants to walk it himself,” the captain said. “He is\n"
        "83. I am not going to be the one who tells him,” and he laughed\n"
        "for a while."
    )
    assert surfaces(wrapped)[0] == [wrapped]


def test_line_of_a_wrapped_text_may_end_with_a_sentence() -> None:
    first = (
        "The ferry left the quay at noon with nine families aboard, and\n"
        "nobody on either bank fired a shot. On the far side the mayor\n"
        "counted them off."
    )
    second = (
        "In the capital the harbour office said in a statement late on\n"
        "Wednesday that nobody at all had crossed the river that day.\n"
        "It did not mention the ferry."
    )
    assert surfaces(f"{first}\n\n{second}")[0] == [first, second]


def test_lines_of_a_live_report_are_passages_of_their_own() -> None:
    lines = ["19.05 BST", "Closing summary", "That is all for today.", PROSE]
    assert surfaces("\n".join(lines))[0] == lines


def test_text_with_nothing_but_space_has_no_passages() -> None:
    assert lay_out(" \n\t\r\n\ufeff").passages == ()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_every_text_is_laid_out_in_order_without_overlap(text: str) -> None:
    document = lay_out(text)
    spans = sorted((*document.passages, *document.left_out), key=lambda span: (span.start, span.end))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[s.start : s.end].strip() for s in document.sentences)
    assert document == lay_out(text)


@given(
    st.lists(
        st.sampled_from([PROSE, "By Ana Ruiz", "12 May 2031", "Home | News", "Related posts", "“Yes.”", ""]),
        max_size=12,
    )
)
def test_sentences_cover_their_passages(lines: list[str]) -> None:
    document = lay_out("\n".join(lines))
    for number, passage in enumerate(document.passages):
        inside = [s for s in document.sentences if s.passage == number]
        assert inside[0].start == passage.start
        assert inside[-1].end == passage.end
        assert document.passage_at(passage.start) == number
        assert document.sentence_at(inside[-1].start) is not None
