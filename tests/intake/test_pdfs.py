"""PDFs: lines made paragraphs again, across pages, without what stands around every page."""

from datetime import date

import pytest

from bot.intake import take_in_bytes
from bot.intake.formats import pdf as pdf_format
from bot.reading import read
from tests.intake.files import pdf, pdf_of_streams

INDENTED = 84.0
LEFT = 72.0
FIRST = (
    (LEFT, "Harbour Herald, 12 May 2031"),
    (0, ""),
    (LEFT, "PORT AMSEL (UW) — The ferry left at noon on Monday with nine families on"),
    (LEFT, "board, and nobody fired on it, said the harbour master, Ines Toll, who had writ-"),
    (LEFT, "ten their names into the well-known ledger of the port and read them out."),
    (INDENTED, "“We counted every one of them,” said Toll. “We called them up by the well-"),
    (LEFT, "known ledger.”"),
    (LEFT, "Three days later a second ferry was turned back while its captain waited for the"),
    (0, ""),
    (290, "- 1 -"),
)
SECOND = (
    (LEFT, "Harbour Herald, 12 May 2031"),
    (0, ""),
    (LEFT, "pilot of the port, who never came."),
    (0, ""),
    (LEFT, "The families were taken to a school in Ostrel."),
    (0, ""),
    (290, "- 2 -"),
)


def page(lines: tuple[tuple[float, str], ...]) -> list[tuple[float, float, str]]:
    return [(x, 780.0 - 14 * n, text) for n, (x, text) in enumerate(lines) if text]


def test_two_pages_give_the_paragraphs_of_the_account() -> None:
    data = pdf([page(FIRST), page(SECOND)])
    document = take_in_bytes("notes.txt", data, max_bytes=100_000)
    assert document.text.split("\n\n") == [
        "PORT AMSEL (UW) — The ferry left at noon on Monday with nine families on board, and nobody fired on it, said "
        "the harbour master, Ines Toll, who had written their names into the well-known ledger of the port and read "
        "them out.",
        "“We counted every one of them,” said Toll. “We called them up by the well-known ledger.”",
        "Three days later a second ferry was turned back while its captain waited for the pilot of the port, who never "
        "came.",
        "The families were taken to a school in Ostrel.\n",
    ]
    reading = read(document.text, date(2031, 5, 13))
    assert [quotation.speaker for quotation in reading.quotations] == ["Ines Toll", "Ines Toll"]
    assert any(found.earliest == date(2031, 5, 12) for found in reading.dates)


def test_columns_are_read_one_after_the_other() -> None:
    left = [(60.0, 700.0 - 14 * n, f"left line {n} goes on and on and") for n in range(12)]
    right = [(320.0, 700.0 - 14 * n, f"right line {n} goes on and on and") for n in range(12)]
    drawn = [line for pair in zip(left, right, strict=True) for line in pair]
    text = pdf_format.parsed(pdf([drawn]), "columns.pdf").text
    assert text.index("left line 11") < text.index("right line 0")


def test_file_properties_are_hints() -> None:
    info = {"Title": "Ferry leaves at noon", "Author": "Mira Castellan", "CreationDate": "D:20310512061500+02'00'"}
    document = take_in_bytes("ferry.pdf", pdf([page(SECOND[4:5])], info=info), max_bytes=100_000)
    assert (document.contributors, document.found["contributors"]) == (("Mira Castellan",), "file properties")
    assert (document.made, document.published) == (date(2031, 5, 12), None)


@pytest.mark.parametrize("title", ["Microsoft Word - ferry.docx", "ferry_final2.pdf", "Untitled", "Document1", " "])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    info = {"Title": title, "Author": "Windows User"}
    stated = pdf_format.parsed(pdf([page(SECOND)], info=info), "ferry.pdf").stated
    assert stated is not None and (stated.title, stated.contributors) == (None, ())


def test_a_line_that_also_stands_inside_a_page_is_no_running_head() -> None:
    lines = [(LEFT, 780.0 - 14 * n, "Nobody fired on it.") for n in range(9)]
    assert pdf_format.parsed(pdf([lines, lines]), "verse.pdf").text.count("Nobody fired") == 18


def test_a_page_inside_a_form_is_read() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 2 0 R >> >> /Length %d >>"
    drawn = b"BT /F1 11 Tf 72 700 Td (The ferry left.) Tj ET"
    data = pdf_of_streams([b"/Form Do"], more=[form % len(drawn) + b"\nstream\n" + drawn + b"\nendstream"])
    assert pdf_format.parsed(data, "form.pdf").text == "The ferry left.\n"
