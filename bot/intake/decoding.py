"""Bytes to text, whatever encoding they came in."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from bot.errors import InputError

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""UTF-32 stands first: its little-endian mark begins with that of UTF-16."""
_CONTROL = set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_MOST_CONTROL = 0.01
"""Share of control characters beyond which bytes are no text. Text exports hold one or two, if any."""


def decode(data: bytes, filename: str) -> str:
    """The text that the bytes of a file hold, unchanged but for its encoding.

    UTF-8 first, then what a byte order mark says, then what the bytes look like (charset-normalizer).
    Raises InputError for bytes that are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _decoded(data, encoding, filename)
    if _is_binary(data):
        raise InputError(f"“{filename}” is not a text file.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise InputError(f"The encoding of “{filename}” could not be made out; save it as UTF-8 and try again.")
    return _decoded(data, best.encoding, filename)


def _decoded(data: bytes, encoding: str, filename: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise InputError(f"“{filename}” is damaged: it claims to be {encoding.upper()} but is not.") from None


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    control = sum(1 for byte in sample if byte in _CONTROL)
    return control > _MOST_CONTROL * len(sample)
