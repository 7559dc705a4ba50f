"""`figures SUBJECT`: what the accounts say in numbers, side by side. None is merged, added up or averaged."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping

from bot.answers.calls import Call
from bot.answers.citations import citation_of, notes_on
from bot.answers.holdings import Holdings
from bot.answers.items import shown_date
from bot.answers.language import Language, message
from bot.answers.model import Answer, Choice, Item, ShownFigure
from bot.answers.paging import Run, leaf_of
from bot.answers.quote import nearest_topic
from bot.answers.search import PASSAGES_WITH_THESE
from bot.answers.wording import repeated
from bot.archive.records import GroupedFigure, Viewer
from bot.archive.thesaurus import Subject, Thesaurus, folded
from bot.archive.topics import figure_query, topic_query

SIDE_BY_SIDE = message(
    "Every number stands as its account tells it: where accounts differ all are shown, "
    "and none is added up or averaged."
)
NONE_YET = message("The archive holds no figures yet")
NO_WORD = message("Counted as the sentence says")
MEASURES = message("Times, distances and other measures")
NEARBY = message("Other figures in the same sentences")

_MOST_SUBJECTS = 25
"""Subjects to choose from: what one menu holds."""
_MOST_NEAR = 5
"""Subjects offered where nothing was found."""


async def answer_figures(holdings: Holdings, call: Call, viewer: Viewer) -> Answer:
    """The figures about a subject or about any words, those of one unit together; with none, subjects to choose."""
    if not call.subject:
        return await _subjects(holdings, viewer)
    archive, language = holdings.archive, holdings.language
    query = figure_query(call.subject, holdings.subjects)

    async def fetch(limit: int, offset: int) -> list[Item]:
        return [_item(each, language) for each in await archive.figures_about(query, viewer, limit, offset)]

    run = Run(await archive.count_figures_about(query, viewer), fetch)
    leaf = await leaf_of((run,), call.page, holdings.page_length)
    if not leaf.items:
        return await _nothing(holdings, call.subject, viewer)
    return Answer(
        "figures",
        language.say("Figures about “{topic}”", topic=repeated(call.subject)),
        items=leaf.items,
        page=leaf.page,
        of=leaf.of,
        notes=(language.say(SIDE_BY_SIDE), *notes_on(leaf.items, language)),
        asked=call,
    )


def _item(grouped: GroupedFigure, language: Language) -> Item:
    record = grouped.record
    return Item(
        text=record.words,
        citation=citation_of(record.place),
        section=_section(grouped, language),
        quotation=record.verbatim,
        speaker=record.speaker,
        date=shown_date(record.date, language) if record.date else None,
        context=record.sentence.text,
        figure=ShownFigure(record.text, record.least, record.most, record.approximate, record.counted),
    )


def _section(grouped: GroupedFigure, language: Language) -> str:
    if grouped.group == "unit":
        return grouped.unit or language.say(NO_WORD)
    return language.say(MEASURES if grouped.group == "measures" else NEARBY)


async def _subjects(holdings: Holdings, viewer: Viewer) -> Answer:
    language, counts = holdings.language, (await holdings.archive.listed_subjects(viewer)).figures
    if not counts:
        return Answer("nothing", language.say(NONE_YET))
    choices = (_choice(term, counts, language) for term in _most_first(counts)[:_MOST_SUBJECTS])
    return Answer("choice", language.say("Figures about what?"), choices=tuple(choices))


async def _nothing(holdings: Holdings, topic: str, viewer: Viewer) -> Answer:
    if not await holdings.archive.has_figures(viewer):
        return Answer("nothing", holdings.language.say(NONE_YET))
    heading = holdings.language.say("No figures about “{topic}” were found", topic=repeated(topic))
    choices = [choice async for choice in _elsewhere(holdings, topic, viewer)]
    return Answer("nothing", heading, choices=tuple(choices))


async def _elsewhere(holdings: Holdings, topic: str, viewer: Viewer) -> AsyncIterator[Choice]:
    """Ways on that lead somewhere: near subjects that have figures, then what else there is on the topic."""
    archive, subjects, language = holdings.archive, holdings.subjects, holdings.language
    counts = (await archive.listed_subjects(viewer)).figures
    near = dict.fromkeys(subject.term for subject in _near(topic, subjects) if subject.term in counts)
    for term in [*near, *(term for term in _most_first(counts) if term not in near)][:_MOST_NEAR]:
        yield _choice(term, counts, language)
    if await archive.count_quotations_about(topic_query(topic, subjects), viewer):
        yield Choice(language.say("What anybody said"), f"quote {topic}")
    if await archive.count_search(topic, viewer):
        yield Choice(language.say(PASSAGES_WITH_THESE), f"search {topic}")


def _near(topic: str, subjects: Thesaurus) -> Iterator[Subject]:
    """The subjects that the topic is a slip away from or holds, those that they are part of, and their own parts."""
    slip = nearest_topic(topic, subjects)
    whole = subjects.subject_of(slip or topic)
    named = [*([whole] if whole else []), *subjects.subjects_within(topic)]
    yield from named
    for subject in named:
        own = folded(subject.term)
        yield from (each for each in subjects.subjects if own in {folded(term) for term in each.narrower})
        yield from (part for term in subject.narrower if (part := subjects.named(term)))


def _most_first(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda term: (-counts[term], term))


def _choice(term: str, counts: Mapping[str, int], language: Language) -> Choice:
    count = language.counted(counts[term], "{n} figure", "{n} figures")
    return Choice(f"{term} · {count}", f"figures {term}")
