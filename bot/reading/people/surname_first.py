"""Names as lists have them, surname first: “Horvat, Josip”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.people.names import Name
from bot.reading.people.vocabulary import Vocabulary

_COMMA = re.compile(r",\s")
_OPENS = re.compile(r"(?:^|[“\"‘'«‹„:;]\s?|\n)$")
_CLOSES = re.compile(r"\s*(?:$|[.;”\"’'»›“]|,[”\"’'»›])|[ \t]*\n")


def joined_surname_first(document: Document, names: Sequence[Name], vocabulary: Vocabulary) -> list[Name]:
    """The names with "Horvat, Josip" as one, where that stands by itself and the account has Horvat as a surname.

    The words of the joined name stand in the usual order; its span is that of the text.
    """
    surnames = {name.keys[-1] for name in names if len(name.words) > 1}
    forms = {name.keys for name in names if len(name.words) == 2}
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last
            and _is_list_form(document, last, name)
            and ((name.keys + last.keys) in forms or (last.keys[0] in surnames and name.keys[0] in vocabulary.given))
        ):
            joined[-1] = last._replace(end=name.end, words=(*name.words, *last.words))
        else:
            joined.append(name)
    return joined


def is_surname_first(name: Name) -> bool:
    """Whether a name stands surname first."""
    return name.words[0].start > name.words[-1].start


def _is_list_form(document: Document, surname: Name, given: Name) -> bool:
    """Whether two single words with a comma between them are all that stands in a line, or between marks."""
    if len(surname.words) != 1 or len(given.words) != 1 or surname.title or given.title:
        return False
    if surname.passage != given.passage or not _COMMA.fullmatch(document.text, surname.end, given.start):
        return False
    passage = document.passages[surname.passage]
    before = document.text[max(passage.start, surname.start - 2) : surname.start]
    after = document.text[given.end : min(passage.end, given.end + 3)]
    return _OPENS.search(before) is not None and _CLOSES.match(after) is not None
