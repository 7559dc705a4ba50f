"""A moderator changes, withdraws and replaces a source of the server, and takes it all back."""

import pytest

from .conftest import button, words_of
from .forging import submitted
from .keepers import REASON, TEXT, archive_of, labels_of, office_in

NO_SOURCE = "There is no source with this id."
NOT_A_MODERATOR = "That is for this server's moderators"
SHARED = "mill-siege"
RAIN = b"---\ntitle: Rain\npublished: 2021-06-01\n---\nIt rained on Lyman all day on May 31, 2021."
NEW = TEXT.replace("“It was enough.”", "He went home.").encode()


@pytest.fixture
async def office(env):
    return await office_in(env, "Keepers")


@pytest.fixture
async def others(env):
    return await office_in(env, "Others", TEXT + " It rained.", title="Rain in Lyman")


async def test_a_moderator_changes_catalogue_data_in_a_form_that_is_filled_in(office, env, a_while_later):
    form = await office.does("source edit", source=office.source)
    fields = {row["component"]["custom_id"]: row["component"] for row in form.modal["components"]}
    assert fields["title"]["value"] == "The oven in Lyman"
    assert fields["published"]["value"] == "2021-06-04"
    await a_while_later()
    typed = {
        "title": "The oven",
        "published": "2021-06-04",
        "publisher": "Lyman News",
        "contributors": "A; B",
        "url": "",
    }
    done = await office.halyna.submit_modal(form, typed)
    assert done.ephemeral
    shown = words_of(done.response)
    assert "Changed “The oven”" in shown
    assert "Title: The oven in Lyman → The oven" in shown
    assert "Publisher: nothing → Lyman News" in shown
    assert "By: nothing → A; B" in shown
    assert "The oven" in await office.asked(f"!source {office.source}")
    undone = await office.halyna.click(done.response, label="Undo")
    assert "Undid entry" in words_of(undone.response)
    assert "### The oven in Lyman" in await office.asked(f"!source {office.source}")


async def test_a_changed_day_moves_the_dates_that_hang_on_it(office, env):
    text = "The boats left on Friday. “We waited,” said Ivan Bereza."
    office = await office_in(env, "Friday", text, title="Boats")
    form = await office.does("source edit", source=office.source)
    done = await office.halyna.submit_modal(form, {"title": "Boats", "published": "2021-07-04"})
    assert "1 date means other days now." in words_of(done.response)
    assert "2 July 2021" in await office.asked("!on 2021-07-02")


async def test_what_is_too_long_for_a_form_stays_as_it_is_where_it_is_not_filled_in(office):
    archive, long = archive_of(office.env), "https://example.org/" + "a" * 300
    await archive.edit_source(office.source, office.guild.id, {"url": long}, by="command line")
    form = await office.does("source edit", source=office.source)
    await office.halyna.submit_modal(form, {"title": "The oven", "published": "2021-06-04", "url": ""})
    source = await archive.owned_source(office.source, office.guild.id)
    assert (source.title, source.url) == ("The oven", long)


async def test_place_and_rights_are_in_the_other_form(office):
    form = await office.does("source edit", source=office.source, what="edit-more")
    done = await office.halyna.submit_modal(form, {"place": "Lyman", "rights": "CC0"})
    assert "Place: LYMAN → Lyman; Rights: nothing → CC0" in words_of(done.response)


async def test_a_typed_edit_has_buttons_that_open_the_forms(office, a_while_later):
    await office.asked(f"!source edit {office.source}", office.halyna)
    message = office.channel.last_message
    await a_while_later()
    form = await office.halyna.click(message, label="Place and rights")
    await office.halyna.submit_modal(form, {"place": "Kramatorsk", "rights": ""})
    assert "Place: LYMAN → Kramatorsk" in words_of(office.channel.last_message)
    refused = await office.petro.click(message, custom_id=button(office.channel.last_message, "Undo"))
    assert NOT_A_MODERATOR in words_of(refused.response)


async def test_what_cannot_be_is_said_and_nothing_changes(office):
    form = await office.does("source edit", source=office.source)
    refused = await office.halyna.submit_modal(form, {"title": "The oven", "published": "June"})
    assert "one whole day, with its year" in words_of(refused.response)
    form = await office.does("source edit", source=office.source)
    refused = await office.halyna.submit_modal(form, {"title": "The oven in Lyman", "published": "2021-06-04"})
    assert words_of(refused.response).strip() == "Nothing would change by this."
    assert (
        await office.told("source withdraw", source=office.source, reason="  ")
        == "Say why: the reason is kept in the audit log."
    )


async def test_a_source_is_withdrawn_and_taken_back(office, env, a_while_later):
    told = await office.told("source withdraw", source=office.source, reason=REASON)
    assert "Withdrew “The oven in Lyman”" in told
    assert f"Reason: {REASON}" in told
    assert not await office.finds("candlelight")
    assert "Hrytsak — " not in await office.asked("!who Nadiya Hrytsak")
    assert "No source has the id" in await office.asked(f"!source {office.source}")
    assert office.source not in await office.offered("source show", "source", member=office.petro)
    assert office.source not in await office.offered("source show", "source")
    assert await office.offered("source restore", "source", member=office.petro) == {}
    assert office.source in await office.offered("source restore", "source", "oven")
    await a_while_later()
    assert "Took “The oven in Lyman”" in await office.told("source restore", source=office.source)
    assert await office.finds("candlelight")
    assert await office.offered("source restore", "source") == {}


