"""Figures as they are kept and found: who said them and when follows what moderators correct."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.authority import Authority
from bot.archive.keeping.derive import UnfaithfulReadingError
from bot.archive.records import GroupedFigure, Viewer
from bot.archive.thesaurus import Subject, Thesaurus
from bot.archive.topics import FigureQuery, figure_query
from bot.reading.model import Reading
from tests.archive.content import content_of, differences
from tests.archive.shelf import document, read_simply

EVERYONE, OWN, OTHER = Viewer(), Viewer(7), Viewer(8)
BY = {"by": "discord:1", "reason": "the paper says so"}
SUBJECTS = Thesaurus(
    (
        Subject("boats", other=("ferries",), narrower=("rafts", "well")),
        Subject("hurt", other=("injured",)),
        Subject("meals", other=("food",)),
    )
)
FIRST = document(
    "“We kept #40 boats,” said Mx Ana Brook.\n"
    "Mx Ana Brook says that #9 ferries sank on 2031-03-05.\n"
    "There were ~#12 boats. Then #6, some say, were injured as well.\n"
    "The rafts lay beside #3 piers.",
    "First",
    published=date(2031, 3, 6),
)
SECOND = document(
    "Mx Anna Broke says that #50 boats left on 2031-03-07.\n#2 rafts and #70 pilots were hurt. Boats passed #5 towers.",
    "Second",
    published=date(2031, 3, 9),
)


@pytest.fixture
async def port(archive: Archive) -> AsyncIterator[Archive]:
    """An archive with figures of two sources."""
    await archive.build([], Authority(), SUBJECTS)
    for account in (FIRST, SECOND):
        await archive.add(account)
    yield archive


async def about(archive: Archive, words: str, viewer: Viewer = EVERYONE) -> list[GroupedFigure]:
    query = figure_query(words, SUBJECTS)
    found = await archive.figures_about(query, viewer, 50)
    assert len(found) == await archive.count_figures_about(query, viewer)
    return found


async def words_about(archive: Archive, words: str, viewer: Viewer = EVERYONE) -> list[tuple[str, str]]:
    return [(each.unit, each.record.words) for each in await about(archive, words, viewer)]


async def said_by(archive: Archive, words: str, viewer: Viewer = EVERYONE) -> dict[str, str | None]:
    return {each.record.words: each.record.speaker for each in await about(archive, words, viewer)}


async def quotation_at(archive: Archive, viewer: Viewer = EVERYONE) -> tuple[int, int]:
    """Where “We kept #40 boats,” stands."""
    (quotation,) = [each for each in await archive.quotations_of("ana-brook", viewer, 10) if not each.indirect]
    return quotation.place.start, quotation.place.end


async def test_a_subject_finds_what_is_counted_so_and_then_what_is_told_so(port: Archive) -> None:
    assert await words_about(port, "boats") == [
        *(("boats", words) for words in ("~#12 boats", "#40 boats", "#50 boats")),
        ("ferries", "#9 ferries"),
        ("rafts", "#2 rafts"),
        ("towers", "#5 towers"),
    ]
    assert await words_about(port, "ferries") == [
        ("ferries", "#9 ferries"),
        *(("boats", words) for words in ("~#12 boats", "#40 boats", "#50 boats")),
        ("rafts", "#2 rafts"),
        ("towers", "#5 towers"),
    ]


async def test_a_narrower_term_tells_what_is_counted_and_nothing_else(port: Archive) -> None:
    """“The rafts lay beside #3 piers” and “as well” are about no boats."""
    assert not {"#3 piers", "#6"} & set(await said_by(port, "boats"))


async def test_words_that_are_no_subject_and_narrower_ones_are_looked_for_as_they_stand(port: Archive) -> None:
    assert await words_about(port, "pilots") == [("pilots", "#70 pilots")]
    assert await words_about(port, "the rafts") == [("rafts", "#2 rafts"), ("piers", "#3 piers")]
    assert await words_about(port, "towers passed") == [("towers", "#5 towers")]
    assert await words_about(port, "meals") == await words_about(port, "nothing of it") == []


async def test_more_than_a_subject_and_less_than_one_are_not_the_subject(port: Archive) -> None:
    assert await words_about(port, "crimson boats") == []
    assert await words_about(port, "well") == [("", "#6")]


async def test_many_in_one_state_stand_together(port: Archive) -> None:
    query = figure_query("injured", SUBJECTS)
    assert query == FigureQuery("injured", "hurt", ("hurt", "injured"))
    assert await words_about(port, "injured") == [("pilots", "#70 pilots"), ("rafts", "#2 rafts"), ("", "#6")]


