"""Bytes to text, whatever encoding they came in."""

from __future__ import annotations

import codecs
import re

from bot.errors import InputError
from bot.intake.guessing import guess, guess_wide, mostly_utf8

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""UTF-32 stands first: its little-endian mark begins with that of UTF-16."""
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})
_MOST_CONTROL = 0.01
"""Share of control characters beyond which bytes are no text. Text exports hold one or two, if any."""
_SAMPLE = 65_536
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes within which a page has to declare its encoding (the HTML standard looks at 1,024)."""
_PAGE_ENCODINGS = frozenset(
    {
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1257",
        "koi8-u",
        "iso8859-2",
        "iso8859-5",
        "iso8859-15",
        "cp866",
    }
    | {"shift_jis", "euc_jp", "gbk", "gb18030", "big5", "euc_kr", "mac-cyrillic"}
)
"""Encodings of the Encoding Standard that pages declare. UTF-16 is none: its declaration could not be read as ASCII."""
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "koi8-r": "koi8-u"}
"""Encodings that pages declare and do not keep to, with what browsers and people take for them."""


def decode(data: bytes, filename: str) -> str:
    """The text that the bytes of a file hold, unchanged but for its encoding.

    What a byte order mark says first, then UTF-8, then what the bytes look like. Raises InputError for bytes that are
    no text.
    """
    if marked := marked_encoding(data):
        return _decoded(data, marked, filename)
    if not is_text(data):
        raise InputError("“{name}” is not a text file.", name=filename)
    if wide := guess_wide(data):
        return _decoded(data, wide, filename)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if mostly_utf8(data):
        return data.decode("utf-8", "replace")
    if (encoding := guess(data)) is None:
        raise InputError(
            "The encoding of “{name}” could not be made out; save it as UTF-8 and try again.", name=filename
        )
    return _decoded(data, encoding, filename)


def decode_page(data: bytes, filename: str) -> str:
    """The text of an HTML page: as `decode`, but for what is not UTF-8 the page's own declaration comes first.

    A declaration that the bytes do not keep to is passed over, for pages are moved between servers.
    """
    declared = _declared(data)
    if marked_encoding(data) or not declared:
        return decode(data, filename)
    for encoding in ("utf-8", declared):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(data, filename)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark names; None without one. UTF-8's mark is left in the text."""
    return next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)


def is_text(data: bytes) -> bool:
    """Whether bytes can be text: by a byte order mark, by the look of UTF-16, or for want of control characters."""
    if marked_encoding(data) or guess_wide(data):
        return True
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL)) <= _MOST_CONTROL * len(sample)


def head_of(data: bytes) -> str:
    """The first characters, for telling marks and tags by: ASCII is right, other letters may not be."""
    sample = data.removeprefix(codecs.BOM_UTF8)[:_HEAD]
    return sample.decode(marked_encoding(sample) or guess_wide(sample) or "latin-1", "replace")


def _decoded(data: bytes, encoding: str, filename: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise InputError(
            "“{name}” is damaged: it claims to be {encoding} but is not.", name=filename, encoding=encoding.upper()
        ) from None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else None
    except LookupError:
        return None
    return _SUPERSETS.get(name, name) if name in _PAGE_ENCODINGS or name in _SUPERSETS else None
