import pytest

from bot.archive.archive import Archive
from bot.archive.authority import Authority, AuthorityRecord
from bot.archive.keeping.identity import AuthorityIndex, Naming, bearer_of, content_words, is_evidence, name_parts
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus
from bot.reading.people.keys import name_key, sound_key
from tests.archive.shelf import AUTHORITY, document

EVERYONE = Viewer()
NOBODY = frozenset[str]()


def naming(name: str, *descriptions: str, companions: frozenset[str] = NOBODY) -> Naming:
    return Naming(bearer_of(name, descriptions), companions)


def test_a_shared_word_of_the_descriptions_is_evidence() -> None:
    keeper = naming("Ana Brook", "the lock keeper")
    assert is_evidence(keeper, naming("Ana Brook", "a keeper of bees"))
    assert not is_evidence(keeper, naming("Ana Brook", "a dentist"))
    assert not is_evidence(keeper, naming("Ana Brook"))


def test_another_full_name_in_common_is_evidence() -> None:
    beside = naming("Ana Brook", companions=frozenset({"teo quint", "ines moll"}))
    assert is_evidence(beside, naming("Ana Brook", companions=frozenset({"teo quint"})))
    assert not is_evidence(beside, naming("Ana Brook", companions=frozenset({"vera zand"})))


async def test_evidence_for_two_is_evidence_for_neither(archive: Archive) -> None:
    for title, words in (("First", "the lock"), ("Second", "the keeper"), ("Third", "the lock keeper")):
        await archive.add(document(f"Mx Ana Brook, {words}, came. {title}.", title))
    assert len(await persons(archive, "Ana Brook")) == 3


async def test_the_name_of_the_bearer_is_not_beside_itself(archive: Archive) -> None:
    for title in ("First", "Second"):
        await archive.add(document(f"Mx Ana Brook came. {title}.", title))
    assert len(await persons(archive, "Ana Brook")) == 2


def test_the_name_itself_and_small_words_are_no_evidence() -> None:
    assert not is_evidence(
        naming("Ana Brook", "who is also known as Brook"), naming("Ana Brook", "who said that Brook was not there")
    )
    assert content_words(["who were there with them"]) == NOBODY


def test_a_form_that_two_records_share_links_to_neither() -> None:
    records = (
        AuthorityRecord("one", "Ana Brook", variants=("A. Brook",)),
        AuthorityRecord("two", "Adam Brook", variants=("A. Brook",)),
    )
    index = AuthorityIndex(Authority(records))
    assert index.record_for(bearer_of("A. Brook"), NOBODY) is None
    found = index.record_for(bearer_of("Ana Brook"), NOBODY)
    assert found is not None
    assert found.id == "one"


def test_a_single_name_is_linked_to_a_record_only_in_the_account_it_cites() -> None:
    index = AuthorityIndex(Authority((AuthorityRecord("gull", "Gull", sources=("harbour",)),)))
    assert index.record_for(bearer_of("Gull"), frozenset({"mill"})) is None
    found = index.record_for(bearer_of("Gull"), frozenset({"harbour", "mill"}))
    assert found is not None
    assert found.id == "gull"


def test_the_parts_of_a_name() -> None:
    assert name_parts("Ana Brook") == {"ana", "brook"}
    assert name_parts("Ana María Ruiz Soto") >= {"ana soto", "ruiz soto", "maria ruiz soto", "ruiz"}
    assert name_parts("Gull") == frozenset()


async def persons(archive: Archive, name: str) -> dict[str, int]:
    """Id and number of sources of each bearer of a name."""
    return {person.id: person.sources for person in await archive.persons_by_key([name_key(name)], EVERYONE)}


async def test_two_sources_with_evidence_name_one_person(archive: Archive) -> None:
    await archive.add(document("Mx Ana Brook, the lock keeper, came.", "First"))
    await archive.add(document("Mx Ana Brook, the old keeper, left.", "Second"))
    assert await persons(archive, "Ana Brook") == {"ana-brook": 2}


async def test_two_sources_without_evidence_name_two_persons(archive: Archive) -> None:
    await archive.add(document("Mx Ana Brook, the lock keeper, came.", "First"))
    await archive.add(document("Mx Ana Brook, the dentist, left.", "Second"))
    assert await persons(archive, "Ana Brook") == {"ana-brook": 1, "ana-brook--second": 1}


async def test_surnames_alone_are_never_joined(archive: Archive) -> None:
    for title in ("First", "Second"):
        await archive.add(document(f"Mx Brook, the lock keeper, came with Mx Teo Lund, the {title} man, too.", title))
    assert len(await persons(archive, "Brook")) == 2
    await archive.add(document("Mx Ana Brook, the lock keeper, came with Mx Teo Lund.", "Third"))
    assert len(await persons(archive, "Brook")) == 3


async def test_in_accounts_of_one_address_a_single_name_is_one_person(archive: Archive) -> None:
    for title in ("First", "Second"):
        await archive.add(document(f"Mx Brook came. {title}.", title, url="https://example.org/one"))
    await archive.add(document("Mx Brook came. Third.", "Third", url="https://example.org/another"))
    assert sorted((await persons(archive, "Brook")).values()) == [1, 2]


@pytest.mark.parametrize("name", ["Orla Quint", "Orlagh Quint"])
async def test_every_form_of_a_record_leads_to_its_person(archive: Archive, name: str) -> None:
    await archive.build([], AUTHORITY, Thesaurus())
    await archive.add(document(f"Mx {name} came.", "First"))
    for form in ("Orla Quint", "Orlagh Quint", "Орла Квінт", "ORLA QUÍNT", "Quint", "Orla"):
        assert await persons(archive, form) == {"orla-quint": 1}, form


async def test_rival_spellings_are_found_by_sound_and_exact_ones_first(archive: Archive) -> None:
    await archive.add(document("Mx Denys Hrytsak came.", "First"))
    sound = sound_key("Denis")
    assert [person.id for person in await archive.persons_by_key([sound], EVERYONE)] == ["denys-hrytsak"]
    await archive.add(document(f"Mx {sound.title()} Moss came.", "Second"))
    assert [person.name for person in await archive.persons_by_key([sound], EVERYONE)] == [f"{sound.title()} Moss"]


async def test_a_shared_first_name_is_a_choice(archive: Archive) -> None:
    await archive.add(document("Mx Orla Quint came with Mx Orla Moss and Mx Orla."))
    assert len(await persons(archive, "Orla")) == 3


async def test_a_person_of_a_record_has_every_form_of_the_name(archive: Archive) -> None:
    await archive.build([document("Mx Orla Quint came. Mx Quint left.", source_id="first")], AUTHORITY, Thesaurus())
    forms = await archive.names_of("orla-quint", EVERYONE)
    assert [(form.form, form.kind, form.count) for form in forms] == [
        ("Orla Quint", "preferred", 1),
        ("Orlagh Quint", "variant", 0),
        ("Орла Квінт", "variant", 0),
        ("Quint", "mentioned", 1),
    ]


async def test_an_id_of_a_record_is_never_given_to_somebody_else(archive: Archive) -> None:
    record = AuthorityRecord("ana-brook", "Ana Maria Brook")
    await archive.build([], Authority((record,)), Thesaurus())
    added = await archive.add(document("Mx Ana Brook came.", "First"))
    assert await persons(archive, "Ana Brook") == {f"ana-brook--{added.id}": 1}
