"""What stands under an answer, pressed over real HTTP: every body is held to Discord's limits on the way."""

import pytest
import pytest_asyncio

from tests.discord_server.limits import EPHEMERAL, texts, walk
from tests.discord_server.response_limits import DEFERRED_EDIT, EDIT, MESSAGE, MODAL, fields_of
from tests.discord_server.state import ASKER, OTHER

pytestmark = pytest.mark.asyncio(loop_scope="module")


def control(message, label):
    """The `custom_id` of the first button whose label begins like this."""
    parts = (part for part in walk(message["components"]) if (part.get("label") or "").startswith(label))
    return next(part["custom_id"] for part in parts)


@pytest_asyncio.fixture(loop_scope="module")
async def answer(discord):
    """The first page on Oksana Lisova, as it stands in the channel."""
    discord.state.asker = ASKER
    await discord.slash("who", name="Lisova")
    return (await discord.answer()).shown


async def pressed(discord, message, label, by=ASKER):
    discord.state.asker = by
    await discord.presses(message, control(message, label))
    return await discord.answer()


async def test_the_asker_turns_the_page_where_it_stands(discord, answer):
    turned = await pressed(discord, answer, "Next")
    assert (turned.body["type"], turned.shown["id"]) == (EDIT, answer["id"])
    assert control(turned.shown, "Page 2 of")


async def test_the_asker_names_a_page_and_it_is_turned_to(discord, answer):
    modal = await pressed(discord, answer, "Page 1 of")
    assert modal.body["type"] == MODAL
    (field,) = fields_of(modal.message)
    await discord.submits(modal.message, {field["custom_id"]: "3"}, answer)
    turned = await discord.answer()
    assert (turned.body["type"], turned.shown["id"]) == (EDIT, answer["id"])
    assert control(turned.shown, "Page 3 of")


async def test_another_member_gets_the_page_alone(discord, answer):
    turned = await pressed(discord, answer, "Next", by=OTHER)
    assert turned.body["type"] == MESSAGE
    assert turned.shown["id"] != answer["id"]
    assert turned.message["flags"] & EPHEMERAL


async def test_plain_text_is_for_whoever_presses(discord, answer):
    plain = await pressed(discord, answer, "Plain text", by=OTHER)
    assert plain.message["flags"] & EPHEMERAL
    assert "Oksana Lisova" in plain.message["content"]


async def test_the_asker_removes_the_answer(discord, answer):
    removed = await pressed(discord, answer, "Remove")
    assert removed.body["type"] == DEFERRED_EDIT
    gone = await discord.answer()
    assert (gone.route, gone.shown["id"]) == ("delete", answer["id"])
    assert answer["id"] not in discord.state.messages


async def test_nobody_else_removes_it(discord, answer):
    refused = await pressed(discord, answer, "Remove", by=OTHER)
    assert refused.message["flags"] & EPHEMERAL
    assert answer["id"] in discord.state.messages


async def test_a_message_of_a_member_is_looked_up_in_the_archive(discord):
    discord.state.asker = ASKER
    message = await discord.says("I read what Oksana Lisova said on April 30, 2021.")
    await discord.uses_on_message("Find in archive", message)
    assert "Oksana Lisova" in texts((await discord.answer()).message)


async def test_a_member_whose_discord_is_in_ukrainian_is_answered_in_it(discord):
    discord.state.locale = "uk"
    await discord.slash("on", date="2021-04-30")
    answer = await discord.answer()
    discord.state.locale = "en-US"
    assert "30 квітня 2021" in answer.heading
