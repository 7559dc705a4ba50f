"""A member reports a mistake; moderators look at it and close it."""

import sqlite3
from contextlib import closing

import discord
import pytest

from bot.archive.records import Viewer
from cogs.reports import REPORTS
from tests.small_archive import OWN_ID

from .conftest import button, parts_of, room_in, words_of
from .forging import pressed

WRONG = "It was **not** flour @everyone <@2002> https://evil.example/x"


def archive_of(env):
    return env.bot.get_cog("Reports")._archive


def moderator_in(env, room, name: str = "halyna"):
    role = room.iryna.guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    return room.iryna.guild.add_member(env.create_user(name), roles=[role])


def menu_of(form) -> dict:
    return next(row["component"] for row in form.modal["components"] if row["component"]["type"] == 3)


def values_of(form) -> list[str]:
    return [option["value"] for option in menu_of(form)["options"]]


async def form_under(room, words: str, member=None):
    """The form that opens under the answer to `words`."""
    await room.iryna.send(room.channel, words)
    return await (member or room.petro).click(room.channel.last_message, label="Report a mistake")


async def reported(room, words: str, wrong: str = WRONG, which: int = 0, member=None):
    """What a member is told who reports an item of the answer to `words`."""
    member = member or room.petro
    form = await form_under(room, words, member)
    return await member.submit_modal(form, {"item": [values_of(form)[which]], "words": wrong})


async def queue(room, halyna):
    return await halyna.slash(room.channel, "reports")


async def test_a_member_reports_an_item_and_a_moderator_sees_it_as_it_was_shown(env, room):
    told = await reported(room, "!search telephone")
    assert told.ephemeral
    assert "moderators of this server will look at" in words_of(told.response)
    halyna = moderator_in(env, room)
    shown = await queue(room, halyna)
    assert shown.ephemeral
    words = words_of(shown.response)
    assert "Report 1 of 1" in words
    assert "telephone line broke" in words
    assert "It was \\*\\*not\\*\\* flour" in words
    for trap in ("@everyone", "<@2002>", "https://evil"):
        assert trap not in words


async def test_the_form_offers_the_items_of_the_very_page(room):
    await room.iryna.send(room.channel, "!who Lisova")
    first = values_of(await room.petro.click(room.channel.last_message, label="Report a mistake"))
    await room.iryna.click(room.channel.last_message, label="Next")
    second_page = room.last()
    form = await room.petro.click(room.channel.last_message, label="Report a mistake")
    assert values_of(form) and set(values_of(form)).isdisjoint(first)
    assert "Page 2" in second_page
    for option in menu_of(form)["options"]:
        assert option["label"].strip("“”…")[:20].split("\n")[0] in second_page.replace("\\", "")


async def test_a_report_holds_the_item_that_was_chosen(env, room):
    form = await form_under(room, "!quote flour")
    await room.petro.submit_modal(form, {"item": [values_of(form)[1]], "words": "wrong"})
    (kept,) = await archive_of(env).reports(room.iryna.guild.id)
    source, passage, span = values_of(form)[1].split(":")
    document = await archive_of(env).document(source, Viewer(None))
    assert (kept.source, f"{kept.start}-{kept.end}") == (source, span)
    assert kept.shown == document.text[kept.start : kept.end]
    assert (await archive_of(env).passage_at(source, kept.start, Viewer(None))).place.passage == int(passage)


async def test_nothing_is_kept_of_who_reported_it(env, room, settings):
    await reported(room, "!search telephone")
    with closing(sqlite3.connect(settings.archive_path)) as file:
        (row,) = file.execute("SELECT * FROM reports").fetchall()
    assert str(room.petro.id) not in repr(row)
    assert room.petro.name not in repr(row)
    assert str(room.iryna.id) not in repr(row)


async def test_from_an_answer_in_plain_text_with_the_items_of_its_page(env, room):
    halyna = moderator_in(env, room)
    await halyna.send(room.channel, "!settings plain on")
    form = await form_under(room, "!who Lisova")
    assert 1 <= len(values_of(form)) <= 3
    told = await room.petro.submit_modal(form, {"item": [values_of(form)[-1]], "words": "wrong"})
    assert "Thank you" in told.response.content
    assert "What is wrong: wrong" in (await queue(room, halyna)).response.content


async def test_after_a_restart_buttons_forms_and_the_queue_go_on(env, room, new_bot):
    halyna = moderator_in(env, room)
    await room.iryna.send(room.channel, "!search telephone")
    message = room.channel.last_message
    await env.restart_bot(new_bot())
    form = await room.petro.click(message, label="Report a mistake")
    await env.restart_bot(new_bot())
    await room.petro.submit_modal(form, {"item": [values_of(form)[0]], "words": "first"})
    await reported(room, "!search flour", "second")
    shown = await queue(room, halyna)
    await env.restart_bot(new_bot())
    await halyna.click(shown.response, label="Next")
    assert "What is wrong: first" in words_of(shown.response)
    await env.restart_bot(new_bot())
    await halyna.click(shown.response, label="Mended")
    assert "What is wrong: second" in words_of(shown.response)


