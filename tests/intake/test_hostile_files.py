"""Files made to do harm, and files that came to harm: one sentence each, or the right text."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import InputError
from bot.intake import take_in_bytes
from bot.intake.formats import docx as docx_format
from tests.intake.files import docx, package, paragraph, pdf, pdf_of_streams, zeros

MOST = 50_000_000
LINE = [(72.0, 700.0, "The ferry left at noon.")]
PDF = pdf([LINE, LINE, LINE])
DOCX = docx(paragraph("The ferry left at noon."), parts={"word/media/image1.png": bytes(range(256)) * 40})
ENTITY = "<w:p><w:r><w:t>The &x; left.</w:t></w:r></w:p>"
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
ENCRYPTED = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [(a)(a)]" % (b"o" * 32, b"u" * 32)
UNKNOWN_LOCK = b" /Encrypt << /Filter /Own /V 9 >> /ID [(a)(a)]"
SCAN = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"
NESTED = pdf_of_streams([zeros(1)], stream_notes=b"/Filter [" + b"/FlateDecode " * 9 + b"]")


def locked() -> bytes:
    """A document whose parts are marked as encrypted."""
    data = bytearray(DOCX)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying() -> bytes:
    """A bomb that declares to be small."""
    data = bytearray(docx(paragraph("a" * 30_000_000)))
    at = data.rfind(b"PK\x01\x02")
    at = data.rfind(b"PK\x01\x02", 0, at + 4)
    data[at + 24 : at + 28] = (2_000).to_bytes(4, "little")
    return bytes(data)


def crowded() -> bytes:
    """An archive of very many parts."""
    out = io.BytesIO(DOCX)
    with zipfile.ZipFile(out, "a") as archive:
        for n in range(11_000):
            archive.writestr(f"{n}", b"")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(pdf_of_streams([b"BT ET"], times=10_000), "too many pages: at most 1000", id="10,000 pages"),
        pytest.param(pdf_of_streams([b"BT ET"], times=1_500, count=1), "too many pages", id="pages not declared"),
        pytest.param(pdf_of_streams([b"BT ET"], count=10**9), "too many pages", id="pages declared"),
        pytest.param(pdf_of_streams([b"BT ET"], trailer=ENCRYPTED), "protected with a password", id="encrypted"),
        pytest.param(pdf_of_streams([b"BT ET"], trailer=UNKNOWN_LOCK), "protected with a password", id="other lock"),
        pytest.param(pdf_of_streams([SCAN]), "holds no text; a scan has to go through", id="scan"),
        pytest.param(PDF[:400], "is damaged", id="cut off"),
        pytest.param(b"%PDF-1.7\n", "is damaged", id="no more than a mark"),
        pytest.param(PDF.replace(b"/Kids [6 0 R", b"/Kids [5 0 R"), "“ferry.pdf”", id="pages within themselves"),
        pytest.param(pdf_of_streams([b"q " * 100_000]), "holds no text", id="states without end"),
        pytest.param(pdf_of_streams([b"[" * 300_000]), "“ferry.pdf”", id="lists within lists"),
        pytest.param(pdf_of_streams([b"BT (x) Tj"], length=999_999_999), "holds no text", id="stream that never ends"),
        pytest.param(NESTED, "holds no text", id="packed nine times"),
    ],
)
def test_hostile_pdf_gets_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        take_in_bytes("ferry.pdf", data, max_bytes=MOST)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(docx(paragraph("a" * 60_000_000)), "would grow too large", id="bomb"),
        pytest.param(lying(), "is damaged", id="bomb that declares to be small"),
        pytest.param(docx(ENTITY, head=OUTSIDE), "is damaged", id="entity from outside"),
        pytest.param(
            docx(ENTITY.replace("x", "x11"), head=f'<!DOCTYPE d [<!ENTITY x0 "ha">{LAUGHS}]>'),
            "is damaged",
            id="laughs",
        ),
        pytest.param(docx(ENTITY, head='<!DOCTYPE d [<!ENTITY x "ha">]>'), "is damaged", id="entity that does no harm"),
        pytest.param(docx("<w:p>" * 9_000 + "x" + "</w:p>" * 9_000), "is damaged", id="deep"),
        pytest.param(docx("<w:p><w:r>"), "is damaged", id="not well formed"),
        pytest.param(DOCX[: len(DOCX) // 2], "is damaged", id="cut off"),
        pytest.param(DOCX[:6], "is damaged", id="no more than a mark"),
        pytest.param(locked(), "protected with a password", id="locked"),
        pytest.param(crowded(), "would grow too large", id="parts without end"),
        pytest.param(docx(""), "holds no text", id="empty"),
        pytest.param(package({"xl/workbook.xml": b"<a/>"}, "xl/workbook.xml"), "no Word document", id="workbook"),
        pytest.param(package({}, "word/../../etc/passwd"), "no Word document", id="part that is not there"),
        pytest.param(b"PK\x05\x06" + bytes(18), "no Word document", id="empty archive"),
    ],
)
def test_hostile_word_document_gets_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        take_in_bytes("ferry.docx", data, max_bytes=MOST)
    assert says in str(caught.value)


def test_a_bomb_in_a_picture_is_not_unpacked() -> None:
    data = docx(paragraph("The ferry left."), parts={"word/media/image1.png": bytes(60_000_000)})
    assert take_in_bytes("ferry.docx", data, max_bytes=MOST).text == "The ferry left.\n"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, len(DOCX) - 1), st.binary(min_size=1, max_size=9))
def test_damage_anywhere_in_a_word_document_is_met_with_a_sentence(at: int, damage: bytes) -> None:
    try:
        assert docx_format.parsed(DOCX[:at] + damage + DOCX[at + len(damage) :], "ferry.docx").text
    except InputError as error:
        assert "“ferry.docx”" in str(error)


@pytest.mark.parametrize(
    "text", ["---\nof: " + "[" * 90_000 + "\n---\nText.", "---\n" + "a: {" * 9_000 + "\n---\nText."]
)
def test_front_matter_nested_without_end_gets_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match="front matter"):
        take_in_bytes("ferry.md", text.encode(), max_bytes=MOST)


def test_front_matter_that_grows_gets_a_sentence() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(InputError, match="front matter"):
        take_in_bytes("ferry.md", f"---\nl0: &l0 ha\n{levels}---\nText.".encode(), max_bytes=MOST)
    inner = (
        "[" + "&a [x,x,x,x,x,x,x,x,x]" + "".join(f", &{chr(98 + n)} [{f'*{chr(97 + n)},' * 9}]" for n in range(9)) + "]"
    )
    with pytest.raises(InputError, match="published must be a day"):
        take_in_bytes("ferry.md", f"---\npublished: {inner}\n---\nText.".encode(), max_bytes=MOST)
