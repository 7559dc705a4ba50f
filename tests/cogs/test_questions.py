"""Every question, asked in each of its three forms."""

import pytest

from .conftest import words_of

QUESTIONS = [
    ("who", {"name": "Lisova"}, "Lisova", "Oksana Lisova"),
    ("on", {"date": "2021-04-30"}, "2021-04-30", "30 April 2021"),
    ("quote", {"topic": "flour"}, "flour", "We ground flour every night"),
    ("figures", {"subject": "boats"}, "boats", "nine people"),
    ("timeline", {"of": "Lisova"}, "Lisova", "Timeline: Oksana Lisova"),
    ("search", {"words": "telephone"}, "telephone", "the telephone line broke"),
    ("sources", {}, "", "Forty days in the mill by the river"),
    ("source", {"source": "mill-siege"}, "mill-siege", "Ostap Verbytskyi"),
    ("context", {"citation": "mill-siege:2"}, "mill-siege:2", "We ground flour every night"),
    ("help", {}, "", "What you can ask"),
]


@pytest.mark.parametrize(("name", "options", "words", "expected"), QUESTIONS, ids=[each[0] for each in QUESTIONS])
async def test_prefix_mention_and_slash_give_one_answer(env, room, name, options, words, expected):
    by_prefix = await room.asked(f"!{name} {words}")
    assert expected in by_prefix
    assert await room.asked(f"{env.bot.user.mention} {name} {words}") == by_prefix
    result = await room.iryna.slash(room.channel, "source show" if name == "source" else name, **options)
    assert words_of(result.response) == by_prefix
    assert not result.ephemeral


async def test_a_page_of_the_sources_is_asked_for_in_every_way(env, room, monkeypatch):
    pages, ask = [], env.bot._asking._desk.ask

    async def noted(call, *rest, **options):
        pages.append(call.page)
        return await ask(call, *rest, **options)

    monkeypatch.setattr(env.bot._asking._desk, "ask", noted)
    for words in ("!sources page 2", "!sources 3", "!sources"):
        assert "Forty days in the mill" in await room.asked(words)
    result = await room.iryna.slash(room.channel, "sources", page=4)
    assert "Forty days in the mill" in words_of(result.response)
    assert pages == [2, 3, 1, 4]


async def test_a_quotation_is_asked_for_by_topic_and_speaker(room):
    assert "The boats could take nine people each" in await room.asked("!quote boats from Hrytsak, Danylo")
    typed = await room.asked("!quote boats from Danylo Hrytsak")
    assert "The boats could take nine people each" in typed
    assert "Lisova" not in typed
    result = await room.iryna.slash(room.channel, "quote", topic="boats", **{"from": "Danylo Hrytsak"})
    assert words_of(result.response) == typed


async def test_a_quotation_at_random_for_no_topic(room):
    assert "— **" in await room.asked("!quote")


async def test_case_of_the_command_and_spaces_behind_the_prefix_do_not_matter(room):
    assert await room.asked("! WHO Lisova") == await room.asked("!who Lisova")


async def test_in_direct_messages_the_shared_archive_is_answered_from(env, room):
    user = env.create_user("olha")
    await user.send_dm("!who Lisova")
    assert "Oksana Lisova" in words_of(user.dm_channel.last_message)
    await user.send_dm("!who Kovalchuk")
    assert "The ford was cold" not in words_of(user.dm_channel.last_message)


async def test_a_bare_mention_gets_help(env, room):
    assert "What you can ask" in await room.asked(env.bot.user.mention)


async def test_the_document_of_a_source_is_attached(room):
    result = await room.iryna.slash(room.channel, "source show", source="mill-siege")
    assert [file.filename for file in result.response.attachments] == ["mill-siege.md"]
