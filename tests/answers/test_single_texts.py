"""Answers from a text or two of their own, for what the library does not hold."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.answers.desk import Desk
from bot.answers.language import ENGLISH
from bot.answers.names import OnePerson, SeveralPersons, resolve
from bot.answers.sayings import REPORTED, sayings
from bot.answers.who import DATED
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.authority import Authority
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus
from tests.answers.asking import asked
from tests.answers.library import DAY_ONE


@asynccontextmanager
async def archive_of(folder: Path, *texts: str) -> AsyncIterator[Archive]:
    async with Archive.open(folder / "archive.db") as archive:
        await archive.build([], Authority(), Thesaurus())
        for number, text in enumerate(texts):
            title = f"Text {number}"
            await archive.add(Accession("text.txt", text.encode(), text, title, published=date(2023, 1, 9)))
        yield archive


def desk_for(archive: Archive) -> Desk:
    return Desk(archive, day_one=DAY_ONE, subjects=Thesaurus())


async def test_a_day_that_is_certain_stands_before_one_told_in_weeks(tmp_path: Path) -> None:
    texts = (
        "On 14 May 2022 the miller spoke. Two weeks before, he had met the mayor.",
        "The mill stopped on 30 April 2022.",
    )
    async with archive_of(tmp_path, *texts) as archive:
        answer = await asked(desk_for(archive), "on 2022-04-30")
    assert [(item.section, item.date and item.date.as_written) for item in answer.items] == [
        ("Dated to this day", "30 April 2022"),
        ("Times that hold this day", "Two weeks before"),
    ]


async def test_whose_husband_he_is_stands_alone_only_where_nothing_else_does(tmp_path: Path) -> None:
    alone = "Oksana Lisova rang. Her husband, Taras Vovk, was out."
    more = f"{alone}\n\nTaras Vovk, a beekeeper, came late."
    for number, (text, expected) in enumerate(((alone, {"Her husband"}), (more, {"a beekeeper"}))):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with archive_of(folder, text) as archive:
            answer = await asked(desk_for(archive), "who Taras Vovk")
        shown = {item.text for item in answer.items if item.section == "Who they are" and not item.label}
        assert shown == expected


async def test_a_wide_interval_is_not_both_the_first_date_and_the_last(tmp_path: Path) -> None:
    text = (
        "In 2022 Taras Vovk, a miller, kept the mill open. Taras Vovk left the mill on May 5, 2022. "
        "On June 1, 2022, Taras Vovk came back.\n"
    )
    async with archive_of(tmp_path, text) as archive:
        answer = await asked(desk_for(archive), "who Taras Vovk")
    dated = [item for item in answer.items if item.section == DATED]
    assert [(item.label, item.date.earliest, item.date.latest) for item in dated if item.date] == [
        ("first", date(2022, 1, 1), date(2022, 12, 31)),
        ("last", date(2022, 6, 1), date(2022, 6, 1)),
    ]


async def test_about_a_day_is_not_that_day(tmp_path: Path) -> None:
    text = "The lamp went out around May 9, 2022. The ferry left on May 9, 2022.\n"
    async with archive_of(tmp_path, text) as archive:
        answer = await asked(desk_for(archive), "on 2022-05-09")
    assert {item.text.split()[1]: item.section for item in answer.items} == {
        "lamp": "Times that hold this day",
        "ferry": "Dated to this day",
    }


async def test_of_two_names_near_what_was_typed_the_nearest_is_meant(tmp_path: Path) -> None:
    texts = ("Stepan Kovalenko, a pilot, came.\n", "Danylo Kovalinko, a cook, stayed.\n")
    async with archive_of(tmp_path, *texts) as archive:
        found = await resolve(archive, "Kovalebko", Viewer())
    assert isinstance(found, OnePerson)
    assert found.person.name == "Stepan Kovalenko"


async def test_a_first_name_is_a_choice_though_one_bearer_is_known_by_it_alone(tmp_path: Path) -> None:
    texts = ("Yaryna, a cook, stayed. “Soup again,” Yaryna said.\n", "Yaryna Kovalchuk, a teacher, came.\n")
    async with archive_of(tmp_path, *texts) as archive:
        found = await resolve(archive, "Yaryna", Viewer())
    assert isinstance(found, SeveralPersons)
    assert {person.name for person in found.persons} == {"Yaryna", "Yaryna Kovalchuk"}


async def test_the_sentence_around_a_fragment_is_not_shown_again_as_a_report(tmp_path: Path) -> None:
    text = "Taras Vovk, a miller, said that the wheel was “old and slow”. Taras Vovk said that the river froze.\n"
    async with archive_of(tmp_path, text) as archive:
        fragment, report = await archive.quotations_of("taras-vovk", Viewer(), 5)
    sentence = "Taras Vovk, a miller, said that the wheel was “old and slow”."
    again = replace(report, text=sentence, place=replace(report.place, start=0, end=len(sentence)))
    items = sayings([fragment, again, report], ENGLISH)
    assert [(item.text, item.context, item.label) for item in items] == [
        ("old and slow", sentence, None),
        ("Taras Vovk said that the river froze.", None, REPORTED),
    ]
