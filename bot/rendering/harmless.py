"""Text from sources, made harmless where it is shown: no control characters, no terminal escapes, no turned lines."""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 but tab and new line: terminal escapes begin with these
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    "\ud800-\udfff"  # lone surrogates, which cannot be written out
    "]"
)


def harmless(text: str) -> str:
    """`text` with every control character shown as “\N{REPLACEMENT CHARACTER}”; as long as before."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", " \n"))


def one_line(text: str) -> str:
    """`harmless`, on one line, with single spaces."""
    return " ".join(harmless(text).split())
