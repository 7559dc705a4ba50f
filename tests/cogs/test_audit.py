"""What was changed, by whom and why: looked at, undone and handed out, by moderators and by nobody else."""

import csv
import io
import json
from dataclasses import replace

import pytest

from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.exports import read_export
from bot.rendering.audit_files import audit_csv

from .conftest import button, words_of
from .keepers import REASON, TEXT, archive_of, labels_of, office_in

NOT_A_MODERATOR = "That is for this server's moderators"
NOT_THE_OPERATOR = "The shared archive is its operator's to keep"
NO_ENTRY = "There is no entry with this number in the audit log."
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
async def office(env):
    return await office_in(env, "Keepers")


@pytest.fixture
async def others(env):
    return await office_in(env, "Others", TEXT + " It rained.", title="Rain in Lyman")


def operator_in(env):
    """Whoever keeps the shared archive."""
    operator = env.create_user("operator")
    env.bot.get_cog("Person").changing.moderators._operator = operator.id
    return operator


async def renamed(office, times: int) -> None:
    """Changes the name of a person as often as that."""
    for number in range(times):
        await office.told(
            "person rename", person="Oksana Lisova", name=f"Oksana Lisova {'I' * (number + 1)}", reason=REASON
        )


async def file_of(message) -> bytes:
    return await message.attachments[0].read()


async def test_the_log_says_who_did_what_when_and_why(office):
    await office.told(
        "source withdraw", source=office.source, reason=f"{REASON} @everyone <@5> [x](https://evil.example)"
    )
    result = await office.does("audit")
    assert result.ephemeral
    shown = words_of(result.response)
    assert f"<@{office.halyna.id}> · 20" in shown
    assert "Withdrew “The oven in Lyman”" in shown
    assert REASON in shown
    assert "@everyone" not in shown
    assert "<@5>" not in shown
    assert "](https://" not in shown
    assert shown.index("Withdrew") < shown.index("Added")


async def test_nobody_else_is_named_by_the_words_of_a_reason(office):
    await office.told("source withdraw", source=office.source, reason="12 · discord:5 · discord:6")
    shown = await office.told("audit")
    assert "<@5>" not in shown
    assert "<@6>" not in shown
    assert "discord:6" in shown


async def test_what_was_done_elsewhere_is_told_as_it_was(office):
    archive = archive_of(office.env)
    await archive.withdraw(office.source, office.guild.id, by="command line", reason=REASON)
    await archive.forget(f"discord:{office.halyna.id}")
    await archive.forget("discord:1")
    shown = await office.told("audit")
    assert "· command line ·" in shown
    assert "· forgotten ·" in shown


async def test_the_log_is_turned_page_by_page_and_undone_in(office, env, a_while_later):
    await renamed(office, 7)
    first = (await office.does("audit")).response
    assert "### Audit log, page 1 of 2" in words_of(first)
    assert len([label for label in labels_of(first) if label.startswith("Undo ")]) == 5
    await a_while_later()
    second = (await office.halyna.click(first, label="Next")).response
    assert "### Audit log, page 2 of 2" in words_of(second)
    assert "Added “The oven in Lyman”" in words_of(second)
    back = (await office.halyna.click(second, label="Previous")).response
    label = next(label for label in labels_of(back) if label.startswith("Undo "))
    undone = (await office.halyna.click(back, custom_id=button(back, label))).response
    assert "Undid entry" in words_of(undone)
    assert "Undone by entry" in words_of(undone)
    assert label not in labels_of(undone)


async def test_a_page_is_asked_for_by_its_number(office):
    await renamed(office, 6)
    assert "page 2 of 2" in await office.told("audit", page=2)
    assert "page 2 of 2" in await office.told("audit", page=99)
    assert "page 1 of 2" in await office.told("audit", page=-1)