async def test_a_figure_is_told_with_its_bounds_its_words_and_its_sentence(port: Archive) -> None:
    found = {each.record.words: each.record for each in await about(port, "boats")}
    vague, said = found["~#12 boats"], found["#40 boats"]
    assert (vague.text, vague.counted, vague.least, vague.most, vague.approximate) == ("~#12", "boats", 12, 12, True)
    assert (vague.speaker, vague.verbatim, vague.date, vague.sentence.text) == (
        *(None, False, None),
        "There were ~#12 boats.",
    )
    assert (said.speaker, said.speaker_id, said.verbatim, said.approximate) == ("Ana Brook", "ana-brook", True, False)
    for record in found.values():
        stored = await port.document(record.place.source.id, EVERYONE)
        assert stored is not None
        assert stored.text[record.place.start : record.place.end] == record.words
        assert record.words.startswith(record.text)


async def test_a_figure_has_the_date_of_its_sentence_and_reported_ones_are_not_verbatim(port: Archive) -> None:
    (sank,) = [each.record for each in await about(port, "ferries") if each.unit == "ferries"]
    assert sank.date is not None
    assert (sank.date.as_written, sank.date.earliest, sank.date.reason) == (
        "2031-03-05",
        date(2031, 3, 5),
        "as written",
    )
    assert (sank.speaker, sank.verbatim) == ("Ana Brook", False)


async def test_a_corrected_speaker_says_the_figure_until_that_is_undone(port: Archive) -> None:
    where = await quotation_at(port)
    await port.set_speaker("first", *where, None, person_id="anna-broke", **BY)
    assert (await said_by(port, "boats"))["#40 boats"] == "Anna Broke"
    await port.set_speaker("first", *where, None, written="the ferryman", **BY)
    assert (await said_by(port, "boats"))["#40 boats"] == "the ferryman"
    await port.set_speaker("first", *where, None, **BY)
    assert (await said_by(port, "boats"))["#40 boats"] is None
    for _ in range(3):
        await port.undo(None, by="discord:1")
    assert (await said_by(port, "boats"))["#40 boats"] == "Ana Brook"


async def test_a_corrected_speaker_of_reported_speech_says_the_figure(port: Archive) -> None:
    (report,) = [each for each in await port.quotations_of("ana-brook", EVERYONE, 10) if each.indirect]
    await port.set_speaker("first", report.place.start, report.place.end, None, written="the harbour", **BY)
    assert (await said_by(port, "ferries"))["#9 ferries"] == "the harbour"


async def test_a_corrected_date_is_shown_and_orders_the_figures(port: Archive) -> None:
    (left,) = [each.record for each in await about(port, "boats") if each.record.words == "#50 boats"]
    assert left.date is not None
    place = left.date.place
    await port.set_date("second", place.start, place.end, date(2031, 1, 2), date(2031, 1, 3), None, **BY)
    first = (await about(port, "boats"))[0].record
    assert first.words == "#50 boats"
    assert first.date is not None
    assert (first.date.earliest, first.date.latest) == (date(2031, 1, 2), date(2031, 1, 3))
    assert first.date.reason == "set by a moderator: the paper says so"
    assert await port.check() == []


async def test_a_merged_person_says_it_under_the_name_that_holds(port: Archive) -> None:
    await port.merge_persons("anna-broke", "ana-brook", None, **BY)
    assert (await said_by(port, "boats"))["#50 boats"] == "Ana Brook"
    await port.rename_person("ana-brook", "Anastasia Brook", None, **BY)
    assert set((await said_by(port, "boats")).values()) == {"Anastasia Brook", None}
    await port.undo(None, by="discord:1")
    await port.undo(None, by="discord:1")
    assert (await said_by(port, "boats"))["#50 boats"] == "Anna Broke"


async def test_a_withdrawn_source_tells_no_figures_and_comes_back_with_them(port: Archive) -> None:
    before = await words_about(port, "boats")
    counts = (await port.listed_subjects(EVERYONE)).figures
    assert counts == {"boats": 6, "hurt": 3}
    await port.withdraw("second", None, **BY)
    assert [words for _, words in await words_about(port, "boats")] == ["~#12 boats", "#40 boats", "#9 ferries"]
    assert (await port.listed_subjects(EVERYONE)).figures == {"boats": 3, "hurt": 1}
    await port.restore_source("second", None, by="discord:1")
    assert await words_about(port, "boats") == before
    assert (await port.listed_subjects(EVERYONE)).figures == counts
    assert await port.check() == []


