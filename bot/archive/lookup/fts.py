"""From what people type to FTS5's query language. Nothing that a user typed reaches FTS5 by any other way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MOST_TOKENS = 48
"""Tokens of one question that are looked for; FTS5 gives up on deeply nested queries."""
_EMPTY = """
a about after all an and any are as at be been before but by can did do does for from get had has have he her him his
how i if in into is it its me my no not of on or our out she so than that the their them they this to up us was we were
what when where which who will with would you your
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())
_TOKEN = re.compile(r"[^\W_]")
# NUL ends a string for FTS5, and half of a surrogate pair cannot be stored as UTF-8 at all.
_UNSENDABLE = re.compile("[\x00\ud800-\udfff]")


def quoted(words: str) -> str:
    """One phrase of FTS5: whatever `words` hold, it is data and no syntax."""
    return '"' + _UNSENDABLE.sub(" ", words).replace('"', '""') + '"'


def tokens_of(words: str) -> list[str]:
    """What to look for: each run between spaces that holds a letter or figure, at most MOST_TOKENS of them.

    Case and doubles are dropped; the tokenizer folds the rest.
    """
    runs = _UNSENDABLE.sub(" ", words).casefold().split()
    return list(dict.fromkeys(run for run in runs if _TOKEN.search(run)))[:MOST_TOKENS]


def telling_tokens(words: str) -> list[str]:
    """The tokens of a topic without words such as "the", which say nothing; all of them where that leaves none."""
    tokens = tokens_of(words)
    return [token for token in tokens if token not in _EMPTY_WORDS] or tokens


def all_of(phrases: Iterable[str], columns: Sequence[str] = ()) -> str:
    """A query for rows with every word or phrase, in any column or in `columns` (names of ours); "" for no phrase."""
    return _joined(" AND ", phrases, columns)


def any_of(phrases: Iterable[str], columns: Sequence[str] = ()) -> str:
    """A query for rows with at least one word or phrase, else as `all_of`."""
    return _joined(" OR ", phrases, columns)


def _joined(operator: str, phrases: Iterable[str], columns: Sequence[str]) -> str:
    found = list(dict.fromkeys(quoted(phrase) for phrase in phrases if _TOKEN.search(phrase)))[:MOST_TOKENS]
    if not found:
        return ""
    query = f"({operator.join(found)})"
    return "{" + " ".join(columns) + "} : " + query if columns else query
