"""Every button and menu, pressed while the bot that sent it runs and after another has taken its place."""

from .conftest import button, option_of, parts_of, words_of


async def test_source_opens_the_passage_and_the_document_for_whoever_presses(room, a_while_later):
    await room.iryna.send(room.channel, "!search telephone")
    message = room.channel.last_message
    await a_while_later()
    pressed = await room.petro.click(message, custom_id=button(message, "Source"))
    assert pressed.ephemeral
    assert "led the rescue" in words_of(pressed.response)
    assert [file.filename for file in pressed.response.attachments] == ["mill-siege.md"]


async def test_next_and_previous_turn_the_page(room, a_while_later):
    await room.iryna.send(room.channel, "!who Lisova")
    first = room.last()
    await a_while_later()
    await room.iryna.click(room.channel.last_message, label="Next")
    assert "Page 2 of" in room.last() != first
    await room.iryna.click(room.channel.last_message, label="Previous")
    assert room.last() == first


async def test_a_page_is_jumped_to_by_its_number(room, a_while_later):
    await room.iryna.send(room.channel, "!who Lisova")
    message = room.channel.last_message
    await a_while_later()
    form = await room.iryna.click(message, custom_id=jump(message))
    last = pages_of(room)
    await room.iryna.submit_modal(form, {"page": f" {last} "})
    assert f"Page {last} of {last}" in room.last()


async def test_a_form_that_was_open_while_the_bot_restarted_is_still_answered(room, env, new_bot):
    await room.iryna.send(room.channel, "!who Lisova")
    form = await room.iryna.click(room.channel.last_message, custom_id=jump(room.channel.last_message))
    await env.restart_bot(new_bot())
    await room.iryna.submit_modal(form, {"page": "2"})
    assert "Page 2 of" in room.last()


async def test_the_sections_of_a_person_are_one_press_away(room, a_while_later):
    await room.iryna.send(room.channel, "!who Lisova")
    message = room.channel.last_message
    await a_while_later()
    await room.iryna.click(message, custom_id=button(message, "Where they are named"))
    assert "**Where they are named**" in room.last()
    assert "**What they said**" not in room.last()
    await room.iryna.click(room.channel.last_message, custom_id=button(room.channel.last_message, "What they said"))
    assert "**What they said**" in room.last()


async def test_the_day_before_and_the_day_after_are_one_press_away(room, a_while_later):
    await room.iryna.send(room.channel, "!on 2021-04-30")
    message, first = room.channel.last_message, room.last()
    await a_while_later()
    await room.iryna.click(message, custom_id=button(message, "Earlier"))
    assert "### 29 April 2021" in room.last()
    await room.iryna.click(room.channel.last_message, custom_id=button(room.channel.last_message, "Later"))
    assert room.last() == first


async def test_a_choice_leads_to_the_person_chosen(room, a_while_later):
    await room.iryna.send(room.channel, "!who Hrytsak")
    message = room.channel.last_message
    await a_while_later()
    await room.iryna.select(message, [option_of(message, "Taras")])
    assert "only slow" in room.last()


async def test_plain_text_is_for_whoever_presses_and_says_the_same(room, a_while_later):
    await room.iryna.send(room.channel, "!quote flour")
    message = room.channel.last_message
    await a_while_later()
    pressed = await room.petro.click(message, label="Plain text")
    assert pressed.ephemeral
    assert "We ground flour every night" in pressed.response.content
    assert "Oksana Lisova" in pressed.response.content


async def test_the_asker_removes_an_answer(room, a_while_later):
    await room.iryna.send(room.channel, "!who Lisova")
    message = room.channel.last_message
    await a_while_later()
    await room.iryna.click(message, label="Remove")
    assert [each.content for each in room.channel.history()] == ["!who Lisova"]


def jump(message) -> str:
    return next(part["custom_id"] for part in parts_of(message) if part.get("custom_id", "").startswith("jump:"))


def pages_of(room) -> int:
    return int(room.last().split("Page 1 of ")[1].split()[0])
