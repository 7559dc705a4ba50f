"""The coverage of a small archive: accounts and not digests, gaps in the days, people and subjects."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.coverage import Count, Coverage, HeldDay, coverage_of
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.authority import Authority, AuthorityRecord
from bot.archive.publishers import Publisher, Publishers
from bot.archive.records import Viewer
from bot.archive.thesaurus import Subject, Thesaurus

GULL = Publisher("The Gull", "Ness", "newspaper", "international", ("Gull",))
HERON = Publisher("Heron Radio", "Verhove", "broadcaster", "Ukrainian")
SUBJECTS = Thesaurus((Subject("lamps", ("lantern",)), Subject("bread"), Subject("snow")))
AUTHORITY = Authority((AuthorityRecord("vira-oros", "Vira Oros", role="a pilot", sources=("ferry",)),))
FIRST, LAST = date(2022, 4, 1), date(2022, 4, 12)


def document(source_id: str, text: str, **more: object) -> Accession:
    fields = {"publisher": "The Gull", "published": date(2022, 4, 20), "url": f"https://example.org/{source_id}"}
    return Accession(
        f"{source_id}.md", text.encode(), text, source_id, added_by="tests", source_id=source_id, **{**fields, **more}
    )  # type: ignore[arg-type]


LAMPS = "Olha Marenko, a baker from Verhove, left on April 3, 2022. “The lamp is out,” Olha Marenko said."
FERRY = "Vira Oros took the ferry in early April 2022. Lev Tsybenko slept. There was bread."
DOCUMENTS = (
    document("lamps", LAMPS, kind="digest"),
    document("stairs", "On about April 5, 2022, the stairs froze.", kind="digest", url="https://example.org/lamps/"),
    document("ferry", FERRY, publisher="GULL", published=date(2022, 5, 1)),
    document("tower", "In 2022 the tower fell.", publisher="Heron Radio", published=None, url=None),
    document("well", "The well is deep.", publisher=None, published=date(2022, 5, 2)),
    document("hut", "The hut stands in the snow.", publisher="A Diary", guild=7),
)


@pytest.fixture
async def covered(tmp_path: Path) -> Coverage:
    return await coverage_in(tmp_path, Viewer())


async def coverage_in(folder: Path, viewer: Viewer) -> Coverage:
    async with Archive.open(folder / "archive.db") as archive:
        await archive.build(DOCUMENTS[:-1], AUTHORITY, SUBJECTS)
        await archive.add(DOCUMENTS[-1])
        return await coverage_of(archive, Publishers((GULL, HERON)), FIRST, LAST, viewer)


def test_several_digests_of_one_account_count_once(covered: Coverage) -> None:
    assert (covered.all, covered.digests) == (Count(4, 5), 2)


def test_months_are_those_of_publication(covered: Coverage) -> None:
    assert covered.months == (("2022-04", Count(1, 2)), ("2022-05", Count(2, 2)), (None, Count(1, 1)))


def test_publishers_are_counted_under_one_name_and_unknown_ones_are_listed(covered: Coverage) -> None:
    assert [(each.name, each.publisher, each.count) for each in covered.publishers] == [
        ("The Gull", GULL, Count(2, 3)),
        ("", None, Count(1, 1)),
        ("Heron Radio", HERON, Count(1, 1)),
    ]


def test_sides_come_from_the_file_of_publishers(covered: Coverage) -> None:
    assert covered.sides == (("international", Count(2, 3)), ("Ukrainian", Count(1, 1)), (None, Count(1, 1)))


def test_days_without_an_exact_date_are_held_by_their_narrowest_interval_or_by_nothing(covered: Coverage) -> None:
    early = (date(2022, 4, 1), date(2022, 4, 10))
    narrowest = {held.day.day: (held.earliest, held.latest) for held in covered.days_held}
    assert narrowest.keys() == {1, 2, 4, 5, 6, 7, 8, 9, 10}
    assert narrowest[1] == early
    assert covered.days_held[3] == HeldDay(date(2022, 4, 5), *narrowest[5])
    assert date(2022, 4, 5) - narrowest[5][0] < date(2022, 4, 5) - early[0]
    assert covered.days_empty == (date(2022, 4, 11), date(2022, 4, 12))
    assert covered.days == 12


def test_people_of_whom_neither_an_account_nor_the_authority_file_says_who_they_are(covered: Coverage) -> None:
    assert covered.people == 3
    assert [(person.name, person.mentions) for person in covered.people_without_description] == [("Lev Tsybenko", 1)]


def test_subjects_without_quotation_and_without_passage(covered: Coverage) -> None:
    assert covered.subjects == 3
    assert [subject.term for subject in covered.subjects_without_quotation] == ["bread", "snow"]
    assert [subject.term for subject in covered.subjects_without_passage] == ["snow"]


async def test_a_server_counts_what_it_sees(tmp_path: Path) -> None:
    covered = await coverage_in(tmp_path, Viewer(7))
    assert covered.all == Count(5, 6)
    assert covered.subjects_without_passage == ()
    assert ("A Diary", None) in [(each.name, each.publisher) for each in covered.publishers]
