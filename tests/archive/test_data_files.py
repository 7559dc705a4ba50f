from pathlib import Path

import pytest

from bot.archive.authority import Fact, load_authority
from bot.archive.file.database import open_database
from bot.archive.file.schema import migrate, migrations
from bot.archive.state import keep_data, kept_authority, kept_record
from bot.archive.thesaurus import Subject, Thesaurus, load_thesaurus
from bot.archive.topics import NARROWER, OTHER, PREFERRED, terms_of, topic_query
from bot.errors import SettingsError

PERSON = '[[person]]\nid = "ana"\nname = "Ana Brook"\n'
STATED = 'stated_by.name = "one"\n'
EVERYTHING = """
[[person]]
id = "ana"
name = "Ana Brook"
ukrainian = "Ана Брук"
russian = "Анна Брук"
role = "pilot"
unit = "Harbour Guard"
call_sign = "Otter"
transliterations = "Hanna Brook"
ties = [{ kind = "spouse", to = "ben", source = ["one", "two"] }]
[person.variants]
"Anna Brook" = ["one", "https://example.org/anna"]
[person.stated_by]
name = "one"
ukrainian = "https://example.org/ana"
russian = "transliteration"
role = ["one", "three"]
unit = "two"
call_sign = "https://example.org/ana"

[[person]]
id = "ben"
name = "Ben"
stated_by.name = "two"
"""


