"""The audit log, what can be undone, who is forgotten, and what members report."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.records import ServerSettings, Viewer
from bot.errors import InputError
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, PRIVATE, SUBJECTS, document

EVERYONE = Viewer()
MODERATOR = "discord:1234"
BY = {"by": MODERATOR, "reason": "the paper says so"}


async def test_every_change_is_written_down(library: Archive) -> None:
    source = await library.add(PRIVATE)
    await library.rename_person("orla-quint", "Captain Quint", 7, **BY)
    await library.withdraw(source.id, 7, **BY)
    await library.set_server(7, ServerSettings(plain=True), **BY)
    await library.undo(7, by="discord:9", reason="too hasty")
    undone, settings, withdrawn, renamed, added = await library.audit(7)
    assert await library.count_audit(7) == 5
    assert [entry.action for entry in (undone, settings, withdrawn, renamed, added)] == [
        "undo",
        "settings",
        "withdraw",
        "rename",
        "add",
    ]
    assert (renamed.by, renamed.reason, renamed.subject) == (MODERATOR, "the paper says so", "orla-quint")
    assert (renamed.before, renamed.after) == ({"name": "Orla Quint"}, {"name": "Captain Quint"})
    assert (undone.by, undone.reason, undone.undoable, undone.after["undone"]) == (
        "discord:9",
        "too hasty",
        False,
        withdrawn.number,
    )
    assert (withdrawn.undone_by, withdrawn.undoable, settings.undoable) == (undone.number, False, False)
    assert (settings.before["plain"], settings.after["plain"]) == (False, True)
    assert added.by == "tests"
    assert renamed.at.endswith("+00:00")
    assert await library.source(source.id, Viewer(7)) is not None
    assert [entry.action for entry in await library.history_of(source.id, 7)] == ["undo", "withdraw", "add"]
    assert [entry.number for entry in await library.audit(7, 2, 1)] == [settings.number, withdrawn.number]
    assert await library.audit_entry(7, renamed.number) == renamed


async def test_nobody_reads_or_undoes_what_another_owner_did(library: Archive) -> None:
    source = await library.add(PRIVATE)
    number = (await library.audit(7))[0].number
    for owner in (8, None):
        assert await library.history_of(source.id, owner) == []
        assert await library.audit_entry(owner, number) is None
        with pytest.raises(InputError, match="no entry with this number"):
            await library.undo(owner, number, by=MODERATOR)
        with pytest.raises(InputError, match="nothing to undo"):
            await library.undo(owner, by=MODERATOR)


async def test_what_cannot_be_undone_says_why(library: Archive) -> None:
    first = await library.edit_source("mill", None, {"title": "One"}, **BY)
    second = await library.edit_source("mill", None, {"title": "Two", "place": "Port Ness"}, **BY)
    with pytest.raises(InputError, match="changed again later"):
        await library.undo(None, first.number, by=MODERATOR)
    done = await library.undo(None, second.number, by=MODERATOR)
    with pytest.raises(InputError, match="undone already"):
        await library.undo(None, second.number, by=MODERATOR)
    with pytest.raises(InputError, match="cannot be undone"):
        await library.undo(None, done.number, by=MODERATOR)
    await library.undo(None, first.number, by=MODERATOR)
    record = await library.source("mill", EVERYONE)
    assert record is not None
    assert record.title == "The mill"


async def test_the_last_thing_is_undone_first(library: Archive) -> None:
    await library.add_variant("orla-quint", "One", None, **BY)
    await library.add_variant("orla-quint", "Two", None, **BY)
    for form in ("Two", "One"):
        assert (await library.undo(None, by=MODERATOR)).before == {"variant": form}


async def test_a_change_that_fails_is_not_written_down(library: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    async def failing(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("bot.archive.keeping.change.count_in", failing)
    with pytest.raises(RuntimeError, match="in the middle"):
        await library.withdraw("mill", None, **BY)
        await library.restore_source("mill", None, **BY)
    with pytest.raises(RuntimeError, match="in the middle"):
        await library.add(document("Mx Ana Brook came."))
    monkeypatch.undo()
    assert [entry.action for entry in await library.audit(None)] == ["withdraw"]
    assert await library.check() == []


async def test_the_log_outlasts_a_build_and_what_is_done_during_it(library: Archive) -> None:
    await library.withdraw("mill", None, **BY)
    reported = await library.report(7, "harbour", 0, 4, "Mx O", "not Orla")
    await library.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    assert [entry.action for entry in await library.audit(None)] == ["withdraw"]
    assert await library.reports(7) == [reported]


async def test_a_moderator_is_forgotten_everywhere(library: Archive, path: Path) -> None:
    await library.add(document("Mx Ana Brook came.", added_by=MODERATOR))
    await library.withdraw("mill", None, **BY)
    await library.rename_person("orla-quint", "Captain Quint", None, by="discord:12345", reason="so it is")
    assert await library.forget(MODERATOR) == 3
    assert {entry.by for entry in await library.audit(None)} == {"forgotten", "discord:12345"}
    for table in ("sources", "audit", "corrections", "reports"):
        with closing(sqlite3.connect(path)) as connection:
            assert not [row for row in connection.execute(f"SELECT * FROM {table}") if MODERATOR in row], table
    assert await library.forget(MODERATOR) == 0
    for user in ("1234", "command line", "discord:", "discord:²"):
        with pytest.raises(InputError, match="discord"):
            await library.forget(user)


async def test_a_mistake_is_reported_and_closed(library: Archive, path: Path) -> None:
    quotation = (await library.quotations_of("orla-quint", EVERYONE, 1))[0]
    place = (quotation.place.start, quotation.place.end)
    made = await library.report(7, "harbour", *place, quotation.text, " that was not her ")
    assert (made.words, made.shown, made.guild, made.outcome) == ("that was not her", quotation.text, 7, None)
    assert await library.reports(7) == await library.reports(None) == [made]
    assert await library.reports(8) == []
    entry = await library.close_report(made.number, 7, "corrected", by=MODERATOR)
    assert (entry.action, entry.undoable, entry.after["outcome"]) == ("report", False, "corrected")
    assert await library.reports(7) == []
    assert [each.outcome for each in await library.reports(7, open_only=False)] == ["corrected"]
    assert (await library.count_reports(7), await library.count_reports(None, open_only=False)) == (0, 1)
    with pytest.raises(InputError, match="closed already"):
        await library.close_report(made.number, None, "wrong", by=MODERATOR)


async def test_reports_are_kept_for_those_whom_they_concern(library: Archive) -> None:
    source = await library.add(PRIVATE)
    own = await library.report(7, source.id, 0, 2, "Mx", "wrong")
    assert await library.reports(None) == await library.reports(8) == []
    assert await library.reports(7) == [own]
    for guild in (8, None):
        with pytest.raises(InputError, match="no source with this id"):
            await library.report(guild, source.id, 0, 2, "Mx", "wrong")
        with pytest.raises(InputError, match="no report"):
            await library.close_report(own.number, guild, "corrected", by=MODERATOR)
    with pytest.raises(InputError, match="Say what"):
        await library.report(7, "harbour", 0, 2, "Mx", " ")


async def test_a_flood_of_reports_is_refused(library: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.archive.reports.MOST_OPEN", 2)
    first = await library.report(7, "harbour", 0, 2, "Mx", "wrong")
    await library.report(7, "harbour", 0, 2, "Mx", "wrong")
    with pytest.raises(InputError, match="too many"):
        await library.report(7, "harbour", 0, 2, "Mx", "wrong")
    await library.report(8, "harbour", 0, 2, "Mx", "wrong")
    await library.close_report(first.number, 7, "dismissed", by=MODERATOR)
    await library.report(7, "harbour", 0, 2, "Mx", "w" * 5000)
    assert len((await library.reports(7))[0].words) == 1000


async def test_a_date_that_a_moderator_set_is_told_in_the_log(library: Archive) -> None:
    dated = (await library.dates_in(date(2031, 3, 4), date(2031, 3, 4), EVERYONE, 1))[0]
    place = ("harbour", dated.place.start, dated.place.end)
    entry = await library.set_date(*place, date(2031, 3, 7), date(2031, 3, 8), None, **BY)
    assert entry.before["earliest"] == "2031-03-04"
    assert entry.after == {
        "begins": dated.place.start,
        "ends": dated.place.end,
        "earliest": "2031-03-07",
        "latest": "2031-03-08",
        "approximate": False,
    }
