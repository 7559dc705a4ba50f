import pytest

from bot.answers.names import NoPerson, OnePerson, SeveralPersons, ask_for, resolve, slips_allowed
from bot.archive.archive import Archive
from bot.archive.records import Viewer


@pytest.mark.parametrize(
    "asked",
    [
        "Olha Marenko",
        "olha marenko",
        "OLHA  MARENKO",
        "Olga Marenko",
        "Ольга Маренко",
        "Olhá Marenko",
        "Marenko Olha",
        "Marenko, Olha",
        "Captain Olha Marenko",
        "Capt. Olha Marenko",
        "Ms. Olha Marenko",
        "id:olha-marenko",
    ],
)
async def test_one_person_by_every_way_of_writing_the_name(archive: Archive, asked: str) -> None:
    found = await resolve(archive, asked, Viewer())
    assert isinstance(found, OnePerson)
    assert (found.person.id, found.instead_of) == ("olha-marenko", None)


@pytest.mark.parametrize("asked", ["Tsybenko", "Цибенко", "Lev Tsybenko", "Tsibenko", "Lev Tsibenko"])
async def test_a_name_that_the_authority_file_does_not_know(archive: Archive, asked: str) -> None:
    found = await resolve(archive, asked, Viewer())
    assert isinstance(found, OnePerson)
    assert found.person.name == "Lev Tsybenko"


@pytest.mark.parametrize("asked", ["Marenko", "Маренко", "marenko"])
async def test_two_bearers_are_a_choice(archive: Archive, asked: str) -> None:
    found = await resolve(archive, asked, Viewer())
    assert isinstance(found, SeveralPersons)
    assert found.exact
    assert {person.id for person in found.persons} == {"olha-marenko", "ivan-marenko"}


async def test_two_people_of_one_full_name_are_kept_apart(archive: Archive) -> None:
    found = await resolve(archive, "Ihor Savka", Viewer())
    assert isinstance(found, SeveralPersons)
    assert [person.name for person in found.persons] == ["Ihor Savka", "Ihor Savka"]


@pytest.mark.parametrize(
    ("asked", "name"),
    [("Цибенка", "Lev Tsybenko"), ("Лева Цибенка", "Lev Tsybenko"), ("Лідії Орос", "Lidiia Oros")],
)
async def test_a_name_in_the_ukrainian_genitive(archive: Archive, asked: str, name: str) -> None:
    found = await resolve(archive, asked, Viewer())
    assert isinstance(found, OnePerson)
    assert (found.person.name, found.instead_of) == (name, None)


async def test_two_bearers_are_a_choice_in_the_genitive_too(archive: Archive) -> None:
    found = await resolve(archive, "Ігоря Савки", Viewer())
    assert isinstance(found, SeveralPersons)
    assert [person.name for person in found.persons] == ["Ihor Savka", "Ihor Savka"]


@pytest.mark.parametrize("asked", ["Tsybenka", "Tsyebnko", "Lev Tsybenk", "Tsybeno"])
async def test_a_slip_of_typing_is_put_right_and_said(archive: Archive, asked: str) -> None:
    found = await resolve(archive, asked, Viewer())
    assert isinstance(found, OnePerson)
    assert (found.person.name, found.instead_of) == ("Lev Tsybenko", asked)


async def test_a_slip_that_may_be_either_of_two_is_a_choice(archive: Archive) -> None:
    found = await resolve(archive, "Marenka", Viewer())
    assert isinstance(found, SeveralPersons)
    assert not found.exact
    assert {person.id for person in found.persons} == {"olha-marenko", "ivan-marenko"}


async def test_parts_of_two_names_are_nobody(archive: Archive) -> None:
    found = await resolve(archive, "Lev Marenko", Viewer())
    assert isinstance(found, NoPerson)
    assert found.nearest


@pytest.mark.parametrize("asked", ["Xanthippe Quimby", "?!.", "NEAR(", '"', "*", "", "id:nobody", "id:", "@everyone"])
async def test_nobody_bears_such_a_name(archive: Archive, asked: str) -> None:
    assert isinstance(await resolve(archive, asked, Viewer()), NoPerson)


async def test_the_beginning_of_a_name_brings_it_near(archive: Archive) -> None:
    found = await resolve(archive, "Tsyb", Viewer())
    assert isinstance(found, NoPerson)
    assert [person.name for person in found.nearest][:1] == ["Lev Tsybenko"]


async def test_the_words_for_a_person_mean_that_person(archive: Archive) -> None:
    for person in await archive.top_persons(Viewer(), 20):
        found = await resolve(archive, ask_for(person), Viewer())
        assert isinstance(found, OnePerson)
        assert found.person == person


def test_short_words_allow_no_slip() -> None:
    assert [slips_allowed(length) for length in (1, 3, 4, 7, 8, 30)] == [0, 0, 1, 1, 2, 2]
