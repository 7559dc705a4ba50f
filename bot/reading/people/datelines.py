"""Places at the head of an account: "SAN PABLO DE TARANG, Luzonia — For five years ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.people.names import Name
from bot.reading.people.vocabulary import Vocabulary, fold

# A place in capitals; a comma with the country, the paper in brackets, both or neither; a dash, and the text begins.
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,5})"
    r"(?P<more>(?:,\s[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*){0,3})?(?:\s\([^()]{1,40}\))?)\s?(?:—|–|--|-)\s"
)
_LONGEST = 140
"""Characters of a passage in which a dateline ends."""


def outside_datelines(document: Document, names: Sequence[Name], vocabulary: Vocabulary) -> list[Name]:
    """The names without the places of datelines, and without what their last words name later: "outside Tarang"."""
    found = _find(document, vocabulary)
    if not found:
        return list(names)
    ends = {number: match.end() for number, match in found.items()}
    places = {fold(match["place"].split()[-1]) for match in found.values()}
    full = [name for name in names if len(name.words) > 1 and name.start >= ends.get(name.passage, 0)]
    borne = {key for name in full for key in name.keys}
    return [
        name
        for name in names
        if name.start >= ends.get(name.passage, 0)
        and (len(name.words) > 1 or name.title or name.words[0].key not in places - borne)
    ]


def _find(document: Document, vocabulary: Vocabulary) -> dict[int, re.Match[str]]:
    """The datelines by passage. Capitals with nothing but a dash count once: more of them label turns of talk."""
    found: dict[int, re.Match[str]] = {}
    for number, passage in enumerate(document.passages):
        match = _DATELINE.match(document.text, passage.start, min(passage.end, passage.start + _LONGEST))
        if match and fold(match["place"].split()[0]) not in vocabulary.given:
            found[number] = match
    bare = [number for number, match in found.items() if not match["more"]]
    return found if len(bare) == 1 else {number: match for number, match in found.items() if match["more"]}
