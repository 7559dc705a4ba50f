"""A member types, is offered something, chooses it, and gets the answer."""

import asyncio
import logging
from datetime import date
from types import SimpleNamespace

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.language import language_of
from bot.errors import ArchiveError
from cogs._completing import completing
from tests.small_archive import OWN_ID

from .conftest import words_of

PARAMETERS = {
    "who": ("name",),
    "on": ("date",),
    "quote": ("topic", "from"),
    "figures": ("subject",),
    "timeline": ("of",),
    "source show": ("source",),
    "context": ("citation",),
}
EVERY = [(question, option) for question, options in PARAMETERS.items() for option in options]


async def offered(room, question, option, typed):
    choices = await room.iryna.autocomplete(room.channel, question, option, typed)
    return {choice["value"]: choice["name"] for choice in choices}


def test_every_parameter_that_can_be_is_completed(env):
    completed = {
        (command.qualified_name, parameter.display_name)
        for command in env.bot.tree.walk_commands()
        if isinstance(command, discord.app_commands.Command)
        for parameter in command.parameters
        if parameter.autocomplete
    }
    assert completed >= set(EVERY)
    assert ("search", "words") not in completed


async def test_a_member_types_half_a_name_chooses_and_reads(room):
    names = await offered(room, "who", "name", "лісо")
    assert list(names) == ["id:oksana-lisova"]
    assert names["id:oksana-lisova"].startswith("Oksana Lisova — a miller from the lower town · ")
    assert names["id:oksana-lisova"].endswith(" mentions")
    result = await room.iryna.slash(room.channel, "who", name="id:oksana-lisova")
    assert "Oksana Lisova" in words_of(result.response)
    assert "Oksana Lisova" in await room.asked("!who id:oksana-lisova")


async def test_a_member_chooses_between_two_brothers(room):
    names = await offered(room, "who", "name", "hryts")
    assert set(names) == {"id:danylo-hrytsak", "id:taras-hrytsak"}
    assert any("a cook" in label for label in names.values())


async def test_a_member_looks_for_somebodys_words_on_a_topic(room):
    topics = await offered(room, "quote", "topic", "fl")
    assert topics["food"].startswith("food (flour) · ")
    speakers = await offered(room, "quote", "from", "Lis")
    result = await room.iryna.slash(room.channel, "quote", topic="food", **{"from": next(iter(speakers))})
    assert "We ground flour every night" in words_of(result.response)
    typed = await room.asked(f"!quote food from {next(iter(speakers))}")
    assert "We ground flour every night" in typed


async def test_a_member_looks_for_a_day(room):
    days = await offered(room, "on", "date", "30 кві")
    assert list(days) == ["2021-04-30"]
    assert days["2021-04-30"].startswith("30 April 2021 · day 41 · ")
    result = await room.iryna.slash(room.channel, "on", date="2021-04-30")
    assert "30 April 2021" in words_of(result.response)
    month = next(iter(await offered(room, "on", "date", "april")))
    assert month == "2021-04-01..2021-04-30"
    assert "April 2021" in await room.asked(f"!on {month}")


async def test_a_member_looks_for_a_source_and_a_passage_of_it(room):
    sources = await offered(room, "source show", "source", "forty")
    assert sources == {"mill-siege": "Forty days in the mill by the river · Valley Post, 3 May 2021 · mill-siege"}
    result = await room.iryna.slash(room.channel, "source show", source="mill-siege")
    assert "Ostap Verbytskyi" in words_of(result.response)
    passages = await offered(room, "context", "citation", "mill-siege:2")
    assert list(passages) == ["mill-siege:2"]
    result = await room.iryna.slash(room.channel, "context", citation="mill-siege:2")
    assert "We ground flour every night" in words_of(result.response)


@pytest.mark.parametrize(("question", "option"), EVERY)
async def test_a_member_who_has_typed_nothing_is_offered_something(room, question, option):
    assert 0 < len(await offered(room, question, option, "")) <= 25


async def test_words_that_nothing_was_offered_for_can_be_asked_all_the_same(room):
    assert await offered(room, "who", "name", "nobody of that name") == {}
    result = await room.iryna.slash(room.channel, "who", name="Ms. Lisova")
    assert "Oksana Lisova" in words_of(result.response)


async def test_a_servers_own_source_is_offered_to_its_members_alone(room, owners_room):
    for question, option, typed, value in (
        ("who", "name", "kovalch", f"id:yaryna-kovalchuk--{OWN_ID}"),
        ("quote", "from", "kovalch", f"id:yaryna-kovalchuk--{OWN_ID}"),
        ("source show", "source", "ford", OWN_ID),
        ("context", "citation", f"{OWN_ID}:", f"{OWN_ID}:1"),
    ):
        assert value not in await offered(room, question, option, typed)
        assert value in await offered(owners_room, question, option, typed)
    result = await owners_room.iryna.slash(owners_room.channel, "who", name=f"id:yaryna-kovalchuk--{OWN_ID}")
    assert "Yaryna Kovalchuk" in words_of(result.response)


async def test_a_hostile_title_is_one_harmless_line(room):
    (label,) = (await offered(room, "source show", "source", "hostile")).values()
    assert label == "**A pamphlet** @everyone · [Press](https://evil.example), 1 June 2021 · hostile-pamphlet"


async def test_the_words_of_a_label_are_in_the_members_language(env, room):
    typing = SimpleNamespace(
        command=SimpleNamespace(binding=env.bot.get_cog("Days")), locale=discord.Locale.ukrainian, guild_id=None
    )
    (choice,) = await completing("day")(typing, "30 кві")
    assert choice.value == "2021-04-30"
    assert choice.name.startswith(f"{language_of('uk').day(date(2021, 4, 30))} · 41-й день · ")
    assert "квітня" in choice.name


@pytest.mark.parametrize("fault", [ArchiveError("The archive is away."), RuntimeError("secret words"), KeyError("x")])
async def test_nothing_is_offered_and_no_words_are_logged_where_something_goes_wrong(
    env, room, monkeypatch, caplog, fault
):
    async def failing(*_):
        raise fault

    monkeypatch.setattr(env.bot._asking, "suggest", failing)
    with caplog.at_level(logging.INFO):
        assert await offered(room, "who", "name", "a member's own words") == {}
    assert "own words" not in caplog.text
    assert "secret words" not in caplog.text


async def test_a_slow_archive_offers_nothing_while_discord_still_listens(env, room, monkeypatch):
    suggest = env.bot._asking.suggest

    async def slow(*asked):
        await asyncio.sleep(0.2)
        return await suggest(*asked)

    monkeypatch.setattr(env.bot._asking, "suggest", slow)
    monkeypatch.setattr("cogs._completing.PATIENCE", 0.05)
    assert await offered(room, "who", "name", "Lis") == {}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=300), which=st.sampled_from(EVERY))
async def test_anything_may_be_typed(room, typed, which):
    choices = await room.iryna.autocomplete(room.channel, *which, typed)
    assert len(choices) <= 25
    assert len({choice["value"] for choice in choices}) == len(choices)
    for choice in choices:
        assert 1 <= len(choice["name"]) <= 100
        assert 1 <= len(choice["value"]) <= 100
