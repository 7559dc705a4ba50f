"""What a file is: told from its content, whatever its name says."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from bot.errors import InputError
from bot.intake.decoding import head_of, is_text

Kind = Literal["text", "html", "pdf", "docx"]

_TEXT_SUFFIXES = {"", ".txt", ".text", ".md", ".markdown"}
_PAGE_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}
_OTHER_SUFFIXES = {".pdf", ".docx"}
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,8}")
"""A dot in a name need not begin a suffix ("Mr. Smith", "story-1.2345")."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Office files, and of newer ones behind a password ([MS-CFB])."""
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of such a container that holds a file behind a password ([MS-OFFCRYPTO])."""
_PDF_WITHIN = 1024
"""Bytes within which readers look for the mark of a PDF (ISO 32000, implementation note 13)."""
_OTHER_MARKS = (b"{\\rtf", b"%!PS", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"GIF8", b"ID3")
_MAIL = re.compile(rb"\A(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?content-type:\s*multipart/", re.IGNORECASE)
_HEAD = 4096
# Possessive and atomic, for a row of comments could else be cut up in too many ways.
_PAGE = re.compile(
    r"(?:\s|<!--(?>.{0,2000}?-->)|<\?xml[^>]{0,200}>)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(
    r"\s*<(?:article|aside|blockquote|div|figure|footer|h[1-6]|header|link|main|meta|nav|ol|p|script|section|span"
    r"|style|table|title|ul)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_XML = re.compile(r"\s*<\?xml\b|\s*<(?:rss|feed|svg)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a document, by its first bytes and, for text, by the marks of a page of HTML.

    The name decides one thing: text of a kind that is nothing to read (a program, a table) is refused by its suffix.
    Raises InputError, one sentence, for what cannot be read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN] and not data.startswith(_ZIP):
        return "pdf"
    if data.startswith(_ZIP):
        return "docx"
    if data.startswith(_COMPOUND):
        raise _protected(name) if _PROTECTED in data else _unknown(name)
    if data.startswith(_OTHER_MARKS) or _MAIL.match(data[:_HEAD]):
        raise _unknown(name)
    suffix = suffix_of(name)
    if not is_text(data):
        raise _not_text(name, suffix)
    return _kind_of_text(data, name, suffix)


def suffix_of(name: str) -> str:
    """The suffix of a file's name in small letters, with its dot; empty where a dot begins none."""
    suffix = PurePath(name).suffix
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ""


def _kind_of_text(data: bytes, name: str, suffix: str) -> Kind:
    head = head_of(data)
    if _PAGE.match(head):
        return "html"
    if _XML.match(head):
        raise _unknown(name)
    if suffix in _PAGE_SUFFIXES:
        return "html" if _TAG.search(head) else "text"
    if suffix not in _TEXT_SUFFIXES | _OTHER_SUFFIXES:
        raise _unknown(name)
    # Markdown may hold tags of its own; anything else that begins with one is a piece of a page.
    return "html" if suffix not in {".md", ".markdown"} and _FRAGMENT.match(head) else "text"


def _unknown(name: str) -> InputError:
    return InputError("“{name}” is of a kind that cannot be read; .txt, .md, .html, .pdf and .docx can.", name=name)


def _protected(name: str) -> InputError:
    return InputError("“{name}” is protected with a password; save it without one and try again.", name=name)


def _not_text(name: str, suffix: str) -> InputError:
    if suffix in _OTHER_SUFFIXES | _PAGE_SUFFIXES:
        return InputError("“{name}” is damaged, or is not what its name says.", name=name)
    return InputError("“{name}” is not a text file.", name=name)
