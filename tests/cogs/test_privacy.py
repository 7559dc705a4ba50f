"""PRIVACY.md says what is kept of members, and the archive file keeps no more."""

import re
import sqlite3
from contextlib import closing

import discord
import pytest

from bot.archive.forgetting import FORGOTTEN
from bot.settings import PROJECT

from .conftest import parts_of, words_of

PRIVACY = (PROJECT / "PRIVACY.md").read_text("utf-8")
ACCOUNT = "The lamp\n\nApril 12, 2021\n\nNestor Kulyk, the keeper of the lamp, lit it. “Nobody saw it,” Mr. Kulyk said."


def promised() -> set[str]:
    """The columns that may hold the id of an account, as PRIVACY.md lists them."""
    return set(re.findall(r"^\| moderators \| `([a-z]+\.[a-z_]+)`", PRIVACY, re.MULTILINE))


def columns_with(path, *needles: str) -> set[str]:
    """The columns of the archive file that hold one of these words, whatever table they stand in."""
    found = set[str]()
    with closing(sqlite3.connect(path)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = file.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in rows.description]
            for row in rows:
                for name, value in zip(names, row, strict=True):
                    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                    if any(needle in text for needle in needles):
                        found.add(f"{table}.{name}")
    return found


@pytest.fixture
async def busy(env, room):
    """A server in which members have asked and reported, and a moderator has done what can be done."""
    guild = room.iryna.guild
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    halyna = guild.add_member(env.create_user("halyna"), roles=[role])
    for words in ("!who Lisova", "!quote flour", "!search Zebrafish", "!find Oksana Lisova was there"):
        await room.asked(words)
    form = await room.petro.click(await answer_to(room, "!search telephone"), label="Report a mistake")
    menu = next(row["component"] for row in form.modal["components"] if row["component"]["type"] == 3)
    await room.petro.submit_modal(form, {"item": [menu["options"][0]["value"]], "words": "wrong"})
    await halyna.send(room.channel, "!settings plain on")
    first = await halyna.slash(room.channel, "source add", file=("lamp.txt", ACCOUNT.encode()))
    await halyna.click((first.followups or [first.response])[0], label="Add")
    await halyna.slash(room.channel, "source add", file=("other.txt", ACCOUNT.replace("lamp", "bell").encode()))
    message = await room.petro.send(room.channel, "Petro wrote that the bell rang on 5 May 2021 <@123>.")
    await halyna.context_menu(room.channel, "Add to archive", message)
    queue = await halyna.slash(room.channel, "reports")
    await halyna.click(queue.response, label="Mended")
    return halyna


async def answer_to(room, words):
    await room.iryna.send(room.channel, words)
    return room.channel.last_message


async def test_ids_of_accounts_stand_where_it_says_and_nowhere_else(room, busy, settings):
    assert columns_with(settings.archive_path, str(busy.id)) == promised()
    assert columns_with(settings.archive_path, str(room.petro.id), str(room.iryna.id)) == set()


async def test_names_and_words_of_members_are_kept_nowhere(env, room, busy, settings):
    names = {each.name for each in (room.petro, room.iryna, busy)}
    assert names == {"petro", "iryna", "halyna"}
    assert columns_with(settings.archive_path, "halyna", "iryna", "Zebrafish") == set()
    assert columns_with(settings.archive_path, "123>") == set()


async def test_who_is_forgotten_stands_nowhere_any_more(env, busy, settings):
    archive = env.bot.get_cog("Reports")._archive
    assert await archive.forget(f"discord:{busy.id}") >= 4
    assert columns_with(settings.archive_path, str(busy.id)) == set()
    assert promised() <= columns_with(settings.archive_path, FORGOTTEN)


async def test_a_catalogue_entry_does_not_tell_members_who_added_it(room, busy):
    shown = await room.asked("!source the-lamp")
    identifier = re.search(r"the-lamp-[0-9a-f]{8}", shown + repr([parts_of(room.channel.last_message)]))
    assert identifier
    entry = await room.asked(f"!source {identifier[0]}")
    assert "by a moderator" in entry
    assert str(busy.id) not in entry + words_of(room.channel.last_message)


async def test_it_says_how_to_be_forgotten_and_is_linked_from_the_readme():
    assert "python -m bot forget USER_ID" in PRIVACY
    assert "](PRIVACY.md)" in (PROJECT / "README.md").read_text("utf-8")
