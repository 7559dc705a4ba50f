"""A moderator hands documents in, looks at what they would bring, fills in what they do not say, and adds them."""

from dataclasses import dataclass

import discord
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, RoleHandle

from tests.small_archive import DATA

from .conftest import button, parts_of, words_of

ACCOUNT = """The lamp on the pier

By Halyna Dovbush

April 12, 2021

Nestor Kulyk, the keeper of the lamp, lit it every night of the flood. “Nobody saw it but the herons,” Mr. Kulyk said.

Oksana Lisova, a miller, brought him oil on April 9, he said.
"""
UNDATED = "Nestor Kulyk, the keeper of the lamp, came home on Friday. “It was late,” he said."
"""“Friday” comes to a day once the day of publication is known."""

MILL_SIEGE = (DATA / "accounts" / "mill-siege.md").read_bytes()
"""An account that is in the archive."""


@dataclass
class Office:
    """A server with a moderator, Halyna, who may manage it, and a member, Petro, who may not."""

    env: simcord.Env
    channel: ChannelHandle
    halyna: MemberActor
    petro: MemberActor
    moderators: RoleHandle

    async def hand_in(self, *files, **options):
        """The results of `/source add` with files, each (name, bytes)."""
        names = ("file", "file2", "file3", "file4", "file5")
        return await self.halyna.slash(self.channel, "source add", **dict(zip(names, files, strict=False)), **options)

    async def asked(self, words):
        await self.petro.send(self.channel, words)
        return words_of(self.channel.last_message)


@pytest.fixture
def office(env):
    guild = env.create_guild("Keepers")
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    return Office(
        env,
        guild.create_text_channel("history"),
        guild.add_member(env.create_user("halyna"), roles=[role]),
        guild.add_member(env.create_user("petro")),
        role,
    )


def previews(result):
    """The messages with the previews of what was handed in: the first is what the waiting became."""
    return [result.response, *result.followups]


async def test_a_file_is_looked_at_and_added(office):
    result = await office.hand_in(("lamp.txt", ACCOUNT.encode()))
    (preview,) = previews(result)
    shown = words_of(preview)
    assert result.ephemeral
    assert "To be added: “The lamp on the pier”" in shown
    assert "Published: 12 April 2021" in shown
    assert "By: Halyna Dovbush" in shown
    assert "new to the archive: Nestor Kulyk" in shown
    assert "by a name known here: Oksana Lisova" in shown
    assert "“Nobody saw it but the herons,” — Nestor Kulyk" in shown
    assert "Nestor Kulyk" not in await office.asked("!who Kulyk")
    added = await office.halyna.click(preview, label="Add")
    assert "Added “The lamp on the pier” as the-lamp-on-the-pier-" in words_of(added.response)
    assert "Nobody saw it but the herons" in await office.asked("!who Kulyk")


async def test_what_one_server_adds_is_seen_in_no_other(env, office, room):
    (preview,) = previews(await office.hand_in(("lamp.txt", ACCOUNT.encode())))
    await office.halyna.click(preview, label="Add")
    assert "herons" in await office.asked("!search herons")
    assert "herons" not in (await room.asked("!search herons")).replace("“herons”", "")
    assert "lamp" not in (await room.asked("!who Kulyk")).lower()


async def test_without_a_day_of_publication_nothing_is_added_and_with_one_its_dates_come_out(office):
    (preview,) = previews(await office.hand_in(("lamp.txt", UNDATED.encode())))
    assert "Published: not known" in words_of(preview)
    assert "Add" not in {part.get("label") for part in parts_of(preview)}
    form = await office.halyna.click(preview, label="Change details")
    filled = {"published": "13 April 2021", "title": "The keeper", "publisher": "Valley Post"}
    changed = await office.halyna.submit_modal(form, filled)
    shown = words_of(changed.response)
    assert "To be added: “The keeper”" in shown
    assert "“Friday” → 9 April 2021" in shown
    assert "Publisher: Valley Post" in shown
    added = await office.halyna.click(changed.response, label="Add")
    assert "Added “The keeper”" in words_of(added.response)
    assert "“Friday” → 9 April 2021" in await office.asked("!on 2021-04-09")


@pytest.mark.parametrize(
    ("filled", "sentence"),
    [
        ({"published": "April 2021", "title": "The keeper"}, "must be one whole day"),
        ({"published": "2021-04-13", "title": "   "}, "A source needs a title."),
        ({"published": "2021-04-13", "title": "The keeper", "url": "javascript:alert(1)"}, "must begin with http"),
    ],
)
async def test_what_cannot_be_is_said_to_the_moderator_and_the_preview_stays(office, filled, sentence):
    (preview,) = previews(await office.hand_in(("lamp.txt", UNDATED.encode())))
    before = words_of(preview)
    refused = await office.halyna.submit_modal(await office.halyna.click(preview, label="Change details"), filled)
    assert refused.ephemeral
    assert sentence in words_of(refused.response)
    assert words_of(preview) == before