async def test_the_history_of_a_source_is_its_own(office, a_while_later):
    await office.told("source withdraw", source=office.source, reason=REASON)
    await office.told("source restore", source=office.source)
    await office.told("person rename", person="Oksana Lisova", name="Oksana", reason=REASON)
    history = await office.does("source history", source=office.source)
    assert history.ephemeral
    shown = words_of(history.response)
    assert "### History of “The oven in Lyman”" in shown
    assert "Took “The oven in Lyman”" in shown
    assert "Renamed" not in shown
    await a_while_later()
    label = next(label for label in labels_of(history.response) if label.startswith("Undo "))
    undone = await office.halyna.click(history.response, custom_id=button(history.response, label))
    assert "Undone: Took “The oven in Lyman”" in words_of(undone.response)


async def test_undo_takes_back_the_last_change_or_one_by_its_number(office):
    await office.told("source withdraw", source=office.source, reason=REASON)
    (entry, added) = await archive_of(office.env).audit(office.guild.id)
    offered = await office.offered("undo", "number")
    assert list(offered) == [str(entry.number), str(added.number)]
    assert offered[str(entry.number)].startswith(f"{entry.number}: Withdrew “The oven in Lyman”")
    assert "Undone: Withdrew" in await office.told("undo", number=f"#{entry.number}", reason="too early")
    assert await office.told("undo", number=str(entry.number)) == "This was undone already."
    assert "Undone: Added" in await office.told("undo")
    assert await office.told("undo") == "There is nothing to undo."
    for number in ("999999", "-1", "twelve", "9" * 40):
        assert await office.told("undo", number=number) == NO_ENTRY


async def test_another_servers_entry_is_one_that_does_not_exist(office, others):
    await others.told("source withdraw", source=others.source, reason=REASON)
    theirs = (await archive_of(office.env).audit(others.guild.id))[0]
    assert await office.told("undo", number=str(theirs.number)) == NO_ENTRY
    assert str(theirs.number) not in await office.offered("undo", "number")
    assert "Rain in Lyman" not in await office.told("audit")
    assert not await others.finds("rained")


@pytest.mark.parametrize("command", ["audit", "undo", "archive export"])
async def test_a_member_sees_and_undoes_nothing(office, command):
    refused = await office.does(command, member=office.petro)
    assert refused.ephemeral
    assert NOT_A_MODERATOR in words_of(refused.response)
    assert NOT_A_MODERATOR in await office.asked(f"!{command}")
    assert await office.offered("undo", "number", member=office.petro) == {}
    assert await archive_of(office.env).count_audit(office.guild.id) == 1


@pytest.mark.parametrize("typed", ["audit", "archive export", "source history {source}"])
async def test_what_is_for_moderators_alone_is_not_put_into_a_channel(office, typed):
    words = typed.format(source=office.source)
    told = await office.asked(f"!{words}", office.halyna)
    assert "That is not for everybody in a channel to read; type /" in told
    assert "oven" not in told


@pytest.mark.parametrize("label", ["Undo", "Next", "CSV", "JSON"])
async def test_every_button_under_the_log_is_worth_nothing_after_the_role_is_lost(office, label):
    await renamed(office, 6)
    log = (await office.does("audit")).response
    office.lose_the_role()
    pressed = await office.halyna.click(log, custom_id=button(log, label))
    assert pressed.ephemeral
    assert NOT_A_MODERATOR in words_of(pressed.response)
    assert not pressed.response.attachments
    assert await archive_of(office.env).count_audit(office.guild.id) == 7


async def test_the_log_is_handed_out_as_json_and_as_a_table(office, a_while_later):
    await office.told("source withdraw", source=office.source, reason=FORMULA)
    log = (await office.does("audit")).response
    await a_while_later()
    as_json = await office.halyna.click(log, label="JSON")
    as_table = await office.halyna.click(log, label="CSV")
    assert as_json.ephemeral
    assert as_table.ephemeral
    entries = json.loads(await file_of(as_json.response))["audit"]
    assert [entry["action"] for entry in entries] == ["withdraw", "add"]
    assert entries[0]["by"] == f"discord:{office.halyna.id}"
    assert entries[0]["reason"] == FORMULA
    rows = list(csv.DictReader(io.StringIO((await file_of(as_table.response)).decode("utf-8-sig"))))
    assert [row["action"] for row in rows] == ["withdraw", "add"]
    assert rows[0]["reason"] == f"'{FORMULA}"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n+"])
