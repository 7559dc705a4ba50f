"""A timeline with its picture, as members see it: in both forms of message, on every page, after a restart, and where
nothing can be drawn."""

import pytest

from bot.archive.records import ServerSettings
from bot.rendering.chart.charts import Charts

from .conftest import button, option_of, parts_of, room_in, words_of

PNG = b"\x89PNG of a chart"
GALLERY = 12


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """What is drawn, without the time that it takes; a test of its own draws."""
    charts = []

    async def png(self, chart):
        charts.append(chart)
        return PNG

    monkeypatch.setattr(Charts, "png", png)
    return charts


def pictures(message):
    """(address, words read out) of the pictures in a message."""
    galleries = (part for part in parts_of(message) if part["type"] == GALLERY)
    return [(item["media"]["url"], item["description"]) for gallery in galleries for item in gallery["items"]]


def files(message):
    return [(file.filename, file.description) for file in message.attachments]


async def test_members_see_the_picture_with_the_words_that_are_read_out_instead(room, drawn):
    words = await room.asked("!timeline Lisova")
    assert "### Timeline: Oksana Lisova" in words
    assert "30 April 2021" in words
    message = room.channel.last_message
    ((address, said),) = pictures(message)
    assert address.endswith("timeline.png")
    assert said.startswith("Chart. Timeline: Oksana Lisova, 21 March 2021")
    assert "Valley Post, Forty days in the mill by the river:" in said
    assert files(message) == [("timeline.png", said)]
    assert button(message, "Source")


async def test_a_slash_command_brings_it_too(room):
    result = await room.iryna.slash(room.channel, "timeline", of='"evacuation"')
    assert "Timeline: “evacuation”" in words_of(result.response)
    assert not result.ephemeral
    assert len(pictures(result.response)) == len(result.response.attachments) == 1


async def test_in_ukrainian_the_picture_and_its_words_are_ukrainian(env, drawn):
    room = room_in(env, "Читачі", preferred_locale="uk")
    assert "Хронологія: Oksana Lisova" in await room.asked("!хронологія Лісова")
    ((_, said),) = pictures(room.channel.last_message)
    assert said.startswith("Діаграма. Хронологія: Oksana Lisova, ")
    assert drawn[0].key.certain == "точно один день"


async def test_next_and_previous_keep_one_picture(room, drawn, a_while_later):
    await room.iryna.send(room.channel, "!timeline")
    first = room.last()
    before = pictures(room.channel.last_message)
    await a_while_later()
    await room.iryna.click(room.channel.last_message, label="Next")
    assert "Page 2 of" in room.last()
    second = room.channel.last_message
    assert [said for _, said in pictures(second)] == [said for _, said in before]
    assert [name for name, _ in files(second)] == ["timeline.png"]
    await room.iryna.click(room.channel.last_message, label="Previous")
    assert room.last() == first
    assert [name for name, _ in files(room.channel.last_message)] == ["timeline.png"]
    assert len(set(drawn)) == 1


async def test_another_member_gets_a_page_of_their_own_with_the_picture(room):
    await room.iryna.send(room.channel, "!timeline")
    message = room.channel.last_message
    pressed = await room.petro.click(message, custom_id=button(message, "Next"))
    assert pressed.ephemeral
    assert "Page 2 of" in words_of(pressed.response)
    assert len(pictures(pressed.response)) == 1


async def test_plain_text_carries_the_picture_as_a_file(env, room):
    await env.bot._asking._archive.set_server(room.channel.guild.id, ServerSettings(plain=True))
    assert "**Timeline: Oksana Lisova**" in await room.asked("!timeline Lisova")
    message = room.channel.last_message
    assert message.content
    ((name, said),) = files(message)
    assert name == "timeline.png"
    assert said.startswith("Chart. ")


async def test_the_plain_text_button_carries_it_as_well(room, a_while_later):
    await room.iryna.send(room.channel, "!timeline Lisova")
    message = room.channel.last_message
    await a_while_later()
    pressed = await room.petro.click(message, custom_id=button(message, "Plain text"))
    assert "**Timeline: Oksana Lisova**" in words_of(pressed.response)
    assert [name for name, _ in files(pressed.response)] == ["timeline.png"]


async def test_a_name_of_two_is_a_choice_and_the_one_chosen_is_answered_about(room, a_while_later):
    await room.iryna.send(room.channel, "!timeline Hrytsak")
    message = room.channel.last_message
    assert "More than one person is called “Hrytsak”" in room.last()
    assert files(message) == []
    await a_while_later()
    chosen = await room.iryna.select(message, [option_of(message, "Danylo")])
    assert "Danylo Hrytsak" in words_of(chosen.response)


async def test_nothing_dated_is_said_without_a_picture(room, drawn):
    assert "The accounts date nothing about “volcanoes”" in await room.asked("!timeline volcanoes")
    assert files(room.channel.last_message) == []
    assert drawn == []


async def test_where_nothing_can_be_drawn_the_answer_says_so_and_is_whole_besides(room, monkeypatch):
    async def none(self, chart):
        return None

    monkeypatch.setattr(Charts, "png", none)
    words = await room.asked("!timeline Lisova")
    assert "30 April 2021" in words
    assert "The picture is not available." in words
    assert "pip" not in words
    message = room.channel.last_message
    assert (files(message), pictures(message)) == ([], [])


async def test_what_is_a_servers_own_is_in_its_own_picture_alone(room, owners_room, drawn):
    await room.asked("!timeline")
    await owners_room.asked("!timeline")
    titles = [{row.title for row in chart.rows} for chart in drawn]
    assert "At the ford" not in titles[0]
    assert "At the ford" in titles[1]


async def test_a_real_picture_is_sent(room, monkeypatch):
    pytest.importorskip("matplotlib")
    monkeypatch.undo()
    await room.iryna.send(room.channel, "!timeline Lisova")
    (file,) = room.channel.last_message.attachments
    assert file.filename == "timeline.png"
    assert 5_000 < file.size < 500_000


async def test_from_a_person_to_their_timeline_and_back_the_picture_comes_and_goes(room, a_while_later):
    await room.iryna.send(room.channel, "!who Lisova")
    person = room.last()
    await a_while_later()
    await room.iryna.click(room.channel.last_message, custom_id=button(room.channel.last_message, "Timeline"))
    assert "### Timeline: Oksana Lisova" in room.last()
    assert [name for name, _ in files(room.channel.last_message)] == ["timeline.png"]
    await room.iryna.click(room.channel.last_message, label="Who Oksana Lisova is")
    assert room.last() == person
    assert (files(room.channel.last_message), pictures(room.channel.last_message)) == ([], [])
