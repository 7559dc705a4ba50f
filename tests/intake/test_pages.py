"""Pages of HTML: the account without the page around it, and what the page says of it."""

from datetime import date

import pytest

from bot.errors import InputError
from bot.intake import take_in_bytes
from bot.intake.formats import html
from bot.reading import read
from tests.intake.files import PAGE


def test_a_news_page_gives_its_account_and_what_it_states() -> None:
    document = take_in_bytes("ferry.txt", PAGE.encode(), max_bytes=100_000)
    assert document.text.split("\n\n") == [
        "Ferry leaves Port Amsel with nine families",
        "PORT AMSEL (UW) — The ferry left at noon on Monday with nine families, the harbour master Ines Toll said.",
        "“We counted every one of them,” said Toll, 41, who had written their names into the ledger of the port.",
        "Three days later a second ferry was turned back, and its captain, Joren Vask, lay in the roads for a night.",
        "The families were taken to a school in Ostrel, where beds had been made ready, two of the teachers said.\n",
    ]
    assert (document.title, document.publisher) == ("Ferry leaves Port Amsel with nine families", "Harbour Herald")
    assert (document.contributors, document.published) == (("Mira Castellan",), date(2031, 5, 12))
    assert (document.url, document.language) == ("https://herald.example/news/ferry-leaves", "en")
    assert document.found["published"] == "HTML metadata"
    assert (document.place, document.found["place"]) == ("PORT AMSEL", "dateline")
    assert document.original == PAGE.encode()


def test_the_reader_reads_it_as_any_account() -> None:
    document = take_in_bytes("ferry.html", PAGE.encode(), max_bytes=100_000)
    reading = read(document.text, document.published)
    assert {person.name for person in reading.people} >= {"Ines Toll", "Joren Vask"}
    assert [(quotation.text, quotation.speaker) for quotation in reading.quotations] == [
        ("We counted every one of them,", "Ines Toll")
    ]
    assert any(found.earliest == date(2031, 5, 12) for found in reading.dates)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "koi8-u"])
def test_a_page_in_an_old_encoding_is_read(encoding: str) -> None:
    page = "<html><head><title>Пором</title></head><body><article>" + "<p>Пором відійшов опівдні.</p>" + "</article>"
    assert html.parsed(page.encode(encoding), "parom.html").text == "Пором відійшов опівдні.\n"


def test_two_line_breaks_are_the_end_of_a_paragraph_and_one_is_not() -> None:
    lines = "<br><br>".join(f"The ferry number {n} left with nine<br>families on board." for n in range(8))
    found = html.parsed(f"<html><body><div>{lines}</div>".encode(), "old.html").text
    assert found.startswith("The ferry number 0 left with nine\nfamilies on board.\n\nThe ferry number 1 left")


def test_no_invisible_character_gets_into_the_text() -> None:
    page = "<article><p>The fer\u00adry\u200b left\u202e at\u00a0noon, cafe\u0301 open.\x85</p></article>"
    assert html.parsed(page.encode(), "ferry.html").text == "The ferry left at noon, café open.\n"


def test_an_address_that_is_none_is_not_kept() -> None:
    page = (
        '<html><head><link rel="canonical" href="javascript:alert(1)"></head><article><p>The ferry left.</p></article>'
    )
    stated = html.parsed(page.encode(), "ferry.html").stated
    assert stated is not None and stated.url is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><script>var words = 'nothing but a script';</script></body></html>",
        "<html><head><title>Only a title</title></head></html>",
        "<html><body>" + "<div>" * 1_000_000 + "<p>The ferry left.",
    ],
    ids=["script", "title", "a million deep"],
)
def test_a_page_without_an_account_gets_a_sentence(page: str) -> None:
    with pytest.raises(InputError, match=r"No text of an account could be found in “ferry\.html”"):
        take_in_bytes("ferry.html", page.encode(), max_bytes=6_000_000)


def test_a_page_of_five_megabytes_is_read_whole() -> None:
    page = "".join(
        f"<p>The ferry number {n} left with nine families, and nobody fired on it.</p>" for n in range(20_000)
    )
    filler = f"<script>{'x' * 3_000_000}</script>"
    document = take_in_bytes("ferry.html", f"<html><body>{filler}<article>{page}".encode(), max_bytes=5_000_000)
    assert document.text.count("The ferry number") == 20_000