async def test_no_cell_of_the_table_is_a_formula(office, start):
    entry = (await archive_of(office.env).audit(office.guild.id))[0]
    table = audit_csv([replace(entry, reason=f"{start}1+1", subject=f"{start}cmd")]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert row["reason"].startswith("'")
    assert row["subject"].startswith("'")


async def test_a_server_takes_out_all_it_has_and_another_archive_takes_it_back(office, others, tmp_path):
    await office.told("person rename", person="Nadiya Hrytsak", name="Nadia Hrytsak", reason=REASON)
    await office.told("quotation speaker", quotation=f"{office.source}:3", speaker="Nadia Hrytsak", reason=REASON)
    result = await office.does("archive export")
    assert result.ephemeral
    assert "1 source, with 2 corrections and the audit log." in words_of(result.response)
    path = tmp_path / "export.zip"
    path.write_bytes(await file_of(result.response))
    export = read_export(path)
    assert [source.record["title"] for source in export.sources] == ["The oven in Lyman"]
    assert "Rain" not in str(export)
    guild = office.guild.id
    async with Archive.open(tmp_path / "other.db") as archive:
        assert await archive.import_owner(export, guild, by="command line") == 1
        document = await archive.owned_document(office.source, guild)
        assert document.text == TEXT
        assert document.original == TEXT.encode()
        person = (await archive.persons_by_key(["nadia hrytsak"], Viewer(guild)))[0]
        said = [each.text for each in await archive.quotations_of(person.id, Viewer(guild), 10)]
        assert "I walked,” Ms" not in said
        assert any("walked" in words for words in said)
        log = [entry for entry in await archive.audit(guild) if entry.action != "import"]
        assert [entry.action for entry in log] == ["speaker", "rename", "add"]
        assert {entry.reason for entry in log} == {REASON, ""}


@pytest.mark.parametrize("limit", ["LARGEST", "MOST_PACKED"])
async def test_what_discord_does_not_take_is_one_sentence(office, monkeypatch, limit):
    monkeypatch.setattr(f"cogs._exporting.{limit}", 100)
    told = await office.does("archive export")
    assert "MB that Discord takes in one file" in words_of(told.response)
    assert not told.response.attachments


async def test_a_server_without_anything_is_told_so(env):
    guild = env.create_guild("New", owner=(owner := env.create_user("bohdana")))
    channel = guild.create_text_channel("office")
    result = await guild.add_member(owner).slash(channel, "archive export")
    assert words_of(result.response).strip() == "There is nothing of this server in the archive yet."
    result = await guild.add_member(owner).slash(channel, "audit")
    assert "Nothing has been changed yet." in words_of(result.response)


async def test_the_operator_keeps_the_shared_archive_in_direct_messages(env):
    operator = operator_in(env)
    await operator.send_dm("!source withdraw mill-siege it is under review")
    assert "Withdrew “Forty days in the mill by the river”" in words_of(operator.dm_channel.last_message)
    await operator.send_dm("!audit")
    log = operator.dm_channel.last_message
    assert f"<@{operator.id}>" in words_of(log)
    await operator.send_dm("!undo")
    assert "Undone: Withdrew" in words_of(operator.dm_channel.last_message)
    await operator.send_dm("!source history mill-siege")
    assert "History of “Forty days in the mill by the river”" in words_of(operator.dm_channel.last_message)


@pytest.mark.parametrize(
    "words", ["audit", "undo", "archive export", "source withdraw mill-siege x", "source edit mill-siege"]
)
async def test_nobody_else_keeps_it(env, words):
    user = env.create_user("olha")
    await user.send_dm(f"!{words}")
    assert NOT_THE_OPERATOR in words_of(user.dm_channel.last_message)


async def test_the_operator_has_no_say_in_a_server(office, env):
    operator = office.guild.add_member(operator_in(env))
    assert NOT_A_MODERATOR in await office.told("audit", member=operator)
