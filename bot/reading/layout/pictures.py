"""Captions and last paragraphs: where the account's words end and the name of who made them begins."""

from __future__ import annotations

import re

from bot.reading.layout.credited import NAME, PART

_AGENCY = "AP|AFP|Reuters|REUTERS|EPA|DPA|TASS|UPI|AAP|Getty(?: Images)?|Associated Press"
# "Ana RUIZ / AFP", "(Tom Lee/Reuters)", "(Reuters: Tom Lee)", "[Photo: Tom Lee]",
# "[Tom Lee/Ostrel Post]", "Image: Tom Lee.", "—With a report from Tom Lee"
_PICTURE = re.compile(
    rf"(?:\s+{PART}(?:\s+{PART})?\s+[^\W\d_a-z]{{2,}}(?:[-\s][^\W\d_a-z]{{2,}})*\s*/\s*[A-Z][\w\s/.]{{1,40}}"
    r"|\s*\([^()/]{2,40}/[^()/]{2,40}\)"
    rf"|(?<=[.!?”\")])\s+{NAME}\s?/\s?[A-Za-z][\w ]{{1,20}}"
    rf"|\s+[—–]\s?(?:{_AGENCY})(?:/[A-Z]\w+)?"
    rf"|\s*\([^()]{{2,60}}\bvia (?:{_AGENCY})\b[^()]{{0,12}}\)"
    rf"|\s*\((?:{_AGENCY})(?: Photo)?(?::\s?[^():]{{2,40}})?\)"
    rf"|(?<=[\w”\"’'])\s*\[{NAME}(?:/[^\[\]]{{2,40}})?\]"
    r"|\s*[(\[](?i:photo(?:graph)?|image|picture|credit)s?\b[^()\[\]]{2,60}[)\]]"
    r"|(?<=[.!?”\"])\s+(?:Photo(?:graph)?|Image|Picture|Credit)s?(?:\s+(?:by|credit))?:\s.{2,60}"
    rf"|(?<=[.!?”\"])\s+(?:[A-Z]\w+\s+)?(?i:photo(?:graph)?s?\s+(?:by|courtesy\s+of))\s+{NAME}(?:\s*/\s*[A-Z][\w\s]{{1,30}})?\.?"
    rf"|\s*[—–-]{{1,2}}\s?(?i:with (?:a )?reports? (?:from|by)|with reporting by)\s+{NAME}.{{0,40}})\s*$"
)
_LONGEST = 120
_SIGNS = ("/", ")", "—", "–", "]", "hoto", "HOTO", "mage", "icture", "redit", "eport")
"""What no credit is without; a quick look before the full one."""


def closing_credit(paragraph: str) -> int | None:
    """Where the credit at the end of a paragraph begins, as an offset into it; None where there is none."""
    start = max(0, len(paragraph) - _LONGEST)
    if not any(paragraph.find(sign, start) >= 0 for sign in _SIGNS):
        return None
    match = _PICTURE.search(paragraph, start)
    return match.start() if match and match.start() > 0 else None