@pytest.mark.parametrize(
    ("label", "outcome"), [("Mended", "mended"), ("Not a mistake", "not-a-mistake"), ("Duplicate", "duplicate")]
)
async def test_one_press_closes_a_report_and_shows_the_next_one(env, room, label, outcome):
    halyna = moderator_in(env, room)
    for wrong in ("one", "two", "three"):
        await reported(room, "!search telephone", wrong)
    shown = await queue(room, halyna)
    await halyna.click(shown.response, label="Next")
    assert "What is wrong: two" in words_of(shown.response)
    await halyna.click(shown.response, label=label)
    assert f"Closed: {label}." in words_of(shown.response)
    assert "What is wrong: one" in words_of(shown.response)
    assert "Report 2 of 2" in words_of(shown.response)
    await halyna.click(shown.response, label="Previous")
    assert "What is wrong: three" in words_of(shown.response)
    everything = await archive_of(env).reports(room.iryna.guild.id, open_only=False)
    assert [report.outcome for report in everything] == [None, outcome, None]
    entry = (await archive_of(env).audit(room.iryna.guild.id))[0]
    assert (entry.action, entry.by, entry.after["outcome"]) == ("report", f"discord:{halyna.id}", outcome)


async def test_the_last_one_closed_leaves_an_empty_queue_without_buttons(env, room):
    halyna = moderator_in(env, room)
    await reported(room, "!search telephone")
    shown = await queue(room, halyna)
    await halyna.click(shown.response, label="Duplicate")
    assert "There are no open reports." in words_of(shown.response)
    assert [part for part in parts_of(shown.response) if "custom_id" in part] == []


async def test_what_somebody_else_closed_in_the_meantime_is_said_beside(env, room):
    halyna, olha = moderator_in(env, room), moderator_in(env, room, "olha")
    await reported(room, "!search telephone")
    first, second = await queue(room, halyna), await queue(room, olha)
    await halyna.click(first.response, label="Mended")
    told = await olha.click(second.response, label="Duplicate")
    assert "This report is closed already." in words_of(told.response)
    (kept,) = await archive_of(env).reports(room.iryna.guild.id, open_only=False)
    assert kept.outcome == "mended"


async def test_a_moderator_looks_at_what_stands_around_it(env, room):
    halyna = moderator_in(env, room)
    await reported(room, "!search telephone")
    shown = await queue(room, halyna)
    looked = await halyna.click(shown.response, custom_id=button(shown.response, "Source"))
    assert looked.ephemeral
    assert "led the rescue" in words_of(looked.response)
    assert "Report 1 of 1" in words_of(shown.response)


async def test_what_was_withdrawn_since_is_still_told(env, owners_room):
    halyna = moderator_in(env, owners_room)
    await reported(owners_room, "!search ford")
    archive = archive_of(env)
    await archive.withdraw(OWN_ID, owners_room.iryna.guild.id, by="tests", reason="a test")
    words = words_of((await queue(owners_room, halyna)).response)
    assert "“At the ford” is withdrawn" in words
    assert "crossed the ford" in words


async def test_a_report_on_a_shared_source_is_seen_by_the_server_and_by_the_operator_and_by_nobody_else(env, room):
    others = room_in(env, "Others")
    halyna, olha = moderator_in(env, room), moderator_in(env, others, "olha")
    operator = operator_in(env)
    await reported(room, "!search telephone", "seen by two")
    assert "seen by two" in words_of((await queue(room, halyna)).response)
    assert "There are no open reports." in words_of((await queue(others, olha)).response)
    await operator.send_dm("!reports")
    assert "seen by two" in words_of(operator.dm_channel.last_message)


async def test_a_report_on_a_servers_own_source_is_not_the_operators(env, owners_room):
    halyna, operator = moderator_in(env, owners_room), operator_in(env)
    await reported(owners_room, "!search ford", "our own")
    assert "our own" in words_of((await queue(owners_room, halyna)).response)
    await operator.send_dm("!reports")
    assert "There are no open reports." in words_of(operator.dm_channel.last_message)


async def test_a_report_from_direct_messages_goes_to_the_operator(env, room):
    reader, operator = env.create_user("olena"), operator_in(env)
    await reader.send_dm("!search telephone")
    form = await reader.click(reader.dm_channel.last_message, label="Report a mistake")
    told = await reader.submit_modal(form, {"item": [values_of(form)[0]], "words": "from a letter"})
    assert "Whoever keeps this archive" in words_of(told.response)
    await operator.send_dm("!reports")
    assert "from a letter" in words_of(operator.dm_channel.last_message)
    assert "There are no open reports." in words_of((await queue(room, moderator_in(env, room))).response)


