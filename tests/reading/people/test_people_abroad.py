"""People in accounts from elsewhere: places named with titles, two peoples, bodies, surnames that are common words."""

from __future__ import annotations

import pytest

from bot.reading.model import Person


def named(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]


@pytest.mark.parametrize(
    "text",
    [
        "The district of Baba Amr was dark. Baba Amr slept. Singers in Baba Amr left.",
        "They won at Sheikh Marwan, and lost on the river.",
        "Clerks Without Borders said on Friday that its office was flooded.",
        "A Sri Lankan said no. Sri Lankan sailors waited, and Sri Lankan Marines left.",
        "They went home under the recent French-Viet Minh agreement.",
        "Moros said no. “Yes,” said Moros.",
        "It was quiet at Otto Barracks, said the cook.",
        "On Debelo Vrdo, the steep hill south of the town, trees burned.",
        "He told Asharq Al-Awsat. “Yes,” said Asharq Al-Awsat.",
        "Nobody rows at night. Anna Marlow and Otto Brandt report from the ruins of the port.",
        "A treasurer of the town’s Emergency Response Rooms, who fled, said no.",
        "Mice and Captain Amelia Image: an owl.",
    ],
)
def test_places_peoples_and_bodies_are_no_people(people_of, text: str) -> None:
    assert named(people_of(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Executive director Anthony Lake said no. Mr Lake left.", ["Anthony Lake"]),
        ("Boats came with sailors loyal to Gur Misvari.", ["Gur Misvari"]),
        (
            "Speaking to Al Jazeera Net, the acting governor of the province, Hafiz Kordun, said no. "
            "Otto Lund, a baker, told Al Jazeera Net so.",
            ["Hafiz Kordun", "Otto Lund"],
        ),
        ("Shop-owner Adnan, who has a scar, left.", ["Adnan"]),
        ("She kept the Clara pictures. The portraits of Clara were blue, and people like Clara too.", ["Clara"]),
        ("Sheikh Marwan Haddar spoke in Ostrel.", ["Marwan Haddar"]),
    ],
)
def test_people_beside_common_words_are_found(people_of, text: str, names: list[str]) -> None:
    assert named(people_of(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Military Chief Gen. Bruno Salas said so.", "Bruno Salas", ["Chief"]),
        (
            "Ana Kordun, regional head of the Ostrel Rescue Service (ORS), said no.",
            "Ana Kordun",
            ["regional head of the Ostrel Rescue Service"],
        ),
        (
            "“No,” says Ana Kordun, Head of ORS in the northern islands.",
            "Ana Kordun",
            ["Head of ORS in the northern islands"],
        ),
        (
            "“No,” said Emil Sarnow, Deputy East and North Sea Director at the Lund Fund.",
            "Emil Sarnow",
            ["Deputy East and North Sea Director at the Lund Fund"],
        ),
        ("After a letter by Otto Lund, the witness confirmed that he, too, had gone.", "Otto Lund", []),
    ],
)
def test_descriptions_end_where_they_are_whole(people_of, text: str, name: str, words: list[str]) -> None:
    person = next(person for person in people_of(text) if person.name == name)
    assert [description.text for description in person.descriptions] == words
