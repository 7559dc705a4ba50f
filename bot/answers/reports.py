"""Mistakes that members report: what can be reported on a page, and the queue as moderators go through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.citations import citation_of, short_form
from bot.answers.language import Language, message
from bot.answers.model import Action, Answer, Item
from bot.archive.archive import Archive
from bot.archive.records import ReportRecord, Viewer
from bot.archive.reports import NO_REPORT
from bot.errors import InputError

QUEUE = "reports"
"""The act that shows the queue, on the page that it is done to."""
OUTCOMES: Mapping[str, str] = {
    "mended": message("Mended"),
    "not-a-mistake": message("Not a mistake"),
    "duplicate": message("Duplicate"),
}
"""Acts that close a report, and the words for what came of it."""
GONE = message("That does not stand on this page any more: ask again, and report it on the new answer.")
NOTHING_TO_REPORT = message("There is nothing on this page that could be wrong: it holds no words of a source.")
_LONGEST_VALUE = 100
_LONGEST_NUMBER = 15
"""Figures: what is longer than any number of a report is none."""


@dataclass(frozen=True, slots=True)
class Reportable:
    """An item of a page as it is offered in the form: a few words of it, and the value that stands for it."""

    label: str
    value: str
    chosen: bool = False


def reportables(items: Sequence[Item], language: Language, cited: int | None = None) -> list[Reportable]:
    """The items of a page, each once. Chosen beforehand is the only one, or that of the passage with number `cited`."""
    offered: dict[str, Reportable] = {}
    for index, item in enumerate(items):
        words = " ".join(item.text.split())
        label = f"“{words}”" if item.quotation else words
        chosen = item.citation.passage == cited and not any(each.chosen for each in offered.values())
        value = _value(index, item)
        offered.setdefault(value, Reportable(label or language.say("Item {number}", number=index + 1), value, chosen))
    return [replace(each, chosen=True) for each in offered.values()] if len(offered) == 1 else list(offered.values())


def reported_item(items: Sequence[Item], value: str) -> Item:
    """The item of a page that a value stands for. Raises InputError where it is not on the page, whyever it is not."""
    for index, item in enumerate(items):
        if _value(index, item) == value:
            return item
    raise InputError(GONE)


def thanks(guild: int | None, language: Language) -> Answer:
    """What a member is told who has reported a mistake."""
    to_moderators = language.say("Thank you. The moderators of this server will look at your report.")
    to_operator = language.say("Thank you. Whoever keeps this archive will look at your report.")
    return Answer("done", to_operator if guild is None else to_moderators, language=language)


async def queue_answer(
    archive: Archive, owner: int | None, page: int, language: Language, closed: str | None = None
) -> Answer:
    """One open report with what can be done about it, the last one on page 1; a page past the end is the last page.

    `closed` is the outcome of the report that was shown before, where that has just been closed.
    """
    all_of_them = await archive.count_reports(owner)
    page = min(max(page, 1), max(all_of_them, 1))
    found = await archive.reports(owner, limit=1, offset=page - 1)
    so = (language.say("Closed: {outcome}.", outcome=language.say(OUTCOMES[closed])),) if closed else ()
    if not found:
        return Answer("done", language.say("There are no open reports."), notes=so, language=language)
    item = await _as_shown(archive, found[0], Viewer(owner))
    return Answer(
        "reports",
        language.say("Report {page} of {of}", page=page, of=all_of_them),
        items=(item,) if item else (),
        notes=(*so, *_notes(found[0], item, owner, language)),
        actions=tuple(_actions(found[0], page, all_of_them, language)),
        language=language,
    )


async def close_report(
    archive: Archive, owner: int | None, outcome: str, on: str, language: Language, *, by: str
) -> Answer:
    """Close the report that `on` names, and show the next one. Raises InputError."""
    number, page = read_place(on)
    await archive.close_report(number, owner, outcome, by=by)
    return await queue_answer(archive, owner, page, language, outcome)


def read_place(on: str) -> tuple[int, int]:
    """The number of a report, and the page of the queue that it stands on. Raises InputError for anything else."""
    number, _, page = on.partition(":")
    if not (is_number(number) and is_number(page)):
        raise InputError(NO_REPORT)
    return int(number), int(page)


def is_number(figures: str) -> bool:
    """Whether these are the figures of a number that a report or a page may have."""
    return figures.isascii() and figures.isdecimal() and len(figures) <= _LONGEST_NUMBER


def _value(index: int, item: Item) -> str:
    """Where the item stands; its place on the page where that is too long."""
    citation = item.citation
    value = f"{short_form(citation)}:{citation.start}-{citation.end}"
    fits = value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALUE
    return value if fits else f"#{index + 1}"


async def _as_shown(archive: Archive, report: ReportRecord, viewer: Viewer) -> Item | None:
    """What was reported, as it was shown, with the passage that it stands in; None where that is not to be seen."""
    passage = await archive.passage_at(report.source, report.start, viewer)
    if passage is None:
        return None
    return Item(report.shown, replace(citation_of(passage.place), start=report.start, end=report.end))


def _notes(report: ReportRecord, item: Item | None, owner: int | None, language: Language) -> Iterator[str]:
    say = language.say
    if item is None:
        yield say(
            "“{title}” is withdrawn, or was changed since. It said: {words}", title=report.title, words=report.shown
        )
    yield say("What is wrong: {words}", words=report.words)
    yield say("Reported on {day}", day=language.day(date.fromisoformat(report.at[:10])))


def _actions(report: ReportRecord, page: int, of: int, language: Language) -> Iterator[Action]:
    for act, words in OUTCOMES.items():
        yield Action(language.say(words), act, f"{report.number}:{page}")
    if page > 1:
        yield Action(language.say("Previous"), QUEUE, str(page - 1))
    if page < of:
        yield Action(language.say("Next"), QUEUE, str(page + 1))
