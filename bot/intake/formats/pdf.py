"""PDF: the account on its pages, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING, Any

from bot.errors import InputError
from bot.intake.cleaning import joined
from bot.intake.formats.pdf_lines import Line, without_running_heads
from bot.intake.formats.pdf_paragraphs import paragraphs_of
from bot.intake.formats.properties import author_in, day_in, title_in
from bot.intake.stated import FILE_PROPERTIES, Parsed, Stated

if TYPE_CHECKING:
    from pdfminer.layout import LTPage, LTTextLine
    from pdfminer.pdfdocument import PDFDocument

MOST_PAGES = 1_000
_NO_LETTER = re.compile(r"\(cid:\d+\)")
"""What pdfminer writes for a glyph of which the file does not say what letter it is."""
_MOST_UNKNOWN = 0.1
"""Share of such glyphs from which on a text is not worth keeping."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def parsed(data: bytes, name: str) -> Parsed:
    """The text of a PDF: lines joined to paragraphs, also across pages, without page numbers and running heads.

    Raises InputError for a PDF that is protected, too long, damaged, or has no text (a scan).
    """
    # Loaded only here, with what hangs on it.
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise InputError(
            "“{name}” is protected with a password; save it without one and try again.", name=name
        ) from None
    pages = [list(_lines(page)) for page in _pages(document, name)]
    text = joined(paragraphs_of(without_running_heads(pages)))
    _check(text, name)
    info = _info(document)
    author = author_in(info.get("Author"))
    stated = Stated(FILE_PROPERTIES, title=title_in(info.get("Title")), contributors=(author,) if author else ())
    return Parsed(_NO_LETTER.sub("\ufffd", text), stated, day_in(info.get("CreationDate")))


def _check(text: str, name: str) -> None:
    unknown = len(_NO_LETTER.findall(text))
    if unknown > _MOST_UNKNOWN * len(_NO_LETTER.sub("-", text)):
        raise InputError("“{name}” does not say which letters it shows, so its text cannot be read.", name=name)
    if not any(character.isalpha() for character in text):
        raise InputError("“{name}” holds no text; a scan has to go through text recognition (OCR) first.", name=name)


def _pages(document: PDFDocument, name: str) -> Iterator[LTPage]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import resolve1

    tree = resolve1(document.catalog.get("Pages"))
    declared = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    if isinstance(declared, int) and declared > MOST_PAGES:
        raise _too_long(name)
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(all_texts=True))
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        # What a file declares need not be so.
        if number >= MOST_PAGES:
            raise _too_long(name)
        interpreter.process_page(page)
        yield device.get_result()


def _lines(page: LTPage) -> Iterator[Line]:
    """The lines of a page in reading order: column by column, as the layout analysis of pdfminer finds them."""
    from pdfminer.layout import LTFigure, LTTextBox, LTTextLine

    # Some programs put a whole page into a form, which pdfminer calls a figure; forms may hold forms.
    waiting = [iter(page)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif isinstance(item, LTTextLine):
            if found := _line(item):
                yield found
        elif isinstance(item, LTTextBox | LTFigure):
            waiting.append(iter(item))


def _line(line: LTTextLine) -> Line | None:
    """A line; None for what has no ink, and for what stands across the page, like a mark in the margin."""
    from pdfminer.layout import LTChar

    text = line.get_text().translate(_LIGATURES).strip()
    glyphs = [glyph for glyph in line if isinstance(glyph, LTChar)]
    if not text or not glyphs or sum(glyph.upright for glyph in glyphs) * 2 < len(glyphs):
        return None
    return Line(text, line.x0, line.x1, line.y0, median(glyph.size for glyph in glyphs))


def _info(document: PDFDocument) -> dict[str, str]:
    """What the file notes about itself, by key; the first note of several counts, and only text does."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    found: dict[str, str] = {}
    for notes in document.info:
        for key, value in notes.items():
            resolved: Any = resolve1(value)
            if isinstance(resolved, bytes | str):
                found.setdefault(key, resolved if isinstance(resolved, str) else decode_text(resolved))
    return found


def _too_long(name: str) -> InputError:
    return InputError("“{name}” has too many pages: at most {most} can be added at once.", name=name, most=MOST_PAGES)
