"""Many ask the same: it is looked up once, and never is anything old or another server's shown."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.answers.calls import Call
from bot.answers.desk import Desk, parse_call
from bot.answers.language import language_of
from bot.answers.model import Answer, AnswerKind
from bot.answers.remembered import Asked, Remembered
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from tests.answers.asking import NOBODY, asked
from tests.answers.library import AUTHORITY, DAY_ONE, LAST_DAY, SUBJECTS, accessions

OWNER, OTHERS = Viewer(77), Viewer(88)
LANTERN = "VERHOVE — “The lantern burned all night,” Captain Olha Marenko said on April 30, 2022.\n"
QUESTIONS = ("who Olha Marenko", "on 2022-04-30", "quote lantern", "search lantern", "sources", "help")


def lantern(guild: int | None) -> Accession:
    return Accession(
        "lantern.txt", LANTERN.encode(), LANTERN, title="The lantern", source_id="lantern", guild=guild, added_by="test"
    )


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(tmp_path / "archive.db") as opened:
        await opened.build(accessions(), AUTHORITY, SUBJECTS)
        yield opened


@pytest.fixture
def desk(archive: Archive) -> Desk:
    return Desk(archive, day_one=DAY_ONE, last_day=LAST_DAY, subjects=SUBJECTS)


def fresh(archive: Archive) -> Desk:
    """A desk that remembers nothing."""
    return Desk(archive, day_one=DAY_ONE, last_day=LAST_DAY, subjects=SUBJECTS)


async def test_the_second_to_ask_gets_the_answer_of_the_first(desk: Desk) -> None:
    first = await asked(desk, "who Olha Marenko")
    assert await desk.ask(parse_call("who Olha Marenko"), OTHERS) is first


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_is_added_is_in_the_next_answer(desk: Desk, archive: Archive, question: str) -> None:
    await asked(desk, question)
    await archive.add(lantern(None))
    assert await asked(desk, question) == await asked(fresh(archive), question)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_is_withdrawn_is_in_no_answer_any_more(desk: Desk, archive: Archive, question: str) -> None:
    await archive.add(lantern(None))
    await asked(desk, question)
    await archive.withdraw("lantern", None, by="tests", reason="a test")
    assert "lantern" not in {item.citation.source for item in (await asked(desk, question)).items}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("viewers", [(OWNER, OTHERS, NOBODY), (NOBODY, OTHERS, OWNER)])
async def test_no_server_is_answered_from_the_sources_of_another(
    desk: Desk, archive: Archive, question: str, viewers: tuple[Viewer, ...]
) -> None:
    await archive.add(lantern(OWNER.guild))
    call = parse_call(question)
    for viewer in viewers * 2:
        assert await desk.ask(call, viewer) == await fresh(archive).ask(call, viewer)


async def test_each_language_has_answers_of_its_own(desk: Desk) -> None:
    call, ukrainian = parse_call("sources"), language_of("uk")
    assert (await desk.ask(call, NOBODY)).language.code == "en"
    assert (await desk.ask(call, NOBODY, ukrainian)).language.code == ukrainian.code


async def test_so_has_each_length_of_page(desk: Desk) -> None:
    call = parse_call("sources")
    lengths = [len((await desk.ask(call, NOBODY, page_length=length)).items) for length in (1, 2)]
    assert lengths == [1, 2]


def finding(kind: AnswerKind, times: list[str]) -> Callable[[], Awaitable[Answer]]:
    async def find() -> Answer:
        times.append(kind)
        return Answer(kind, "A heading")

    return find


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (Call("quote"), "quotations"),
        (Call("find", "a message of somebody else"), "found"),
        (Call("who", "nobody that there is"), "nothing"),
        (Call("who", "Marenko"), "choice"),
    ],
)
async def test_what_is_drawn_or_merely_typed_is_not_kept(call: Call, kind: AnswerKind) -> None:
    remembered, times = Remembered(), list[str]()
    for _ in range(2):
        await remembered.answer(Asked(("now", 0), call, "en", 5), finding(kind, times))
    assert len(times) == 2


async def test_no_more_are_kept_than_there_is_room_for(desk: Desk) -> None:
    remembered, times = Remembered(most=2), list[str]()
    for subject in ("one", "two", "one", "three", "one", "two"):
        await remembered.answer(Asked(("now", 0), Call("who", subject), "en", 5), finding("person", times))
    # "two" had to make room for "three"; "one" was asked for again, and stayed.
    assert len(times) == 4
