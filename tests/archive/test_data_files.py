from pathlib import Path

import pytest

from bot.archive.authority import load_authority
from bot.archive.thesaurus import Subject, Thesaurus, load_thesaurus
from bot.archive.topics import NARROWER, OTHER, PREFERRED, terms_of, topic_query
from bot.errors import SettingsError

PERSON = '[[person]]\nid = "ana"\nname = "Ana Brook"\n'


def test_a_record_with_everything(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(
        PERSON
        + 'variants = ["Anna Brook"]\nukrainian = "Ана Брук"\ncall_sign = "Otter"\nrole = "pilot"\nsource = "one"\n'
        'ties = [{kind = "spouse", to = "ben", source = ["one", "two"]}]\n[[person]]\nid = "ben"\nname = "Ben"\n',
        encoding="utf-8",
    )
    ana, ben = load_authority(file).records
    assert ana.forms == ("Ana Brook", "Anna Brook", "Ана Брук", "Otter")
    assert (ana.role, ana.sources) == ("pilot", ("one",))
    assert (ana.ties[0].kind, ana.ties[0].to, ana.ties[0].sources) == ("spouse", "ben", ("one", "two"))
    assert ben.forms == ("Ben",)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[[person]]\nname = 'Ana'", "id"),
        ("[[person]]\nid = 'ana'", "ana"),
        (PERSON + "variants = 3", "variants"),
        (PERSON + "role = ['a']", "role"),
        (PERSON + PERSON, "ana"),
        (PERSON + "ties = [{kind = 'spouse', to = 'nobody'}]", "nobody"),
        (PERSON + "ties = [{kind = 'foe', to = 'ana'}]", "foe"),
        (PERSON + "ties = 'ben'", "ties"),
        (PERSON + "rank = 'captain'", "rank"),
        (PERSON + "ties = [{kind = 'spouse', to = 'ana', since = '2030'}]", "since"),
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