async def test_the_figures_of_a_server_are_its_own(port: Archive) -> None:
    shared = await about(port, "boats")
    record = await port.add(document("“#99 boats,” said Mx Ana Brook.", "Own", guild=7))
    assert [each.record.words for each in await about(port, "boats", OWN) if each not in shared] == ["#99 boats"]
    for viewer in (EVERYONE, OTHER):
        assert await about(port, "boats", viewer) == shared
        assert await words_about(port, "99", viewer) == []
        assert (await port.listed_subjects(viewer)).figures["boats"] == 6
    assert (await port.listed_subjects(OWN)).figures["boats"] == 7
    await port.set_speaker(record.id, len("“"), len("“#99 boats,"), 7, written="a smuggler", **BY)
    assert (await said_by(port, "boats", OWN))["#99 boats"] == "a smuggler"


async def test_what_a_server_calls_somebody_is_said_in_that_server_alone(port: Archive) -> None:
    await port.add(document("“#99 boats,” said Mx Ana Brook.", "Own", guild=7))
    await port.rename_person("ana-brook", "Annie", 7, **BY)
    assert (await said_by(port, "boats", OWN))["#40 boats"] == "Annie"
    assert (await said_by(port, "boats", OTHER))["#40 boats"] == "Ana Brook"


async def test_a_replaced_text_has_its_own_figures(port: Archive) -> None:
    text = "There were #77 boats."
    await port.replace_source("second", None, text.encode(), text, **BY)
    assert {words for _, words in await words_about(port, "boats")} == {
        *("~#12 boats", "#40 boats", "#77 boats", "#9 ferries"),
    }
    assert await words_about(port, "pilots") == []
    await port.undo(None, by="discord:1")
    assert await words_about(port, "pilots") == [("pilots", "#70 pilots")]
    assert await port.check() == []


async def test_adding_one_by_one_comes_to_the_same_as_building(port: Archive, path: Path) -> None:
    await port.set_speaker("first", *await quotation_at(port), None, person_id="anna-broke", **BY)
    added = content_of(path)
    assert len(added["figures"]) == 9
    await port.build([], Authority(), SUBJECTS)
    assert differences(added, content_of(path)) == {}


async def test_a_page_goes_on_where_the_one_before_ended(port: Archive) -> None:
    query, whole = figure_query("boats", SUBJECTS), await about(port, "boats")
    assert await port.figures_about(query, EVERYONE, 2, 0) == whole[:2]
    assert await port.figures_about(query, EVERYONE, 3, 2) == whole[2:5]
    assert await port.figures_about(query, EVERYONE, 3, 99) == []


@pytest.mark.parametrize("words", ['"', "boats AND", "counted : x", "{", "-", "*", "' OR 1", "\x00", "\ud800"])
async def test_any_words_may_be_asked_for(port: Archive, words: str) -> None:
    await about(port, words)


async def test_a_subject_that_the_archive_was_not_built_with_is_found_by_its_words(port: Archive) -> None:
    query = figure_query("towers", Thesaurus((Subject("towers"),)))
    assert query.subject == "towers"
    assert [each.record.words for each in await port.figures_about(query, EVERYONE, 9)] == ["#5 towers"]


@pytest.mark.parametrize("words", ["text", "counted"])
async def test_a_figure_that_is_not_the_stored_text_is_refused(path: Path, words: str) -> None:
    def read_wrongly(text: str, published: date | None) -> Reading:
        reading = read_simply(text, published)
        figure = reading.figures[0]
        assert figure.counted
        wrong = (
            replace(figure, text="#4")
            if words == "text"
            else replace(figure, counted=replace(figure.counted, text="x"))
        )
        return replace(reading, figures=(wrong,))

    async with Archive.open(path, read=read_wrongly) as archive:
        await archive.build([], Authority(), SUBJECTS)
        with pytest.raises(UnfaithfulReadingError):
            await archive.add(FIRST)
        assert await archive.sources(EVERYONE) == []


def read_counting(text: str, published: date | None) -> Reading:
    """As the reader of the shelf, where Ana Brook states whatever nobody says."""
    reading = read_simply(text, published)
    stated = tuple(figure if figure.speaker else replace(figure, speaker="Ana Brook") for figure in reading.figures)
    return replace(reading, figures=stated)


async def test_who_states_a_figure_in_no_quotation_is_followed_through_merges_as_well(path: Path) -> None:
    async with Archive.open(path, read=read_counting) as archive:
        await archive.build([], Authority(), SUBJECTS)
        for account in (FIRST, SECOND):
            await archive.add(account)
        assert (await said_by(archive, "boats"))["~#12 boats"] == "Ana Brook"
        await archive.merge_persons("ana-brook", "anna-broke", None, **BY)
        assert (await said_by(archive, "boats"))["~#12 boats"] == "Anna Broke"
        merged = content_of(path)
        await archive.build([], Authority(), SUBJECTS)
        assert differences(merged, content_of(path)) == {}
        await archive.undo(None, by="discord:1")
        assert (await said_by(archive, "boats"))["~#12 boats"] == "Ana Brook"
        assert await archive.check() == []
