"""A server whose language is Ukrainian: the bot speaks it, and leaves the sources' words alone."""

import pytest

from tests.answers.test_ukrainian import ENGLISH_WORD
from tests.cogs.conftest import parts_of, room_in


@pytest.fixture
def ukrainian_room(env):
    return room_in(env, "Читачі", preferred_locale="uk")


def quoted(words: str) -> list[str]:
    """The lines of an answer that are a source's words."""
    return [line for line in words.split("\n") if line.startswith("> ")]


@pytest.mark.parametrize("question", ["who Lisova", "on 2021-04-30", "quote water", "search mill", "source mill-siege"])
async def test_an_answer_is_in_ukrainian_but_for_what_the_source_says(room, ukrainian_room, question):
    english, ukrainian = await room.asked(f"!{question}"), await ukrainian_room.asked(f"!{question}")
    assert ukrainian != english
    assert quoted(ukrainian) == quoted(english)
    assert len(quoted(english)) > 0


@pytest.mark.parametrize("question", ["help", "who Lisova", "who Hrytsak", "on 2021-04-30"])
async def test_what_stands_on_buttons_and_menus_is_in_ukrainian(ukrainian_room, question):
    await ukrainian_room.asked(f"!{question}")
    parts = parts_of(ukrainian_room.channel.last_message)
    shown = [part[key] for part in parts for key in ("label", "placeholder") if part.get(key)]
    assert len(shown) > 1
    assert [words for words in shown if ENGLISH_WORD.search(words)] == []


async def test_what_went_wrong_is_said_in_ukrainian(ukrainian_room):
    said = await ukrainian_room.asked("!дата 31 квітня")
    assert "«31 квітня» — не дата" in said
    assert not ENGLISH_WORD.search(said)


async def test_a_question_typed_in_ukrainian_is_answered_anywhere(room):
    assert "Oksana Lisova" in await room.asked("!хто Лісова")
    assert await room.asked("!дата 30 квітня 2021") == await room.asked("!on 2021-04-30")
    assert await room.asked("!Джерела сторінка 1") == await room.asked("!sources")
    assert await room.asked("!цитата boats від Лісової") == await room.asked("!quote boats from Лісової")
