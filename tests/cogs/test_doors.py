"""Who may: everything that is for those who keep the archive, tried by those who do not, through every door."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import discord
import pytest

from bot.archive.accession import Accession
from bot.archive.records import Viewer
from bot.errors import InputError
from cogs._moderators import NOT_A_MODERATOR, NOT_THE_OPERATOR
from cogs._permissions import NOT_HERE, NOT_YOU
from cogs.source import MENU
from tests.small_archive import OWN_ID, OWNER

from .conftest import parts_of, room_in, words_of
from .doors import ACTS, COMMANDS, FIELDS, FORMS, GROUPS, completed, given, mixed
from .forging import pressed, quickly, submitted
from .keepers_house import MENTIONED, SLASH, TYPED, WHO_MAY_NOT, House, set_role

REFUSALS = {NOT_A_MODERATOR, NOT_YOU}
DRAFT_TEXT = "Danylo Zub, a ferryman, hid in the reeds on 5 May 2021."
MALFORMED = (
    " ", "0", "-1", "1:", ":1", "::", "1:1:1", "9" * 19, "9" * 70, "9" * 40 + ":1", "1:" + "9" * 40, "1e9", "0x1", "²",
    "١", "ід", "' OR 1=1 --", "%", "*", "../../archive.db", "None", "id:", "id:oksana-lisova", "[mill:1]",
    "mill-siege:1", "mill-siege:0", "mill-siege:99999", "@everyone", "<@2002>",
)  # fmt: skip
"""What no button has in it, and what of the shared archive is not a server's to change."""


quickly = pytest.fixture(autouse=True)(quickly)


@pytest.fixture
def settings(settings):
    """Numbers in the archive are such as stand nowhere else, to be told from other figures."""
    with closing(sqlite3.connect(settings.archive_path)) as file, file:
        for table, first in (("audit", 7_310_000), ("reports", 8_420_000), ("corrections", 9_530_000)):
            file.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            file.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, first))
    return settings


@pytest.fixture
def house(env, settings) -> Iterator[House]:
    guild = env.create_guild("Keepers")
    permitted = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    archivists = guild.create_role("Archivists")
    members = {
        name: guild.add_member(env.create_user(name), roles=roles)
        for name, roles in {"halyna": [permitted], "pavlo": [archivists], "petro": []}.items()
    }
    channel = guild.create_text_channel("history")
    yield House(env, guild, channel, permitted, archivists, **members, path=str(settings.archive_path))
    # What was raised was a sentence for members, and no fault.
    assert [error for error in env.errors if not isinstance(getattr(error, "original", error), InputError)] == []


async def ids_in(house: House, guild: int | None, source: str) -> dict[str, str]:
    """The ids of what a server has in the archive, as they stand in buttons."""
    archive = house.archive
    document = Accession("draft.txt", DRAFT_TEXT.encode(), DRAFT_TEXT, "In the reeds", guild=guild, added_by="tests")
    draft = await archive.keep_draft(document, {})
    report = await archive.report(guild, source, 0, 6, "Yaryna", "her secret report")
    entry = await archive.withdraw(source, guild, by="tests", reason="her secret reason")
    await archive.restore_source(source, guild, by="tests")
    return {
        "draft": draft.id,
        "source": source,
        "entry": str(entry.number),
        "report": str(report.number),
        "entry and page": f"{entry.number}:1",
        "report and page": f"{report.number}:1",
        "page and source": f"1:{source}",
    }


async def own_source(house: House) -> str:
    document = Accession("own.txt", DRAFT_TEXT.encode(), DRAFT_TEXT, "Reeds", guild=house.guild.id, added_by="tests")
    return (await house.archive.add(document)).id