async def test_undo_under_a_withdrawal_takes_the_source_back(office, a_while_later):
    withdrawn = await office.does("source withdraw", source=office.source, reason=REASON)
    await a_while_later()
    undone = await office.halyna.click(withdrawn.response, label="Undo")
    assert "Undone: Withdrew “The oven in Lyman”" in words_of(undone.response)
    assert await office.finds("candlelight")


async def test_a_button_of_what_was_undone_otherwise_says_so(office, a_while_later):
    withdrawn = await office.does("source withdraw", source=office.source, reason=REASON)
    assert "Undone: Withdrew" in await office.told("undo", reason="by mistake")
    await a_while_later()
    again = await office.halyna.click(withdrawn.response, label="Undo")
    assert words_of(again.response).strip() == "This was undone already."
    assert await office.finds("candlelight")


async def test_another_text_is_looked_at_before_it_takes_the_place(office, a_while_later):
    result = await office.does("source replace", source=office.source, file=("oven2.txt", NEW))
    (preview,) = result.followups or [result.response]
    shown = words_of(preview)
    assert result.ephemeral
    assert "To take the place of the text of “The oven in Lyman”" in shown
    assert "Quotations: 4 → 3" in shown
    assert "1 quotation does not stand in the new text:" in shown
    assert "“It was enough.”" in shown
    assert await office.finds("enough")
    await a_while_later()
    form = await office.halyna.click(preview, label="Replace")
    done = await office.halyna.submit_modal(form, {"reason": REASON})
    assert "Replaced the text of “The oven in Lyman”" in words_of(done.response)
    assert "“It was enough.”" in words_of(done.response)
    assert not await office.finds("enough")
    again = await submitted(office.halyna, done.response, form.modal["custom_id"], {"reason": REASON})
    assert "has been decided upon" in words_of(again.response)
    await office.halyna.click(done.response, label="Undo")
    assert await office.finds("enough")


async def test_a_replacement_may_be_cancelled_and_must_be_something(office):
    result = await office.does("source replace", source=office.source, file=("oven2.txt", NEW))
    (preview,) = result.followups or [result.response]
    await office.halyna.click(preview, label="Cancel")
    assert "Attach a file or give a link" in await office.told("source replace", source=office.source)
    same = await office.does("source replace", source=office.source, file=("oven.txt", TEXT.encode()))
    (refused,) = same.followups or [same.response]
    assert "already in the archive as “The oven in Lyman”" in words_of(refused)


@pytest.mark.parametrize("command", ["edit", "withdraw", "restore", "replace", "history"])
async def test_what_is_not_the_servers_is_refused_as_what_does_not_exist(office, others, command):
    more = {"reason": REASON} if command in {"withdraw", "restore"} else {}
    for source in (SHARED, others.source, "no-such-source"):
        assert await office.told(f"source {command}", source=source, **more) == NO_SOURCE


@pytest.mark.parametrize("command", ["edit", "withdraw", "restore", "replace", "history"])
async def test_a_member_changes_nothing_in_any_form(office, command):
    more = {"reason": REASON} if command in {"withdraw", "restore"} else {}
    result = await office.does(f"source {command}", member=office.petro, source=office.source, **more)
    assert result.ephemeral
    assert NOT_A_MODERATOR in words_of(result.response)
    assert NOT_A_MODERATOR in await office.asked(f"!source {command} {office.source} because")
    assert await archive_of(office.env).count_audit(office.guild.id) == 1
    for option in ("source",):
        assert await office.offered(f"source {command}", option, member=office.petro) == {}


async def test_a_button_and_a_form_are_worth_nothing_after_the_role_is_lost(office):
    withdrawn = await office.does("source withdraw", source=office.source, reason=REASON)
    form = await office.does("source edit", source=office.source)
    office.lose_the_role()
    refused = await office.halyna.click(withdrawn.response, label="Undo")
    assert NOT_A_MODERATOR in words_of(refused.response)
    refused = await office.halyna.submit_modal(form, {"title": "Mine", "published": "2021-06-04"})
    assert NOT_A_MODERATOR in words_of(refused.response)
    assert await office.offered("source restore", "source") == {}
    source = await archive_of(office.env).owned_source(office.source, office.guild.id)
    assert source.withdrawn
    assert source.title == "The oven in Lyman"


async def test_undo_under_an_addition_withdraws_it(office):
    result = await office.does("source add", file=("rain.md", RAIN))
    (preview,) = result.followups or [result.response]
    added = await office.halyna.click(preview, label="Add")
    assert "Undo" in labels_of(added.response)
    undone = await office.halyna.click(added.response, label="Undo")
    assert "Undone: Added “" in words_of(undone.response)
    assert not await office.finds("rained")
