"""What a file is does not hang on its name: a renamed one is read as what it is, or refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.intake.kinds import kind_of
from tests.intake.files import PAGE, docx, paragraph, pdf

NAMES = ("notes.txt", "report.docx", "scan.pdf", "page.html", "download", "story.php", "x.exe")
PDF = pdf([[(72, 700, "The ferry left.")]])
DOCX = docx(paragraph("The ferry left."))


@pytest.mark.parametrize("name", NAMES)
def test_documents_are_known_under_any_name(name: str) -> None:
    assert kind_of(PDF, name) == "pdf"
    assert kind_of(b"\n" + PDF, name) == "pdf"
    assert kind_of(DOCX, name) == "docx"
    assert kind_of(PAGE.encode(), name) == "html"
    assert kind_of(b"\xef\xbb\xbf<!-- saved --> <!-- twice -->\n<HTML><body>", name) == "html"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_pages_are_known_in_any_encoding(encoding: str) -> None:
    page = "<!DOCTYPE html><html><body><p>The ferry left, and Олена saw it from the quay.</p></body></html>"
    assert kind_of(page.encode(encoding), "ferry.txt") == "html"


@pytest.mark.parametrize("name", ["ferry.txt", "ferry.md", "ferry", "ferry.pdf", "ferry.docx", "Mr. Smith, 1.2"])
def test_text_is_text_under_the_name_of_any_document(name: str) -> None:
    assert kind_of("The ferry left — at 5 < 6 o'clock. <Nobody> spoke.".encode(), name) == "text"


def test_a_piece_of_a_page_is_a_page_but_markdown_may_hold_tags() -> None:
    piece = b'<div class="story"><p>The ferry left.</p></div>'
    assert kind_of(piece, "ferry.txt") == "html"
    assert kind_of(piece, "ferry.md") == "text"


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"import os", "ferry.py", "of a kind that cannot be read; .txt, .md, .html, .pdf and .docx can"),
        (b"{\\rtf1 The ferry left.}", "ferry.txt", "of a kind that cannot be read"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "ferry.txt", "of a kind that cannot be read"),
        (b"MIME-Version: 1.0\nSubject: ferry\nContent-Type: multipart/related; b=1\n", "f.txt", "of a kind that"),
        (b"\x1f\x8b\x08" + bytes(90), "ferry.txt", "of a kind that cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), "ferry.docx", "of a kind that cannot be read"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90) + "EncryptedPackage".encode("utf-16-le"),
            "ferry.docx",
            "is protected with a password",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "ferry.txt", "is not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "ferry.pdf", "damaged, or is not what its name says"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(data: bytes, name: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        kind_of(data, name)
    assert says in str(caught.value)


@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_have_a_kind_or_a_sentence(data: bytes, name: str) -> None:
    try:
        assert kind_of(data, name) in {"text", "html", "pdf", "docx"}
    except InputError as error:
        assert name in str(error)


def test_a_row_of_comments_takes_no_time() -> None:
    assert kind_of(b"<!---->" * 1_000, "page.txt") == "text"
