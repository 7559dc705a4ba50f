"""DOCX: the paragraphs of a word processor's document (Office Open XML, ECMA-376).

Nothing is unpacked to disk, and only the parts that hold the text and the properties are unpacked at all, as streams.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile, ZipInfo

from bot.errors import InputError
from bot.intake.cleaning import joined
from bot.intake.formats.office_xml import DeclaredTypeError, main_part, paragraphs, properties
from bot.intake.formats.properties import author_in, day_in, title_in
from bot.intake.stated import FILE_PROPERTIES, Parsed, Stated

_MOST_UNPACKED = 50_000_000
"""Bytes of one part when unpacked. The XML of a book of a thousand pages is about 20 MB."""
_MOST_RATIO = 200
"""How much larger than packed a part may become. XML packs to a tenth or a thirtieth, a bomb to a thousandth."""
_SMALL = 1_000_000
"""Bytes that any part may have, whatever its ratio."""
_MOST_PARTS = 10_000
_CHUNK = 65_536
_ENCRYPTED = 0x1
"""The flag of a ZIP entry behind a password (APPNOTE 4.4.4)."""
_ROOT = "_rels/.rels"
_CORE = "docProps/core.xml"


def parsed(data: bytes, name: str) -> Parsed:
    """The text of a document, without what was struck out, headers, footers and notes; its properties as hints.

    Raises InputError for a ZIP archive that is no such document, and for one that is damaged, protected or would grow
    too large.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive, name)
            main = main_part(_chunks(archive, parts[_ROOT], name)) if _ROOT in parts else None
            if main not in parts:
                raise InputError(
                    "“{name}” is an archive and no Word document; only .docx can be read of its kind.", name=name
                )
            text = joined(paragraphs(_chunks(archive, parts[main], name)))
            core = properties(_chunks(archive, parts[_CORE], name)) if _CORE in parts else {}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ExpatError, DeclaredTypeError, ValueError):
        raise InputError("“{name}” is damaged and cannot be read.", name=name) from None
    if not text:
        raise InputError("“{name}” holds no text.", name=name)
    author = author_in(core.get("creator"))
    stated = Stated(FILE_PROPERTIES, title=title_in(core.get("title")), contributors=(author,) if author else ())
    return Parsed(text, stated, day_in(core.get("created")))


def _parts(archive: ZipFile, name: str) -> dict[str, ZipInfo]:
    """The parts by name. A ZIP file may name one twice; the last is what every reader takes."""
    entries = archive.infolist()
    if len(entries) > _MOST_PARTS:
        raise _bomb(name)
    return {entry.filename: entry for entry in entries}


def _chunks(archive: ZipFile, part: ZipInfo, name: str) -> Iterator[bytes]:
    """A part, unpacked piece by piece. What it declares is checked before; zipfile gives no more than that."""
    if part.flag_bits & _ENCRYPTED:
        raise InputError("“{name}” is protected with a password; save it without one and try again.", name=name)
    if part.file_size > min(_MOST_UNPACKED, max(_SMALL, _MOST_RATIO * part.compress_size)):
        raise _bomb(name)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _bomb(name: str) -> InputError:
    return InputError("“{name}” would grow too large when unpacked.", name=name)
