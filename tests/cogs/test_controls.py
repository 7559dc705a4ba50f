"""Buttons and menus, also those of messages sent before the bot was last started."""

from .conftest import button, option_of, words_of


async def test_source_shows_the_passage_with_its_neighbours_and_the_document_to_the_presser_alone(room):
    result = await room.iryna.slash(room.channel, "search", words="telephone")
    pressed = await room.petro.click(result.response, custom_id=button(result.response, "Source"))
    assert pressed.ephemeral
    assert "the telephone line broke" in words_of(pressed.response)
    assert "leading the rescue" not in words_of(result.response)
    assert "led the rescue" in words_of(pressed.response)
    assert [file.filename for file in pressed.response.attachments] == ["mill-siege.md"]


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


async def test_controls_work_after_a_restart(env, room, new_bot):
    await room.iryna.send(room.channel, "!who Lisova")
    message = room.channel.last_message
    await env.restart_bot(new_bot())
    await room.iryna.click(message, label="Next")
    assert "Page 2 of" in room.last()
    pressed = await room.petro.click(message, custom_id=button(room.channel.last_message, "Source"))
    assert pressed.ephemeral
    assert pressed.response.attachments


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