@pytest.mark.parametrize("form", [SLASH, TYPED, MENTIONED])
@pytest.mark.parametrize("who", WHO_MAY_NOT)
async def test_every_command_is_refused_and_changes_nothing(house, who, form):
    member = await who(house)
    before = house.kept()
    names = COMMANDS if form == SLASH else [*COMMANDS, *GROUPS]
    told = {name: await house.give(name, form, member, everything=form == SLASH) for name in names}
    wrong = {name: words for name, words in told.items() if words not in REFUSALS and not is_usage(name, words)}
    assert wrong == {}
    assert house.kept() == before


def is_usage(name: str, words: str) -> bool:
    """Whether it says no more than what can stand behind the name of a group: what Discord shows to everybody."""
    return name in GROUPS and words.startswith(f"Behind {name} something must follow: ")


@pytest.mark.parametrize("who", WHO_MAY_NOT)
async def test_every_button_and_form_is_refused_in_the_same_words_whatever_its_id(house, who):
    ids = await ids_in(house, house.guild.id, await own_source(house))
    member, message = await who(house), await house.message()
    before, shown = house.kept(), words_of(message)
    for on in [*ids.values(), "nothing-such"]:
        for act in ACTS:
            await refused(await pressed(member, message, f"act:{act}:{on}"), f"act:{act}:{on}")
        for form in FORMS:
            fields = dict.fromkeys(FIELDS, "2021-05-05")
            await refused(await submitted(member, message, f"form:{form}:{on}", fields), f"form:{form}:{on}")
    assert house.kept() == before
    assert words_of(house.channel.last_message) == shown


async def refused(result, door: str) -> None:
    assert result.modal is None, door
    assert result.response is not None, door
    assert result.ephemeral, door
    assert words_of(result.response).strip() in REFUSALS, door


@pytest.mark.parametrize("who", WHO_MAY_NOT)
async def test_the_menu_of_messages_is_refused(house, who):
    member = await who(house)
    message, before = await house.petro.send(house.channel, DRAFT_TEXT), house.kept()
    house.let_see(MENU, member, kind=3)
    await refused(await member.context_menu(house.channel, MENU, message), MENU)
    assert house.kept() == before


async def test_what_moderators_are_offered_while_they_type_is_not_offered_to_others(house):
    ids = await ids_in(house, house.guild.id, await own_source(house))
    secrets = {ids["draft"], ids["entry"], ids["report"]}
    for name, parameter in completed(house.env.bot.tree):
        if name in COMMANDS:
            house.let_see(name.split()[0], house.petro)
        for typed in ("", ids["entry"], ids["draft"][:4], ids["report"], "her secret"):
            choices = await house.petro.autocomplete(house.channel, name, parameter, typed)
            assert secrets.isdisjoint(choice["value"] for choice in choices), (name, parameter)
            assert "her secret" not in repr(choices), (name, parameter)


async def test_another_bot_is_told_nothing(house):
    machine = house.guild.add_member(house.env.create_user("machine", bot=True), roles=[house.permitted])
    before = house.kept()
    for name in [*COMMANDS, *GROUPS]:
        for form in (TYPED, MENTIONED):
            assert await house.give(name, form, machine) == "", name
    assert house.kept() == before


async def test_in_direct_messages_nobody_but_the_operator_is_heard(house):
    user = house.env.create_user("olha")
    await user.send_dm("!who Lisova")
    before, message = house.kept(), user.dm_channel.last_message
    ids = await ids_in(house, None, "mill-siege")
    before = house.kept()
    for name in [*COMMANDS, *GROUPS]:
        for words in (name, given(name).typed if name in COMMANDS else name):
            if words == name and name in COMMANDS and given(name).options:
                continue
            await user.send_dm(f"!{words}")
            told = words_of(user.dm_channel.last_message).strip()
            assert told in {NOT_THE_OPERATOR, NOT_HERE} or is_usage(name, told), words
    for name in {name for name in user.available_commands() if name in COMMANDS}:
        result = await user.slash(name, **given(name, everything=True).options)
        assert words_of(result.response).strip() == NOT_THE_OPERATOR, name
    for on in ids.values():
        for act in ACTS:
            result = await pressed(user, message, f"act:{act}:{on}")
            assert words_of(result.response).strip() == NOT_THE_OPERATOR, act
        for form in FORMS:
            result = await submitted(user, message, f"form:{form}:{on}", dict.fromkeys(FIELDS, "x"))
            assert words_of(result.response).strip() == NOT_THE_OPERATOR, form
    assert house.kept() == before


