"""The gateway lets go of a bot at work: what members asked in the meantime is answered, and nothing twice."""

import asyncio

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def each_is_answered_once(discord):
    """Ask while nobody listens; then the answer comes, once."""
    await discord.says("!who Lisova")
    await discord.ready()
    assert (await discord.answer()).heading == "Oksana Lisova"
    await discord.says("!on 2021-04-30")
    assert (await discord.answer()).heading.startswith("30 April 2021")


async def test_a_connection_cut_in_the_middle_of_an_answer_is_taken_up_again(discord):
    resumed, identified = discord.state.resumed, len(discord.state.identified)
    discord.state.hold = asyncio.Event()
    await discord.says("!quote flour")
    assert "flour" in (await discord.answer()).heading
    discord.drops()
    discord.state.hold.set()
    await each_is_answered_once(discord)
    assert (discord.state.resumed, len(discord.state.identified)) == (resumed + 1, identified)


async def test_a_gateway_that_asks_for_it_is_connected_to_anew(discord):
    resumed = discord.state.resumed
    await discord.wants_reconnect()
    await each_is_answered_once(discord)
    assert discord.state.resumed == resumed + 1


async def test_a_session_that_may_be_taken_up_again_is(discord):
    resumed = discord.state.resumed
    await discord.invalidates(resumable=True)
    await each_is_answered_once(discord)
    assert discord.state.resumed == resumed + 1


async def test_a_close_without_a_reason_is_no_end(discord):
    resumed = discord.state.resumed
    await discord.closes(1000)
    await each_is_answered_once(discord)
    assert discord.state.resumed == resumed + 1


@pytest.mark.parametrize("how", [("connect", 503), ("hello", 4000), ("identify", 4000)])
async def test_a_gateway_that_stays_away_is_waited_for(discord, how):
    resumed, tried = discord.state.resumed, discord.state.connections
    discord.state.turned_away = how
    discord.drops()
    await discord.until(lambda: discord.state.connections >= tried + 2)
    discord.state.turned_away = None
    await each_is_answered_once(discord)
    assert discord.state.resumed == resumed + 1
    assert discord.state.connections < tried + 5


async def test_a_question_that_comes_twice_has_one_answer(discord):
    question = await discord.says("!quote flour")
    assert "flour" in (await discord.answer()).heading
    await discord.repeats(question)
    await discord.until(lambda: discord.state.requests["message"] == 2)
    await each_is_answered_once(discord)


async def test_a_session_that_is_over_is_begun_anew(discord):
    identified = len(discord.state.identified)
    await discord.invalidates(resumable=False)
    await discord.ready()
    await each_is_answered_once(discord)
    assert len(discord.state.identified) == identified + 1
