"""The name authority file that ships: ids, names, ties, and a source for every record."""

import re

import pytest

from bot.archive.authority import AuthorityRecord
from bot.reading.people.keys import name_key
from tests.data.shipped import authority, digests

RECORDS = authority().records
IDS = {record.id for record in RECORDS}
MIRROR = {"spouse": "spouse", "sibling": "sibling", "parent": "child", "child": "parent"}
"""What the other person is, where the one is this."""

each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)


def named_in(record: AuthorityRecord, source_id: str) -> bool:
    """Whether a source writes the person's name, or at least the surname."""
    text = f" {name_key(digests()[source_id].text)} "
    return any(f" {name_key(form)} " in text for form in (*record.forms, record.name.split()[-1]))


def test_ids_are_slugs_and_unique() -> None:
    assert len(IDS) == len(RECORDS) >= 24
    assert [record.id for record in RECORDS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.id)] == []


def test_no_two_records_share_a_full_name() -> None:
    bearers: dict[str, set[str]] = {}
    for record in RECORDS:
        for form in (form for form in record.forms if " " in form):
            bearers.setdefault(name_key(form), set()).add(record.id)
    assert {key: ids for key, ids in bearers.items() if len(ids) > 1} == {}


@each_record
def test_record_has_a_role_and_sources_that_ship(record: AuthorityRecord) -> None:
    assert record.role
    assert record.sources
    assert set(record.sources) <= set(digests())


@each_record
def test_sources_name_the_person(record: AuthorityRecord) -> None:
    assert [source for source in record.sources if not named_in(record, source)] == []


@each_record
def test_ukrainian_and_russian_forms_are_cyrillic(record: AuthorityRecord) -> None:
    for form in (record.ukrainian, record.russian):
        assert form is not None
        assert re.fullmatch(r"[\u0400-\u04ff’ -]+", form)


@each_record
def test_ties_are_stated_by_a_source_and_hold_both_ways(record: AuthorityRecord) -> None:
    others = {other.id: other for other in RECORDS}
    for tie in record.ties:
        assert tie.sources
        assert all(named_in(record, source) and named_in(others[tie.to], source) for source in tie.sources)
        assert (MIRROR[tie.kind], record.id) in {(back.kind, back.to) for back in others[tie.to].ties}


@pytest.mark.parametrize("name", ["Svyatoslav", "Prokopenko", "Tsymbal", "Fedusiuk"])
def test_names_that_two_people_bear(name: str) -> None:
    asked = name_key(name)
    bearers = [record for record in RECORDS if any(asked in name_key(form).split() for form in record.forms)]
    assert len(bearers) == 2
