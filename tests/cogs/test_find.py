"""“Find in archive”: from the menu of a message, as a reply to it, and typed."""

import asyncio
from types import SimpleNamespace

import discord
import pytest
from discord import app_commands

from cogs._commands import QUESTIONS
from cogs._message_text import plain_words
from tests.small_archive import OWNER

from .conftest import button, option_of, parts_of, room_in, words_of

MENU = "Find in archive"
LISOVA = "Oksana Lisova told it so: “the children would not have slept”. That was on April 30, 2021."


async def on_message(room, words: str, **more):
    """Petro writes, and Iryna looks the message up."""
    message = await room.petro.send(room.channel, words, **more)
    return await room.iryna.context_menu(room.channel, MENU, message)


async def test_a_member_looks_a_message_up_and_nobody_else_sees_it(room):
    result = await on_message(room, LISOVA)
    assert result.ephemeral
    words = words_of(result.response)
    assert "### What the archive has on this message" in words
    assert "*Oksana Lisova*" in words
    assert "Without bread the children would not have slept." in words
    assert "30 April 2021" in words
    assert len(room.channel.history()) == 1


async def test_every_item_has_its_source_and_the_menu_leads_on_beside_the_answer(room):
    found = await on_message(room, LISOVA)
    source = await room.iryna.click(found.response, custom_id=button(found.response, "Source"))
    assert source.ephemeral
    before = words_of(found.response)
    person = await room.iryna.select(found.response, [option_of(found.response, "Oksana Lisova")])
    assert person.ephemeral
    assert "What they said" in words_of(person.response)
    assert words_of(found.response) == before


async def test_no_word_of_the_message_is_kept_in_a_control(room):
    found = await on_message(room, LISOVA + " Zebrafish!")
    kept = [part["custom_id"] for part in parts_of(found.response) if "custom_id" in part]
    kept += [option["value"] for part in parts_of(found.response) for option in part.get("options", ())]
    assert kept
    assert not [each for each in kept if "told" in each or "slept" in each or "Zebrafish" in each]


async def test_a_ukrainian_message_is_understood(room):
    result = await on_message(room, "Чи казала Оксана Лісова, що було 30 квітня?")
    assert "*Oksana Lisova*" in words_of(result.response)
    assert "30 April 2021" in words_of(result.response)


async def test_two_bearers_are_a_choice(room):
    result = await on_message(room, "They say that Hrytsak led it.")
    assert result.ephemeral
    assert "More than one person is called “Hrytsak”" in words_of(result.response)
    assert option_of(result.response, "Taras") == "who id:taras-hrytsak"


async def test_a_quotation_with_one_word_altered_is_said_not_to_be_found(room):
    words = words_of((await on_message(room, "> We ground wheat every night so that nobody heard")).response)
    assert "Not found word for word: “We ground wheat every night so that nobody heard”." in words
    assert "Lisova" not in words


async def test_a_message_on_something_else_gets_one_sentence(room):
    result = await on_message(room, "what is for lunch")
    assert result.ephemeral
    assert words_of(result.response).strip() == "The archive has nothing on this message"


async def test_another_servers_source_is_not_found(env, room):
    own = room_in(env, "Owners", id=OWNER)
    message = "Yaryna Kovalchuk said: “The ford was cold”"
    assert "At the ford" in words_of((await on_message(own, message)).response)
    elsewhere = words_of((await on_message(room, message)).response)
    assert "At the ford" not in elsewhere
    assert "Not in the archive by name: “Yaryna Kovalchuk”." in elsewhere


@pytest.mark.parametrize(
    "words",
    [
        "@everyone <@2002> **“Come to ||discord.gg/x|| and [click](https://evil.example)”** `Oksana Lisova`",
        "“@everyone @here all the words that nobody said” Lisova",
        "A" * 2000,
        "LISOVA SAID " * 166,
        "“" * 1000,
        "> " * 900,
        "30 April and " * 150,
        "\u202e\u200f" + "“one two three” " * 100,
    ],
    ids=range(8),
)
async def test_a_hostile_message_does_no_harm(room, words):
    result = await on_message(room, words)
    assert result.ephemeral
    shown = words_of(result.response)
    assert shown
    assert "Something went wrong" not in shown
    assert "@everyone" not in shown
    assert "](https://evil" not in shown
    assert "<@" not in shown


