"""The XML inside a DOCX, read as a stream with expat: nothing from outside is ever resolved, and no tree is built."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn
from xml.parsers import expat

_OFFICE_DOCUMENT = "/relationships/officeDocument"
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "Fallback"})
"""Struck out with changes tracked; codes of fields; formats; text boxes once more, for programs of before 2010."""
_DEEPEST = 2_000
"""Elements within elements. Tables in tables reach some dozens."""


class DeclaredTypeError(Exception):
    """The XML declares a document type, which no such file does and which entities that grow or reach out need."""


class _Reader:
    """What all parts share: element names without namespaces, a bound on depth, and no document types."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.skipping = 0

    def feed(self, chunks: Iterable[bytes]) -> None:
        """Read a part to its end. Raises ExpatError, DeclaredTypeError or ValueError where it is not well formed."""
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("|")[2]
        self.path.append(local)
        if len(self.path) > _DEEPEST:
            raise ValueError("nested too deep")
        if self.skipping or local in _SKIPPED:
            self.skipping += 1
            return
        self.begin(local, attributes)

    def _end(self, name: str) -> None:
        local = self.path.pop()
        if self.skipping:
            self.skipping -= 1
            return
        self.finish(local)

    def _text(self, text: str) -> None:
        if not self.skipping:
            self.characters(text)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def finish(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text inside the innermost element; one run of it may come in several pieces."""


class _Paragraphs(_Reader):
    """The paragraphs of the main part. One inside another (a text box) comes out before the one it hangs on."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.open: list[list[str]] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            self.open.append([])
        elif name in _BREAKS and self.open and self._in_run():
            self.open[-1].append(_BREAKS[name])

    def finish(self, name: str) -> None:
        if name == "p" and self.open:
            self.done.append("".join(self.open.pop()))

    def characters(self, text: str) -> None:
        if self.open and self.path[-1] == "t":
            self.open[-1].append(text)

    def _in_run(self) -> bool:
        return len(self.path) > 1 and self.path[-2] == "r"


class _Properties(_Reader):
    """The core properties (Dublin Core): title, creator, created and others, by element name."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}

    def characters(self, text: str) -> None:
        self.values[self.path[-1]] = self.values.get(self.path[-1], "") + text


class _Relationships(_Reader):
    """Which part of the package is the document."""

    def __init__(self) -> None:
        super().__init__()
        self.target: str | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith(_OFFICE_DOCUMENT):
            self.target = attributes.get("Target", "").lstrip("/")


def paragraphs(chunks: Iterable[bytes]) -> list[str]:
    """The paragraphs of the main part of a document, in order; headings, cells and items of lists are some too."""
    reader = _Paragraphs()
    reader.feed(chunks)
    return reader.done


def properties(chunks: Iterable[bytes]) -> dict[str, str]:
    """The values of the core properties part."""
    reader = _Properties()
    reader.feed(chunks)
    return reader.values


def main_part(chunks: Iterable[bytes]) -> str | None:
    """The name of the part that the package says is the document; None where it names none in `word/`.

    The same relationship leads to the sheets of a workbook (`xl/`) and the slides of a presentation (`ppt/`).
    """
    reader = _Relationships()
    reader.feed(chunks)
    return reader.target if reader.target and reader.target.startswith("word/") else None


def _refuse(*declared: object) -> NoReturn:
    raise DeclaredTypeError
