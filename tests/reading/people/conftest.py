"""What the tests of the people part share: a text laid out line by line, without what is cut off a real page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.reading.document import Document
from bot.reading.layout.sentences import split_sentences
from bot.reading.model import Catalogue, Passage, Person
from bot.reading.people import find_people


def _document(text: str, contributors: tuple[str, ...] = ()) -> Document:
    passages = tuple(Passage(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text))
    return Document(text, None, Catalogue(contributors=contributors), passages, split_sentences(text, passages))


@pytest.fixture(scope="session")
def document_of() -> Callable[..., Document]:
    """A document whose passages are the stretches between blank lines."""
    return _document


@pytest.fixture(scope="session")
def people_of() -> Callable[..., tuple[Person, ...]]:
    """The people of a text."""
    return lambda text, contributors=(): find_people(_document(text, contributors))
