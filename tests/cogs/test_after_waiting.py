"""An answer that has kept the asker waiting is put where the waiting stands, so a lost try cannot make it twice."""

import asyncio

import pytest

from .conftest import button, words_of


@pytest.fixture
def slow(env, monkeypatch):
    """Every answer is one that is waited for."""
    ask = env.bot._asking._desk.ask

    async def slowly(*given, **more):
        await asyncio.sleep(0.05)
        return await ask(*given, **more)

    monkeypatch.setattr("cogs._asking.PATIENCE", 0.01)
    monkeypatch.setattr(env.bot._asking._desk, "ask", slowly)


def after_the_waiting(env):
    return [(entry.method, entry.path.split("/")[-1]) for entry in env.http_requests if "webhooks" in entry.path]


async def test_a_public_answer(env, room, slow):
    result = await room.iryna.slash(room.channel, "who", name="Lisova")
    assert "Oksana Lisova" in words_of(room.channel.last_message)
    assert not result.ephemeral
    assert after_the_waiting(env) == [("PATCH", "@original")]


async def test_a_private_answer(env, room, slow):
    await room.iryna.slash(room.channel, "search", words="telephone")
    message = room.channel.last_message
    pressed = await room.petro.click(message, custom_id=button(message, "Source"))
    assert pressed.ephemeral
    assert "the telephone line broke" in words_of(pressed.response)
    assert after_the_waiting(env) == [("PATCH", "@original")] * 2
