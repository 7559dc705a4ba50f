"""`sources` and `source ID`: the catalogue of the archive, and one entry of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot.answers.calls import Call
from bot.answers.citations import DIGEST_NOTE
from bot.answers.holdings import Holdings
from bot.answers.items import passage_item
from bot.answers.language import Language, message
from bot.answers.model import Answer, Choice, Citation, Item
from bot.answers.paging import Run, leaf_of
from bot.answers.wording import repeated
from bot.archive.records import SourceKind, SourceRecord, Viewer
from bot.errors import InputError

NO_SUCH_SOURCE = message("No source has the id “{id}”")
KINDS: Mapping[SourceKind, str] = {"account": message("account"), "digest": message("digest")}
_ADDED_BY = {"shipped": message("shipped"), "command line": message("command line")}
_A_MODERATOR = message("a moderator")
"""Who it was is for the audit log alone."""
_NEAR_ENOUGH = 60.0
"""Likeness (0-100, rapidfuzz) from which a title or id is worth showing as near."""


async def answer_sources(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The sources that the archive holds, five a page."""
    held, language = await holdings.archive.count_sources(viewer), holdings.language
    if not held.sources:
        return Answer("nothing", language.say("The archive holds no sources yet"))

    async def fetch(limit: int, offset: int) -> list[Item]:
        sources = await holdings.archive.sources(viewer, limit, offset)
        return [await source_item(holdings, each, viewer) for each in sources]

    leaf = await leaf_of((Run(held.sources, fetch),), call.page, holdings.page_length)
    return Answer(
        "sources",
        language.counted(held.sources, "The archive holds {n} source", "The archive holds {n} sources"),
        items=leaf.items,
        choices=tuple(Choice(item.text, f"source {item.citation.source}") for item in leaf.items),
        page=leaf.page,
        of=leaf.of,
        notes=(language.say(DIGEST_NOTE),) if held.digests else (),
    )


async def answer_source(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """One catalogue entry with its opening passage; the document itself goes with the answer."""
    if not call.subject:
        raise InputError("Which source? {prefix}sources lists them with their ids.", prefix=holdings.prefix)
    source = await holdings.archive.source(call.subject, viewer)
    if source is None:
        return _no_such_source(call.subject, await holdings.archive.sources(viewer), holdings.language)
    opening = await holdings.archive.passages(source.id, 1, 1, viewer)
    label = holdings.language.say("opening")
    return Answer(
        "source",
        source.title,
        items=tuple(passage_item(passage, label=label) for passage in opening),
        notes=tuple(catalogue_entry(source, holdings.language)),
        attachment=source.id,
    )


async def source_item(holdings: Holdings, source: SourceRecord, viewer: Viewer, section: str | None = None) -> Item:
    """A source as an item: its title, cited at its opening passage."""
    opening, kind = await holdings.archive.passages(source.id, 1, 1, viewer), holdings.language.say(KINDS[source.kind])
    if opening:
        return replace(passage_item(opening[0], section, kind), text=source.title)
    citation = Citation(source.id, source.title, source.publisher, source.published, source.url, 1, 0, 0, source.kind)
    return Item(source.title, citation, label=kind, section=section)


def catalogue_entry(source: SourceRecord, language: Language) -> Iterator[str]:
    """The catalogue data of a source, one line each; what is not known is left out."""
    say = language.say
    if source.kind == "digest":
        yield say("A digest: our own summary of the account named here, not its words.")
    else:
        yield say("An account, kept as it was published.")
    added_by = say(_ADDED_BY.get(source.added_by, _A_MODERATOR))
    added = say("{day} by {who}", day=source.added_at, who=added_by)
    lines = (
        (say("Id"), source.id),
        (say("By"), language.listed(source.contributors)),
        (say("Publisher"), source.publisher),
        (say("Published"), language.day(source.published) if source.published else None),
        (say("Place"), source.place),
        (say("Address"), source.url),
        (say("Rights"), source.rights),
        (say("Language"), source.language),
        (say("Passages"), language.number(source.passages)),
        (say("Added"), added),
        ("SHA-256", source.sha256),
    )
    yield from (f"{name}: {value}" for name, value in lines if value)


def _no_such_source(asked: str, sources: Sequence[SourceRecord], language: Language) -> Answer:
    known = [f"{source.id} {source.title}" for source in sources]
    hits = process.extract(asked, known, scorer=fuzz.partial_ratio, score_cutoff=_NEAR_ENOUGH, limit=5)
    choices = tuple(Choice(sources[at].title, f"source {sources[at].id}") for _, _, at in hits)
    notes = (language.say("The nearest sources are below."),) if choices else ()
    return Answer("nothing", language.say(NO_SUCH_SOURCE, id=repeated(asked)), choices=choices, notes=notes)