async def test_the_form_is_filled_in_with_what_was_found_and_place_and_rights_have_one_of_their_own(office):
    (preview,) = previews(await office.hand_in(("lamp.txt", ACCOUNT.encode())))
    form = await office.halyna.click(preview, label="Change details")
    values = {part["component"]["custom_id"]: part["component"].get("value") for part in form.modal["components"]}
    assert values["published"] == "2021-04-12"
    assert values["title"] == "The lamp on the pier"
    assert values["contributors"] == "Halyna Dovbush"
    rights = await office.halyna.click(preview, label="Place and rights")
    changed = await office.halyna.submit_modal(rights, {"place": "Kamianka", "rights": "CC BY 4.0"})
    assert "Place: Kamianka" in words_of(changed.response)
    assert "Rights: CC BY 4.0" in words_of(changed.response)


async def test_several_files_have_a_preview_each_and_a_bad_one_spoils_no_other(office):
    good, empty = ("lamp.txt", ACCOUNT.encode()), ("empty.txt", b"  \n")
    results = previews(await office.hand_in(good, empty, ("keeper.txt", UNDATED.encode())))
    shown = [words_of(result) for result in results]
    assert len(shown) == 3
    assert "The lamp on the pier" in shown[0]
    assert "“empty.txt” is empty." in shown[1]
    assert "Published: not known" in shown[2]


async def test_text_is_pasted_into_a_form(office):
    form = await office.hand_in()
    assert form.modal["title"] == "Add text"
    result = await office.halyna.submit_modal(form, {"text": ACCOUNT})
    (preview,) = previews(result)
    assert result.ephemeral
    assert "To be added: “The lamp on the pier”" in words_of(preview)


async def test_the_text_and_the_files_of_a_message_are_added_from_its_menu(office):
    await office.petro.send(office.channel, ACCOUNT)
    (preview,) = previews(
        await office.halyna.context_menu(office.channel, "Add to archive", office.channel.last_message)
    )
    assert "To be added: “The lamp on the pier”" in words_of(preview)
    await office.petro.send(office.channel, "look", attachments=[("keeper.txt", UNDATED.encode())])
    (preview,) = previews(
        await office.halyna.context_menu(office.channel, "Add to archive", office.channel.last_message)
    )
    assert "“It was late,” — Nestor Kulyk" in words_of(preview)


async def test_a_message_typed_with_files_is_answered_with_their_previews(office):
    await office.halyna.send(office.channel, "!source add", attachments=[("lamp.txt", ACCOUNT.encode())])
    assert "To be added: “The lamp on the pier”" in words_of(office.channel.last_message)
    await office.halyna.send(office.channel, "!source add")
    assert "Nothing was handed in" in words_of(office.channel.last_message)


async def test_a_link_is_fetched_from_the_public_web_alone(office):
    for link in ("http://127.0.0.1:8/x", "http://169.254.169.254/latest", "file:///etc/passwd", "http://localhost/"):
        (preview,) = previews(await office.hand_in(link=link))
        shown = words_of(preview)
        assert "To be added" not in shown
        assert len(shown.strip().splitlines()) == 1


async def test_the_same_bytes_are_here_already(office):
    (refused,) = previews(await office.hand_in(("again.md", MILL_SIEGE)))
    assert "This document is already in the archive as “Forty days in the mill by the river”" in words_of(refused)


async def test_what_is_much_like_a_source_is_warned_of(office):
    account = MILL_SIEGE.decode().split("---", 2)[2]
    (preview,) = previews(await office.hand_in(("reprint.txt", f"Mill siege\n\n{account}".encode())))
    assert "Much like “Forty days in the mill by the river” (mill-siege)" in words_of(preview)


async def test_a_preview_is_cancelled(office):
    (preview,) = previews(await office.hand_in(("lamp.txt", ACCOUNT.encode())))
    cancelled = await office.halyna.click(preview, label="Cancel")
    assert "nothing was added" in words_of(cancelled.response)
    assert "Kulyk" not in (await office.asked("!who Kulyk")).replace("“Kulyk”", "")


async def test_a_preview_is_decided_upon_once_and_after_a_restart(env, office, new_bot):
    (preview,) = previews(await office.hand_in(("lamp.txt", ACCOUNT.encode())))
    add = button(preview, "Add")
    await env.restart_bot(new_bot())
    await office.halyna.click(preview, custom_id=add)
    await office.hand_in(("keeper.txt", UNDATED.encode()))
    assert "herons" in await office.asked("!search herons")


async def test_an_addition_is_undone_from_its_message(office):
    (preview,) = previews(await office.hand_in(("lamp.txt", ACCOUNT.encode())))
    added = await office.halyna.click(preview, label="Add")
    await office.halyna.click(added.response, label="Undo")
    assert "herons" not in (await office.asked("!search herons")).replace("“herons”", "")


async def test_a_member_hands_nothing_in(office):
    result = await office.petro.slash(office.channel, "source add", file=("lamp.txt", ACCOUNT.encode()))
    assert result.ephemeral
    assert "moderators" in words_of(result.response)
    await office.petro.send(office.channel, "!source add", attachments=[("lamp.txt", ACCOUNT.encode())])
    assert "moderators" in words_of(office.channel.last_message)


async def test_a_moderator_who_loses_the_role_adds_nothing_any_more(env, office):
    (preview,) = previews(await office.hand_in(("lamp.txt", ACCOUNT.encode())))
    env.backend.remove_member_role(office.halyna.guild.id, office.halyna.id, office.moderators.id)
    refused = await office.halyna.click(preview, label="Add")
    assert refused.ephemeral
    assert "moderators" in words_of(refused.response)
    assert "herons" not in (await office.asked("!search herons")).replace("“herons”", "")
