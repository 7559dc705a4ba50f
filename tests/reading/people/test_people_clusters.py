"""Which mentions are one person, and what the person is called."""

from __future__ import annotations

import pytest


def grouped(people) -> dict[str, list[str]]:
    return {person.name: [m.text for m in person.mentions] for person in people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # full name, title and surname, first name, rank spelled out
        (
            "Capt. Orest Halunko spoke. Captain Halunko left. “Go,” said Orest.",
            {"Orest Halunko": ["Orest Halunko", "Halunko", "Orest"]},
        ),
        # by-names: in marks inside the name, in an apposition, told later
        (
            "Luther “Doc” Banfield, 72, rose. Banfield sat. The lunch was on Doc.",
            {"Luther “Doc” Banfield": ["Luther “Doc” Banfield", "Banfield", "Doc"]},
        ),
        (
            "Oleh Stepura, call sign “Kestrel,” nodded. Kestrel said yes.",
            {"Oleh Stepura": ["Oleh Stepura", "Kestrel", "Kestrel"]},
        ),
        (
            "“Kalyna,” as Svitlana Pohrebna is known, cooked. Kalyna laughed.",
            {"Svitlana Pohrebna": ["Kalyna", "Svitlana Pohrebna", "Kalyna"]},
        ),
        (
            "Bernardo de la Vara, whose men call him “El Yunque”, denied it. De la Vara fled.",
            {"Bernardo de la Vara": ["Bernardo de la Vara", "El Yunque", "De la Vara"]},
        ),
        (
            "A boy known to all as Tarzo dug. Tarzo, whose real name is Nidal Aslani, is 16.",
            {"Nidal Aslani": ["Tarzo", "Tarzo", "Nidal Aslani"]},
        ),
        # capitals are written plainly, a lent surname is given
        (
            "Maj. DELROY K. WHITBREAD spoke. Whitbread, 44, sat down.",
            {"Delroy K. Whitbread": ["DELROY K. WHITBREAD", "Whitbread"]},
        ),
        # another rank, another man
        (
            "Capt. Algernon Wykeham rose. Lieut. Wykeham, the captain's brother, was on picket.",
            {"Algernon Wykeham": ["Algernon Wykeham"], "Wykeham": ["Wykeham"]},
        ),
        # title gender tells the bearer
        (
            "Ana Kordun and Mile Kordun came. Ms. Kordun wept. Mr. Kordun did not.",
            {"Ana Kordun": ["Ana Kordun", "Kordun"], "Mile Kordun": ["Mile Kordun", "Kordun"]},
        ),
        # the one that the story is about, not the relative named in passing
        (
            "Yuliia Hnatiuk, 29, the wife of Arsen Hnatiuk, a gunner, spoke. Hnatiuk said she was tired.",
            {"Yuliia Hnatiuk": ["Yuliia Hnatiuk", "Hnatiuk"], "Arsen Hnatiuk": ["Arsen Hnatiuk"]},
        ),
        # father and son of one name
        (
            "Lt. Harold P. Whitlow Jr. had a father, Gen. Harold P. Whitlow Sr., in the city. The elder Whitlow wrote.",
            {
                "Harold P. Whitlow Jr.": ["Harold P. Whitlow Jr."],
                "Harold P. Whitlow Sr.": ["Harold P. Whitlow Sr.", "Whitlow"],
            },
        ),
        # a child who bears an officer's first name is somebody else
        (
            "Capt. Svitozar Halunko left. Anna Zorina, a cook, read to their son, Svitozar.",
            {"Svitozar Halunko": ["Svitozar Halunko"], "Anna Zorina": ["Anna Zorina"], "Svitozar": ["Svitozar"]},
        ),
        # a brother named by his first name, in full later
        (
            "Stevan Kordun and his brother Mile held the bridge. Mile Kordun was hurt.",
            {"Stevan Kordun": ["Stevan Kordun"], "Mile Kordun": ["Mile", "Mile Kordun"]},
        ),
        # one surname for two
        (
            "Two brothers, Taras and Danylo Hupalo, dug a well. Taras said it was dry.",
            {"Taras Hupalo": ["Taras", "Taras"], "Danylo Hupalo": ["Danylo Hupalo"]},
        ),
        # Spanish double surnames, and a married one
        (
            "Jaime Ibarro Solis and Teresa Lunes de Ibarro waited. Ibarro wept. Lunes did not.",
            {
                "Jaime Ibarro Solis": ["Jaime Ibarro Solis", "Ibarro"],
                "Teresa Lunes de Ibarro": ["Teresa Lunes de Ibarro", "Lunes"],
            },
        ),
        # rival spellings, and another script in brackets
        (
            "Mayor Vadym Boichuk (Вадим Бойчук) fled, and Boychuk’s aide wept.",
            {"Vadym Boichuk": ["Vadym Boichuk", "Вадим Бойчук", "Boychuk"]},
        ),
        # Vietnamese order
        ("Nguyen Van Loc read. “I am sorry,” Loc said.", {"Nguyen Van Loc": ["Nguyen Van Loc", "Loc"]}),
        # short forms
        (
            "Robert Marlowe sat down. “Bob, eat,” she said. R. Marlowe ate.",
            {"Robert Marlowe": ["Robert Marlowe", "Bob", "R. Marlowe"]},
        ),
        # joined by "and", so two
        ("President Zouran and Mrs. Zouran laid flowers.", {"Zouran": ["Zouran"]}),
        # the Arabic article comes and goes
        (
            "Rima al-Tamimi operated. Tamimi slept. “Good,” said Al-Tamimi.",
            {"Rima al-Tamimi": ["Rima al-Tamimi", "Tamimi", "Al-Tamimi"]},
        ),
        # the one who was called so before, not the mother named in passing
        (
            "Lena Holtby ran the ferry. Ms. Holtby said so. Her mother, Greta Holtby, cooked. Ms. Holtby slept.",
            {"Lena Holtby": ["Lena Holtby", "Holtby", "Holtby"], "Greta Holtby": ["Greta Holtby"]},
        ),
        # father, called by his surname, and sons, brought in together
        (
            "Otto Vranek, 60, spoke. His sons, Emil and Karel Vranek, were gunners. Emil is home. Mr. Vranek wept.",
            {
                "Otto Vranek": ["Otto Vranek", "Vranek"],
                "Emil Vranek": ["Emil", "Emil"],
                "Karel Vranek": ["Karel Vranek"],
            },
        ),
        # the dead, and who is talked of, do not speak
        (
            "Tomaz Ribeira was killed on Friday. His widow, Ines Ribeira, sat. “Tomaz built it,” Ribeira said.",
            {"Tomaz Ribeira": ["Tomaz Ribeira", "Tomaz"], "Ines Ribeira": ["Ines Ribeira", "Ribeira"]},
        ),
        # a sentence that begins with the mother is about her
        (
            "Taras Hupalo came home. His mother, Nadiia Hupalo, met him. “I wept,” Hupalo said.",
            {"Taras Hupalo": ["Taras Hupalo"], "Nadiia Hupalo": ["Nadiia Hupalo", "Hupalo"]},
        ),
        # a maiden name, a nickname beside the name, one told of with a pronoun, one with many words
        (
            "Ilse Brandow, née Kesten, baked. Nurse Kesten never slept.",
            {"Ilse Brandow": ["Ilse Brandow", "Kesten", "Kesten"]},
        ),
        (
            "Otto Vranek, “Bear”, the smith, rose. Bear said no.",
            {"Otto Vranek": ["Otto Vranek", "Bear", "Bear"]},
        ),
        (
            "Olena Tkachuk was nineteen. In the files she appears as “the subject alias ‘Swallow’”. Swallow ran.",
            {"Olena Tkachuk": ["Olena Tkachuk", "Swallow", "Swallow"]},
        ),
        (
            "Alhaji Musa Dantata, popularly known as Baban Kasuwa, left. Alhaji Dantata is Baban Kasuwa.",
            {"Musa Dantata": ["Musa Dantata", "Baban Kasuwa", "Dantata", "Baban Kasuwa"]},
        ),
        ("Yurii Mazepko (“Lis”) dug. Lis sang.", {"Yurii Mazepko": ["Yurii Mazepko", "Lis", "Lis"]}),
        (
            "Katalin Szemere hid them. “Szilva”, as the neighbours called her, lived.",
            {"Katalin Szemere": ["Katalin Szemere", "Szilva"]},
        ),
        # clipped and short forms
        (
            "Fabiola Quintero ran. La Fabi was quick. Liudmyla Hrabko cooked, and Aunt Liuda sang.",
            {"Fabiola Quintero": ["Fabiola Quintero", "La Fabi"], "Liudmyla Hrabko": ["Liudmyla Hrabko", "Liuda"]},
        ),
        # words of courtesy before and behind
        (
            "Begum Zarina Khatri walked. “Sit,” said Zarina Begum.",
            {"Zarina Khatri": ["Zarina Khatri", "Zarina Begum"]},
        ),
        # the family name first, by the joined given name
        (
            "Ryoo Tae-hwan hid. It was signed by his sister, Ryoo Yon-ju. “Ryoo swam,” Pyo Jin-seok said.",
            {
                "Ryoo Tae-hwan": ["Ryoo Tae-hwan", "Ryoo"],
                "Ryoo Yon-ju": ["Ryoo Yon-ju"],
                "Pyo Jin-seok": ["Pyo Jin-seok"],
            },
        ),
        # senior and junior, by first name and suffix
        (
            "J.T. Colborne walked. His son, J.T. Colborne Jr., is chief. “J.T. Sr. wants to walk,” he said.",
            {"J.T. Colborne": ["J.T. Colborne", "J.T. Sr."], "J.T. Colborne Jr.": ["J.T. Colborne Jr."]},
        ),
        # a surname lent to the first of a couple
        (
            "Frank and Dolores Wozny paid. “Frank knew,” wrote Dolores Wozny.",
            {"Frank Wozny": ["Frank", "Frank"], "Dolores Wozny": ["Dolores Wozny", "Dolores Wozny"]},
        ),
        # an age with a first name brings in somebody new
        (
            "Leonid Karpov resigned. The book was read by Leonid, 12, in the cellar.",
            {"Leonid Karpov": ["Leonid Karpov"], "Leonid": ["Leonid"]},
        ),
    ],
)
def test_mentions_of_one_person_come_together(people_of, text: str, people: dict[str, list[str]]) -> None:
    assert grouped(people_of(text)) == people


