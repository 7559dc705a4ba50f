"""The name authority file that ships: who has a record, ids, names, ties, and that every fact has its source."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from bot.answers.calls import Call
from bot.answers.desk import Desk
from bot.answers.names import OnePerson, SeveralPersons, resolve
from bot.archive.archive import Archive
from bot.archive.authority import TRANSLITERATION, AuthorityRecord, Fact
from bot.archive.keeping.identity import AuthorityIndex, bearer_of
from bot.archive.records import Viewer
from bot.reading import read
from bot.reading.people.keys import name_key, sound_key
from tests.data.shipped import authority, digests

RECORDS = authority().records
EVERYONE = Viewer()
IDS = {record.id for record in RECORDS}
MIRROR = {"spouse": "spouse", "sibling": "sibling", "parent": "child", "child": "parent"}
"""What the other person is, where the one is this."""
OFTEN = 3
"""Whoever is named in this many digests has a record; so has whoever is quoted in any."""
POSSESSIVE = re.compile(r"['’]s\b")
SMALL = frozenset(("a", "an", "and", "at", "by", "for", "his", "her", "in", "of", "on", "the", "to", "who", "with"))

each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
each_fact = pytest.mark.parametrize(
    ("record", "fact"),
    [pytest.param(record, fact, id=f"{record.id}-{fact.kind}") for record in RECORDS for fact in record.facts],
)


def plain(text: str) -> str:
    """A text or name in the form by which words are compared: without possessives, marks and capitals."""
    return f" {name_key(POSSESSIVE.sub('', text))} "


def words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split()) - SMALL


def sound(word: str) -> str:
    """How a word sounds; the letter that is h in Ukrainian and g in Russian is one."""
    return sound_key(word).replace("h", "g")


def passages(source_id: str) -> list[str]:
    return [line for line in digests()[source_id].text.split("\n") if line]


def names_the_person(record: AuthorityRecord, text: str) -> bool:
    """Whether a text writes one of the person's names, or at least the surname of one."""
    whole = (*record.forms, *(form.split()[-1] for form in record.forms))
    return any(plain(form) in plain(text) for form in whole)


def writes(source_id: str, form: str) -> bool:
    """Whether a digest writes a form of a name, to the letter."""
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", digests()[source_id].text) is not None


def neighbourhoods(source_id: str) -> Iterator[Sequence[str]]:
    """Each passage of a digest with the ones beside it."""
    found = passages(source_id)
    for at in range(len(found)):
        yield found[max(0, at - 1) : at + 2]


def states(source_id: str, record: AuthorityRecord, fact: Fact) -> bool:
    """Whether a digest has a word of the fact in or beside a passage that names the person."""
    # A word of the name does not count, but where the fact is no more: the call sign, the pope.
    wanted = words(fact.text) - words(" ".join(record.forms)) or words(fact.text)
    return any(
        names_the_person(record, "\n".join(beside)) and wanted & words("\n".join(beside))
        for beside in neighbourhoods(source_id)
    )


def test_ids_are_slugs_and_unique() -> None:
    assert len(IDS) == len(RECORDS) >= 24
    assert [record.id for record in RECORDS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.id)] == []


def test_no_two_records_share_a_full_name() -> None:
    bearers: dict[str, set[str]] = {}
    for record in RECORDS:
        for form in (form for form in record.forms if " " in form):
            bearers.setdefault(name_key(form), set()).add(record.id)
    assert {key: ids for key, ids in bearers.items() if len(ids) > 1} == {}


def test_whoever_is_named_often_or_quoted_has_a_record() -> None:
    index = AuthorityIndex(authority())
    named: Counter[str] = Counter()
    quoted: set[str] = set()
    for source_id, source in digests().items():
        reading = read(source.text, source.published)
        same_account = frozenset(other for other, each in digests().items() if each.url == source.url)
        speakers = {quotation.speaker for quotation in reading.quotations}
        for person in reading.people:
            # A publisher that the reader takes for somebody is none.
            known = name_key(person.name) == name_key(source.publisher or "")
            if not known and index.record_for(bearer_of(person.name), same_account) is None:
                # The rival spellings of a name, or the surname alone, may be one person's.
                key = sound_key(person.name) if " " in person.name else f"{sound_key(person.name)} in {source_id}"
                named[key] += 1
                quoted.update({person.name} & speakers)
    assert (quoted, [name for name, count in named.items() if count >= OFTEN]) == (set(), [])


