"""One suggestion."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 25
"""Suggestions shown at once: as many as Discord lists."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to ask for: `label` and, behind it, `rest` are shown, `value` is what is asked when it is chosen.

    Where room is short the label is cut, and `rest` (how much there is of it) is not. `value` means the same thing
    for as long as that exists.
    """

    label: str
    value: str
    rest: str = ""
