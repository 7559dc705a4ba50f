"""Queries answered on the spot: most take less time than handing them to a thread and back would.

A query that proves long, or meets a lock, is broken off and left to a thread; reading it anew there changes nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any

from bot.archive.file.faults import code_of

LONGEST = 0.002
"""Seconds that a query may keep everybody else waiting; handing one to a thread costs about a tenth of it."""
_STEPS_BETWEEN_LOOKS = 1_000
"""Instructions of SQLite's machine between two looks at the clock: some fifty microseconds."""
_LEFT_TO_A_THREAD = {sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class AtOnce:
    """A read-only connection that never waits. Made by `open_at_once`, which closes it; for one thread only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._deadline = 0.0
        connection.row_factory = sqlite3.Row
        connection.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any]) -> list[sqlite3.Row] | None:
        """All rows of a query; None for one that cannot be answered at once. Raises sqlite3.Error."""
        self._deadline = time.monotonic() + LONGEST
        try:
            return self._connection.execute(sql, values).fetchall()
        except UnicodeEncodeError:
            return None
        except sqlite3.OperationalError as error:
            if (code_of(error) or 0) & 0xFF in _LEFT_TO_A_THREAD:
                return None
            raise

    def _is_late(self) -> int:
        return int(time.monotonic() > self._deadline)


@contextmanager
def open_at_once(address: str, cache_kib: int = 2_000) -> Iterator[AtOnce]:
    """A connection to the file that a URI names. Raises sqlite3.Error where it cannot be opened."""
    with closing(sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        yield AtOnce(connection)
