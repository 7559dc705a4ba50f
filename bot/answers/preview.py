"""What a document would bring into the archive, before it is added: counts and samples of what was read in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.language import Language, message
from bot.answers.model import Action, Answer
from bot.answers.names import OnePerson, SeveralPersons, resolve
from bot.answers.wording import clipped
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.drafts import Draft
from bot.archive.records import SourceRecord, Viewer
from bot.errors import DuplicateSourceError
from bot.reading.model import DateExpression, Person, Quotation, Reading

SAMPLES = 4
"""Names, quotations, dates and lines that are shown of each kind."""
_LONGEST_SAMPLE = 70
_PLACES = {
    "front matter": message("front matter"),
    "header lines": message("header lines"),
    "HTML metadata": message("HTML metadata"),
    "dateline": message("dateline"),
    "byline": message("byline"),
    "text": message("text"),
    "file properties": message("file properties"),
}
"""Where catalogue data is found, as `bot.intake.stated` says it, in words that can be translated."""
_NEW = (
    message("{n} person new to the archive: {names}"),
    message("{n} people new to the archive: {names}"),
)
_KNOWN = (
    message("{n} person by a name known here: {names}"),
    message("{n} people by names known here: {names}"),
)
_AMBIGUOUS = (
    message("{n} name that more than one person bears: {names}"),
    message("{n} names that more than one person bears: {names}"),
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A document that is not in the archive yet, what was read in it, and what the archive holds that is much like it.

    `found` says of each value of the catalogue data where it was found; `alike` are sources with their likeness (0-1).
    """

    draft: str
    document: Accession
    reading: Reading
    found: Mapping[str, str]
    alike: Sequence[tuple[SourceRecord, float]] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    new: list[str]
    known: list[str]
    ambiguous: list[str]


async def examine(archive: Archive, draft: Draft, owner: int | None) -> Examined:
    """Read a draft as it would be read, and look for what is much like it. Raises DuplicateSourceError."""
    document = draft.document
    same = await archive.same_bytes(document.sha256, owner)
    if same:
        raise DuplicateSourceError(same.id, same.title)
    reading = await archive.read(document.text, document.published)
    return Examined(draft.id, document, reading, draft.found, await archive.near_duplicates(document.text, owner))


async def preview_answer(archive: Archive, examined: Examined, viewer: Viewer, language: Language) -> Answer:
    """The preview, a line a subject, with what can be done: it can be added once its day of publication is known."""
    names = await _names(archive, examined.reading.people, viewer)
    lines = (
        *_catalogue(examined, language),
        *alike_lines(examined.alike, language),
        _passages(examined.reading, language),
        *_people(names, language),
        *_quotations(examined.reading.quotations, language),
        *_dates(examined.reading.dates, language),
    )
    heading = language.say("To be added: “{title}”", title=examined.document.title)
    return Answer("preview", heading, notes=lines, actions=tuple(_actions(examined, language)), language=language)


def _actions(examined: Examined, language: Language) -> Iterator[Action]:
    if examined.document.published:
        yield Action(language.say("Add"), "add", examined.draft)
    yield Action(language.say("Change details"), "details", examined.draft)
    yield Action(language.say("Place and rights"), "rights", examined.draft)
    yield Action(language.say("Cancel"), "cancel", examined.draft)


def _catalogue(examined: Examined, language: Language) -> Iterator[str]:
    document, say = examined.document, language.say
    if document.published is None:
        yield say("Published: not known. Dates such as “on Friday” hang on it, so fill it in before you add.")
    rows = (
        ("published", say("Published"), language.day(document.published) if document.published else ""),
        ("publisher", say("Publisher"), document.publisher or ""),
        ("contributors", say("By"), language.listed(document.contributors)),
        ("place", say("Place"), document.place or ""),
        ("url", say("Address"), document.url or ""),
        ("rights", say("Rights"), document.rights or ""),
    )
    for key, name, value in rows:
        where = examined.found.get(key)
        if value and where:
            yield say("{name}: {value} (found: {where})", name=name, value=value, where=say(_PLACES.get(where, where)))
        elif value:
            yield f"{name}: {value}"


def alike_lines(alike: Sequence[tuple[SourceRecord, float]], language: Language) -> Iterator[str]:
    """A line for each source that is much like a document, with its likeness (0 to 1)."""
    for source, likeness in alike[:SAMPLES]:
        yield language.say(
            "Much like “{title}” ({source}), which is here already: {percent}% of the words are the same.",
            title=source.title,
            source=source.id,
            percent=round(100 * likeness),
        )


def _passages(reading: Reading, language: Language) -> str:
    passages = language.counted(len(reading.passages), "{n} passage", "{n} passages")
    left_out = left_out_of(reading)
    if not left_out:
        return passages
    lines = language.counted(
        len(left_out), "{n} line left out as not the account", "{n} lines left out as not the account"
    )
    samples = _samples([_quoted(line) for line in left_out], language)
    return language.say("{passages}; {lines}: {samples}", passages=passages, lines=lines, samples=samples)


def left_out_of(reading: Reading) -> list[str]:
    """The lines of the text that stand in no passage: mastheads, share lines, other stories."""
    lines, at = list[str](), 0
    for start, end in [*((each.start, each.end) for each in reading.passages), (len(reading.text), len(reading.text))]:
        lines.extend(line.strip() for line in reading.text[at:start].splitlines() if line.strip())
        at = max(at, end)
    return lines


async def _names(archive: Archive, people: Sequence[Person], viewer: Viewer) -> _Names:
    names = _Names([], [], [])
    for person in people:
        found = await resolve(archive, person.name, viewer)
        exact = isinstance(found, OnePerson) and not found.instead_of
        several = isinstance(found, SeveralPersons) and found.exact
        (names.known if exact else names.ambiguous if several else names.new).append(person.name)
    return names


def _people(names: _Names, language: Language) -> Iterator[str]:
    kinds = ((names.new, *_NEW), (names.known, *_KNOWN), (names.ambiguous, *_AMBIGUOUS))
    for known, one, many in kinds:
        if known:
            yield language.counted(len(known), one, many, names=_samples(known, language))


def _quotations(quotations: Sequence[Quotation], language: Language) -> Iterator[str]:
    if not quotations:
        yield language.say("No quotations")
        return
    counted = language.counted(len(quotations), "{n} quotation", "{n} quotations")
    samples = [f"{_quoted(each.text)} — {each.speaker}" for each in quotations if each.speaker]
    yield f"{counted}: {_samples(samples, language)}" if samples else counted
    unknown = [_quoted(each.text) for each in quotations if not each.speaker]
    if unknown:
        one, many = "{n} of them with the speaker unknown: {samples}", "{n} of them with the speaker unknown: {samples}"
        yield language.counted(len(unknown), one, many, samples=_samples(unknown, language))


def _dates(dates: Sequence[DateExpression], language: Language) -> Iterator[str]:
    if not dates:
        yield language.say("No dates")
        return
    counted = language.counted(len(dates), "{n} date", "{n} dates")
    samples = [f"{_quoted(each.text)} → {language.days(each.earliest, each.latest)}" for each in dates]
    yield f"{counted}: {_samples(samples, language)}"


def _quoted(text: str) -> str:
    return f"“{clipped(' '.join(text.split()), _LONGEST_SAMPLE)}”"


def _samples(entries: Sequence[str], language: Language) -> str:
    shown = "; ".join(entries[:SAMPLES])
    more = len(entries) - SAMPLES
    return shown if more <= 0 else language.counted(more, "{all}; and {n} more", "{all}; and {n} more", all=shown)
