"""The data that ships, as the tests of this folder read it."""

import re
from functools import cache
from pathlib import Path

from bot.archive.authority import Authority, load_authority
from bot.archive.publishers import Publishers, load_publishers
from bot.archive.thesaurus import Thesaurus, folded, load_thesaurus
from bot.intake import take_in
from bot.intake.document import IntakeDocument
from bot.settings import PROJECT

DATA = PROJECT / "data"
DIGESTS = sorted((DATA / "accounts").glob("*.md"))
RUN = 8
"""Words in a row that two texts may not share: from there on it is copying."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def digest(path: Path) -> IntakeDocument:
    return take_in(path, max_bytes=100_000)


@cache
def digests() -> dict[str, IntakeDocument]:
    """The digests by the id of each."""
    return {path.stem: digest(path) for path in DIGESTS}


@cache
def authority() -> Authority:
    return load_authority(DATA / "people.toml")


@cache
def thesaurus() -> Thesaurus:
    return load_thesaurus(DATA / "subjects.toml")


@cache
def publishers() -> Publishers:
    return load_publishers(DATA / "publishers.toml")


def placed_words(text: str) -> list[tuple[str, int]]:
    """The words of a text as they are written, and where each begins."""
    return [(match.group(), match.start()) for match in _WORD.finditer(text)]


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of RUN words of a text."""
    found = [word.casefold() for word, _ in placed_words(text)]
    return frozenset(tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


def term(words_of_it: str) -> str:
    """A term of the thesaurus in the form by which terms are compared."""
    return " ".join(folded(words_of_it))