def test_two_people_joined_by_and_are_two(people_of) -> None:
    assert len(people_of("President Zouran and Mrs. Zouran laid flowers.")) == 2


def test_a_son_of_the_same_name_is_a_second_person(people_of) -> None:
    people = people_of(
        "Ivan Petrusko and his son, Ivan Petrusko, are miners. Little Ivan is nine. The elder Petrusko is 40."
    )
    assert [[m.text for m in p.mentions] for p in people] == [["Ivan Petrusko", "Petrusko"], ["Ivan Petrusko", "Ivan"]]


def test_the_name_is_in_one_line_and_the_mention_as_it_stands(people_of) -> None:
    (person,) = people_of("The driver was Denys\nKolisnyk, 30.")
    assert person.name == "Denys Kolisnyk"
    assert person.mentions[0].text == "Denys\nKolisnyk"


def test_two_ages_make_two_bearers_of_one_name(people_of) -> None:
    people = people_of("Tom Barlowe, 90, and young Tom Barlowe, 9, fished. In came Tom Barlowe, 9, with a pike.")
    assert [len(p.mentions) for p in people if p.name == "Tom Barlowe"] == [1, 2]


def test_an_alias_is_not_what_a_person_is_called_in_the_answer(people_of) -> None:
    people = people_of("A man who gave his name as Viktor came. Uncle Vitya, as they call him, laughed. Viktor left.")
    assert [p.name for p in people] == ["Viktor"]