async def test_the_operator_is_nobody_in_a_server(house):
    house.env.bot.get_cog("Reports")._moderators._operator = house.petro.id
    for name in COMMANDS:
        assert await house.give(name, SLASH, house.petro) in REFUSALS, name


def same(words: str, value: str) -> str:
    """The words without what was asked for in them."""
    return words.replace(value, "§")


def seen(result, value: str) -> tuple:
    """All that somebody learns from what comes of a press, a form or a command, but for what they sent themselves."""
    responses = [each for each in (result.response, *result.followups) if each is not None]
    words = [same(words_of(each), value) for each in responses]
    controls = [same(part["custom_id"], value) for each in responses for part in parts_of(each) if "custom_id" in part]
    files = [len(each.attachments) for each in responses]
    return words, controls, files, same(repr(result.modal), value), result.ephemeral


def missing(foreign: dict[str, str]) -> dict[str, str]:
    """Ids of the same kinds that nobody has."""
    entry, report = int(foreign["entry"]) + 5000, int(foreign["report"]) + 5000
    source = "at-the-ford-00000000"
    return {
        "draft": "0123456789abcdef",
        "source": source,
        "entry": str(entry),
        "report": str(report),
        "entry and page": f"{entry}:1",
        "report and page": f"{report}:1",
        "page and source": f"1:{source}",
    }


@pytest.fixture
async def foreign(house) -> dict[str, str]:
    """The ids of what another server has."""
    room_in(house.env, "Owners", id=OWNER)
    ids = await ids_in(house, OWNER, OWN_ID)
    (person, *_) = await house.archive.persons_by_key(["kovalchuk"], Viewer(OWNER))
    return {**ids, "person": person.id}


async def test_buttons_and_forms_with_ids_of_another_server_do_what_those_do_that_nobody_has(house, foreign):
    message, before = await house.message(), house.kept()
    for kind, nobodys in missing(foreign).items():
        for door, values in doors_with(foreign[kind], nobodys):
            results = []
            for value in values:
                fields = {**dict.fromkeys(FIELDS, "flour"), "published": "2021-05-05"}
                press = submitted(house.halyna, message, door + value, fields)
                if door.startswith("act"):
                    press.close()
                    press = pressed(house.halyna, message, door + value)
                results.append(seen(await press, value))
                assert "on our side" not in repr(results[-1]), door
            assert results[0] == results[1], (door, kind)
            assert_no_secret(results[0], door)
    assert house.kept() == before


