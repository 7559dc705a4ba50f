"""`figures`: what the accounts say in numbers, side by side, each with who says it, when, and where it stands."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.calls import Call
from bot.answers.desk import Desk
from bot.answers.figures import MEASURES, NEARBY, NONE_YET, SIDE_BY_SIDE
from bot.answers.language import language_of
from bot.answers.model import Answer, ShownFigure
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.authority import Authority
from bot.archive.records import Viewer
from bot.archive.thesaurus import Subject, Thesaurus
from bot.rendering.as_json import answer_to_json
from bot.rendering.plain import answer_to_text
from tests.answers.asking import NOBODY, asked, assert_sound, every_page
from tests.answers.library import DAY_ONE, LAST_DAY

CELLAR = """Olha Marenko, a nurse, said on May 2, 2022, that 600 of the soldiers were wounded. “There are 40 children \
in the cellar,” Marenko said. Nobody slept in the lighthouse.

An estimated 2,000 fighters were in the harbour. The ferry sailed 20 miles with 12 wounded soldiers. It had two lamps.
"""
HARBOUR = """Some 3,000 fighters held the harbour. Capt. Ihor Savka, a pilot, said that more than 250 soldiers had \
been injured by May 4, 2022.

They had three lamps; the bread was gone. “We buried five,” Savka said.
"""
DIGEST = "In the harbour there were 1,800 fighters, the reporter writes, and 90 wounded.\n"
SUBJECTS = Thesaurus(
    (
        Subject("fighters", ("defenders", "захисники"), ("soldiers",)),
        Subject("wounded", ("injured", "hurt"), ("burns",)),
        Subject("food", ("meals",), ("bread",)),
        Subject("children", ("kids",), ("toys",)),
    )
)


def accession(title: str, text: str, published: date | None, kind: str = "account") -> Accession:
    name = title.split()[-1].casefold()
    return Accession(
        *(f"{name}.txt", text.encode(), text, title),
        publisher="The Example Courier",
        published=published,
        kind=kind,  # type: ignore[arg-type]
        source_id=name,
    )


@pytest.fixture(scope="module")
def port_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("port") / "archive.db"
    texts = (
        accession("The cellar", CELLAR, date(2022, 5, 3)),
        accession("The harbour", HARBOUR, date(2022, 5, 5)),
        accession("The digest", DIGEST, date(2022, 4, 1), "digest"),
        accession("The undated", "Nobody counted the gulls but 70 gulls came.", None),
    )

    async def make() -> None:
        async with Archive.open(path) as archive:
            await archive.build(texts, Authority(), SUBJECTS)

    asyncio.run(make())
    return path


@pytest.fixture
async def port(port_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(port_path) as archive:
        yield archive


@pytest.fixture
def desk(port: Archive) -> Desk:
    return Desk(port, day_one=DAY_ONE, last_day=LAST_DAY, subjects=SUBJECTS)


def shown(answer: Answer) -> list[tuple[str | None, str]]:
    return [(item.section, item.text) for item in answer.items]


async def test_conflicting_figures_stand_under_each_other_and_none_is_merged(desk: Desk, port: Archive) -> None:
    answer = await asked(desk, "figures fighters")
    assert (answer.kind, answer.heading) == ("figures", "Figures about “fighters”")
    assert shown(answer) == [
        ("fighters", "1,800 fighters"),
        ("fighters", "An estimated 2,000 fighters"),
        ("fighters", "Some 3,000 fighters"),
        ("soldiers", "600 of the soldiers"),
        ("soldiers", "12 wounded soldiers"),
    ]
    assert answer.notes[0] == SIDE_BY_SIDE
    for page in await every_page(desk, "figures fighters"):
        await assert_sound(page, port)


async def test_pages_go_on_under_the_same_headings(desk: Desk) -> None:
    pages = await every_page(desk, "figures fighters")
    assert [(page.page, page.of) for page in pages] == [(1, 2), (2, 2)]
    assert shown(pages[1]) == [("soldiers", "more than 250 soldiers")]
    assert pages[1].asked == Call("figures", "fighters", page=2)


async def test_a_figure_shows_who_says_it_when_and_the_sentence_that_it_stands_in(desk: Desk) -> None:
    items = {item.text: item for page in await every_page(desk, "figures fighters") for item in page.items}
    said, told = items["more than 250 soldiers"], items["An estimated 2,000 fighters"]
    assert said.date is not None
    assert (said.speaker, said.date.as_written, said.date.earliest) == ("Ihor Savka", "May 4, 2022", date(2022, 5, 4))
    assert said.date.siege_day == 70
    assert (
        said.context == "Capt. Ihor Savka, a pilot, said that more than 250 soldiers had been injured by May 4, 2022."
    )
    assert said.figure == ShownFigure("more than 250", 250, None, False, "soldiers")
    assert (told.speaker, told.date, told.quotation) == (None, None, False)
    assert told.figure == ShownFigure("An estimated 2,000", 2000, 2000, True, "fighters")


async def test_only_words_between_quotation_marks_are_a_quotation(desk: Desk) -> None:
    (children,) = (await asked(desk, "figures children")).items
    assert (children.text, children.quotation, children.speaker) == ("40 children", True, "Olha Marenko")
    assert not any(item.quotation for item in (await asked(desk, "figures wounded")).items)


async def test_what_is_told_to_be_so_is_found_beside_what_is_called_so(desk: Desk) -> None:
    assert [text for _, text in shown(await asked(desk, "figures injured"))] == [
        "90 wounded",
        "600 of the soldiers",
        "12 wounded soldiers",
        "more than 250 soldiers",
    ]


async def test_a_measure_is_shown_last_unless_it_was_asked_for(desk: Desk) -> None:
    assert shown(await asked(desk, "figures miles")) == [("miles", "20 miles")]
    assert (
        shown(await asked(desk, "figures sailed"))
        == [(MEASURES, "20 miles"), ("soldiers", "12 wounded soldiers")][::-1]
    )


async def test_free_words_that_are_no_subject_are_looked_for_as_they_are(desk: Desk) -> None:
    assert shown(await asked(desk, "figures lamps")) == [("lamps", "two lamps"), ("lamps", "three lamps")]
    assert shown(await asked(desk, "figures gulls")) == [("gulls", "70 gulls")]


async def test_what_merely_stands_in_the_same_sentence_has_a_heading_that_says_so(desk: Desk) -> None:
    assert [section for section, _ in shown(await asked(desk, "figures bread"))] == [NEARBY]


async def test_a_digest_is_told_to_be_one(desk: Desk) -> None:
    answer = await asked(desk, "figures fighters")
    assert any("digest" in note for note in answer.notes)
    assert len((await asked(desk, "figures lamps")).notes) == 1


async def test_with_no_subject_those_with_most_figures_are_a_choice(desk: Desk) -> None:
    answer = await asked(desk, "figures")
    assert (answer.kind, answer.heading) == ("choice", "Figures about what?")
    assert [(choice.label, choice.ask) for choice in answer.choices] == [
        ("fighters · 6 figures", "figures fighters"),
        ("wounded · 4 figures", "figures wounded"),
        ("children · 1 figure", "figures children"),
    ]


async def test_every_subject_offered_leads_to_as_many_figures_as_it_says(desk: Desk) -> None:
    for choice in (await asked(desk, "figures")).choices:
        items = [item for page in await every_page(desk, choice.ask) for item in page.items]
        assert f"· {len(items)} figure" in choice.label


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("figures wonded", "wounded · 4 figures"),
        ("figures toys", "children · 1 figure"),
        ("figures xyz", "fighters · 6 figures"),
    ],
)
async def test_where_nothing_is_found_near_subjects_that_have_figures_are_offered(desk: Desk, words, first) -> None:
    answer = await asked(desk, words)
    assert answer.kind == "nothing"
    assert answer.heading == f"No figures about “{words.partition(' ')[2]}” were found"
    assert answer.choices[0].label == first


async def test_where_nothing_is_counted_what_else_there_is_on_it_is_offered(desk: Desk) -> None:
    answer = await asked(desk, "figures lighthouse")
    assert [choice.ask for choice in answer.choices][-2:] == ["quote lighthouse", "search lighthouse"]
    assert {(await asked(desk, choice.ask)).kind for choice in answer.choices} <= {"figures", "quotations", "passages"}


async def test_an_archive_without_figures_says_so(tmp_path: Path) -> None:
    async with Archive.open(tmp_path / "archive.db") as archive:
        await archive.build([], Authority(), SUBJECTS)
        desk = Desk(archive, day_one=DAY_ONE, subjects=SUBJECTS)
        for words in ("figures", "figures wounded"):
            answer = await asked(desk, words)
            assert (answer.kind, answer.heading, answer.choices) == ("nothing", NONE_YET, ())


async def test_asked_in_ukrainian(desk: Desk) -> None:
    answer = await desk.ask(Call("figures", "захисники"), NOBODY, language_of("uk"))
    assert answer.heading == "Цифри про «захисники»"
    assert shown(answer) == shown(await asked(desk, "цифри defenders"))


async def test_suggested_while_typed_are_subjects_that_have_figures(desk: Desk) -> None:
    async def offered(typed: str) -> list[tuple[str, str]]:
        return [(each.value, each.rest) for each in await desk.suggest("counted", typed, Viewer())]

    assert await offered("") == [("fighters", "6 figures"), ("wounded", "4 figures"), ("children", "1 figure")]
    assert await offered("inj") == [("wounded", "4 figures")]
    assert await offered("foo") == []


async def test_programs_get_the_figure_beside_the_item(desk: Desk) -> None:
    items = {
        item["text"]: item
        for page in await every_page(desk, "figures fighters")
        for item in answer_to_json(page)["items"]
    }
    assert items["more than 250 soldiers"]["figure"] == {
        "text": "more than 250",
        "least": 250,
        "most": None,
        "approximate": False,
        "counted": "soldiers",
        "as_of": items["more than 250 soldiers"]["date"],
        "said_by": "Ihor Savka",
    }
    told = items["An estimated 2,000 fighters"]
    assert told["date"] is None
    assert told["figure"]["as_of"] == {
        "as_written": "",
        "earliest": "2022-05-03",
        "latest": "2022-05-03",
        "reason": "as the account was published",
        "approximate": False,
    }
    (gulls,) = answer_to_json(await asked(desk, "figures gulls"))["items"]
    assert gulls["figure"]["as_of"] is None
    assert "figure" not in answer_to_json(await asked(desk, "quote fighters"))["items"][0]


async def test_a_terminal_tells_who_says_it_and_when(desk: Desk) -> None:
    said = answer_to_text(await asked(desk, "figures fighters"))
    assert (
        "  An estimated 2,000 fighters\n"
        "    — told by the account\n"
        "    in: An estimated 2,000 fighters were in the harbour.\n"
        "    as the account was published, 3 May 2022\n"
    ) in said
    assert "as the account was published" not in answer_to_text(await asked(desk, "figures gulls"))
    assert "    — Olha Marenko\n" in answer_to_text(await asked(desk, "figures children"))
