"""Answers under way when the bot is told to go, and answers that Discord does not take."""

import asyncio
from types import SimpleNamespace

import discord
import pytest

from bot.answers.model import Answer
from bot.archive.records import ServerSettings
from cogs._asking import Asking
from cogs._replies import Reply


class Desk:
    """Answers once it is told to."""

    def __init__(self):
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def ask(self, call, viewer, language, *, page_length):
        self.asked.set()
        await self.go.wait()
        return Answer("person", call.subject)


class Archive:
    """In which no server has set anything."""

    async def server(self, guild):
        return ServerSettings()


class Kept(Reply):
    """Keeps what is sent, or cannot send it."""

    def __init__(self, *, refused=False):
        super().__init__(7, None, None)
        self.sent, self.refused = [], refused

    def is_private(self, answer):
        return False

    async def still_working(self):
        pass

    async def tell(self, shown):
        pass

    async def send(self, shown):
        if self.refused:
            raise discord.HTTPException(
                SimpleNamespace(status=403, reason="Forbidden"), {"code": 50013, "message": "no"}
            )
        self.sent.append(shown.answer.heading)


@pytest.fixture
async def desk():
    return Desk()


@pytest.fixture
async def asking(desk):
    return Asking(desk, archive=Archive())


async def test_the_bot_waits_for_answers_under_way(asking, desk):
    reply = Kept()
    answering = asyncio.create_task(asking.answer(reply, "who Lisova"))
    await desk.asked.wait()
    finishing = asyncio.create_task(asking.finish(30))
    await asyncio.sleep(0)
    assert not finishing.done()
    desk.go.set()
    await asyncio.wait_for(finishing, 10)
    assert reply.sent == ["Lisova"]
    await answering


async def test_it_does_not_wait_for_ever(asking, desk):
    answering = asyncio.create_task(asking.answer(Kept(), "who Lisova"))
    await desk.asked.wait()
    await asyncio.wait_for(asking.finish(0.01), 10)
    assert not answering.done()
    answering.cancel()


async def test_questions_that_come_after_that_are_left(asking, desk):
    desk.go.set()
    await asking.finish(1)
    reply = Kept()
    await asking.answer(reply, "who Lisova")
    assert reply.sent == []


async def test_an_answer_that_discord_does_not_take_is_a_line_in_the_log(asking, desk, caplog):
    desk.go.set()
    await asking.answer(Kept(refused=True), "who Lisova")
    assert "status 403, code 50013" in caplog.text
    assert "Lisova" not in caplog.text
    await asyncio.wait_for(asking.finish(30), 10)
