"""What moderators correct: whom it holds for, in which order, and what becomes of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.authority import Authority, AuthorityRecord
from bot.archive.records import Viewer
from bot.errors import InputError
from bot.reading.model import Reading
from bot.reading.people.keys import name_key
from tests.archive.content import content_of, differences
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, SUBJECTS, document, read_simply

EVERYONE, OWN, OTHER = Viewer(), Viewer(7), Viewer(8)
BY = {"by": "discord:1", "reason": "the paper says so"}
FIRST = document("Mx Ana Brook, the lock keeper, came. “I kept the lock,” said Mx Brook on 2031-03-05.", "First")
SECOND = document("Mx Ana Brook, the dentist, left.\n“No bread,” said Mx Brook.", "Second")
THIRD = document("Mx Anna Broke, the baker, slept on 2031-03.", "Third")
LOCK, DENTIST, BAKER = "ana-brook", "ana-brook--second", "anna-broke"


@pytest.fixture
async def brooks(archive: Archive) -> Archive:
    """An archive in which three sources name three persons."""
    await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    for account in (FIRST, SECOND, THIRD):
        await archive.add(account)
    return archive


@pytest.fixture
async def shelves(brooks: Archive) -> AsyncIterator[tuple[Archive, str]]:
    """The same, with a source of a server that names one of them; the archive, and the id of that source."""
    record = await brooks.add(document("Mx Ana Brook, the old dentist, rowed. “Row,” said Mx Brook.", "Own", guild=7))
    yield brooks, record.id


async def found(archive: Archive, name: str, viewer: Viewer = EVERYONE) -> dict[str, int]:
    """Id and number of mentions of each bearer of a name."""
    return {each.id: each.mentions for each in await archive.persons_by_key([name_key(name)], viewer)}


async def said_by(archive: Archive, person_id: str, viewer: Viewer = EVERYONE) -> list[str]:
    return [each.text for each in await archive.quotations_of(person_id, viewer, 10)]


async def test_two_persons_are_merged_and_found_under_every_form(brooks: Archive) -> None:
    await brooks.merge_persons(BAKER, DENTIST, None, **BY)
    assert await brooks.person(BAKER, EVERYONE) is None
    assert await found(brooks, "Anna Broke") == {DENTIST: 3}
    assert await found(brooks, "Ana Brook") == {LOCK: 2, DENTIST: 3}
    assert ("anna broke", DENTIST) in await brooks.name_keys(EVERYONE)
    listed = await brooks.listed_persons(EVERYONE)
    assert {listed.persons[at].id for at in listed.names.beginning("anna bro")} == {DENTIST}
    assert [each.text for each in await brooks.descriptions_of(DENTIST, EVERYONE)] == ["the dentist", "the baker"]
    assert await brooks.check() == []


async def test_somebody_merged_into_a_person_of_the_authority_file(brooks: Archive) -> None:
    await brooks.merge_persons(BAKER, "orla-quint", None, **BY)
    orla = await brooks.person("orla-quint", EVERYONE)
    assert orla is not None
    assert (orla.name, orla.role) == ("Orla Quint", "harbour pilot")
    assert "orla-quint" in await found(brooks, "Broke")
    assert await found(brooks, "Орла Квінт") == {"orla-quint": orla.mentions}


async def test_a_person_of_the_authority_file_is_found_under_its_forms_where_it_is_merged(brooks: Archive) -> None:
    await brooks.merge_persons("orla-quint", BAKER, None, **BY)
    assert set(await found(brooks, "Орла Квінт")) == {BAKER}
    assert "Orlagh Quint" in {form.form for form in await brooks.names_of(BAKER, EVERYONE)}


async def test_nobody_is_merged_into_themselves(brooks: Archive) -> None:
    with pytest.raises(InputError, match="one person already"):
        await brooks.merge_persons(LOCK, LOCK, None, **BY)


async def test_a_chain_of_merges_and_its_undoing_in_any_order(brooks: Archive) -> None:
    first = await brooks.merge_persons(BAKER, DENTIST, None, **BY)
    second = await brooks.merge_persons(DENTIST, LOCK, None, **BY)
    assert await found(brooks, "Broke") == {LOCK: 5}
    await brooks.undo(None, first.number, by="discord:2")
    assert await found(brooks, "Brook") == {LOCK: 4}
    assert await found(brooks, "Broke") == {BAKER: 1}
    await brooks.undo(None, second.number, by="discord:2")
    assert await found(brooks, "Brook") == {LOCK: 2, DENTIST: 2}
    assert await brooks.check() == []


async def test_two_merges_in_a_row_that_meet_in_one(brooks: Archive) -> None:
    await brooks.merge_persons(BAKER, LOCK, None, **BY)
    await brooks.merge_persons(DENTIST, LOCK, None, **BY)
    assert await found(brooks, "Brook") == {LOCK: 5}


async def test_somebody_who_was_merged_is_there_no_more_to_be_merged_into(brooks: Archive) -> None:
    await brooks.merge_persons(BAKER, DENTIST, None, **BY)
    with pytest.raises(InputError, match="nobody with this id"):
        await brooks.merge_persons(LOCK, BAKER, None, **BY)


async def test_a_new_source_follows_a_merge(brooks: Archive) -> None:
    """With evidence for both it would be neither, were they not one."""
    await brooks.merge_persons(DENTIST, LOCK, None, **BY)
    await brooks.add(document("Mx Ana Brook, the dentist and lock keeper, sang.", "Fourth"))
    assert await found(brooks, "Ana Brook") == {LOCK: 5}


async def test_a_split_makes_somebody_new_in_one_source(brooks: Archive) -> None:
    await brooks.merge_persons(DENTIST, LOCK, None, **BY)
    made = await brooks.split_person(LOCK, "second", None, name="Ana Brook the younger", **BY)
    younger = made.after["person"]
    assert await found(brooks, "Ana Brook") == {LOCK: 2, younger: 2}
    record = await brooks.person(younger, EVERYONE)
    assert record is not None
    assert record.name == "Ana Brook the younger"
    await brooks.undo(None, made.number, by="discord:1")
    assert await found(brooks, "Ana Brook") == {LOCK: 4}


async def test_a_split_moves_nobody_else_and_later_sources_go_by_it(
    brooks: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    await brooks.add(document("Mx Ana Brook, the old lock keeper, sang.", "Fourth"))
    made = await brooks.split_person(LOCK, "first", None, **BY)
    new = made.after["person"]
    assert await found(brooks, "Ana Brook") == {LOCK: 1, DENTIST: 2, new: 2}
    monkeypatch.setattr("bot.archive.audit.now", lambda: "2999-01-01T00:00:00+00:00")
    await brooks.add(document("Mx Ana Brook, the lock warden, slept.", "For both"))
    assert len(await found(brooks, "Ana Brook")) == 4
    await brooks.withdraw("fourth", None, **BY)
    await brooks.replace_source("fourth", None, b"Nobody came.", "Nobody came.", **BY)
    assert await found(brooks, "Ana Brook") == {DENTIST: 2, new: 3}


async def test_a_split_to_somebody_who_is_there(brooks: Archive) -> None:
    await brooks.split_person(BAKER, "third", None, to_id=LOCK, **BY)
    assert await found(brooks, "Broke") == {LOCK: 3}


async def test_split_then_merged_back(brooks: Archive) -> None:
    await brooks.add(document("Mx Ana Brook, the lock keeper, sang.", "Fourth"))
    made = await brooks.split_person(LOCK, "first", None, **BY)
    assert await found(brooks, "Ana Brook") == {LOCK: 1, DENTIST: 2, made.after["person"]: 2}
    await brooks.merge_persons(made.after["person"], LOCK, None, **BY)
    assert await found(brooks, "Ana Brook") == {LOCK: 3, DENTIST: 2}


async def test_a_split_that_is_undone_leaves_a_later_merge_with_nothing_to_do(brooks: Archive) -> None:
    made = await brooks.split_person(LOCK, "first", None, **BY)
    await brooks.merge_persons(made.after["person"], BAKER, None, **BY)
    assert await found(brooks, "Broke") == {BAKER: 3}
    await brooks.undo(None, made.number, by="discord:1")
    assert await found(brooks, "Ana Brook") == {LOCK: 2, DENTIST: 2}
    assert [entry.action for entry in await brooks.lost_corrections(None)] == ["merge"]


async def test_only_what_a_source_calls_so_can_be_split(brooks: Archive) -> None:
    with pytest.raises(InputError, match="names nobody"):
        await brooks.split_person(LOCK, "third", None, **BY)


async def test_a_person_is_renamed_and_found_under_both_names(brooks: Archive) -> None:
    await brooks.rename_person("orla-quint", "Orla Quint-Moss", None, **BY)
    orla = await brooks.person("orla-quint", EVERYONE)
    assert orla is not None
    assert orla.name == "Orla Quint-Moss"
    forms = {form.form: form.kind for form in await brooks.names_of("orla-quint", EVERYONE)}
    assert (forms["Orla Quint-Moss"], forms["Orla Quint"]) == ("preferred", "variant")
    for name in ("Moss", "Quint Moss", "Orla Quint", "Orlagh"):
        assert "orla-quint" in await found(brooks, name), name
    assert [each.to_name for each in await brooks.ties_of("teo-quint", EVERYONE)] == []
    listed = await brooks.listed_persons(EVERYONE)
    assert "Orla Quint-Moss" in {each.name for each in listed.persons}


async def test_a_variant_is_added_and_removed(brooks: Archive) -> None:
    await brooks.add_variant(LOCK, "Captain Lock", None, **BY)
    assert await found(brooks, "Captain Lock") == {LOCK: 2}
    with pytest.raises(InputError, match="already"):
        await brooks.add_variant(LOCK, "Captain  Lock", None, **BY)
    await brooks.remove_variant(LOCK, "Captain Lock", None, **BY)
    assert await found(brooks, "Captain Lock") == {}
    await brooks.undo(None, by="discord:1")
    assert await found(brooks, "Captain Lock") == {LOCK: 2}


async def test_the_operator_may_remove_a_variant_of_the_authority_file(brooks: Archive) -> None:
    await brooks.remove_variant("orla-quint", "Orlagh Quint", None, **BY)
    assert await found(brooks, "Orlagh") == {}
    with pytest.raises(InputError, match="not a variant"):
        await brooks.remove_variant("orla-quint", "Орла Квінт", 7, **BY)


async def test_a_description_rests_on_a_passage(brooks: Archive) -> None:
    made = await brooks.describe_person(LOCK, "keeper  of the north lock", "first:1", None, **BY)
    assert made.after == {"role": "keeper of the north lock", "citation": "first:1"}
    person = await brooks.person(LOCK, EVERYONE)
    assert person is not None
    assert person.role == "keeper of the north lock"
    await brooks.withdraw("first", None, **BY)
    await brooks.describe_person(DENTIST, "a dentist", "second:1", None, **BY)
    await brooks.restore_source("first", None, **BY)
    assert (await found(brooks, "Brook")).keys() == {LOCK, DENTIST}


@pytest.mark.parametrize("citation", ["", "first", "first:", "first:0", "first:99", "nothing:1", ":1", "first:-1"])
async def test_a_description_without_a_passage_is_refused(brooks: Archive, citation: str) -> None:
    with pytest.raises(InputError, match="number of a passage"):
        await brooks.describe_person(LOCK, "a keeper", citation, None, **BY)


async def test_a_role_is_not_said_without_its_source(brooks: Archive) -> None:
    await brooks.describe_person(DENTIST, "somebody in the lock", "first:1", None, **BY)
    await brooks.withdraw("first", None, **BY)
    person = await brooks.person(DENTIST, EVERYONE)
    assert person is not None
    assert person.role == "the dentist"


async def test_a_quotation_is_given_another_speaker(brooks: Archive) -> None:
    (quotation,) = await brooks.quotations_of(LOCK, EVERYONE, 5)
    place = (quotation.place.source.id, quotation.place.start, quotation.place.end)
    await brooks.set_speaker(*place, None, person_id="orla-quint", **BY)
    assert quotation.text in await said_by(brooks, "orla-quint")
    assert await said_by(brooks, LOCK) == []
    await brooks.set_speaker(*place, None, written="a guard", **BY)
    drawn = await brooks.verbatim("I kept the lock", EVERYONE, 1)
    assert drawn[0].quotation is not None
    assert (drawn[0].quotation.speaker, drawn[0].quotation.speaker_id) == ("a guard", None)
    await brooks.set_speaker(*place, None, **BY)
    drawn = await brooks.verbatim("I kept the lock", EVERYONE, 1)
    assert drawn[0].quotation is not None
    assert drawn[0].quotation.speaker is None
    for _ in range(3):
        await brooks.undo(None, by="discord:1")
    assert await said_by(brooks, LOCK) == [quotation.text]
    assert await brooks.check() == []


async def test_a_speaker_follows_a_later_merge(brooks: Archive) -> None:
    (quotation,) = await brooks.quotations_of(LOCK, EVERYONE, 5)
    place = (quotation.place.source.id, quotation.place.start, quotation.place.end)
    await brooks.set_speaker(*place, None, person_id=BAKER, **BY)
    await brooks.merge_persons(BAKER, DENTIST, None, **BY)
    assert quotation.text in await said_by(brooks, DENTIST)


async def test_a_speaker_whom_no_source_names_any_more_comes_back_with_the_source(brooks: Archive) -> None:
    (quotation,) = await brooks.quotations_of(LOCK, EVERYONE, 5)
    await brooks.set_speaker("first", quotation.place.start, quotation.place.end, None, person_id=BAKER, **BY)
    assert await brooks.count_quotations_of(BAKER, EVERYONE) == 1
    await brooks.replace_source("third", None, b"Nobody slept.", "Nobody slept.", **BY)
    assert await brooks.person(BAKER, EVERYONE) is None
    (standing,) = await brooks.verbatim("I kept the lock", EVERYONE, 1)
    assert standing.quotation is not None
    assert (standing.quotation.speaker, standing.quotation.speaker_id) == ("Anna Broke", None)
    await brooks.undo(None, by="discord:1")
    assert await brooks.count_quotations_of(BAKER, EVERYONE) == 1
    assert await said_by(brooks, BAKER) == [quotation.text]


async def test_a_speaker_who_was_set_after_a_merge_is_not_led_on_by_it(shelves: tuple[Archive, str]) -> None:
    archive, own = shelves
    await archive.merge_persons(DENTIST, LOCK, 7, **BY)
    (row,) = [each for each in await archive.quotations_of(LOCK, OWN, 9) if each.place.source.id == own]
    await archive.set_speaker(own, row.place.start, row.place.end, 7, person_id=DENTIST, **BY)
    assert row.text in await said_by(archive, DENTIST, OWN)


async def test_what_a_merge_calls_somebody_is_not_their_name(brooks: Archive) -> None:
    renamed = await brooks.rename_person(BAKER, "Anya Broke", None, **BY)
    await brooks.merge_persons("orla-quint", BAKER, None, **BY)
    await brooks.undo(None, renamed.number, by="discord:1")
    await brooks.add(document("Mx Orlagh Quint left.", "Fourth"))
    baker = await brooks.person(BAKER, EVERYONE)
    assert baker is not None
    assert baker.name == "Anna Broke"


async def test_a_date_is_set_with_its_reason(brooks: Archive) -> None:
    (dated,) = list(await brooks.dates_of(BAKER, EVERYONE, 5))
    place = (dated.place.source.id, dated.place.start, dated.place.end)
    await brooks.set_date(*place, date(2031, 3, 9), date(2031, 3, 10), None, approximate=True, **BY)
    (now,) = await brooks.dates_of(BAKER, EVERYONE, 5)
    assert (now.earliest, now.latest, now.approximate) == (date(2031, 3, 9), date(2031, 3, 10), True)
    assert (now.as_written, now.reason) == ("2031-03", "set by a moderator: the paper says so")
    assert await brooks.count_dates_in(date(2031, 3, 20), date(2031, 3, 21), EVERYONE) == 1
    await brooks.undo(None, by="discord:1")
    assert await brooks.dates_of(BAKER, EVERYONE, 5) == [dated]
    with pytest.raises(InputError, match="must not come after"):
        await brooks.set_date(*place, date(2031, 3, 9), date(2031, 3, 8), None, **BY)
    with pytest.raises(InputError, match="no date expression"):
        await brooks.set_date("third", 0, 3, date(2031, 3, 9), date(2031, 3, 9), None, **BY)


async def test_a_correction_needs_a_reason(brooks: Archive) -> None:
    with pytest.raises(InputError, match="Say why"):
        await brooks.merge_persons(LOCK, DENTIST, None, by="discord:1", reason=" ")
    assert await brooks.count_audit(None) == 3


async def test_a_server_corrects_its_own_sources_alone(shelves: tuple[Archive, str]) -> None:
    archive, _own = shelves
    assert await found(archive, "Ana Brook", OWN) == {LOCK: 2, DENTIST: 4}
    await archive.merge_persons(DENTIST, LOCK, 7, **BY)
    assert await found(archive, "Ana Brook", OWN) == {LOCK: 4, DENTIST: 2}
    for viewer in (EVERYONE, OTHER):
        assert await found(archive, "Ana Brook", viewer) == {LOCK: 2, DENTIST: 2}
    assert await said_by(archive, LOCK, OWN) == ["I kept the lock,", "Row,"]


async def test_names_and_roles_that_a_server_gives_are_seen_there_alone(shelves: tuple[Archive, str]) -> None:
    archive, own = shelves
    await archive.rename_person(DENTIST, "Doctor Brook", 7, **BY)
    await archive.describe_person(DENTIST, "a rowing dentist", f"{own}:1", 7, **BY)
    await archive.add_variant(DENTIST, "The Tooth", 7, **BY)
    seen = await archive.person(DENTIST, OWN)
    assert seen is not None
    assert (seen.name, seen.role) == ("Doctor Brook", "a rowing dentist")
    assert set(await found(archive, "Tooth", OWN)) == {DENTIST}
    for viewer in (EVERYONE, OTHER):
        elsewhere = await archive.person(DENTIST, viewer)
        assert elsewhere is not None
        assert (elsewhere.name, elsewhere.role) == ("Ana Brook", "the dentist")
        assert await found(archive, "Tooth", viewer) == await found(archive, "Doctor", viewer) == {}
    assert next(form.form for form in await archive.names_of(DENTIST, OWN)) == "Doctor Brook"


async def test_a_server_without_sources_may_name_people_for_itself(brooks: Archive) -> None:
    before = await brooks.listed_persons(OTHER)
    await brooks.rename_person(LOCK, "Keeper Brook", 8, **BY)
    assert "Keeper Brook" in {each.name for each in (await brooks.listed_persons(OTHER)).persons}
    assert "Keeper Brook" not in {each.name for each in (await brooks.listed_persons(EVERYONE)).persons}
    assert await brooks.edition(OTHER) != await brooks.edition(OWN)
    assert "Keeper Brook" not in {each.name for each in before.persons}


async def test_what_is_not_the_owners_is_refused_like_what_is_not_there(shelves: tuple[Archive, str]) -> None:
    archive, own = shelves
    (row,) = [each for each in await archive.quotations_of(DENTIST, OWN, 9) if each.place.source.id == own]
    place = (row.place.start, row.place.end)

    async def refusal(source: str, owner: int | None) -> list[str]:
        attempts = (
            archive.set_speaker(source, *place, owner, written="me", **BY),
            archive.set_date(source, *place, date(2031, 1, 1), date(2031, 1, 1), owner, **BY),
            archive.split_person(LOCK, source, owner, **BY),
            archive.edit_source(source, owner, {"title": "Mine"}, **BY),
            archive.withdraw(source, owner, **BY),
            archive.restore_source(source, owner, **BY),
            archive.replace_source(source, owner, b"x", "x", **BY),
        )
        said = []
        for attempt in attempts:
            with pytest.raises(InputError) as refused:
                await attempt
            said.append(str(refused.value))
        return said

    assert await refusal(own, 8) == await refusal(own, None) == await refusal("nothing", 8)
    assert await refusal("first", 8) == await refusal("nothing", 8)
    vera = await archive.add(document("Mx Vera Zand hid.", "Hidden", guild=7))
    hidden = f"vera-zand--{vera.id}"
    for person in (hidden, "nobody"):
        with pytest.raises(InputError, match="nobody with this id in the sources"):
            await archive.merge_persons(person, LOCK, 8, **BY)
        with pytest.raises(InputError, match=r"nobody with this id\."):
            await archive.rename_person(person, "Vera", 8, **BY)


async def better(archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """The archive after a build with a reader of a higher version, which finds passages by sentences."""
    monkeypatch.setattr("bot.archive.state.READER_VERSION", 10_000)
    assert await archive.needs_build("")
    async with Archive.open(path, read=read_otherwise) as newer:
        await newer.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    return archive


def read_otherwise(text: str, published: date | None) -> Reading:
    """A reader that finds people in another order, and calls no speech reported."""
    reading = read_simply(text, published)
    return replace(reading, people=reading.people[::-1], indirect=())


async def test_what_was_corrected_is_still_corrected_by_a_better_reader(
    path: Path, brooks: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    (quotation,) = await brooks.quotations_of(LOCK, EVERYONE, 5)
    (dated,) = await brooks.dates_of(BAKER, EVERYONE, 5)
    await brooks.set_speaker("first", quotation.place.start, quotation.place.end, None, person_id="teo-quint", **BY)
    await brooks.set_date("third", dated.place.start, dated.place.end, date(2031, 4, 1), date(2031, 4, 1), None, **BY)
    split = await brooks.split_person(DENTIST, "second", None, name="Ana B.", **BY)
    await brooks.merge_persons(BAKER, LOCK, None, **BY)
    await brooks.rename_person(LOCK, "Anna Brook", None, **BY)
    await brooks.describe_person("teo-quint", "a guard", "first:1", None, **BY)
    await brooks.add_variant("teo-quint", "The Guard", None, **BY)
    again = await better(brooks, path, monkeypatch)
    assert quotation.text in await said_by(again, "teo-quint")
    assert [each.earliest for each in await again.dates_of(LOCK, EVERYONE, 5)][-1] == date(2031, 4, 1)
    lock, teo, new = [await again.person(each, EVERYONE) for each in (LOCK, "teo-quint", split.after["person"])]
    assert lock is not None and teo is not None and new is not None
    assert (lock.name, lock.mentions, teo.role, new.name) == ("Anna Brook", 3, "a guard", "Ana B.")
    assert set(await found(again, "Guard")) == {"teo-quint"}
    assert await again.lost_corrections(None) == []
    assert await again.check() == []


async def test_after_a_better_reader_corrections_can_still_be_undone(
    path: Path, brooks: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_of(path)
    await brooks.merge_persons(BAKER, LOCK, None, **BY)
    await brooks.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    await brooks.undo(None, by="discord:1")
    assert differences(before, content_of(path)) == {}


async def test_corrections_follow_somebody_who_is_found_to_be_known(shelves: tuple[Archive, str]) -> None:
    """As when a server had somebody first, and then everyone's archive, or the authority file, gets to know them."""
    archive, _ = shelves
    rower = await archive.add(document("Mx Vera Zand, the rower, rowed. “Row on,” said Mx Zand.", "Rowing", guild=7))
    vera = f"vera-zand--{rower.id}"
    await archive.rename_person(vera, "Vera the Rower", 7, **BY)
    await archive.merge_persons(DENTIST, vera, 7, **BY)
    assert await said_by(archive, vera, OWN) == ["Row,", "Row on,"]
    shared = await archive.add(document("Mx Vera Zand, the old rower, slept.", "Sleep"))
    seen = await archive.person("vera-zand", OWN)
    assert seen is not None
    assert seen.name == "Vera the Rower"
    assert await said_by(archive, "vera-zand", OWN) == ["Row,", "Row on,"]
    elsewhere = await archive.person("vera-zand", OTHER)
    assert elsewhere is not None
    assert (elsewhere.name, elsewhere.mentions) == ("Vera Zand", 1)
    assert await archive.lost_corrections(7) == []
    known = Authority((*AUTHORITY.records, AuthorityRecord("vera-of-the-boats", "Vera Zand")))
    await archive.build([HARBOUR, MILL], known, SUBJECTS)
    seen = await archive.person("vera-of-the-boats", OWN)
    assert seen is not None
    assert seen.name == "Vera the Rower"
    assert await said_by(archive, "vera-of-the-boats", OWN) == ["Row,", "Row on,"]
    await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
    await archive.undo(None, by="discord:1")
    assert await archive.source(shared.id, EVERYONE) is None
    assert await said_by(archive, "vera-zand", OWN) == ["Row,", "Row on,"]
    assert await archive.check() == []
