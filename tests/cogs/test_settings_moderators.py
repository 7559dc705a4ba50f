"""The role whose members keep a server's sources: who sets it, to what, and what it lets them do."""

import pytest

from cogs._permissions import NOT_YOU

from .test_settings import archive_of, office, office_in, refusals, words_of

__all__ = ["office", "refusals"]

NOBODY = "moderators nobody: those who may manage the server keep its sources."


@pytest.fixture
def archivists(office):
    return office.guild.create_role("Archivists")


@pytest.mark.parametrize("form", ["<@&{id}>", "Archivists", "ARCHIVISTS", "@Archivists", "{id}", "  <@&{id}> "])
async def test_a_moderator_sets_the_role_whose_members_keep_sources_by_typing(env, office, archivists, form):
    typed = await office.asked(f"!settings moderators {form.format(id=archivists.id)}")
    assert "moderators “Archivists”: members of this role keep" in typed
    assert "<@&" not in typed
    assert (await archive_of(env).server(office.guild.id)).moderators == archivists.id
    assert NOBODY in await office.asked("!settings moderators nobody")
    assert (await archive_of(env).server(office.guild.id)).moderators is None


async def test_a_moderator_chooses_the_role_in_a_slash_command_and_leaves_it_out_for_nobody(env, office, archivists):
    chosen = await office.halyna.slash(office.channel, "settings moderators", role=archivists)
    assert chosen.ephemeral
    assert "moderators “Archivists”" in words_of(chosen.response)
    assert NOBODY in words_of((await office.halyna.slash(office.channel, "settings moderators")).response)
    assert (await archive_of(env).server(office.guild.id)).moderators is None


async def test_settings_that_are_changed_are_written_down_with_who_changed_them(env, office, archivists):
    await office.asked("!settings moderators Archivists")
    (entry,) = await archive_of(env).audit(office.guild.id)
    assert (entry.action, entry.by) == ("settings", f"discord:{office.halyna.id}")
    assert entry.after["moderators"] == archivists.id


async def test_everybody_cannot_be_moderators(env, office):
    everybody = office.guild.default_role
    refused = "Not everybody can be a moderator; choose a role that only some have."
    for typed in ("@everyone", "everyone", "@here"):
        assert await office.asked(f"!settings moderators {typed}") == refused
    assert "can be a role of this server" in await office.asked(f"!settings moderators <@&{everybody.id}>")
    result = await office.halyna.slash(office.channel, "settings moderators", role=everybody)
    assert words_of(result.response) == refused
    assert (await archive_of(env).server(office.guild.id)).moderators is None


@pytest.mark.parametrize("words", ["", "   ", "Nosuch", "<@&123456789012345678>", "<@2002>", "a b c", "9" * 30])
async def test_what_is_no_role_of_the_server_is_answered_with_what_would_do(env, office, words):
    other = office_in(env, "Others").guild.create_role("Elsewhere")
    for typed in (words, f"<@&{other.id}>", "Elsewhere"):
        refused = await office.asked(f"!settings moderators {typed}")
        assert refused == (
            "“moderators” can be a role of this server, or nobody: settings moderators nobody, for example."
        )


async def test_of_two_roles_of_one_name_one_must_be_mentioned(office, archivists):
    office.guild.create_role("archivists")
    assert await office.asked("!settings moderators archivists") == (
        "More than one role is called so; mention the one you mean."
    )
    assert "moderators “Archivists”" in await office.asked(f"!settings moderators <@&{archivists.id}>")


async def test_a_role_with_a_hostile_name_is_shown_harmless(office):
    role = office.guild.create_role("@everyone **||https://evil.example")
    shown = await office.asked(f"!settings moderators <@&{role.id}>")
    assert "@everyone" not in shown
    assert "https://evil" not in shown


async def test_a_role_that_is_deleted_is_nobodys(env, office, archivists):
    petro = office.guild.add_member(env.create_user("pavlo"), roles=[archivists])
    await office.asked("!settings moderators Archivists")
    assert "There are no open reports." in words_of((await petro.slash(office.channel, "reports")).response)
    env.backend.delete_role(office.guild.id, archivists.id)
    await env.settle()
    assert NOBODY in await office.asked("!settings")
    assert "That is for this server's moderators" in await office.asked("!reports", petro)


@pytest.mark.usefixtures("refusals")
async def test_members_of_the_role_keep_sources_and_change_no_settings(env, office, archivists):
    pavlo = office.guild.add_member(env.create_user("pavlo"), roles=[archivists])
    assert "That is for this server's moderators" in await office.asked("!reports", pavlo)
    await office.asked("!settings moderators Archivists")
    assert "There are no open reports." in words_of((await pavlo.slash(office.channel, "reports")).response)
    for words in ("settings", "settings moderators nobody", "settings plain on"):
        assert await office.asked(f"!{words}", pavlo) == NOT_YOU
    assert (await archive_of(env).server(office.guild.id)).moderators == archivists.id
