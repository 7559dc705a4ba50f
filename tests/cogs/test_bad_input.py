"""What cannot be answered, what must not be obeyed, and what must not be seen."""

import asyncio
import logging

import pytest
from discord.ext import commands
from simcord.actors import _visible_message

import cogs._asking
from bot.answers.calls import Call
from bot.rendering.discord_state import PageState, SourceState
from tests.small_archive import OWN_ID

from .conftest import words_of

OURS = {"bot.client", "cogs._errors"}
NONSENSE = (
    "", "?!,", '"', "*", "NEAR(", "AND", "x' OR 1=1; --", "\u202eabc", "\x00", "@everyone", "**||`", "x" * 1900,
    "Nobody Such",
)  # fmt: skip


@pytest.mark.parametrize("question", ["who", "on", "quote", "figures", "search", "source", "context"])
async def test_whatever_is_asked_the_answer_is_one_sentence_or_an_honest_nothing(env, room, question):
    for words in NONSENSE:
        answer = await room.asked(f"!{question} {words}")
        assert answer, words
        assert "on our side" not in answer, words
        assert "@everyone" not in answer
    assert {type(error) for error in env.errors} <= {commands.MissingRequiredArgument}


@pytest.mark.parametrize("day", ["2021-13-45", "31 April", "the day after never"])
async def test_a_day_that_cannot_be_is_said_to_the_asker_alone(room, day):
    result = await room.iryna.slash(room.channel, "on", date=day)
    assert result.ephemeral
    assert words_of(result.response)


async def test_a_long_slash_option_is_one_sentence(room):
    for options in ({"topic": "flour " * 900}, {"topic": "flour", "from": "Lisova " * 800}):
        result = await room.iryna.slash(room.channel, "quote", **options)
        assert result.ephemeral
        assert "too long" in words_of(result.response)


async def test_unknown_commands_and_small_talk_are_left_alone(room):
    for words in ("!weather", "! ", "!", "who Lisova", "hello", "!!who Lisova"):
        await room.iryna.send(room.channel, words)
    assert all(message.author.id == room.iryna.id for message in room.channel.history())


async def test_a_mention_with_no_question_in_it_says_what_can_be_asked(env, room):
    assert "help" in await room.asked(f"{env.bot.user.mention} good morning")


async def test_a_hostile_source_is_readable_and_harmless(env, room):
    shown = await room.asked("!quote from Stepanenko")
    raw = await room.asked("!source hostile-pamphlet") + shown
    for trap in ("@everyone", "<@2002>", "https://evil", "discord.gg/freeflour", "](https://"):
        assert trap not in raw
    assert "\\*\\*now\\*\\*" in shown
    assert "\\|\\|or never\\|\\|" in shown
    for request in env.http_requests:
        if request.method == "POST" and request.path.endswith("/messages"):
            assert request.json["allowed_mentions"]["parse"] == []


async def test_what_belongs_to_one_server_is_not_seen_in_another(room, owners_room):
    assert "The ford was cold" in await owners_room.asked("!quote ford from Kovalchuk")
    assert "At the ford" in await owners_room.asked("!sources")
    assert "The ford was cold" not in await room.asked("!quote ford from Kovalchuk")
    assert "At the ford" not in await room.asked("!sources")
    shown = await owners_room.asked("!search ford")
    assert "cold" in shown
    for asked in ("source {}", "context {}:1", "who id:yaryna-kovalchuk--{}"):
        words = f"!{asked.format(OWN_ID)}"
        assert "Kovalchuk" in await owners_room.asked(words)
        assert "Kovalchuk" not in (await room.asked(words)).replace(OWN_ID, "")
    for name in ("!who Yaryna Kovalchuk", "!who Kovalchuck", "!who Kovalchu"):
        assert "schoolteacher" in await owners_room.asked(name)
        assert "schoolteacher" not in await room.asked(name)
        assert "Yaryna" not in (await room.asked(name)).replace("Yaryna Kovalchuk", "")


@pytest.mark.parametrize("state", [SourceState(0, 1, OWN_ID), PageState(0, Call("search", "ford", page=1))])
async def test_a_forged_button_shows_nothing_of_another_server(room, owners_room, state):
    shown = []
    for place in (owners_room, room):
        await place.asked("!who Lisova")
        message = place.channel.last_message
        stored = _visible_message(place.petro, message)
        stored.components = [{"type": 1, "components": [forged(state)]}]
        pressed = await place.petro.click(message, custom_id=state.custom_id())
        shown.append((words_of(pressed.response), list(pressed.response.attachments)))
    (seen, files), (hidden, no_files) = shown
    assert "cold" in seen
    assert "cold" not in hidden
    assert len(files) == isinstance(state, SourceState)
    assert no_files == []


def forged(state):
    return {"type": 2, "style": 2, "label": "Source", "custom_id": state.custom_id()}


async def test_a_fault_of_ours_is_shown_as_an_id_that_the_log_has_and_the_log_has_no_members_words(
    env, room, caplog, monkeypatch
):
    async def broken(call, *rest, **options):
        raise RuntimeError(f"no such thing as {call.subject}")

    monkeypatch.setattr(env.bot._asking._desk, "ask", broken)
    with caplog.at_level(logging.DEBUG):
        shown = await room.asked("!who Verysecret")
    fault = shown.split()[-1].rstrip(".")
    assert fault in caplog.text
    assert "Verysecret" not in shown
    assert "Verysecret" not in "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("discord")
    )


async def test_an_answer_that_takes_long_is_announced_in_time(env, room, monkeypatch):
    monkeypatch.setattr(cogs._asking, "PATIENCE", 0.05)
    ask = env.bot._asking._desk.ask

    async def slow(call, *rest, **options):
        await asyncio.sleep(0.2)
        return await ask(call, *rest, **options)

    monkeypatch.setattr(env.bot._asking._desk, "ask", slow)
    result = await room.iryna.slash(room.channel, "who", name="Lisova")
    assert "Oksana Lisova" in words_of(result.response)
    assert [r.json["type"] for r in env.http_requests if r.path.endswith("/callback")] == [5]
    await room.iryna.send(room.channel, "!who Lisova")
    assert any(request.path.endswith("/typing") for request in env.http_requests)


@pytest.mark.parametrize(("typed", "meant"), [("!whoo Lisova", "!who"), ("!qoute flour", "!quote"), ("!хта", "!хто")])
async def test_a_command_that_is_one_letter_off_is_asked_about(room, typed, meant):
    assert f"did you mean {meant}?" in await room.asked(typed)
