"""Sources edited, withdrawn, restored and replaced, each undone again."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.authority import Authority, AuthorityRecord
from bot.archive.records import Viewer
from bot.errors import DuplicateSourceError, InputError
from tests.archive.content import content_of, differences
from tests.archive.deeds import read_with_next_days
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, SUBJECTS, document

EVERYONE = Viewer()
BY = {"by": "discord:1", "reason": "the paper says so"}
LETTER = document(
    "Mx Ana Brook came the next day. “I came,” said Mx Brook on 2031-03-05.", "Letter", published=date(2031, 3, 6)
)


@pytest.fixture
async def letters(path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(path, read=read_with_next_days) as archive:
        await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
        await archive.add(LETTER)
        yield archive


async def days(archive: Archive) -> list[str]:
    return [each.earliest.isoformat() for each in await archive.dates_of("ana-brook", EVERYONE, 9)]


async def test_another_day_of_publication_moves_relative_dates(letters: Archive, path: Path) -> None:
    before = content_of(path)
    assert await days(letters) == ["2031-03-05", "2031-03-07"]
    entry = await letters.edit_source("letter", None, {"published": date(2031, 4, 1), "title": "A letter"}, **BY)
    assert (entry.before, entry.after) == (
        {"title": "Letter", "published": "2031-03-06"},
        {"title": "A letter", "published": "2031-04-01"},
    )
    assert await days(letters) == ["2031-03-05", "2031-04-02"]
    assert (await letters.published_on(date(2031, 4, 1), date(2031, 4, 1), EVERYONE))[0].title == "A letter"
    await letters.undo(None, by="discord:1")
    assert differences(before, content_of(path)) == {}


async def test_every_field_of_the_catalogue_can_be_changed(letters: Archive) -> None:
    changes = {
        "title": "One",
        "publisher": "Two",
        "contributors": ("Three", "Four"),
        "place": "Five",
        "url": "https://example.org/six",
        "rights": "Seven",
        "language": "uk",
    }
    await letters.edit_source("letter", None, changes, **BY)
    record = await letters.source("letter", EVERYONE)
    assert record is not None
    assert {name: getattr(record, name) for name in changes} == changes
    await letters.edit_source("letter", None, {"publisher": " ", "contributors": ()}, **BY)
    record = await letters.source("letter", EVERYONE)
    assert record is not None
    assert (record.publisher, record.contributors) == (None, ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": " "}, "must have a title"),
        ({"sha256": "0"}, "not something that can be changed"),
        ({"published": "yesterday"}, "must be a day"),
        ({"title": "Letter"}, "Nothing would change"),
        ({}, "Nothing would change"),
    ],
)
async def test_changes_that_cannot_be(letters: Archive, changes: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        await letters.edit_source("letter", None, changes, **BY)


async def test_the_words_around_a_quotation_follow_its_title(letters: Archive, path: Path) -> None:
    await letters.edit_source("letter", None, {"title": "Zeppelins"}, **BY)
    with closing(sqlite3.connect(path)) as connection:
        found = "SELECT count(*) FROM quotation_words WHERE quotation_words MATCH ?"
        assert connection.execute(found, ("zeppelins",)).fetchone() == (1,)
        assert connection.execute(found, ("letter",)).fetchone() == (0,)
    assert await letters.check() == []


async def test_what_moderators_changed_in_what_ships_outlasts_a_build(letters: Archive) -> None:
    await letters.edit_source("mill", None, {"publisher": "The Heron"}, **BY)
    await letters.replace_source("harbour", None, b"Mx Orla Quint left.", "Mx Orla Quint left.", **BY)
    await letters.withdraw("mill", None, **BY)
    await letters.build([HARBOUR, replace(MILL, title="The old mill")], AUTHORITY, SUBJECTS)
    mill = await letters.owned_source("mill", None)
    assert mill is not None
    assert (mill.publisher, mill.title, mill.withdrawn) == ("The Heron", "The old mill", True)
    stored = await letters.document("harbour", EVERYONE)
    assert stored is not None
    assert stored.text == "Mx Orla Quint left."
    assert await letters.check() == []
    for _ in range(3):
        await letters.undo(None, by="discord:1")
    await letters.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    stored = await letters.document("harbour", EVERYONE)
    assert stored is not None
    assert stored.text == HARBOUR.text
    assert await letters.source("mill", EVERYONE) is not None


async def test_withdrawing_needs_a_reason_and_happens_once(letters: Archive) -> None:
    with pytest.raises(InputError, match="Say why"):
        await letters.withdraw("letter", None, by="discord:1", reason="")
    await letters.withdraw("letter", None, **BY)
    assert await letters.source("letter", EVERYONE) is None
    assert [each.id for each in await letters.owned_sources(None) if each.withdrawn] == ["letter"]
    with pytest.raises(InputError, match="withdrawn already"):
        await letters.withdraw("letter", None, **BY)
    await letters.restore_source("letter", None, by="discord:1")
    with pytest.raises(InputError, match="not withdrawn"):
        await letters.restore_source("letter", None, by="discord:1")


NEW = "A note. Mx Ana Brook came the next day. “I left,” said Mx Brook on 2031-03-05."


async def test_a_text_is_replaced_under_its_id_and_kept(letters: Archive, path: Path) -> None:
    before = content_of(path)
    made = await letters.replace_source("letter", None, NEW.encode(), NEW, filename="new.txt", **BY)
    assert made.quotations == ("I came,",)
    assert made.corrections == ()
    stored = await letters.document("letter", EVERYONE)
    assert stored is not None
    assert (stored.text, stored.original, stored.source.filename) == (NEW, NEW.encode(), "new.txt")
    assert [each.text for each in await letters.quotations_of("ana-brook", EVERYONE, 5)] == ["I left,"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT text, original FROM versions").fetchall() == [(LETTER.text, LETTER.original)]
    assert await letters.check() == []
    await letters.undo(None, by="discord:1")
    assert differences(before, content_of(path)) == {}
    stored = await letters.document("letter", EVERYONE)
    assert stored is not None
    assert (stored.text, stored.source.filename) == (LETTER.text, "account.txt")


async def test_corrections_hold_where_their_words_still_stand_and_are_listed_where_not(letters: Archive) -> None:
    """The same words a little further on are not the same place: nothing is hung on to what is merely alike."""
    (quotation,) = await letters.quotations_of("ana-brook", EVERYONE, 5)
    await letters.set_speaker("letter", quotation.place.start, quotation.place.end, None, written="a child", **BY)
    behind = LETTER.text + " Mx Orla Quint wept."
    assert (await letters.replace_source("letter", None, behind.encode(), behind, **BY)).corrections == ()
    assert await letters.quotations_of("ana-brook", EVERYONE, 5) == []
    before = "So it was. " + LETTER.text
    made = await letters.replace_source("letter", None, before.encode(), before, **BY)
    assert (made.quotations, made.corrections) == ((), (1,))
    assert [each.text for each in await letters.quotations_of("ana-brook", EVERYONE, 5)] == ["I came,"]
    assert [each.action for each in await letters.lost_corrections(None)] == ["speaker"]
    await letters.undo(None, by="discord:1")
    assert await letters.quotations_of("ana-brook", EVERYONE, 5) == []
    assert await letters.lost_corrections(None) == []


async def test_other_words_at_the_same_place_are_other_words(letters: Archive) -> None:
    (quotation,) = await letters.quotations_of("ana-brook", EVERYONE, 5)
    await letters.set_speaker("letter", quotation.place.start, quotation.place.end, None, written="a child", **BY)
    sang = LETTER.text.replace("I came,", "I sang,")
    made = await letters.replace_source("letter", None, sang.encode(), sang, **BY)
    assert (made.quotations, made.corrections) == (("I came,",), (1,))
    assert [each.text for each in await letters.quotations_of("ana-brook", EVERYONE, 5)] == ["I sang,"]


async def test_a_single_name_is_known_once_its_account_is_that_of_the_authority_file(path: Path) -> None:
    gull = AuthorityRecord("gull-of-the-quay", "Gull", sources=("quay",))
    async with Archive.open(path, read=read_with_next_days) as archive:
        await archive.build([], Authority((gull,)), SUBJECTS)
        await archive.add(document("Nobody came.", source_id="quay"))
        await archive.add(document("Mx Gull came.", "Retold", url="https://example.org/quay"))
        assert [each.id for each in await archive.top_persons(EVERYONE, 5)] == ["gull"]
        await archive.edit_source("quay", None, {"url": "https://example.org/quay"}, **BY)
        assert [each.id for each in await archive.top_persons(EVERYONE, 5)] == ["gull-of-the-quay"]
        await archive.undo(None, by="discord:1")
        assert [each.id for each in await archive.top_persons(EVERYONE, 5)] == ["gull"]


async def test_no_text_replaces_another_that_is_in_the_archive_already(letters: Archive) -> None:
    with pytest.raises(DuplicateSourceError, match="The mill"):
        await letters.replace_source("letter", None, MILL.original, MILL.text, **BY)
    with pytest.raises(DuplicateSourceError, match="Letter"):
        await letters.replace_source("letter", None, LETTER.original, LETTER.text, **BY)
    with pytest.raises(InputError, match="broken characters"):
        await letters.replace_source("letter", None, b"x", "half \ud800", **BY)


async def test_a_text_that_has_come_in_elsewhere_meanwhile_does_not_come_back(letters: Archive) -> None:
    await letters.replace_source("letter", None, NEW.encode(), NEW, **BY)
    replaced = (await letters.audit(None, 1))[0]
    await letters.add(replace(LETTER, title="The letter again"))
    with pytest.raises(DuplicateSourceError, match="The letter again"):
        await letters.undo(None, replaced.number, by="discord:1")
    stored = await letters.document("letter", EVERYONE)
    assert stored is not None
    assert stored.text == NEW


async def test_undoing_what_was_added_withdraws_it(letters: Archive) -> None:
    await letters.undo(None, by="discord:1", reason="a mistake")
    assert await letters.source("letter", EVERYONE) is None
    assert await letters.owned_document("letter", None) is not None
    with pytest.raises(InputError, match="nothing to undo"):
        await letters.undo(None, by="discord:1")


async def test_the_same_bytes_and_nearly_the_same_words_are_known(letters: Archive) -> None:
    tale = " ".join(
        f"On day {n} the river rose by {n * 3} feet and Mx Ana Brook wrote line {n * 7}." for n in range(40)
    )
    tale_of = await letters.add(document(tale, "River"))
    other = "Other Site, page 3\n" + tale.replace("wrote", "noted", 3) + "\nAll rights kept."
    ((near, likeness),) = await letters.near_duplicates(other, 7)
    assert near == tale_of
    assert 0.6 < likeness < 1
    assert [each for _, each in await letters.near_duplicates(tale, None)] == [1.0]
    assert await letters.near_duplicates(HARBOUR.text[::-1], None) == []
    assert await letters.near_duplicates("", None) == []
    assert await letters.same_bytes(tale_of.sha256, 7) == tale_of
    secret = await letters.add(document(tale + " In secret.", "Secret", guild=7))
    assert {each.id for each, _ in await letters.near_duplicates(tale, 7)} == {tale_of.id, secret.id}
    assert [each.id for each, _ in await letters.near_duplicates(tale, 8)] == [tale_of.id]
    assert await letters.same_bytes(secret.sha256, 8) is None
    await letters.withdraw(tale_of.id, None, **BY)
    assert await letters.near_duplicates(tale, 8) == []
