"""`sources` and `source ID`: the catalogue of the archive, and one entry of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot.answers.calls import Call
from bot.answers.citations import DIGEST_NOTE
from bot.answers.holdings import Holdings
from bot.answers.items import passage_item
from bot.answers.model import Answer, Choice, Citation, Item
from bot.answers.paging import Run, leaf_of
from bot.answers.wording import counted, day_in_words, echoed, listed
from bot.archive.archive import Archive
from bot.archive.records import SourceRecord, Viewer
from bot.errors import InputError

_NEAR_ENOUGH = 60.0
"""Likeness (0-100, rapidfuzz) from which a title or id is worth showing as near."""


async def answer_sources(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The sources that the archive holds, five a page."""
    sources = await holdings.archive.sources(viewer)
    if not sources:
        return Answer("nothing", "The archive holds no sources yet")

    async def fetch(limit: int, offset: int) -> list[Item]:
        return [await source_item(holdings.archive, each, viewer) for each in sources[offset : offset + limit]]

    leaf = await leaf_of((Run(len(sources), fetch),), call.page)
    return Answer(
        "sources",
        f"The archive holds {counted(len(sources), 'source')}",
        items=leaf.items,
        choices=tuple(Choice(item.text, f"source {item.citation.source}") for item in leaf.items),
        page=leaf.page,
        of=leaf.of,
        notes=(DIGEST_NOTE,) if any(source.kind == "digest" for source in sources) else (),
    )


async def answer_source(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """One catalogue entry with its opening passage; the document itself goes with the answer."""
    if not call.subject:
        raise InputError(f"Which source? {holdings.prefix}sources lists them with their ids.")
    source = await holdings.archive.source(call.subject, viewer)
    if source is None:
        return _no_such_source(call.subject, await holdings.archive.sources(viewer))
    opening = await holdings.archive.passages(source.id, 1, 1, viewer)
    return Answer(
        "source",
        source.title,
        items=tuple(passage_item(passage, label="opening") for passage in opening),
        notes=tuple(catalogue_entry(source)),
        attachment=source.id,
    )


async def source_item(archive: Archive, source: SourceRecord, viewer: Viewer, section: str | None = None) -> Item:
    """A source as an item: its title, cited at its opening passage."""
    opening = await archive.passages(source.id, 1, 1, viewer)
    if opening:
        return replace(passage_item(opening[0], section, source.kind), text=source.title)
    citation = Citation(source.id, source.title, source.publisher, source.published, source.url, 1, 0, 0, source.kind)
    return Item(source.title, citation, label=source.kind, section=section)


def catalogue_entry(source: SourceRecord) -> Iterator[str]:
    """The catalogue data of a source, one line each; what is not known is left out."""
    digest = "A digest: our own summary of the account named here, not its words."
    yield digest if source.kind == "digest" else "An account, kept as it was published."
    yield f"Id: {source.id}"
    lines = (
        ("By", listed(source.contributors)),
        ("Publisher", source.publisher),
        ("Published", day_in_words(source.published) if source.published else None),
        ("Place", source.place),
        ("Address", source.url),
        ("Rights", source.rights),
        ("Language", source.language),
        ("Passages", f"{source.passages:,}"),
        ("Added", f"{source.added_at} by {source.added_by}"),
        ("SHA-256", source.sha256),
    )
    yield from (f"{name}: {value}" for name, value in lines if value)


def _no_such_source(asked: str, sources: Sequence[SourceRecord]) -> Answer:
    known = [f"{source.id} {source.title}" for source in sources]
    hits = process.extract(asked, known, scorer=fuzz.partial_ratio, score_cutoff=_NEAR_ENOUGH, limit=5)
    choices = tuple(Choice(sources[at].title, f"source {sources[at].id}") for _, _, at in hits)
    notes = ("The nearest sources are below.",) if choices else ()
    return Answer("nothing", f"No source has the id {echoed(asked)}", choices=choices, notes=notes)
