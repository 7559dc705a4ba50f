"""What pages about other wars showed: captions given twice, sites above headlines, days beside papers and writers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.layout import lay_out

PROSE = "The ferry left the quay at noon with nine families aboard, and nobody on either bank fired a shot."


def passages(text: str) -> list[str]:
    document = lay_out(text)
    return [document.surface(p) for p in document.passages]


@pytest.mark.parametrize(
    ("above", "publisher", "published", "contributors"),
    [
        ("The Ostrel Times - Thursday, May 6, 2031", "The Ostrel Times", date(2031, 5, 6), ()),
        ("Reuters , Saturday 16 Apr 2031", "Reuters", date(2031, 4, 16), ()),
        ("12/05/2031 -  Ana Ruiz", None, date(2031, 5, 12), ("Ana Ruiz",)),
        ("12/05/2031 -  Port Amsel", None, None, ()),
        ("By Emil Sarnow and Tom Lee, Associated Press", "Associated Press", None, ("Emil Sarnow", "Tom Lee")),
        ("Tom Lee, Ostrel News\n\nPosted at May 12 2031 03:04 PM", "Ostrel News", date(2031, 5, 12), ("Tom Lee",)),
        ("By Eastern correspondent Ana Ruiz and Tom Lee in Ostrel", None, None, ("Ana Ruiz", "Tom Lee")),
        ("ByAna Ruiz", None, None, ("Ana Ruiz",)),
        ("ByOstrel News\nMay 12, 2031, 1:37 PM", "Ostrel News", date(2031, 5, 12), ()),
        ("Source: Newsday\nBy Ana Ruiz", "Newsday", None, ("Ana Ruiz",)),
        ("Story by Ana Ruiz for The Beat. Edited by Tom Lee.", None, None, ("Ana Ruiz", "Tom Lee")),
        ("Ostrel,Tom Lee\nTuesday 15 June 2031 23:02", None, date(2031, 6, 15), ("Tom Lee",)),
        ("NORWEGIAN SONGS\n\nUpdated at 12:00 PM on May 12, 2031", None, date(2031, 5, 12), ()),
        (
            "July 21, 2031|By ANA M. RUIZ Special to the Daily Wire",
            "Daily Wire",
            date(2031, 7, 21),
            ("Ana M. Ruiz",),
        ),
        ("Let Them Row\n\nMay 12, 2031", None, date(2031, 5, 12), ()),
    ],
)
def test_who_and_when_stand_on_one_line(above, publisher, published, contributors) -> None:
    catalogue = lay_out(f"How nine families left Port Amsel\n\n{above}\n\n{PROSE}\n\n{PROSE}").catalogue
    assert catalogue.title == "How nine families left Port Amsel"
    assert (catalogue.publisher, catalogue.published, catalogue.contributors) == (publisher, published, contributors)


@pytest.mark.parametrize(
    "site", ["Institute for Port Research | Clear Water, Calm Seas", "The Ostrel Observatory For Rights"]
)
def test_the_name_of_an_institute_above_the_headline_is_not_the_headline(site: str) -> None:
    document = lay_out(f"{site}\n\nThe ferry waits\n\nBy Ana Ruiz\n\n{PROSE}\n\n{PROSE}")
    assert document.catalogue.title == "The ferry waits"
    assert document.catalogue.publisher == site.split(" | ")[0]


def test_a_headline_that_begins_like_an_institute_stays_the_headline() -> None:
    assert (
        lay_out(f"Museum Director Leaves Port Amsel\n\n{PROSE}").catalogue.title == "Museum Director Leaves Port Amsel"
    )


def test_a_caption_that_stands_twice_is_no_headline_and_is_kept_once() -> None:
    caption = "Marta Lindqvist, who mends nets, waits at the quay for the last ferry to the other bank (Getty)"
    text = f"Last ferry leaves Port Amsel\n\n{caption}\n{caption}\n\n{PROSE}"
    assert lay_out(text).catalogue.title == "Last ferry leaves Port Amsel"
    assert passages(text) == ["Last ferry leaves Port Amsel", caption.removesuffix(" (Getty)"), PROSE]


def test_what_is_said_twice_in_two_paragraphs_stays() -> None:
    assert passages(f"{PROSE}\n\n{PROSE}") == [PROSE, PROSE]


def test_a_numbered_heading_that_the_contents_repeat_is_no_headline() -> None:
    heading = "3.1. Mines below the second pier"
    text = f"How the harbour was mined and cleared\n\n3.1. Contents\n\n{heading}\n\n{heading}\n\n{PROSE}"
    assert lay_out(text).catalogue.title == "How the harbour was mined and cleared"


def test_a_day_below_repeated_captions_is_the_day_of_publication() -> None:
    title, standfirst = (
        "A morning at the quays of Port Amsel",
        "Nine boats, two ferrymen and no bread: a report from the second pier there.",
    )
    caption = "Nets hang at the second pier, where nine boats were tied until the morning came."
    text = "\n\n".join(
        [title, standfirst, title, standfirst, f"{caption}\n{caption}", "Monday, 23 January, 2031", PROSE]
    )
    assert lay_out(text).catalogue.published == date(2031, 1, 23)


@pytest.mark.parametrize(
    "credit",
    [
        "(Reuters: Tom Lee)",
        "(AP Photo: Tom Lee)",
        " (Satellite image 2031 Orbita via AP, File)",
        " Tom Lee/dpa",
        " (AFP)",
    ],
)
def test_a_credit_stuck_to_a_caption_is_left_out(credit: str) -> None:
    assert passages(f"{PROSE}\n\nThe ferry waits at the quay.{credit}\n\n{PROSE}")[1] == "The ferry waits at the quay."


def test_a_caption_of_an_agency_is_no_dateline() -> None:
    text = f"FILE – The ferry waits at the quay of Port Amsel.\n\nOSTREL, Norland (AP) — {PROSE}"
    assert lay_out(text).catalogue.place == "OSTREL, Norland"


def test_an_agency_that_writes_itself_small_is_one() -> None:
    catalogue = lay_out(f"Ostrel/Lund (dpa) – {PROSE}").catalogue
    assert (catalogue.place, catalogue.publisher) == ("Ostrel/Lund", "dpa")


@pytest.mark.parametrize("place", ["OSTREL, Norland-Sudland", "OSTREL, Norland and Sudland"])
def test_a_country_of_two_names_is_part_of_the_dateline(place: str) -> None:
    assert lay_out(f"{place} — {PROSE}").catalogue.place == place


def test_two_towns_of_a_dateline_are_one_place() -> None:
    catalogue = lay_out(f"OSTREL/LUND, Feb 4 (Reuters) - {PROSE}").catalogue
    assert (catalogue.place, catalogue.publisher) == ("OSTREL/LUND", "Reuters")


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main contentSkip to navigation",
        "1 SHARES Share Tweet",
        "close article",
        "Version 0 of 1.",
        "Source: Newsday",
    ],
)
def test_lines_of_the_page_are_left_out(line: str) -> None:
    assert passages(f"How nine families left Port Amsel\n\n{line}\n\n{PROSE}") == [
        "How nine families left Port Amsel",
        PROSE,
    ]


def test_other_stories_below_an_account_are_left_out() -> None:
    text = f"{PROSE}\n\nNext In World\n\nHarbour council hands Imran Kadir a medal\n\nOthers Also Read"
    assert passages(text) == [PROSE]


def test_a_byline_above_wrapped_prose_is_a_line_of_its_own() -> None:
    text = (
        "By Ana Ruiz and Tom Lee\n"
        "OSTREL, Norland Feb 6 Nine boats carrying bread and lamp\n"
        "oil came up the river to Ostrel in the night, and the men who\n"
        "rowed them slept on the second pier until the fog had gone and\n"
        "the bells rang.\n"
    )
    document = lay_out(text)
    assert document.catalogue.contributors == ("Ana Ruiz", "Tom Lee")
    assert document.surface(document.passages[0]).startswith("OSTREL, Norland")


def test_the_name_of_a_section_is_no_publisher() -> None:
    assert lay_out(f"Breaking News\n\nHow nine families left Port Amsel\n\n{PROSE}").catalogue.publisher is None


def test_the_name_of_the_site_below_the_headline_is_left_out() -> None:
    text = f"Nine families left Port Amsel\n\nThe Independent Online\n{PROSE}"
    assert passages(text) == ["Nine families left Port Amsel", PROSE]
    assert lay_out(text).catalogue.publisher == "The Independent Online"
