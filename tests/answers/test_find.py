"""Messages as members write them, and what the archive has on them."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.calls import LONGEST_TEXT, Call, parse_call
from bot.answers.desk import Desk
from bot.answers.find.inflected import nominatives
from bot.answers.model import Answer
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.lookup.verbatim import span_in
from bot.archive.records import Viewer
from bot.errors import InputError
from tests.answers.asking import NOBODY, assert_sound
from tests.answers.library import AUTHORITY, DAY_ONE, SUBJECTS, accessions

LATER = date(2026, 11, 20)
"""A day on which a member writes: years after the siege."""


async def found(desk: Desk, text: str, written: date | None = LATER, viewer: Viewer = NOBODY) -> Answer:
    return await desk.ask(Call("find", text, written=written), viewer)


def in_section(answer: Answer, section: str) -> list[str]:
    return [item.text for item in answer.items if item.section == section]


def people(answer: Answer) -> list[str]:
    return [item.label or "" for item in answer.items if item.section == "People"]


def asks(answer: Answer) -> list[str]:
    return [choice.ask for choice in answer.choices]


MIXED = """Did Olha Marenko say this on April 30, 2022?
> “We carried the stretchers up the stairs one by one,”
I heard it from Lev Tsybenko."""


async def test_people_dates_and_quotations_of_one_message(desk: Desk, archive: Archive) -> None:
    answer = await found(desk, MIXED)
    assert (answer.kind, answer.heading) == ("found", "What the archive has on this message")
    assert people(answer) == ["Olha Marenko", "Lev Tsybenko"]
    assert in_section(answer, "People") == ["the deputy commander of the harbour guard", "the pilot"]
    assert [item.label for item in answer.items if item.section == "Dates"] == ["30 April 2022: 4 dated sentences"]
    (quotation,) = [item for item in answer.items if item.section == "Quotations"]
    assert (quotation.quotation, quotation.speaker) == (True, "Olha Marenko")
    assert asks(answer) == ["who id:olha-marenko", "who id:lev-tsybenko", "on 2022-04-30"]
    await assert_sound(answer, archive)


async def test_no_more_items_than_a_page_and_each_section_has_its_share(desk: Desk, archive: Archive) -> None:
    many = "Olha Marenko, Ivan Marenko, Lev Tsybenko and Lidiia Oros; April 12, 2022, April 30, 2022 and May 2, 2022."
    answer = await found(desk, f"{many} “There was flour for three days”")
    assert [item.section for item in answer.items] == ["People", "People", "Dates", "Dates", "Quotations"]
    assert len(asks(answer)) == 7
    await assert_sound(answer, archive)


@pytest.mark.parametrize(
    "text",
    [
        "tsybenko said?",
        "did tsybenko really say that",
        "Did tsybenko say it in April? I think so",
        "Tsybenko said?",
        "They say Tsybenko knew.",
        "TSYBENKO SAID SO",
        "lev tsybenko knew",
        "Чи знав про це Цибенко?",
        "**Tsybenko**!",
    ],
)
async def test_a_name_as_members_write_it(desk: Desk, text: str) -> None:
    assert people(await found(desk, text)) == ["Lev Tsybenko"]


async def test_a_ukrainian_message_with_a_cyrillic_name_and_day(desk: Desk) -> None:
    answer = await found(desk, "Ольга Маренко вийшла 30 квітня, а вчора я читав про це.")
    assert people(answer) == ["Olha Marenko"]
    assert "on 2022-04-30" in asks(answer)
    assert "“вчора” is counted from the day of the message, 20 November 2026." in answer.notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Слова Цибенка про хвилі", ["Lev Tsybenko"]),
        ("Лева Цибенка бачили", ["Lev Tsybenko"]),
        ("Розмовляли з Левом Цибенком", ["Lev Tsybenko"]),
        ("Ольги Маренко там не було", ["Olha Marenko"]),
        ("цибенко сказав", []),  # without a capital a Cyrillic word may be any word
        ("Іван Цибенко", []),  # somebody else of that surname
    ],
)
async def test_a_ukrainian_name_in_any_case(desk: Desk, text: str, expected: list[str]) -> None:
    assert people(await found(desk, text)) == expected


def test_a_womans_surname_is_not_taken_for_a_mans_in_another_case() -> None:
    assert "Зайцев" not in nominatives("Зайцева")
    assert "Зайцева" in nominatives("Зайцевої")
    assert "Паламар" in nominatives("Паламара")
    assert "Зеленський" in nominatives("Зеленського")
    assert nominatives("Юра") == ()


async def test_two_bearers_are_a_choice_and_nobody_is_picked(desk: Desk) -> None:
    answer = await found(desk, "They say that Marenko left.")
    assert (answer.kind, answer.items) == ("choice", ())
    assert asks(answer) == ["who id:olha-marenko", "who id:ivan-marenko"]
    assert answer.notes == ("More than one person is called “Marenko”; choose below.",)


@pytest.mark.parametrize(
    "text",
    [
        "John Tsybenko came.",  # somebody else of that surname
        "J. Tsybenko came.",
        "Lev came.",  # a given name alone: the archive's Lev is one of many
        "We told lev about it.",
        "I saw a pilot and the harbour.",
        "may I ask",
    ],
)
async def test_nobody_is_found_by_a_word_that_may_be_another(desk: Desk, text: str) -> None:
    answer = await found(desk, text)
    assert (answer.kind, answer.heading) == ("nothing", "The archive has nothing on this message")


async def common_words(path: Path) -> AsyncIterator[Desk]:
    text = "Taras Stone, a miller, came. Petro Kamin, a cook, sat on a stone.\n"
    async with Archive.open(path / "archive.db") as archive:
        await archive.add(Accession("text.txt", text.encode(), text, "Stones", published=date(2023, 1, 9)))
        yield Desk(archive, day_one=DAY_ONE, subjects=SUBJECTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a stone fell", []),
        ("Stone by stone they built it", []),
        ("THE STONE FELL", []),
        ("a kamin fell", ["Petro Kamin"]),
        ("They met Stone there", ["Taras Stone"]),
        ("In the City a kamin fell", []),  # whoever writes capitals would have written one
    ],
)
async def test_a_common_word_is_a_name_only_where_it_is_written_as_one(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    async for desk in common_words(tmp_path):
        assert people(await found(desk, text)) == expected


async def test_a_name_that_only_comes_near_finds_nobody_but_can_be_followed(desk: Desk) -> None:
    answer = await found(desk, "I met Lev Tsybenka there.")
    assert (answer.kind, answer.items) == ("nothing", ())
    assert answer.notes == ("Not in the archive by name: “Lev Tsybenka”.",)
    assert [(choice.label, choice.ask) for choice in answer.choices] == [
        ("A name that comes near: Lev Tsybenko", "who id:lev-tsybenko")
    ]


async def test_a_day_without_a_year_is_one_of_the_siege_and_what_follows_hangs_on_it(desk: Desk) -> None:
    answer = await found(desk, "She left on 30 April. Two days later, they met.")
    assert [ask for ask in asks(answer) if ask.startswith("on ")] == ["on 2022-04-30", "on 2022-05-02"]


async def test_yesterday_hangs_on_the_day_of_the_message(desk: Desk) -> None:
    answer = await found(desk, "it was on the news yesterday", written=date(2022, 5, 1))
    assert asks(answer) == ["on 2022-04-30"]
    assert "“yesterday” is counted from the day of the message, 1 May 2022." in answer.notes
    assert (await found(desk, "it was on the news yesterday")).kind == "nothing"
    assert (await found(desk, "it was on the news yesterday", written=None)).kind == "nothing"


@pytest.mark.parametrize("text", ["what happened on day 66?", "see 30 april", "30 квітня 2022 року", "30 апреля"])
async def test_a_day_as_members_type_it(desk: Desk, text: str) -> None:
    assert asks(await found(desk, text)) == ["on 2022-04-30"]


async def test_a_day_that_nothing_is_dated_to_is_said(desk: Desk) -> None:
    answer = await found(desk, "on 3 July 1999")
    assert answer.kind == "nothing"
    assert answer.notes == ("Nothing is dated to 3 July 1999.",)


@pytest.mark.parametrize(
    "words",
    [
        "“We carried the stretchers up the stairs one by one,”",
        '"we carried  the stretchers up the stairs"',
        "«Nobody was left behind in the dark.»",
        "> Nobody was left behind in the dark",
        "> nobody was left\n> behind in the dark",
        ">>> hello\nNobody was left behind in the dark.",
    ],
)
async def test_words_that_stand_in_a_quotation_bring_it_whole(desk: Desk, archive: Archive, words: str) -> None:
    answer = await found(desk, f"look:\n{words}")
    (item,) = answer.items
    assert (item.quotation, item.speaker, item.citation.source) == (True, "Olha Marenko", "lighthouse")
    await assert_sound(answer, archive)


@pytest.mark.parametrize("words", ["Nobody was left behind in the light", "obody was left behind in the dar"])
async def test_words_that_differ_by_one_are_said_not_to_be_found(desk: Desk, words: str) -> None:
    answer = await found(desk, f"“{words}”")
    assert (answer.kind, answer.items) == ("nothing", ())
    assert answer.notes == (f"Not found word for word: “{words}”.",)


async def test_words_of_the_account_itself_are_told_from_a_quotation(desk: Desk, archive: Archive) -> None:
    answer = await found(desk, "“behind the railway bridge since late april”")
    (item,) = [item for item in answer.items if item.section == "Quotations"]
    assert not item.quotation
    assert item.text == "behind the railway bridge since late April"
    assert item.context and item.text in item.context
    await assert_sound(answer, archive)


async def test_two_words_in_marks_are_no_quotation(desk: Desk) -> None:
    answer = await found(desk, "the “small country”")
    assert (answer.items, answer.notes) == ((), ())


async def test_what_another_server_has_is_in_no_part_of_the_answer(tmp_path: Path) -> None:
    text = "Zlata Hrebin, a nurse, came on June 7, 2022. “The lamp was ours alone,” Zlata Hrebin said.\n"
    message = "Zlata Hrebin, and hrebin. June 7, 2022? “The lamp was ours alone”"
    async with Archive.open(tmp_path / "archive.db") as archive:
        await archive.build(accessions(), AUTHORITY, SUBJECTS)
        await archive.add(Accession("own.txt", text.encode(), text, "Own", published=date(2022, 7, 1), guild=7))
        desk = Desk(archive, day_one=DAY_ONE, subjects=SUBJECTS)
        theirs = await found(desk, message, viewer=Viewer(7))
        others = await found(desk, message, viewer=Viewer(8))
    assert [item.section for item in theirs.items] == ["People", "Dates", "Quotations"]
    assert (others.kind, others.items, others.choices) == ("nothing", (), ())


async def test_the_words_of_a_message_are_in_nothing_that_is_kept(desk: Desk) -> None:
    answer = await found(desk, MIXED)
    assert answer.asked == Call("find")
    assert not [ask for ask in asks(answer) if "stretchers" in ask or "heard" in ask]


async def test_an_empty_message_gets_a_sentence(desk: Desk) -> None:
    with pytest.raises(InputError, match="no words to look into"):
        await found(desk, " \n ")


def test_find_takes_a_whole_message_line_by_line_and_no_more() -> None:
    assert parse_call("!find one\n> two  three page 2") == Call("find", "one\n> two three page 2")
    assert parse_call("знайти щось") == Call("find", "щось")
    assert len(parse_call("find " + "x" * LONGEST_TEXT).subject) == LONGEST_TEXT
    with pytest.raises(InputError, match="4000 characters at most"):
        parse_call("find " + "x" * (LONGEST_TEXT + 1))
    with pytest.raises(InputError, match="no question “finder”"):
        parse_call("finder keepers")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Olha", "Marenko", "marenko", "Маренко", "30 April", "yesterday", "> ", "\n", "“", "”", '"',
            "the lamp was lit", "@everyone", "**", "day 66", "9999", "A" * 300, ". ", "two thousand years later"])
        | st.text(max_size=20),
        max_size=40,
    )
)  # fmt: skip
async def test_any_message_gets_a_sound_answer(desk: Desk, archive: Archive, parts: list[str]) -> None:
    try:
        answer = await found(desk, " ".join(parts)[:LONGEST_TEXT])
    except InputError as error:
        assert "no words" in str(error)
        return
    assert len(answer.choices) <= 25
    assert all(note.isprintable() for note in answer.notes)
    await assert_sound(answer, archive)


@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_a_place_is_the_same_words_to_the_character(before: str, words: str) -> None:
    span = span_in(f"{before} {words} end", words.strip())
    if span and words.strip():
        assert 0 <= span[0] < span[1] <= len(f"{before} {words} end")


def test_marks_spaces_and_case_make_no_difference_and_parts_of_words_do() -> None:
    text = "He said: “Don’t  go —\nyet…”"
    assert span_in(text, "'don't go - yet...'") == (9, len(text))
    assert span_in(text, "on't go") is None
    assert span_in(text, "aid: 'don't") is None
