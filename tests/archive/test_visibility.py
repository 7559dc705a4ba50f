"""Nothing that a viewer may not see tells on itself: not by an item, not by a count.

Rankings are compared as sets: how rare a word is, which weighs it, is counted over the whole index.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.archive.accession import id_for
from bot.archive.archive import Archive
from bot.archive.lookup.rows import scope_of
from bot.archive.records import Viewer
from bot.archive.topics import figure_query, topic_query
from bot.errors import InputError
from bot.reading.people.keys import name_key
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, PRIVATE, SUBJECTS, document, read_simply

SECRET = id_for(PRIVATE, ())
OWNER = Viewer(7)
OTHERS = (Viewer(), Viewer(8))
PERSONS = ("orla-quint", "teo-quint", "ines-moll", "vera-zand", f"vera-zand--{SECRET}")
NAMES = ("quint", "orla quint", "orlaith quint", "moll", "vera zand", "zand", "smuggler")
TOPICS = ("crossing", "hunger", "bread", "ferries", "hidden", "row us across", "bay")
MARCH = (date(2031, 3, 1), date(2031, 5, 31))


async def all_answers(archive: Archive, viewer: Viewer) -> dict[str, Any]:
    """What every method that reads says to a viewer."""
    answers: dict[str, Any] = {
        "sources": await archive.sources(viewer),
        "published": await archive.published_on(*MARCH, viewer),
        "top": await archive.top_persons(viewer, 50),
        "keys": list(await archive.name_keys(viewer)),
        "dates": await archive.dates_in(*MARCH, viewer, 50),
        "dates count": await archive.count_dates_in(*MARCH, viewer),
        "dates of sources": await archive.dates_of_sources(
            (SECRET, "harbour"), date(2031, 3, 5), date(2031, 3, 5), viewer
        ),
        "stretches": await archive.dated_stretches(*MARCH, viewer),
        "known": await archive.persons_known(viewer),
        "subjects": await archive.subjects_known(viewer),
        "before": await archive.nearest_day(date(2031, 6, 1), viewer, before=True),
        "after": await archive.nearest_day(date(2031, 4, 2), viewer, before=False),
    }
    for source_id in ("harbour", "mill", SECRET):
        answers[f"source {source_id}"] = await archive.source(source_id, viewer)
        answers[f"document {source_id}"] = await archive.document(source_id, viewer)
        answers[f"passages {source_id}"] = await archive.passages(source_id, 1, 99, viewer)
        answers[f"passage at {source_id}"] = await archive.passage_at(source_id, 3, viewer)
    for name in NAMES:
        answers[f"bearers of {name}"] = await archive.persons_by_key([name_key(name)], viewer)
    for person in PERSONS:
        answers[f"person {person}"] = await archive.person(person, viewer)
        answers[f"names of {person}"] = await archive.names_of(person, viewer)
        answers[f"descriptions of {person}"] = await archive.descriptions_of(person, viewer)
        answers[f"ties of {person}"] = await archive.ties_of(person, viewer)
        answers[f"stated of {person}"] = await archive.stated_of(person, viewer)
        answers[f"mentions of {person}"] = await archive.mentions_of(person, viewer, 50)
        answers[f"quotations of {person}"] = await archive.quotations_of(person, viewer, 50)
        answers[f"dates of {person}"] = await archive.dates_of(person, viewer, 50)
        answers[f"counts of {person}"] = await archive.counts_of(person, viewer)
    for topic in TOPICS:
        for speaker in (None, "orla-quint"):
            query = topic_query(topic, SUBJECTS, speaker)
            found = await archive.quotations_about(query, viewer, 50)
            answers[f"about {topic} from {speaker}"] = {replace(each, score=0.0) for each in found}
            answers[f"count about {topic} from {speaker}"] = await archive.count_quotations_about(query, viewer)
        figures = figure_query(topic, SUBJECTS)
        answers[f"figures of {topic}"] = await archive.figures_about(figures, viewer, 50)
        answers[f"count figures of {topic}"] = await archive.count_figures_about(figures, viewer)
        answers[f"search {topic}"] = set(await archive.search(topic, viewer, 50))
        answers[f"count search {topic}"] = await archive.count_search(topic, viewer)
    return answers


def without_times(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers as text, without the moment at which a source was added."""
    import re

    texts = {
        asked: sorted(map(repr, answer)) if isinstance(answer, set) else repr(answer)
        for asked, answer in answers.items()
    }
    return {asked: re.sub(r"added_at='[^']*'", "", str(text)) for asked, text in texts.items()}


@pytest.fixture
async def shared_only(library: Archive) -> Archive:
    return library


