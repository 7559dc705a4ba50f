"""Catalogue data: from where it is taken, and which place outweighs which."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake import take_in_bytes
from bot.intake.document import IntakeDocument, Original
from bot.intake.exchange import document_from_bytes, document_to_bytes
from bot.intake.headers import header_of
from bot.intake.stated import PLACES, Stated, merged
from tests.intake.files import PAGE, core, docx, paragraph

HEADED = (
    "Title: The ferry\nBy: Mira Castellan and Tom Lee\nPublished: 12 May 2031\nSource: Harbour Herald\n"
    "URL: https://herald.example/ferry\n\nPORT AMSEL (UW) — The ferry left at noon. Nobody spoke, and nobody fired.\n"
)


def test_header_lines_are_catalogue_data_and_stay_in_the_text() -> None:
    document = take_in_bytes("ferry.txt", HEADED.encode(), max_bytes=10_000)
    assert document.text == HEADED
    assert (document.title, document.publisher) == ("The ferry", "Harbour Herald")
    assert (document.contributors, document.published) == (("Mira Castellan", "Tom Lee"), date(2031, 5, 12))
    assert document.url == "https://herald.example/ferry"
    assert document.found["title"] == document.found["published"] == "header lines"
    assert document.found["place"] == "dateline"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("date 2031-05-12", date(2031, 5, 12)),
        (" date 2031-05-12 PORT AMSEL (UW) — The ferry left.", date(2031, 5, 12)),
        ("DATE: May 12, 2031", date(2031, 5, 12)),
        ("Date = 12.05.2031", date(2031, 5, 12)),
        ("Date: on Monday", None),
        ("Date: 2031-13-45", None),
        ("The date: 2031-05-12", None),
        ("date palms grow there", None),
    ],
)
def test_days_in_header_lines(line: str, day: date | None) -> None:
    assert header_of(f"\ufeff\n{line}\n\nThe ferry left.").published == day


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Source: https://herald.example/a", "url", "https://herald.example/a"),
        ("Source: https://herald.example/a", "publisher", None),
        ("URL: javascript:alert(1)", "url", None),
        ("Authors: Mira Castellan, Tom Lee & Ana Ruiz", "contributors", ("Mira Castellan", "Tom Lee", "Ana Ruiz")),
        ("Author: http://x", "contributors", ()),
        ("Language: UK", "language", "uk"),
        ("Language: English", "language", None),
        ("Copyright: Harbour Herald", "rights", "Harbour Herald"),
        (f"Title: {'x' * 400}", "title", None),
        ("Nobody said: anything", "title", None),
    ],
)
def test_values_in_header_lines(line: str, key: str, value: object) -> None:
    assert getattr(header_of(f"{line}\nThe ferry left."), key) == value


def test_header_lines_end_where_the_account_begins() -> None:
    assert header_of("Title: One\nThe ferry left.\nTitle: Two\nDate: 2031-05-12").published is None
    assert header_of("Title: One\nTitle: Two").title == "One"


def test_front_matter_outweighs_header_lines_and_these_the_account() -> None:
    text = "---\ntitle: In front\n---\n" + HEADED.replace("By: Mira Castellan and Tom Lee\n", "")
    document = take_in_bytes("ferry.md", text.encode(), max_bytes=10_000)
    assert (document.title, document.found["title"]) == ("In front", "front matter")
    assert (document.publisher, document.found["publisher"]) == ("Harbour Herald", "header lines")


def test_the_account_outweighs_file_properties() -> None:
    parts = {"docProps/core.xml": core("Some other title", "Typist Person", "2030-01-01T00:00:00Z")}
    body = (
        paragraph("The ferry leaves Port Amsel")
        + paragraph("By Mira Castellan")
        + paragraph(
            "PORT AMSEL (UW) — The ferry left at noon with nine families on board, and nobody at all fired on it."
        )
    )
    document = take_in_bytes("ferry.docx", docx(body, parts=parts), max_bytes=100_000)
    assert (document.contributors, document.found["contributors"]) == (("Mira Castellan",), "byline")
    assert (document.title, document.found["title"]) == ("The ferry leaves Port Amsel", "text")
    assert (document.published, document.made) == (None, date(2030, 1, 1))


def test_page_metadata_outweighs_the_account() -> None:
    document = take_in_bytes("ferry.html", PAGE.encode(), max_bytes=100_000)
    assert (document.publisher, document.found["publisher"]) == ("Harbour Herald", "HTML metadata")
    assert set(document.found.values()) <= set(PLACES)


def test_nothing_stated_is_nothing_found() -> None:
    assert merged((Stated("text", title=""), Stated("byline"))) == ({}, {})


LINES = st.none() | st.text()
DAYS = st.none() | st.dates()


@given(
    st.builds(
        IntakeDocument,
        filename=st.just("ferry.txt"),
        original=st.just(b"bytes"),
        text=st.text(),
        title=LINES,
        publisher=LINES,
        contributors=st.lists(st.text()).map(tuple),
        published=DAYS,
        place=LINES,
        url=LINES,
        rights=LINES,
        language=st.text(min_size=1),
        kind=st.sampled_from(["account", "digest"]),
        source_id=LINES,
        of=st.none() | st.builds(Original, st.text(), st.text(), st.lists(st.text()).map(tuple), DAYS, LINES),
        found=st.dictionaries(st.text(), st.sampled_from(PLACES)),
        made=DAYS,
    )
)
def test_what_a_worker_sends_arrives_as_it_was(document: IntakeDocument) -> None:
    assert document_from_bytes(document_to_bytes(document), "ferry.txt", b"bytes") == document
