"""Text of sources and members, made harmless for Discord: it reads as it was written and does nothing else.

Nothing here shortens anything; `clamp` does.
"""

from __future__ import annotations

import re
import unicodedata

ZERO_WIDTH_SPACE = "\u200b"

_MARKS = re.compile(r"[\\*_~|`\[\]<]")
_LINE_START = re.compile(r"^([ \u00a0]*)([#>+\-])", re.MULTILINE)
_NUMBERED_LINE = re.compile(r"^([ \u00a0]*[0-9]{1,9})([.)])(?=\s)", re.MULTILINE)
_MENTION = re.compile(r"@(?=\S)")
_BRACKETED = re.compile(r"<(?=[@#:/A-Za-z])")
_SCHEME = re.compile(r":(?=//)")
_DOMAIN_PATH = re.compile(r"(\.[^\W\d_]{2,24})(?=/)")
_JOINERS = {"\u200c", "\u200d"}
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def visible(text: str) -> str:
    """The text without characters that hide, reorder or break it; line ends become "\\n", tabs become spaces.

    Taken out: control characters, direction overrides, other invisible formats (but for the two joiners that
    Persian, Hindi and emoji need), private use, unassigned code points and lone surrogates.
    """
    if text.isprintable():
        return text
    lines = text.replace("\t", " ").splitlines()
    return "\n".join(line if line.isprintable() else _printable(line) for line in lines)


def one_line(text: str) -> str:
    """`visible`, on one line: for labels, which know neither Markdown nor line ends."""
    return " ".join(visible(text).split())


def harmless(text: str) -> str:
    """`visible`, with Markdown escaped and with mentions, links and invites broken by a zero-width space.

    Discord reads a backslash before any mark as "show this mark". A mention or a link is broken as well, because
    notifications and searches look at the raw text.
    """
    text = visible(text)
    # Most texts hold hardly any of this, and looking for one character is quicker than for a pattern.
    if "/" in text:
        text = _SCHEME.sub(":" + ZERO_WIDTH_SPACE, text)
        text = _DOMAIN_PATH.sub(r"\1" + ZERO_WIDTH_SPACE, text)
    if "@" in text:
        text = _MENTION.sub("@" + ZERO_WIDTH_SPACE, text)
    if "<" in text:
        text = _BRACKETED.sub("<" + ZERO_WIDTH_SPACE, text)
    if _MARKS.search(text):
        text = _MARKS.sub(r"\\\g<0>", text)
    for mark in (_LINE_START, _NUMBERED_LINE):
        if "\n" in text or mark.match(text):
            text = mark.sub(r"\1\\\2", text)
    return text


def _printable(line: str) -> str:
    hidden = [character for character in set(line) if not character.isprintable() and not _is_shown(character)]
    return line.translate(dict.fromkeys(map(ord, hidden)))


def _is_shown(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _HIDDEN
