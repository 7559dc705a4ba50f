"""A reading for a person: the passages with people, quotations, dates and figures marked, and lists beneath."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from bot.answers.language import ENGLISH
from bot.answers.model import ShownDate
from bot.reading.model import DateExpression, Description, Figure, Reading, Span
from bot.rendering.harmless import harmless, one_line
from bot.rendering.plain import date_line

PERSON, QUOTATION, REPORTED, DATE, FIGURE = "bold magenta", "italic cyan", "underline", "bold green", "bold yellow"


def print_reading(reading: Reading, console: Console) -> None:
    """Show what was read, passage by passage, then the catalogue data and, in lists, what is marked in them."""
    marks = _marks_by_passage(reading)
    for number, passage in enumerate(reading.passages, 1):
        text = Text(harmless(reading.text[passage.start : passage.end]))
        for style, span in marks.get(passage.start, ()):
            text.stylize(style, span.start - passage.start, span.end - passage.start)
        _line(console, Text.assemble((f"{number:>4}  ", "dim"), text))
    for title, lines in _lists(reading):
        _line(console, Text(f"\n{title}", style="bold"))
        for line in lines:
            _line(console, Text(f"  {line}"))


def _line(console: Console, text: Text) -> None:
    if console.is_terminal:
        console.print(text)
    else:
        console.file.write(f"{text.plain}\n")


def _marks_by_passage(reading: Reading) -> dict[int, list[tuple[str, Span]]]:
    """What is marked in each passage, under the passage's start."""
    starts = [passage.start for passage in reading.passages]
    marks: dict[int, list[tuple[str, Span]]] = {}
    for style, spans in _styled_spans(reading):
        for span in spans:
            at = bisect_right(starts, span.start) - 1
            if at >= 0 and reading.passages[at].holds(span):
                marks.setdefault(starts[at], []).append((style, span))
    return marks


def _styled_spans(reading: Reading) -> Iterator[tuple[str, Iterable[Span]]]:
    yield REPORTED, reading.indirect
    yield QUOTATION, reading.quotations
    yield FIGURE, reading.figures
    yield DATE, reading.dates
    yield PERSON, (mention for person in reading.people for mention in person.mentions)


def _lists(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    yield "Catalogue data", list(_catalogue(reading))
    yield (
        f"People: {len(reading.people)}",
        [
            one_line(f"{person.name}: {_mentions(len(person.mentions))}{_who(person.descriptions)}")
            for person in reading.people
        ],
    )
    yield (
        f"Quotations: {len(reading.quotations)}",
        [one_line(f"{each.speaker or 'speaker unknown'}: “{each.text}”") for each in reading.quotations],
    )
    yield (
        f"Reported speech: {len(reading.indirect)}",
        [one_line(f"{each.speaker or 'speaker unknown'} ({each.cue}): {each.text}") for each in reading.indirect],
    )
    yield f"Dates: {len(reading.dates)}", [date_line(_shown(each)) for each in reading.dates]
    yield f"Figures: {len(reading.figures)}", [one_line(_figure(each)) for each in reading.figures]


def _shown(found: DateExpression) -> ShownDate:
    return ShownDate(found.text, found.earliest, found.latest, found.reason, found.approximate)


def _figure(figure: Figure) -> str:
    counted = f" {figure.counted.text}" if figure.counted and figure.counted.start >= figure.end else ""
    return f"{figure.speaker or 'the account'}: {figure.text}{counted}"


def _mentions(number: int) -> str:
    return ENGLISH.counted(number, "{n} mention", "{n} mentions")


def _who(descriptions: Sequence[Description]) -> str:
    texts = [description.text for description in descriptions]
    return f"; {'; '.join(texts)}" if texts else ""


def _catalogue(reading: Reading) -> Iterator[str]:
    stated = reading.source
    lines = (
        ("Title", stated.title),
        ("Publisher", stated.publisher),
        ("Published", ENGLISH.day(stated.published) if stated.published else None),
        ("Place", stated.place),
        ("By", ENGLISH.listed(stated.contributors)),
    )
    for name, value in lines:
        yield one_line(f"{name}: {value or 'not stated'}")
