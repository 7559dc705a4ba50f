"""A timeline over real HTTP: the picture goes in the body of the message, by a process of the bot's that draws."""

import pytest
import pytest_asyncio

from tests.discord_server.limits import walk
from tests.discord_server.response_limits import EDIT
from tests.discord_server.state import ASKER

pytest.importorskip("matplotlib")
pytestmark = pytest.mark.asyncio(loop_scope="module")

GALLERY = 12


@pytest_asyncio.fixture(loop_scope="module")
async def timeline(discord):
    """The first page of everything that is dated, as it was sent."""
    discord.state.asker = ASKER
    await discord.slash("timeline")
    return await discord.answer()


def said_in(sent):
    """The words for its picture in the message, and those beside the file."""
    (gallery,) = (part for part in walk(sent.message["components"]) if part["type"] == GALLERY)
    (file,) = sent.message["attachments"]
    return gallery["items"][0]["description"], file["description"]


async def test_the_picture_goes_with_the_message(discord, timeline):
    assert timeline.files["timeline.png"].startswith(b"\x89PNG")
    in_message, beside_file = said_in(timeline)
    assert in_message == beside_file
    assert in_message.startswith("Chart. Timeline of all sources")
    (attached,) = timeline.shown["attachments"]
    assert attached["filename"] == "timeline.png"


async def test_the_next_page_takes_its_place_with_one_picture(discord, timeline):
    parts = walk(timeline.shown["components"])
    following = next(part["custom_id"] for part in parts if part.get("label") == "Next")
    await discord.presses(timeline.shown, following)
    turned = await discord.answer()
    assert (turned.body["type"], turned.shown["id"]) == (EDIT, timeline.shown["id"])
    assert turned.files == timeline.files
    assert said_in(turned) == said_in(timeline)
    assert len(turned.shown["attachments"]) == 1


async def test_an_answer_without_a_picture_leaves_none_behind(discord, timeline):
    await discord.slash("who", name="Lisova")
    plain = await discord.answer()
    assert plain.files == {}
    assert plain.shown["attachments"] == []
