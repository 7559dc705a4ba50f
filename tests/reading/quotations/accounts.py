"""Small invented accounts, laid out and read, for the tests of quotations."""

from __future__ import annotations

import re

from bot.reading.document import Document
from bot.reading.indirect import find_indirect
from bot.reading.layout.sentences import split_sentences
from bot.reading.model import Catalogue, Description, IndirectSpeech, Mention, Passage, Person, Quotation, Tie
from bot.reading.quotations import find_quotations

_TITLE = r"(?:(?P<title>(?:Mr|Mrs|Ms|Dr|Gen|Col|Sgt)\.|Sister|Father|Mayor|Colonel|Sergeant)\s+)?"


def document_of(text: str) -> Document:
    """One passage a line, as in a plain account without boilerplate."""
    passages = tuple(Passage(m.start(), m.end()) for m in re.finditer(r"\S.*\S|\S", text))
    return Document(text, None, Catalogue(), passages, split_sentences(text, passages))


def person(
    text: str, name: str, *forms: str, says: str | None = None, ties: tuple[tuple[str, str], ...] = ()
) -> Person:
    """A person of the text: every place where the name or one of its shorter forms stands."""
    names = sorted({name, *forms}, key=len, reverse=True)
    pattern = re.compile(rf"{_TITLE}(?<!\w)(?P<name>{'|'.join(map(re.escape, names))})(?!\w)")
    mentions = tuple(Mention(m.start("name"), m.end("name"), m["name"], m["title"]) for m in pattern.finditer(text))
    at = text.find(says) if says else -1
    described = (Description(at, at + len(says), says),) if says and at >= 0 else ()
    kinds = tuple(Tie(0, 0, kind, to) for kind, to in ties)  # type: ignore[arg-type]
    return Person(name, mentions, described, kinds)


def read(text: str, *names: str | tuple[str, ...]) -> tuple[Quotation, ...]:
    """The quotations of a text; each of `names` is a name or a name with its shorter forms."""
    return find_quotations(document_of(text), people_of(text, *names))


def people_of(text: str, *names: str | tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(person(text, *((name,) if isinstance(name, str) else name)) for name in names)


def said(text: str, *names: str | tuple[str, ...]) -> list[tuple[str, str | None]]:
    """(words, speaker) of every quotation."""
    return [(quotation.text, quotation.speaker) for quotation in read(text, *names)]


def speakers(text: str, *names: str | tuple[str, ...]) -> list[str | None]:
    return [quotation.speaker for quotation in read(text, *names)]


def words(text: str, *names: str | tuple[str, ...]) -> list[str]:
    return [quotation.text for quotation in read(text, *names)]


def reported(text: str, *names: str | tuple[str, ...]) -> list[IndirectSpeech]:
    document, people = document_of(text), people_of(text, *names)
    return list(find_indirect(document, people, find_quotations(document, people)))
