"""Word documents: their paragraphs as they stand, without what was struck out."""

from datetime import date

from bot.intake import take_in_bytes
from bot.intake.formats import docx as docx_format
from tests.intake.files import core, docx, package, paragraph


def test_paragraphs_come_out_in_order_with_properties_as_hints() -> None:
    body = paragraph("PORT AMSEL (UW) — The ferry left at noon.") + paragraph("") + paragraph("It was late.")
    data = docx(body, parts={"docProps/core.xml": core("Ferry at noon", "Mira Castellan", "2031-05-12T06:15:00Z")})
    document = take_in_bytes("notes.txt", data, max_bytes=100_000)
    assert document.text == "PORT AMSEL (UW) — The ferry left at noon.\n\nIt was late.\n"
    assert (document.contributors, document.found["contributors"]) == (("Mira Castellan",), "file properties")
    assert (document.place, document.made, document.published) == ("PORT AMSEL", date(2031, 5, 12), None)


def test_what_was_struck_out_and_codes_of_fields_are_no_text() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>Nobody</w:delText></w:r></w:del><w:ins><w:r><w:t>Toll</w:t></w:r></w:ins>"
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t> spoke,</w:t><w:tab/><w:t>late</w:t><w:br/></w:r>"
        "<w:hyperlink><w:r><w:t>on Monday.</w:t></w:r></w:hyperlink></w:p>"
    )
    assert docx_format.parsed(docx(body), "ferry.docx").text == "Toll spoke, late\non Monday.\n"


def test_cells_and_text_boxes_are_paragraphs_of_their_own_and_stand_once() -> None:
    box = "<w:txbxContent>" + paragraph("In a box.") + "</w:txbxContent>"
    body = f"<w:p><w:r><w:t>Around it.</w:t><a><Choice>{box}</Choice><Fallback>{box}</Fallback></a></w:r></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('One.')}</w:tc><w:tc>{paragraph('Two.')}</w:tc></w:tr></w:tbl>"
    assert docx_format.parsed(docx(body + table), "f.docx").text == "In a box.\n\nAround it.\n\nOne.\n\nTwo.\n"


def test_the_document_is_the_part_that_the_package_names() -> None:
    parts = {
        "word/document2.xml": docx_part("Named by the package."),
        "word/document.xml": docx_part("Left behind."),
    }
    assert docx_format.parsed(package(parts, main="/word/document2.xml"), "f.docx").text == "Named by the package.\n"


def docx_part(text: str) -> bytes:
    return f'<w:document xmlns:w="urn:w"><w:body>{paragraph(text)}</w:body></w:document>'.encode()
