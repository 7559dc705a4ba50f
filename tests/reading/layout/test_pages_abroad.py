"""Pages from elsewhere: bylines with sites and days, places beside days, datelines in mixed case, bracketed credits."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.layout import lay_out

PROSE = "Nine families came up the river to Port Amsel in the night, and the men who rowed them slept on the pier."


def test_one_line_of_a_repost_gives_writer_site_and_day() -> None:
    source = lay_out(f"Nine boats in the fog\nby Anna Marlow; ostrelpost.example; 12 March 2031\n\n{PROSE}").catalogue
    assert (source.contributors, source.published) == (("Anna Marlow",), date(2031, 3, 12))


@pytest.mark.parametrize(
    "stamp", ["12 March 2031 Armenia", "Page last updated at 18:40 GMT, Wednesday, 12 March 2031 19:40 UK"]
)
def test_a_place_or_a_page_may_stand_beside_the_day(stamp: str) -> None:
    source = lay_out(f"{stamp}\n\nNine boats in the fog\n\n{PROSE}").catalogue
    assert (source.title, source.published) == ("Nine boats in the fog", date(2031, 3, 12))


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("KUNDUZ: ", "KUNDUZ"),
        ("NARRATOR: ", None),
        ("Lund, Sweden – ", "Lund, Sweden"),
        ("Lund – ", None),
        ("LUND (Ostrel24) – ", "LUND"),
    ],
)
def test_datelines_of_known_places(opening: str, place: str | None) -> None:
    assert lay_out(f"Nine boats in the fog\n\n{opening}{PROSE}").catalogue.place == place


@pytest.mark.parametrize("credit", ["[Clara Lind/Ostrel Post]", "[Clara Lind]"])
def test_a_credit_in_brackets_is_cut_off_a_caption(credit: str) -> None:
    document = lay_out(f"Nine boats in the fog\n\n{PROSE}\n\nMen on the second pier of Port Amsel {credit}\n\n{PROSE}")
    assert [document.text[span.start : span.end].strip() for span in document.left_out] == [credit]


def test_words_put_into_a_sentence_are_no_credit() -> None:
    assert lay_out(f"{PROSE}\n\n“We saw her [Clara Lind].”").left_out == ()


def test_a_headline_repeated_with_other_marks_is_left_out() -> None:
    text = f"World\n\n‘It was dark’: nine boats in the fog\n\n'It was dark': nine boats in the fog\n\n{PROSE}"
    document = lay_out(text)
    assert [document.surface(passage) for passage in document.passages] == [
        "‘It was dark’: nine boats in the fog",
        PROSE,
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("With files from Anna Marlow in southern Norland; Tom Lee in Lund", ("Anna Marlow", "Tom Lee")),
        ("Article sent in by Anna Marlow", ("Anna Marlow",)),
    ],
)
def test_who_else_worked_on_it_is_a_contributor(line: str, names: tuple[str, ...]) -> None:
    assert lay_out(f"Nine boats in the fog\n\n{line}\n\n{PROSE}").catalogue.contributors == names


@pytest.mark.parametrize(
    "line", ["top of page", "Related Topics", "Latest Post", "This article is more than one year old"]
)
def test_more_lines_of_the_page_are_left_out(line: str) -> None:
    document = lay_out(f"Nine boats left the harbour\n\n{line}\n\n{PROSE}")
    assert [document.text[span.start : span.end] for span in document.left_out] == [line]


def test_a_byline_that_runs_on_into_the_dateline_is_one() -> None:
    document = lay_out(f"Nine boats in the fog\n\nBy Anna Marlow LUND (Reuters) - {PROSE}")
    assert (document.catalogue.contributors, document.catalogue.place) == (("Anna Marlow",), "LUND")
    assert [document.surface(passage) for passage in document.passages][1:] == [f"LUND (Reuters) - {PROSE}"]


def test_a_caption_given_twice_below_the_headline_is_no_title() -> None:
    caption = "Men sleep on the second pier of Port Amsel on 17 February"
    text = f"Nine boats in the fog\n\nAnna Marlow\n12 March 2031\n{caption}\n{caption}\n\n{PROSE}"
    assert lay_out(text).catalogue.title == "Nine boats in the fog"


@pytest.mark.parametrize("line", ["Press Release", "Latest Post"])
def test_names_of_sections_are_no_publishers(line: str) -> None:
    assert lay_out(f"{line}\n\nNine boats in the fog\n\n{PROSE}").catalogue.publisher is None


@pytest.mark.parametrize(
    ("standfirst", "names"),
    [
        (
            "Nobody rows at night any more. Ostrel Editor Anna Marlow and Tom Lee report from the pier.",
            ("Anna Marlow", "Tom Lee"),
        ),
        (
            "Weeks of fog have left little to eat on the islands of the lower river, writes Tom Lee in Lund",
            ("Tom Lee",),
        ),
        ("“Nobody rows at night any more than he has to in this weather and this fog”, writes Tom Lee.", ()),
    ],
)
def test_writers_named_by_a_standfirst_are_contributors(standfirst: str, names: tuple[str, ...]) -> None:
    document = lay_out(f"Nine boats in the fog\n\n{standfirst}\n\n{PROSE}")
    assert document.catalogue.contributors == names
