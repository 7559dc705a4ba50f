"""An answer as lines of text: the layout that plain output and the terminal share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.answers.citations import short_form
from bot.answers.language import ENGLISH
from bot.answers.model import Answer, Citation, Item, ShownDate
from bot.rendering.harmless import harmless, one_line

Style = Literal["heading", "section", "label", "text", "quotation", "speaker", "date", "source", "choice", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line to show, harmless already; `indent` is in columns. An empty text is an empty line."""

    text: str
    style: Style
    indent: int = 0


def answer_to_text(answer: Answer) -> str:
    """The whole answer as plain text, without colours and without wrapping."""
    return "\n".join(" " * line.indent + line.text if line.text else "" for line in lines_of(answer))


def lines_of(answer: Answer) -> Iterator[Line]:
    """The lines of an answer: heading, notes, items under their sections, the page, and the ways on."""
    yield Line(one_line(answer.heading), "heading")
    for note in answer.notes:
        yield Line(one_line(note), "note")
    section = None
    for item in answer.items:
        yield Line("", "text")
        if item.section and item.section != section:
            section = item.section
            yield Line(one_line(section), "section")
        yield from _item_lines(item)
    yield from _ways_on(answer)


def date_line(shown: ShownDate) -> str:
    """“four days later”: 30 April 2022 (four days after April 26)."""
    days = ENGLISH.days(shown.earliest, shown.latest, approximate=shown.approximate)
    # A date written out in full would only be said twice.
    meaning = "" if shown.as_written.casefold() == days.casefold() else f": {days}"
    reason = f" ({shown.reason})" if shown.reason else ""
    return one_line(f"“{shown.as_written}”{meaning}{reason}")


def source_line(citation: Citation) -> str:
    """Title, publisher, day, passage and short form; a digest is said to be one."""
    told = [f"“{citation.title}”", _provenance(citation), f"passage {citation.passage}"]
    return one_line(f"{', '.join(part for part in told if part)} [{short_form(citation)}]")


def _provenance(citation: Citation) -> str:
    of = [part for part in (citation.publisher, ENGLISH.day(citation.published) if citation.published else "") if part]
    if citation.kind == "digest":
        return f"digest of an account in {', '.join(of)}" if of else "digest"
    return ", ".join(of)


def _item_lines(item: Item) -> Iterator[Line]:
    if item.label:
        yield Line(f"[{one_line(item.label)}]", "label", 2)
    words = f"“{item.text}”" if item.quotation else item.text
    style: Style = "quotation" if item.quotation else "text"
    yield from (Line(line, style, 2) for line in harmless(words).split("\n"))
    if item.speaker:
        yield Line(f"— {one_line(item.speaker)}", "speaker", 4)
    elif item.quotation or item.figure:
        yield Line("— speaker unknown" if item.quotation else "— told by the account", "speaker", 4)
    if item.context:
        yield Line(f"in: {one_line(item.context)}", "text", 4)
    if item.date:
        yield Line(date_line(item.date), "date", 4)
    elif item.figure and item.citation.published:
        yield Line(f"as the account was published, {ENGLISH.day(item.citation.published)}", "date", 4)
    yield Line(source_line(item.citation), "source", 4)
    if item.citation.url:
        yield Line(one_line(item.citation.url), "source", 4)


def _ways_on(answer: Answer) -> Iterator[Line]:
    if answer.of > 1 or answer.choices:
        yield Line("", "choice")
    if answer.of > 1:
        yield Line(f"Page {answer.page} of {answer.of}.", "note")
    for number, choice in enumerate(answer.choices, 1):
        yield Line(f"{number}. {one_line(choice.label)}  → {one_line(choice.ask)}", "choice", 2)