@each_record
def test_record_has_a_role_and_both_spellings(record: AuthorityRecord) -> None:
    assert record.role
    assert record.sources
    for form in (record.ukrainian, record.russian):
        assert form is not None
        assert re.fullmatch(r"[\u0400-\u04ff’ -]+", form)


@each_fact
def test_digests_that_are_cited_ship_and_name_the_person(record: AuthorityRecord, fact: Fact) -> None:
    assert [digest for digest in fact.digests if digest not in digests()] == []
    assert [each for each in fact.digests if not names_the_person(record, digests()[each].text)] == []


@each_fact
def test_a_fact_stands_in_each_digest_that_is_cited_for_it(record: AuthorityRecord, fact: Fact) -> None:
    if fact.kind in ("role", "unit", "call_sign"):
        assert [digest for digest in fact.digests if not states(digest, record, fact)] == []
    else:
        assert [digest for digest in fact.digests if not writes(digest, fact.text)] == []


@each_fact
def test_what_no_digest_states_rests_on_a_page_or_is_marked_as_transliterated(
    record: AuthorityRecord, fact: Fact
) -> None:
    others = set(fact.sources) - set(fact.digests)
    assert fact.kind != "role" or not others
    assert all(other == TRANSLITERATION or re.fullmatch(r"https://[^/\s]+\.[^/\s]+/\S*", other) for other in others)
    assert TRANSLITERATION not in others or fact.kind in ("ukrainian", "russian")


@each_record
def test_a_form_that_a_digest_writes_is_a_variant_and_no_transliteration(record: AuthorityRecord) -> None:
    full = [form for form in record.transliterations if " " in form]
    assert [form for form in full if any(writes(digest, form) for digest in digests())] == []


@each_record
def test_a_transliteration_sounds_like_the_name_in_one_of_its_languages(record: AuthorityRecord) -> None:
    heard = {sound(word) for fact in record.facts for word in fact.text.split()}
    assert [form for form in record.transliterations if not {sound(word) for word in form.split()} <= heard] == []


@each_record
def test_ties_are_stated_by_a_source_and_hold_both_ways(record: AuthorityRecord) -> None:
    others = {other.id: other for other in RECORDS}
    for tie in record.ties:
        assert tie.sources
        for source in tie.sources:
            text = digests()[source].text
            assert names_the_person(record, text) and names_the_person(others[tie.to], text)
        assert (MIRROR[tie.kind], record.id) in {(back.kind, back.to) for back in others[tie.to].ties}


@each_record
async def test_every_form_leads_to_its_bearer(archive: Archive, record: AuthorityRecord) -> None:
    for form in record.forms:
        found = await resolve(archive, form, EVERYONE)
        if isinstance(found, SeveralPersons):
            assert " " not in form, form
            assert record.id in [person.id for person in found.persons], form
        else:
            assert isinstance(found, OnePerson), form
            assert found.person.id == record.id, form


@each_record
async def test_what_is_shown_of_a_record_is_cited_from_a_digest_that_states_it(
    desk: Desk, record: AuthorityRecord
) -> None:
    answer = await desk.ask(Call("who", f"id:{record.id}"), EVERYONE)
    digests_of = {f"{fact.kind.replace('_', ' ')}: {fact.text}": fact.digests for fact in record.facts}
    shown = [item for item in answer.items if item.label in digests_of]
    assert [item.label for item in shown if item.citation.source not in digests_of[item.label or ""]] == []
    assert [note for note in answer.notes if record.role and record.role in note] == []


@pytest.mark.parametrize("name", ["Svyatoslav", "Prokopenko", "Tsymbal", "Fedusiuk"])
def test_names_that_two_people_bear(name: str) -> None:
    asked = name_key(name)
    bearers = [record for record in RECORDS if any(asked in name_key(form).split() for form in record.forms)]
    assert len(bearers) == 2