async def test_a_quotation_at_random_is_reported_and_not_another_one(env, room):
    await room.iryna.send(room.channel, "!quote")
    message = room.channel.last_message
    source, passage = next(
        part["custom_id"] for part in parts_of(message) if part.get("custom_id", "").startswith("source:")
    ).split(":")[:1:-1]
    form = await room.petro.click(message, label="Report a mistake")
    (chosen,) = [option["value"] for option in menu_of(form)["options"] if option.get("default")]
    assert chosen.startswith(f"{source}:{passage}:")
    told = await room.petro.submit_modal(form, {"item": [chosen], "words": "wrong"})
    assert "Thank you" in words_of(told.response)


async def test_so_many_reports_and_no_more_and_others_may_still(env, room):
    for count in range(REPORTS):
        assert "Thank you" in words_of((await reported(room, "!search telephone", str(count))).response)
    await room.iryna.send(room.channel, "!search telephone")
    message = room.channel.last_message
    refused = await room.petro.click(message, label="Report a mistake")
    assert refused.modal is None
    assert refused.ephemeral
    assert "enough of reports for now" in words_of(refused.response)
    assert "Thank you" in words_of((await reported(room, "!search telephone", member=room.iryna)).response)
    assert await archive_of(env).count_reports(room.iryna.guild.id) == REPORTS + 1


async def test_a_form_that_was_open_already_is_refused_as_well(env, room):
    form = await form_under(room, "!search telephone")
    for count in range(REPORTS):
        await reported(room, "!search telephone", str(count))
    refused = await room.petro.submit_modal(form, {"item": [values_of(form)[0]], "words": "one more"})
    assert "enough of reports for now" in words_of(refused.response)
    assert await archive_of(env).count_reports(room.iryna.guild.id) == REPORTS


@pytest.mark.parametrize("words", [" ", "\n\t "])
async def test_a_report_without_words_is_asked_for_them(env, room, words):
    told = await reported(room, "!search telephone", words)
    assert words_of(told.response).strip() == "Say what is wrong."
    assert await archive_of(env).count_reports(room.iryna.guild.id) == 0


async def test_a_slow_archive_is_said_so_in_time(env, room, monkeypatch):
    await room.iryna.send(room.channel, "!search telephone")
    message = room.channel.last_message

    async def never(*given, **more):
        raise TimeoutError

    monkeypatch.setattr(env.bot._asking._desk, "ask", never)
    told = await room.petro.click(message, label="Report a mistake")
    assert told.modal is None
    assert "The archive is busy just now" in words_of(told.response)


async def test_an_item_that_is_not_there_any_more_is_refused_and_nothing_is_kept(env, owners_room):
    form = await form_under(owners_room, "!search ford")
    await archive_of(env).withdraw(OWN_ID, owners_room.iryna.guild.id, by="tests", reason="a test")
    told = await owners_room.petro.submit_modal(form, {"item": [values_of(form)[0]], "words": "wrong"})
    assert "does not stand on this page any more" in words_of(told.response)
    assert await archive_of(env).count_reports(owners_room.iryna.guild.id) == 0


async def test_the_longest_report_is_kept_and_shown_within_discords_limits(env, room):
    await reported(room, "!search telephone", "Ж*" * 500)
    await reported(room, "!search telephone", "<@1>" * 250)
    halyna = moderator_in(env, room)
    shown = await queue(room, halyna)
    await halyna.click(shown.response, label="Next")
    assert "Ж\\*Ж\\*" in words_of(shown.response)
    await halyna.send(room.channel, "!settings plain on")
    assert "Report 1 of 2" in (await queue(room, halyna)).response.content


async def test_typed_in_a_channel_the_queue_is_shown_to_nobody(env, room):
    halyna = moderator_in(env, room)
    await reported(room, "!search telephone")
    await halyna.send(room.channel, "!reports")
    assert room.last().strip() == (
        "That is not for everybody in a channel to read; type /reports, which answers you alone."
    )


async def test_a_button_of_a_page_that_is_gone_shows_the_nearest(env, room):
    halyna = moderator_in(env, room)
    await reported(room, "!search telephone", "the only one")
    shown = await queue(room, halyna)
    for page in ("9" * 15, "9" * 80, "0", "-1", "²", "x"):
        await pressed(halyna, shown.response, f"act:reports:{page}")
        assert "the only one" in words_of(shown.response)


def operator_in(env):
    """Whoever keeps the shared archive."""
    operator = env.create_user("oksana")
    env.bot.get_cog("Reports")._moderators._operator = operator.id
    return operator
