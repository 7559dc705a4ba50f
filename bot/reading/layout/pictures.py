"""Captions and last paragraphs: where the account's words end and the name of who made them begins."""

from __future__ import annotations

import re

from bot.reading.layout.credited import NAME, PART

# "Ana RUIZ / AFP", "(Tom Lee/Reuters)", "[Photo: Tom Lee]", "Image: Tom Lee.", "—With a report from Tom Lee"
_PICTURE = re.compile(
    rf"(?:\s+{PART}(?:\s+{PART})?\s+[^\W\d_a-z]{{2,}}(?:[-\s][^\W\d_a-z]{{2,}})*\s*/\s*[A-Z][\w\s/.]{{1,40}}"
    r"|\s*\([^()/]{2,40}/[^()/]{2,40}\)"
    r"|\s*[(\[](?i:photo(?:graph)?|image|picture|credit)s?\b[^()\[\]]{2,60}[)\]]"
    r"|(?<=[.!?”\"])\s+(?:Photo(?:graph)?|Image|Picture|Credit)s?(?:\s+(?:by|credit))?:\s.{2,60}"
    rf"|(?<=[.!?”\"])\s+(?:[A-Z]\w+\s+)?(?i:photo(?:graph)?s?\s+(?:by|courtesy\s+of))\s+{NAME}(?:\s*/\s*[A-Z][\w\s]{{1,30}})?\.?"
    rf"|\s*[—–-]{{1,2}}\s?(?i:with (?:a )?reports? (?:from|by)|with reporting by)\s+{NAME}.{{0,40}})\s*$"
)
_LONGEST = 120


def closing_credit(paragraph: str) -> int | None:
    """Where the credit at the end of a paragraph begins, as an offset into it; None where there is none."""
    match = _PICTURE.search(paragraph, max(0, len(paragraph) - _LONGEST))
    return match.start() if match and match.start() > 0 else None