async def test_typed_behind_the_prefix_and_as_a_slash_command(room):
    typed = await room.asked(f"!find {LISOVA}")
    assert "*Oksana Lisova*" in typed
    result = await room.iryna.slash(room.channel, "find", text=LISOVA)
    assert words_of(result.response) == typed


async def test_as_a_reply_it_looks_into_the_message_replied_to(room):
    message = await room.petro.send(room.channel, LISOVA)
    await room.iryna.send(room.channel, "!find", reply_to=message)
    assert "*Oksana Lisova*" in room.last()


async def test_alone_it_says_what_it_needs(room):
    assert "There are no words to look into" in await room.asked("!find")


async def test_a_message_without_any_words_gets_one_sentence(room):
    result = await on_message(room, "https://example.org/lisova <:lisova:123> <@2002>")
    assert result.ephemeral
    assert "There are no words to look into" in words_of(result.response)


async def test_the_words_of_a_bots_layout_are_looked_into(env, room):
    await room.iryna.send(room.channel, "!who Taras Hrytsak")
    result = await room.petro.context_menu(room.channel, MENU, room.channel.last_message)
    assert "*Taras Hrytsak*" in words_of(result.response)


async def test_an_embed_and_a_forwarded_message_are_looked_into(env, room):
    channel = env.bot.get_channel(room.channel.id)
    await channel.send(embed=discord.Embed(title="News", description="It was Oksana Lisova."))
    embedded = await room.iryna.context_menu(room.channel, MENU, room.channel.last_message)
    assert "*Oksana Lisova*" in words_of(embedded.response)
    message = await room.petro.send(room.channel, LISOVA)
    forwarded = await room.petro.forward(message, room.channel)
    result = await room.iryna.context_menu(room.channel, MENU, forwarded)
    assert "*Oksana Lisova*" in words_of(result.response)


async def test_a_slow_archive_keeps_the_member_waiting_alone(room, env, monkeypatch):
    ask = env.bot._asking._desk.ask

    async def slowly(*given, **more):
        await asyncio.sleep(0.05)
        return await ask(*given, **more)

    monkeypatch.setattr(env.bot._asking._desk, "ask", slowly)
    monkeypatch.setattr("cogs._asking.PATIENCE", 0.01)
    result = await on_message(room, LISOVA)
    callbacks = [entry.json for entry in env.http_requests if entry.path.endswith("/callback")]
    assert callbacks == [{"type": 5, "data": {"flags": 64}}]
    assert result.response.ephemeral
    assert "*Oksana Lisova*" in words_of(result.response)


async def test_too_many_at_once_are_refused_to_the_one_who_asks(room, env):
    message = await room.petro.send(room.channel, LISOVA)
    for _ in range(QUESTIONS):
        env.bot.get_cog("Find")._cooldown.update_rate_limit(SimpleNamespace(user=room.iryna))
    refused = await room.iryna.context_menu(room.channel, MENU, message)
    assert refused.ephemeral
    assert "too many questions at once" in words_of(refused.response)
    assert "*Oksana Lisova*" in words_of((await room.petro.context_menu(room.channel, MENU, message)).response)


async def test_the_menu_goes_with_the_cog(env):
    menu = env.bot.tree.get_command(MENU, type=discord.AppCommandType.message)
    assert isinstance(menu, app_commands.ContextMenu)
    await env.bot.remove_cog("Find")
    assert env.bot.tree.get_command(MENU, type=discord.AppCommandType.message) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Olha** __Marenko__ ||said|| `it`", "Olha Marenko said it"),
        ("see [the page](https://example.org/a_b)", "see the page"),
        ("<t:1619740800:D>", "2021-04-30"),
        ("<t:99999999999:D>", "5138-11-16"),
        ("> quoted\n-# small", "> quoted\nsmall"),
        ("snake_case and 2 * 3", "snake_case and 2  3"),
    ],
)
def test_discords_marks_are_no_words(text, plain):
    assert plain_words(text) == plain
