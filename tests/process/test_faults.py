"""Discord's own faults while a question is answered: the answer comes, and it comes once."""

import pytest

from tests.discord_server.failures import MISSING_PERMISSIONS, UNKNOWN_INTERACTION

pytestmark = pytest.mark.asyncio(loop_scope="module")

NO_REPLY = 0
"""A status for a connection that is cut; `late` below is whether Discord had taken the answer all the same."""


async def answered_once(discord, route):
    """Whether the answer on Oksana Lisova comes at the second try, and then nothing more of it."""
    first = await discord.answer()
    assert (first.route, first.heading) == (route, "Oksana Lisova")
    await discord.until(lambda: discord.state.requests[route] >= 2)
    await works(discord)


async def works(discord):
    """Whether the next question has its answer, and nothing comes in between."""
    await discord.says("!on 2021-04-30")
    assert (await discord.answer()).heading.startswith("30 April 2021")


@pytest.mark.parametrize("everywhere", [False, True])
async def test_a_rate_limit_is_waited_for(discord, everywhere):
    discord.fails("message", 429, retry_after=0.3, everywhere=everywhere)
    await discord.says("!who Lisova")
    await answered_once(discord, "message")
    assert discord.state.requests["message"] == 3


async def test_a_rate_limit_on_interactions_is_waited_for(discord):
    discord.fails("callback", 429, retry_after=0.3)
    await discord.slash("who", name="Lisova")
    await answered_once(discord, "callback")


async def test_a_rate_limit_that_is_used_up_holds_nothing_back_for_good(discord):
    discord.state.remaining = 0
    for _ in range(3):
        await discord.says("!who Lisova")
    answers = [await discord.answer() for _ in range(3)]
    discord.state.remaining = 999
    assert [answer.heading for answer in answers] == ["Oksana Lisova"] * 3
    await works(discord)


@pytest.mark.parametrize(
    ("status", "late"), [(500, False), (502, False), (NO_REPLY, False), (500, True), (NO_REPLY, True)]
)
async def test_answers_that_fail_are_sent_again_and_seen_once(discord, status, late):
    seen = len(discord.state.messages)
    for route in ("message", "callback"):
        discord.fails(route, status, late=late)
    await discord.says("!who Lisova")
    await discord.slash("who", name="Lisova")
    answers = [await discord.answer() for _ in range(2)]
    assert {(answer.route, answer.heading) for answer in answers} == {
        ("message", "Oksana Lisova"),
        ("callback", "Oksana Lisova"),
    }
    await discord.until(lambda: min(discord.state.requests["message"], discord.state.requests["callback"]) >= 2)
    await works(discord)
    assert len(discord.state.messages) == seen + 3


async def test_a_channel_that_the_bot_may_not_write_in(discord):
    discord.fails("message", 403, code=MISSING_PERMISSIONS)
    await discord.says("!who Lisova")
    await works(discord)


async def test_a_response_that_comes_too_late(discord):
    discord.fails("callback", 404, code=UNKNOWN_INTERACTION)
    await discord.slash("who", name="Lisova")
    await works(discord)


async def test_choices_that_come_too_late(discord):
    discord.fails("callback", 404, code=UNKNOWN_INTERACTION)
    await discord.autocompletes("who", "name", "Lis")
    await works(discord)
    await discord.autocompletes("who", "name", "Lis")
    choices = (await discord.answer()).body["data"]["choices"]
    assert "Oksana Lisova" in choices[0]["name"]


async def test_an_answer_that_discord_finds_fault_with(discord):
    discord.fails("message", 400, code=50035)
    await discord.says("!who Lisova")
    await works(discord)