@pytest.fixture
async def with_secret(tmp_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(tmp_path / "secret.db", read=read_simply) as archive:
        await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
        await archive.add(PRIVATE)
        yield archive


@pytest.mark.parametrize("viewer", OTHERS)
async def test_a_servers_source_is_in_no_answer_elsewhere(
    shared_only: Archive, with_secret: Archive, viewer: Viewer
) -> None:
    told = without_times(await all_answers(with_secret, viewer))
    assert told == without_times(await all_answers(shared_only, viewer))


@pytest.mark.parametrize("viewer", OTHERS)
async def test_nor_after_a_build(shared_only: Archive, with_secret: Archive, viewer: Viewer) -> None:
    await with_secret.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    told = without_times(await all_answers(with_secret, viewer))
    assert told == without_times(await all_answers(shared_only, viewer))


async def test_its_own_server_sees_it(with_secret: Archive) -> None:
    assert [source.id for source in await with_secret.sources(OWNER)] == ["harbour", SECRET, "mill"]
    assert [person.id for person in await with_secret.persons_by_key(["zand"], OWNER)] == [f"vera-zand--{SECRET}"]
    assert [person.name for person in await with_secret.persons_by_key(["zand"], OWNER)] == ["Vera Zand"]
    assert await with_secret.count_search("smuggler", OWNER) == 1
    assert await with_secret.nearest_day(date(2031, 6, 1), OWNER, before=True) == date(2031, 5, 5)
    query = topic_query("crossing", SUBJECTS)
    seen = {quotation.text for quotation in await with_secret.quotations_about(query, OWNER, 10)}
    assert "Row us across the bay to the ferries," in seen
    assert await with_secret.count_quotations_about(query, OWNER) > await with_secret.count_quotations_about(
        query, Viewer()
    )
    orla = await with_secret.counts_of("orla-quint", OWNER)
    assert orla.mentions == (await with_secret.counts_of("orla-quint", Viewer())).mentions + 1


@pytest.mark.parametrize("viewer", [*OTHERS, OWNER])
async def test_a_withdrawn_source_is_in_no_answer(shared_only: Archive, with_secret: Archive, viewer: Viewer) -> None:
    await with_secret.withdraw(SECRET, 7, by="tests", reason="a test")
    told = without_times(await all_answers(with_secret, viewer))
    assert told == without_times(await all_answers(shared_only, viewer))
    assert await with_secret.check() == []


async def test_what_was_withdrawn_can_come_back(with_secret: Archive) -> None:
    before = await all_answers(with_secret, OWNER)
    await with_secret.withdraw("mill", None, by="tests", reason="a test")
    assert await with_secret.persons_by_key(["moll"], OWNER) == []
    with pytest.raises(InputError, match="already"):
        await with_secret.withdraw("mill", None, by="tests", reason="a test")
    await with_secret.restore_source("mill", None, by="tests")
    assert await all_answers(with_secret, OWNER) == before
    assert await with_secret.check() == []


async def test_a_withdrawn_source_stays_withdrawn_through_a_build(with_secret: Archive) -> None:
    await with_secret.withdraw("mill", None, by="tests", reason="a test")
    await with_secret.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    assert await with_secret.source("mill", Viewer()) is None
    assert await with_secret.persons_by_key(["moll"], Viewer()) == []
    assert await with_secret.check() == []


@pytest.mark.parametrize("viewer", OTHERS)
async def test_nothing_hidden_is_drawn_at_random(with_secret: Archive, viewer: Viewer) -> None:
    drawn = [await with_secret.random_quotation(viewer) for _ in range(30)]
    assert {each.place.source.id for each in drawn if each} == {"harbour", "mill"}


@pytest.mark.parametrize("number", [0, -1, None])
def test_no_number_of_a_server_opens_more_than_the_shared_archive(number: int | None) -> None:
    assert scope_of(Viewer(number)) == scope_of(Viewer())


async def test_whoever_is_named_most_elsewhere_takes_nobodys_place(with_secret: Archive) -> None:
    """As in the examples of help, which ask for the one person who is named most."""
    await with_secret.add(document("Mx Vera Zand ran. " * 50, "Another secret", guild=7))
    for viewer in OTHERS:
        assert [person.id for person in await with_secret.top_persons(viewer, 1)] == ["orla-quint"]
    assert [person.name for person in await with_secret.top_persons(OWNER, 1)] == ["Vera Zand"]


@pytest.mark.parametrize("key", ["teo quint", "teo"])
async def test_an_authority_record_alone_is_nobody(with_secret: Archive, key: str) -> None:
    assert [person.id for person in await with_secret.persons_by_key([key], Viewer())] == ["teo-quint"]
    await with_secret.withdraw("harbour", None, by="tests", reason="a test")
    for viewer in (*OTHERS, OWNER):
        assert await with_secret.persons_by_key([key], viewer) == []
        assert await with_secret.person("teo-quint", viewer) is None
