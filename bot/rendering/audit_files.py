"""The audit log as files: JSON, and CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from bot.archive.records import AuditEntry

COLUMNS = ("number", "at", "by", "action", "subject", "before", "after", "reason", "undone_by")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""


def audit_json(entries: Iterable[AuditEntry]) -> bytes:
    """{"audit": [entry]}, the last entry first; `by` is "discord:" with an id, "command line" or "forgotten"."""
    rows = [{column: getattr(entry, column) for column in COLUMNS} for entry in entries]
    return json.dumps({"audit": rows}, ensure_ascii=False, indent=1).encode()


def audit_csv(entries: Iterable[AuditEntry]) -> bytes:
    """The same as a table with a head line; `before` and `after` are JSON in one cell. UTF-8 with its mark."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(getattr(entry, column)) for column in COLUMNS] for entry in entries)
    return table.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """A value as text; an apostrophe goes before what a spreadsheet would take for a formula."""
    if value is None:
        return ""
    text = value if isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)
    words = str(text)
    # Spreadsheets leave spaces before a formula out.
    return f"'{words}" if words.lstrip(" \N{NO-BREAK SPACE}").startswith(_STARTS_FORMULA) else words