def doors_with(one: str, other: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for act in ACTS:
        yield f"act:{act}:", (one, other)
    for form in FORMS:
        if form != "paste":
            yield f"form:{form}:", (one, other)


SECRETS = ("ovalchuk", "At the ford", "schoolteacher", "was cold", "her secret", "In the reeds", "Zub", "ferryman")


def assert_no_secret(told, door) -> None:
    assert [secret for secret in SECRETS if secret in repr(told)] == [], door


@pytest.mark.parametrize("everything", [False, True], ids=["needed", "all"])
async def test_commands_with_ids_of_another_server_do_what_those_do_that_nobody_has(house, foreign, everything):
    await own_source(house)
    nobodys = {**missing(foreign), "person": "maryna-kovalchok--at-the-ford-00000000"}
    pairs = [(foreign[kind], nobodys[kind]) for kind in ("source", "entry", "report", "draft", "person")]
    pairs.append((f"{foreign['source']}:1", f"{nobodys['source']}:1"))
    pairs.append((f"id:{foreign['person']}", f"id:{nobodys['person']}"))
    before, tried = house.kept(), 0
    for name in COMMANDS:
        for pair in pairs:
            commands = [given(name, value, everything=everything, file=None) for value in pair]
            if commands[0] != commands[1]:
                results = [await house.halyna.slash(house.channel, name, **each.options) for each in commands]
                told = [seen(result, value) for result, value in zip(results, pair, strict=True)]
                assert told[0] == told[1], (name, pair)
                assert_no_secret(told[0], (name, pair))
                tried += 1
    assert tried >= 13 * len(pairs)
    assert house.kept() == before


async def test_commands_with_one_id_of_another_server_among_others_do_what_those_do_that_nobody_has(house, foreign):
    nobodys = {**missing(foreign), "person": "maryna-kovalchok--at-the-ford-00000000"}
    pairs = [(foreign["source"], nobodys["source"]), (f"{foreign['source']}:1", f"{nobodys['source']}:1")]
    pairs += [(foreign["entry"], nobodys["entry"]), (f"id:{foreign['person']}", f"id:{nobodys['person']}")]
    before, tried = house.kept(), 0
    for name in COMMANDS:
        for pair in pairs:
            for commands in zip(*(mixed(name, value) for value in pair), strict=True):
                results = [await house.halyna.slash(house.channel, name, **each.options) for each in commands]
                told = [seen(result, value) for result, value in zip(results, pair, strict=True)]
                assert told[0] == told[1], commands
                assert_no_secret(told[0], commands)
                tried += 1
    assert tried > 60
    assert house.kept() == before


async def test_what_no_button_has_in_it_is_answered_with_a_sentence(house):
    message, before = await house.message(), house.kept()
    for on in MALFORMED:
        for act in ACTS:
            result = await pressed(house.halyna, message, f"act:{act}:{on}")
            assert result.acknowledged, (act, on)
            assert "on our side" not in repr(seen(result, on)), (act, on)
        for form in FORMS:
            if form != "paste":
                result = await submitted(house.halyna, message, f"form:{form}:{on}", {"published": "2021-05-05"})
                assert result.acknowledged, (form, on)
                assert "on our side" not in repr(seen(result, on)), (form, on)
    assert house.kept() == before


DISGUISED = (
    ("a program", "account.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + bytes(200)),
    ("an archive", "account.docx", b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + bytes(100)),
    ("a broken PDF", "account.md", b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n"),
    ("a picture", "account.html", b"GIF89a" + bytes(range(256))),
    ("a password", "account.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
)


async def test_files_that_are_not_what_their_names_say_are_refused(house):
    before = house.kept()
    files = {
        f"file{number or ''}": (name, data) for number, (_, name, data) in zip((0, 2, 3, 4, 5), DISGUISED, strict=True)
    }
    result = await house.halyna.slash(house.channel, "source add", **files)
    told = [words_of(each) for each in (result.response, *result.followups) if each is not None]
    assert not [words for words in told if "To be added" in words or "on our side" in words]
    assert len([words for words in told if "account." in words]) >= len(DISGUISED)
    assert house.kept() == before


async def test_whoever_keeps_sources_by_the_role_cannot_undo_who_may(house):
    """Settings are for those who manage the server: not even by way of the log are they anybody else's."""
    await set_role(house, "Archivists")
    await set_role(house, "nobody")
    await set_role(house, "Archivists")
    settings, message = await house.archive.server(house.guild.id), await house.message()
    for entry in await house.archive.audit(house.guild.id):
        for on in (str(entry.number), f"{entry.number}:1"):
            for act in ACTS:
                result = await pressed(house.pavlo, message, f"act:{act}:{on}")
                assert "on our side" not in repr(seen(result, on)), act
        told = await house.pavlo.slash(house.channel, "undo", number=str(entry.number))
        assert "This is something that cannot be undone." in words_of(told.response)
    told = await house.pavlo.slash(house.channel, "undo")
    assert "There is nothing to undo." in words_of(told.response)
    assert await house.archive.server(house.guild.id) == settings
