"""Asked in Ukrainian: not a word of ours stays English, and not a word of a source is touched."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import calls
from bot.answers.calls import Call, parse_call
from bot.answers.desk import Desk, error_answer
from bot.answers.language import ENGLISH, language_of
from bot.answers.model import Answer
from bot.answers.reasons import reason_in
from bot.answers.typed_days import typed_day_in
from bot.archive.records import Viewer
from bot.errors import ArchiveBotError
from bot.reading import read
from bot.reading.dates.asked import DayError, read_day
from bot.shipped import open_archive, open_desk
from tests.answers.asking import NOBODY
from tests.small_archive import make_archive, settings_for

UKRAINIAN = language_of("uk")
QUESTIONS = (
    *("help", "who", "on", "source", "sources", "context", "search", "find", "nonsense", "hwo", "", "a" * 2000),
    *("who Marenko", "who Olha Marenko", "who Tsybenka", "who Marenka", "who Qqq", "who harbour", "who Ihor Savka"),
    *("on 2022-04-30", "on late April", "on April 2022", "on 2022", "on 4/5/2022", "on day 66", "on 1900-01-01"),
    *("on 31 April", "on 2022-13-01", "on 29 February 2022", "on yesterday", "on soon", "on 7 May to 3 May", "on 0000"),
    *("quote evacuation", "quote evacuation from Olha Marenko", "quote from Tsybenko", "quote qqq", "quote rescu"),
    *("quote qqq from Olha Marenko", "quote hunger from Marenko", "quote from Qqq", "quote the way from the harbour"),
    *(
        "search flour",
        "search qqq",
        "figures",
        "figures hunger",
        "figures wonded",
        "figures six",
        "source last-ferry",
        "source cellar-digest",
        "source last-fery",
        "context one:1",
    ),
    *("context last-ferry:1", "context last-ferry:3", "context last-ferry:99", "context last-ferry"),
    *("find Olha Marenko left on 30 April 2022; “Nobody was left behind” and “no such words here”", "find qqq"),
)
SMALL = ("help", "sources", "on 2021-04-30", "on April 2021", "on 2021", "quote water", "quote", "search the mill")
IN_MARKS = re.compile(r"«[^«»]*»")
ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")


def own_words(answer: Answer) -> Iterator[str]:
    """Everything that an answer says itself."""
    yield answer.heading
    yield from answer.notes
    yield from (choice.label for choice in answer.choices)
    for item in answer.items:
        section = None if item.figure and item.section and item.section in item.text else item.section
        yield from (words for words in (section, item.label, item.date.reason if item.date else None) if words)


def of_sources(answer: Answer) -> tuple[object, ...]:
    """Everything in an answer that is not ours to translate, and what it is asked for by."""
    return (
        answer.kind,
        answer.page,
        answer.of,
        answer.attachment,
        answer.asked,
        [
            (item.text, item.citation, item.quotation, item.speaker, item.context, item.graphic, _date(item))
            for item in answer.items
        ],
        [(choice.ask, choice.tab) for choice in answer.choices] if answer.kind != "help" else len(answer.choices),
    )


def _date(item) -> tuple[object, ...] | None:
    shown = item.date
    return shown and (shown.as_written, shown.earliest, shown.latest, shown.approximate, shown.siege_day)


async def known_words(desk_archive) -> set[str]:
    """Names, roles and what else catalogue and authority file say: words that stay as they are."""
    words = {"SHA", "en", "tests", "drinking water", "source-id:12", *calls.QUESTIONS}
    for person in await desk_archive.top_persons(NOBODY, 100):
        words.update((person.name, person.role or ""))
        words.update(form.form for form in await desk_archive.names_of(person.id, NOBODY))
        words.update(fact.text for fact in (await desk_archive.stated_of(person.id, NOBODY)).facts)
    words.update((await desk_archive.listed_subjects(NOBODY)).figures)
    for source in await desk_archive.sources(NOBODY):
        words.update((source.title, source.publisher or "", source.place or "", source.rights or ""))
        words.update((*source.contributors, source.id, source.sha256, source.url or "", source.added_at))
    return words - {""}


def english_left(said: str, known: set[str]) -> list[str]:
    """The Latin words of a sentence that no source, no name and nobody asking put there."""
    rest = IN_MARKS.sub(" ", said)
    for words in sorted(known, key=len, reverse=True):
        rest = rest.replace(words, " ")
    return ENGLISH_WORD.findall(rest)


async def answer_in(desk: Desk, words: str, language, page: int = 1) -> Answer:
    try:
        call = parse_call(words)
        return await desk.ask(Call(call.question, call.subject, call.speaker, page), NOBODY, language)
    except ArchiveBotError as error:
        return error_answer(error, language)


async def assert_in_ukrainian(desk: Desk, words: str, known: set[str]) -> None:
    first = await answer_in(desk, words, UKRAINIAN)
    assert first.language is UKRAINIAN
    for page in range(1, first.of + 1):
        ukrainian = await answer_in(desk, words, UKRAINIAN, page)
        left = {said: found for said in own_words(ukrainian) if (found := english_left(said, known))}
        assert left == {}
        if words != "quote":
            assert of_sources(ukrainian) == of_sources(await answer_in(desk, words, ENGLISH, page))


@pytest.mark.parametrize("words", QUESTIONS)
async def test_an_answer_of_the_library(desk: Desk, archive, words: str) -> None:
    await assert_in_ukrainian(desk, words, await known_words(archive))


@pytest.fixture(scope="module")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    make_archive(folder)
    return folder


@pytest.fixture
async def small(small_path: Path) -> AsyncIterator[tuple[Desk, set[str], list[str]]]:
    settings = settings_for(small_path)
    async with open_archive(settings) as archive:
        names = [f"who id:{person.id}" for person in await archive.top_persons(Viewer(), 50)]
        yield open_desk(archive, settings), await known_words(archive), names


async def test_every_person_and_much_else_of_the_small_archive(small: tuple[Desk, set[str], list[str]]) -> None:
    desk, known, names = small
    assert len(names) > 3
    for words in (*SMALL, *names):
        await assert_in_ukrainian(desk, words, known)


EVERY_REASON = """
The mill burned two weeks ago. It rained on Friday. The siege began on 3 March 2031. Day 5: rain. Four days
later the bridge fell. That spring was cold. In late April snow came. The next day, the 14th, they left. From
2 to 8 May it was quiet. It ended in 2029. A year earlier, in June, the harbour froze. The Monday after that
the bells rang. Two days after the landing the lamp was lit. The landing was on April 6. This week the school
opened. At the end of that year the road was mended. Next month it closes. During the next two weeks nobody
slept. On the eve of Easter they sang. In 1861-1863 they built it. Three days after April 26, 2031 it rained.
Last month was dry. In the first half of March 2030 it thawed.
"""


@pytest.mark.parametrize("published", [None, date(2031, 5, 14), date(2031, 12, 30)])
def test_every_reason_that_the_reader_gives(published: date | None) -> None:
    reasons = {found.reason for found in read(EVERY_REASON, published).dates}
    assert len(reasons) > 10
    assert {said: left for each in reasons if (left := english_left(said := reason_in(UKRAINIAN, each), set()))} == {}
    assert {each: reason_in(ENGLISH, each) for each in reasons} == {each: each for each in reasons}


@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [
        ("four days after “26 April 2022”", "через 4 дні після «26 April 2022»"),
        ("twenty days after “26 April 2022”", "twenty days after “26 April 2022”"),
        ("21 days before publication on 1 May 2022", "за 21 день до публікації 1 травня 2022 року"),
        ("the first Friday after “the flood”", "перша п’ятниця після «the flood»"),
        ("day 5, counted from “day {x} ”, “1 May” as the first", "5-й день, якщо перший — «day {x} ”, “1 May»"),
        ("the last third of the month, in the year of “May”", "остання третина місяця, у тому самому році, що й «May»"),
        ("one day before the entry on 31 April 2022", "за 1 день до запису 31 April 2022"),
        ("for a reason of another reader", "for a reason of another reader"),
        ("", ""),
    ],
)
def test_a_reason_in_ukrainian(english: str, ukrainian: str) -> None:
    assert reason_in(UKRAINIAN, english) == ukrainian


@given(st.text(max_size=60))
def test_a_reason_keeps_what_it_quotes(quoted: str) -> None:
    assert quoted in reason_in(UKRAINIAN, f"in the year of “{quoted}”")


@given(
    st.text(max_size=200) | st.from_regex(r"[0-9]{1,4}([-./][0-9]{1,3}){0,2}( to [a-z]{3} [0-9]{1,4})?", fullmatch=True)
)
def test_whatever_is_typed_for_a_day_is_answered_in_ukrainian(typed: str) -> None:
    try:
        said = read_day(typed, years=(2022, 2014), day_one=date(2022, 2, 24)).note
    except DayError as error:
        said = str(error)
    # Marks that were typed hide where those of the sentence are.
    assert english_left(typed_day_in(UKRAINIAN, said), set()) == [] or "«" in typed or "»" in typed