def test_a_record_with_everything(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(EVERYTHING, encoding="utf-8")
    ana, ben = load_authority(file).records
    assert ana.forms == ("Ana Brook", "Anna Brook", "Ана Брук", "Анна Брук", "Otter", "Hanna Brook")
    assert (ana.role, ana.unit, ana.variants) == ("pilot", "Harbour Guard", ("Anna Brook",))
    assert (ana.ties[0].kind, ana.ties[0].to, ana.ties[0].sources) == ("spouse", "ben", ("one", "two"))
    assert (ben.forms, ben.facts) == (("Ben",), (Fact("name", "Ben", ("two",)),))


def test_each_fact_has_its_sources_and_the_record_rests_on_the_digests_among_them(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(EVERYTHING, encoding="utf-8")
    ana = load_authority(file).records[0]
    assert {fact.kind: fact.sources for fact in ana.facts} == {
        "name": ("one",),
        "ukrainian": ("https://example.org/ana",),
        "russian": ("transliteration",),
        "role": ("one", "three"),
        "unit": ("two",),
        "call_sign": ("https://example.org/ana",),
        "variant": ("one", "https://example.org/anna"),
    }
    assert ana.sources == ("one", "three", "two")


def test_forms_that_nobody_writes_are_told_from_those_that_somebody_does(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(EVERYTHING, encoding="utf-8")
    assert load_authority(file).records[0].made_by_rule == {"Анна Брук", "Hanna Brook"}


async def test_records_kept_in_an_archive_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(EVERYTHING, encoding="utf-8")
    authority = load_authority(file)
    async with open_database(tmp_path / "archive.db", seconds=None, wait=1) as database:
        await migrate(database, migrations())
        await keep_data(database, authority, Thesaurus())
        assert await kept_authority(database) == authority
        assert await kept_record(database, "ben") == authority.records[1]
        assert await kept_record(database, "nobody") is None


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[[person]]\nname = 'Ana'", "id"),
        ("[[person]]\nid = 'ana'", "ana"),
        (PERSON + STATED + "variants = 3", "variants"),
        (PERSON + STATED + "variants = ['Anna Brook']", "variants"),
        (PERSON + STATED + "transliterations = 3", "transliterations"),
        (PERSON + STATED + "role = ['a']", "role"),
        (PERSON + STATED + PERSON + STATED, "ana"),
        (PERSON + STATED + "ties = [{kind = 'spouse', to = 'nobody', source = 'one'}]", "nobody"),
        (PERSON + STATED + "ties = [{kind = 'foe', to = 'ana', source = 'one'}]", "foe"),
        (PERSON + STATED + "ties = [{kind = 'spouse', to = 'ana'}]", "no source is given for the tie to “ana”"),
        (PERSON + STATED + "ties = 'ben'", "ties"),
        (PERSON + STATED + "rank = 'captain'", "rank"),
        (PERSON + STATED + "ties = [{kind = 'spouse', to = 'ana', since = '2030'}]", "since"),
        (PERSON, "no source is given for “name”"),
        (PERSON + "stated_by = 'one'", "stated_by"),
        (PERSON + STATED + "stated_by.rank = 'one'", "rank"),
        (PERSON + STATED + "stated_by.unit = 'one'", "“unit”, which the record does not have"),
        (PERSON + STATED + "role = 'pilot'", "no source is given for “role”"),
        (PERSON + STATED + "role = 'pilot'\nstated_by.role = []", "no source is given for “role”"),
        (PERSON + STATED + "role = 'pilot'\nstated_by.role = 'transliteration'", "is no source of “role”"),
        (PERSON + "stated_by.name = 'transliteration'", "is no source of “name”"),
        (PERSON + STATED + "russian = 'Анна'\nstated_by.russian = ['one', 'transliteration']", "is no source of “russ"),
        (PERSON + "stated_by.name = 'http://example.org/ana'", "http://example.org/ana"),
        (PERSON + "stated_by.name = 'The Gull'", "The Gull"),
        (PERSON + STATED + "variants = {'Anna Brook' = 'The Gull'}", "“Anna Brook” cannot rest on “The Gull”"),
        (PERSON + STATED + "transliterations = ['Ana Brook']", "“Ana Brook” is given more than once"),
        (PERSON + STATED + "variants = {Annie = 'one'}\ntransliterations = ['Annie']", "“Annie” is given more than"),
        ("person = 3", "person"),
        ("[[person", "people.toml"),
    ],
)
def test_faults_of_the_authority_file_are_named(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "people.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=named) as refused:
        load_authority(file)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "subjects.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError, match=r"subjects\.toml"):
        load_thesaurus(file)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[[subject]]\nother = ['a']", "term"),
        ("[[subject]]\nterm = 'a'\nnarrower = [1]", "narrower"),
        ("[[subject]]\nterm = 'Boat'\n[[subject]]\nterm = 'boats'", "more than once"),
    ],
)
def test_faults_of_the_thesaurus_are_named(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "subjects.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=named):
        load_thesaurus(file)


FOOD = Subject("food", other=("meals", "hot meals"), narrower=("bread", "fish"))
FISH = Subject("fish", other=("herring",))
BREAD = Subject("baking", other=("bread",))
THESAURUS = Thesaurus((FOOD, FISH, BREAD))


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("food", FOOD),
        ("FOODS", FOOD),
        ("Hot  Meal", FOOD),
        ("fish", FISH),
        ("herring", FISH),
        ("bread", BREAD),
        ("brėad", BREAD),
        ("glass", None),
        ("", None),
        ("?!", None),
    ],
)
def test_a_preferred_term_beats_another_beats_a_narrower_one(words: str, subject: Subject | None) -> None:
    assert THESAURUS.subject_of(words) == subject


def test_terms_weigh_less_the_further_they_are() -> None:
    weights = {term.phrase: term.weight for term in terms_of(FOOD, THESAURUS)}
    assert weights == {
        "food": PREFERRED,
        "meals": OTHER,
        "hot meals": OTHER,
        "bread": NARROWER,
        "fish": NARROWER,
        "herring": NARROWER * OTHER,
    }


def test_subjects_inside_a_longer_topic() -> None:
    query = topic_query("herring and hot meals at sea", THESAURUS)
    assert query.subjects == ("fish", "food")
    assert {term.phrase: term.weight for term in query.terms}["herring"] == OTHER
    assert topic_query("nothing of it", THESAURUS).subjects == ()
