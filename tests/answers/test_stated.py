"""What the authority file states of a person, as `who` shows it: in the words of an account, or not at all."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.desk import Desk
from bot.answers.model import Item
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.authority import Authority, AuthorityRecord, Fact
from bot.archive.thesaurus import Thesaurus
from tests.answers.asking import asked, assert_sound

QUAY = """Olha Marenko went down to the quay on May 3, 2022.

Olha Marenko spoke last. She had led the Second Company since March, and everyone there calls her Heron.

Lev Tsybenko, a pilot of the Harbour Guard, took Olha Marenko across the bay. The water was calm.
"""
MILL = "Olha Marenko of the Harbour Guard sat by the mill on May 4, 2022.\n\nLev Tsybenko waited there too."


def record(*facts: Fact, role: str | None = None) -> Authority:
    """The file with one record, which states these facts."""
    sources = tuple(source for fact in facts for source in fact.digests)
    return Authority((AuthorityRecord("olha", "Olha Marenko", role=role, sources=sources, facts=facts),))


def account(source_id: str, text: str) -> Accession:
    return Accession(
        filename=f"{source_id}.txt",
        original=text.encode(),
        text=text,
        title=source_id.title(),
        published=date(2022, 5, 9),
        added_by="tests",
        source_id=source_id,
    )


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(tmp_path / "archive.db") as opened:
        yield opened


async def who(archive: Archive, authority: Authority) -> list[Item]:
    """What `who` says first of Olha Marenko in an archive with this authority file."""
    await archive.build([account("quay", QUAY), account("mill", MILL)], authority, Thesaurus())
    answer = await asked(desk_of(archive), "who Olha Marenko")
    await assert_sound(answer, archive)
    return [item for item in answer.items if item.section == "Who they are"]


def desk_of(archive: Archive) -> Desk:
    return Desk(archive, day_one=date(2022, 2, 24), last_day=date(2022, 5, 20), subjects=Thesaurus())


async def test_a_unit_is_shown_with_the_sentence_that_names_it_and_its_citation(archive: Archive) -> None:
    (item,) = await who(archive, record(Fact("unit", "Harbour Guard", ("mill",))))
    assert (item.label, item.citation.source, item.citation.passage) == ("unit: Harbour Guard", "mill", 1)
    assert item.text == "Olha Marenko of the Harbour Guard sat by the mill on May 4, 2022."


async def test_a_call_sign_is_shown_with_the_passage_where_its_sentence_does_not_name_the_person(
    archive: Archive,
) -> None:
    (item,) = await who(archive, record(Fact("call_sign", "Heron", ("quay",))))
    assert (item.label, item.citation.passage) == ("call sign: Heron", 2)
    assert item.text.startswith("Olha Marenko spoke last.")
    assert item.text.endswith("everyone there calls her Heron.")


async def test_only_the_sources_that_state_a_fact_are_cited_for_it(archive: Archive) -> None:
    (item,) = await who(archive, record(Fact("unit", "Harbour Guard", ("quay",))))
    assert (item.citation.source, item.citation.passage) == ("quay", 3)
    assert item.text == "Lev Tsybenko, a pilot of the Harbour Guard, took Olha Marenko across the bay."


@pytest.mark.parametrize(
    "fact",
    [
        Fact("unit", "Harbour Guard", ("https://example.org/olha",)),
        Fact("unit", "Lighthouse Company", ("mill", "quay")),
        Fact("unit", "Harbour Guard", ("a-digest-that-is-gone",)),
        Fact("ukrainian", "Ольга Маренко", ("mill",)),
    ],
    ids=["stated by a page alone", "in nobody's words", "of a source that is not there", "a spelling"],
)
async def test_what_no_account_of_the_archive_says_is_not_shown(archive: Archive, fact: Fact) -> None:
    assert await who(archive, record(fact)) == []


async def test_a_fact_of_a_withdrawn_source_is_not_shown(archive: Archive) -> None:
    await who(archive, record(Fact("unit", "Harbour Guard", ("mill",))))
    await archive.withdraw("mill", None, by="tests", reason="a test")
    answer = await asked(desk_of(archive), "who Olha Marenko")
    assert "Who they are" not in {item.section for item in answer.items}


async def test_a_role_stands_with_the_words_that_state_it_and_nowhere_without(archive: Archive) -> None:
    led = Fact("role", "leader of the Second Company", ("quay",))
    (item,) = await who(archive, record(led, role=led.text))
    assert (item.label, item.citation.passage) == ("role: leader of the Second Company", 2)
    answer = await asked(desk_of(archive), "who Olha Marenko")
    assert [note for note in answer.notes if "Second Company" in note] == []


async def test_what_an_account_has_been_shown_to_say_is_not_said_again(archive: Archive) -> None:
    pilot = Fact("role", "pilot of the Harbour Guard", ("quay",))
    lev = AuthorityRecord("lev", "Lev Tsybenko", role=pilot.text, sources=("quay",), facts=(pilot,))
    await archive.build([account("quay", QUAY)], Authority((lev,)), Thesaurus())
    answer = await asked(desk_of(archive), "who Lev Tsybenko")
    assert [(item.label, item.text) for item in answer.items if item.section == "Who they are"] == [
        (None, "a pilot of the Harbour Guard")
    ]


async def test_forms_that_nobody_writes_lead_to_the_person_and_are_not_listed(archive: Archive) -> None:
    facts = (
        Fact("name", "Olha Marenko", ("quay",)),
        Fact("ukrainian", "Ольга Маренко", ("https://example.org/olha",)),
        Fact("russian", "Ольга Маренка", ("transliteration",)),
    )
    olha = AuthorityRecord(
        "olha",
        "Olha Marenko",
        ukrainian="Ольга Маренко",
        russian="Ольга Маренка",
        transliterations=("Olga Marenka",),
        facts=facts,
    )
    await archive.build([account("quay", QUAY)], Authority((olha,)), Thesaurus())
    for form in olha.forms:
        answer = await asked(desk_of(archive), f"who {form}")
        assert answer.heading == "Olha Marenko"
        (written,) = [note for note in answer.notes if note.startswith("Also written")]
        assert "Ольга Маренко" in written
        assert "Olga Marenka" not in written
        assert "Ольга Маренка" not in written
