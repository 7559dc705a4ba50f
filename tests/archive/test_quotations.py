from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.authority import Authority
from bot.archive.records import QuotationRecord, Viewer
from bot.archive.thesaurus import Subject, Thesaurus
from bot.archive.topics import topic_query
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, SUBJECTS, document, read_simply

EVERYONE = Viewer()


async def about(archive: Archive, topic: str, speaker: str | None = None, limit: int = 20) -> list[QuotationRecord]:
    query = topic_query(topic, SUBJECTS, speaker)
    found = await archive.quotations_about(query, EVERYONE, limit)
    assert await archive.count_quotations_about(query, EVERYONE) >= len(found)
    return found


async def test_the_word_for_the_topic_need_not_occur(library: Archive) -> None:
    found = await about(library, "crossing")
    assert [each.text for each in found[:2]] == [
        "Take us across the bay,",
        "Mx Quint says that the ferries were full.",
    ]
    assert all("crossing" not in each.text for each in found)
    assert (await about(library, "hunger"))[0].text == "We ground flour for bread until the wheel froze,"


async def test_another_term_leads_to_the_subject_too(library: Archive) -> None:
    assert {each.text for each in await about(library, "ferry")} >= {
        each.text for each in await about(library, "crossing")
    }


async def test_what_stands_around_a_quotation_counts(library: Archive) -> None:
    # "Bread" stands in the same passage, "flour" in the one before.
    assert "Nobody slept," in [each.text for each in await about(library, "ran out")]
    assert "Nobody slept," in [each.text for each in await about(library, "flour")]


async def test_words_in_any_inflection(library: Archive) -> None:
    for word in ("grounds", "grounding", "GROUND", "wheels"):
        assert (await about(library, word))[0].text == "We ground flour for bread until the wheel froze,", word


async def test_the_speaker_can_be_named(library: Archive) -> None:
    for topic in ("crossing", "flour", "bread"):
        for speaker in ("orla-quint", "ines-moll"):
            assert {each.speaker_id for each in await about(library, topic, speaker)} <= {speaker}
    assert await about(library, "crossing", "orla-quint")
    assert await about(library, "crossing", "nobody") == []


async def test_verbatim_words_before_reported_speech_of_the_same_relevance(archive: Archive) -> None:
    text = "Mx Ana Brook says that bread was short.\n\nWind.\n\nRain.\n\n“Bread was short,” said Mx Ana Brook."
    await archive.build([document(text, source_id="one")], Authority(), SUBJECTS)
    assert [each.indirect for each in await about(archive, "hunger")] == [False, True]
    assert [each.indirect for each in await about(archive, "short")] == [False, True]


async def test_pages_follow_each_other(library: Archive) -> None:
    query = topic_query("hunger", SUBJECTS)
    whole = await library.quotations_about(query, EVERYONE, 20)
    pages = [await library.quotations_about(query, EVERYONE, 1, at) for at in range(len(whole))]
    assert [page[0] for page in pages] == whole
    assert len(whole) > 1
    assert [each.score for each in whole] == sorted((each.score for each in whole), reverse=True)


async def test_a_ranking_follows_the_archive(library: Archive) -> None:
    before = await about(library, "hunger")
    await library.add(document("“All the bread is gone,” said Mx Ana Brook."))
    after = await about(library, "hunger")
    assert {each.text for each in after} - {each.text for each in before} == {"All the bread is gone,"}


async def test_a_subject_that_the_archive_was_not_built_with(archive: Archive) -> None:
    await archive.build([HARBOUR, MILL], AUTHORITY, Thesaurus())
    found = await about(archive, "hunger")
    assert found[0].text == "We ground flour for bread until the wheel froze,"


async def test_topics_of_several_words_name_subjects_in_part(library: Archive) -> None:
    query = topic_query("the great hunger of the winter", SUBJECTS)
    assert query.subjects == ("hunger",)
    assert (await library.quotations_about(query, EVERYONE, 1))[0].place.source.id == "mill"


async def test_drawn_at_random_are_words_with_a_speaker(archive: Archive) -> None:
    assert await archive.random_quotation(EVERYONE) is None
    await archive.add(
        document("“Nobody knows who said this.”\n“I did,” said Mx Ana Brook. Mx Brook says that it rains.")
    )
    drawn = [await archive.random_quotation(EVERYONE) for _ in range(20)]
    assert {each.text for each in drawn if each} == {"I did,"}
    assert all(drawn)


async def test_only_the_best_of_a_subject_are_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.archive.keeping.words.MOST_RANKED", 1)
    subjects = Thesaurus((Subject("hunger", other=("bread",)),))
    async with Archive.open(path, read=read_simply) as archive:
        await archive.build([HARBOUR, MILL], AUTHORITY, subjects)
        assert await archive.count_quotations_about(topic_query("hunger", subjects), EVERYONE) == 1
