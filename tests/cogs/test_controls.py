"""Whose buttons and menus are whose: what the asker may do, what others see, and what moderators may."""

import discord

from .conftest import button, option_of, parts_of, words_of


async def test_the_asker_turns_the_page_and_others_get_it_for_themselves(room):
    first = await room.iryna.slash(room.channel, "who", name="Lisova")
    before = words_of(first.response)
    assert "Page 1 of" in before
    theirs = await room.petro.click(first.response, label="Next")
    assert theirs.ephemeral
    assert "Page 2 of" in words_of(theirs.response)
    assert words_of(first.response) == before
    await room.iryna.click(first.response, label="Next")
    assert words_of(first.response) == words_of(theirs.response)
    await room.iryna.click(first.response, label="Previous")
    assert words_of(first.response) == before


async def test_two_bearers_of_a_name_are_a_choice_for_the_asker_and_the_answer_is_for_all(room):
    result = await room.iryna.slash(room.channel, "who", name="Hrytsak")
    assert result.ephemeral
    (menu,) = [
        part
        for row in result.response.components[0]["components"]
        for part in row.get("components", [])
        if part["type"] == 3
    ]
    cook = next(option["value"] for option in menu["options"] if "Taras" in option["label"])
    chosen = await room.iryna.select(result.response, [cook])
    assert not chosen.ephemeral
    assert "only slow" in words_of(chosen.response)


async def test_a_choice_typed_by_prefix_is_replaced_by_what_was_chosen(room):
    await room.iryna.send(room.channel, "!who Hrytsak")
    message = room.channel.last_message
    await room.iryna.select(message, [option_of(message, "Taras")])
    assert "only slow" in room.last()
    assert len(room.channel.history()) == 2


async def test_a_page_that_is_no_number_is_refused_to_the_asker_alone(room):
    await room.iryna.send(room.channel, "!who Lisova")
    message, before = room.channel.last_message, room.last()
    jump = next(part["custom_id"] for part in parts_of(message) if part.get("custom_id", "").startswith("jump:"))
    form = await room.iryna.click(message, custom_id=jump)
    refused = await room.iryna.submit_modal(form, {"page": "the last"})
    assert refused.ephemeral
    assert "A page is a number from 1 to" in words_of(refused.response)
    assert words_of(message) == before


async def test_others_jump_and_turn_sides_in_a_copy_of_their_own(room):
    await room.iryna.send(room.channel, "!who Lisova")
    message, before = room.channel.last_message, room.last()
    theirs = await room.petro.click(message, custom_id=button(message, "Where they are named"))
    assert theirs.ephemeral
    assert "**Where they are named**" in words_of(theirs.response)
    assert words_of(message) == before


async def test_a_copy_of_ones_own_cannot_be_removed_for_others_and_needs_no_button(room):
    await room.iryna.send(room.channel, "!who Lisova")
    theirs = await room.petro.click(room.channel.last_message, label="Next")
    assert "Remove" not in [part.get("label") for part in parts_of(theirs.response)]


async def test_an_answer_is_removed_by_the_asker_and_by_moderators_alone(env, room):
    guild = room.iryna.guild
    may = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    olha = guild.add_member(env.create_user("olha"), roles=[may])
    await room.iryna.send(room.channel, "!who Lisova")
    message = room.channel.last_message
    refused = await room.petro.click(message, label="Remove")
    assert refused.ephemeral
    assert "Only the member who asked and moderators" in words_of(refused.response)
    assert len(room.channel.history()) == 2
    await olha.click(message, label="Remove")
    assert len(room.channel.history()) == 1
