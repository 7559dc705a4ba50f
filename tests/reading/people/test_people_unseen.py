"""What accounts of other wars showed: groups, hospitals and slogans that bear names, reporters, and namesakes."""

from __future__ import annotations

import pytest


def mentioned(people) -> list[str]:
    return [m.text for m in sorted((m for p in people for m in p.mentions), key=lambda m: m.start)]


def person(people, name: str):
    return next(p for p in people if p.name == name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # armed groups bear people's names
        (
            "Hamid Tarkan wrote twice. The Tarkan group left. The Tarkan terror group fled. Tarkan members hid.",
            ["Hamid Tarkan"],
        ),
        ("They met Abu Ruwan leader Hakim Borun there.", ["Hakim Borun"]),
        ("Joint Task Group Ostrel deputy commander Col. Pedro Lunes spoke.", ["Pedro Lunes"]),
        # the branch of a body in a country
        ("Solaris Norway ran it. Ana Kordun, the president of Solaris Norway, asked for prayers.", ["Ana Kordun"]),
        # animals
        ("Ana Kordun left with Margit, her chihuahua.", ["Ana Kordun"]),
        # a hospital, and its short name
        (
            "Shells hit the Farid Qabani Hospital. Farid Qabani is one of two that still work.",
            [],
        ),
        ("Shells hit the Farid Qabani Hospital, and Farid Qabani said so.", ["Farid Qabani"]),
        # the site X, at the end of a sentence
        ("Nobody had asked, she wrote on X. Prior years were quieter.", []),
        # headings and slogans
        ("They rowed for a project called Surviving Ostrel. The Battle of Ostrel was lost.", []),
        ("Brighter Tides\n\nThey were told to leave at noon, and nobody did.", []),
        # bodies whose people speak for them
        ("So wrote the aide to the Ministry of Internal Affairs Anton Hrynko.", ["Anton Hrynko"]),
        ("The Secretary of State for Harbours and Lamps Helena Brandt came.", ["Helena Brandt"]),
        ("Medics of Médecins Sans Frontières said so.", []),
        # a given name that is a place too, in a list
        (
            "In the boat sat Drago Vukas, Ravojin Teletar, Milan Gavran, and others.",
            ["Drago Vukas", "Ravojin Teletar", "Milan Gavran"],
        ),
        # patronymics
        ("They gave the keys to Evfimia Borisovna (second floor).", ["Evfimia Borisovna"]),
        # reporters
        ("Ruth Penrose reports from the quays of Ostrel.", []),
        ("Bread has come to the quay at last, writes Petra Lindqvist in Ostrel", []),
        ("“The lamp is out,” writes Petra Lindqvist.", ["Petra Lindqvist"]),
        ("OSTREL/LUND, Feb 4 (Hina) - Nobody came.", []),
        # ages before a name, and no part of it
        ("Nineteen-year-old Tovar’s boat sank.", ["Tovar"]),
        # offices whose last word is a place's
        ("So it was put to the secretary of state, Ryder Holt, at noon.", ["Ryder Holt"]),
        # particles behind a title
        ("Joaquim Prado da Costa spoke. Mr da Costa left.", ["Joaquim Prado da Costa", "da Costa"]),
        # what only places have
        ("The gate is shut, said Ostrela’s residents.", []),
        # who somebody says to be
        ("The ferryman, who identified himself as Torvan, spoke.", ["Torvan"]),
        # buildings that bear people's names
        ("They rowed bread to Ostrel’s Kari F. Lindahl hospital.", []),
        # offices for and to places
        ("The UN Special Envoy for Norway Staffen de Graaf spoke. De Graaf left.", ["Staffen de Graaf", "De Graaf"]),
        # a heading or dateline in capitals on the next line
        ("The song is by Levko Sarna\nOSTREL fell.", ["Levko Sarna"]),
        # places that are known by a name
        ("The guns stood on Tor hill — known as Beatrice Hill by the crews.", []),
    ],
)
def test_names_that_are_people_and_names_that_are_not(people_of, text: str, names: list[str]) -> None:
    assert mentioned(people_of(text)) == names


def test_a_father_is_not_his_son_though_he_bears_the_first_name(people_of) -> None:
    people = people_of("In the boat were Velan Arasu, his old father, Velan, and nobody else.")
    assert [p.name for p in people] == ["Velan Arasu", "Velan"]


def test_a_list_of_first_names_lends_no_surname(people_of) -> None:
    people = people_of("Emma, Rosa and Boris Tarnov rowed. Emma and Oleh Tarnov sang.")
    assert "Rosa" in [p.name for p in people]
    assert "Rosa Tarnov" not in [p.name for p in people]


def test_a_first_name_means_the_namesake_whom_the_passage_names(people_of) -> None:
    people = people_of(
        "Olena Brodska’s bakery was hit. Olena fell ill.\n\n"
        "The boat of Olena Vernyk is kept by her son. Olena built it in June."
    )
    assert [m.text for m in person(people, "Olena Vernyk").mentions] == ["Olena Vernyk", "Olena"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Norway’s U.N. Ambassador Kari Lund spoke.", "Kari Lund", ["Norway’s U.N. Ambassador"]),
        (
            "This is the yacht of Norland’s ousted president, Clement Taler.",
            "Clement Taler",
            ["Norland’s ousted president"],
        ),
        (
            "“No,” said Ewan Sorley, the aid coordinator by telephone from Ostrel.",
            "Ewan Sorley",
            ["the aid coordinator"],
        ),
        ("“No,” said British Ambassador Hugh Penrose.", "Hugh Penrose", ["British Ambassador"]),
        ("U.S. Ambassador to the U.N. Kari Lund spoke.", "Kari Lund", ["U.S. Ambassador to the U.N."]),
        ("Emeka Dunlop, UN special envoy to Norland, spoke.", "Emeka Dunlop", ["UN special envoy to Norland"]),
        (
            "“No,” said Harbour Relief’s deputy director for Norland, Yusuf Jabari.",
            "Yusuf Jabari",
            ["Harbour Relief’s deputy director for Norland"],
        ),
        (
            "Huda Sayegh, Feed the Harbour’s coordinator in Norland, spoke.",
            "Huda Sayegh",
            ["Feed the Harbour’s coordinator in Norland"],
        ),
        (
            "Gen. Alain Brisson, commander of U.N. forces in Norland, came.",
            "Alain Brisson",
            ["commander of U.N. forces in Norland"],
        ),
        ("U.S. Ambassador to Norway Otis W. Carver spoke.", "Otis W. Carver", ["U.S. Ambassador to Norway"]),
        (
            "The UN Special Envoy for Norway Staffen de Graaf spoke.",
            "Staffen de Graaf",
            ["UN Special Envoy for Norway"],
        ),
        ("They met former President Wendell Fisk.", "Wendell Fisk", ["former President"]),
        ("The U.N.'s humanitarian chief Colm Darragh spoke.", "Colm Darragh", ["The U.N.'s humanitarian chief"]),
        ("A press officer, Lieutenant-Colonel Ulrich Sarnow, spoke.", "Ulrich Sarnow", ["A press officer"]),
        ("On Friday Libyan leader Omar Haddar left.", "Omar Haddar", ["Libyan leader"]),
        ("They saw rebel leader Omar Haddar twice.", "Omar Haddar", ["rebel leader"]),
        (
            "Lt. Gen. Bruno Salas, chief of the Lake Command told reporters so.",
            "Bruno Salas",
            ["chief of the Lake Command"],
        ),
        (
            "Ana Kordun, an aid coordinator in Ostrel told the channel so.",
            "Ana Kordun",
            ["an aid coordinator in Ostrel"],
        ),
        (
            "Col. Pedro Lunes, deputy commander of the task force, spoke.",
            "Pedro Lunes",
            ["deputy commander of the task force"],
        ),
        (
            "Former head of the Ostrel harbour, Denys Kolisnyk said no.",
            "Denys Kolisnyk",
            ["Former head of the Ostrel harbour"],
        ),
        ("Two more came to the quay - corporal Nils Fjeld spoke.", "Nils Fjeld", ["corporal"]),
        (
            "Marko Zidar, director of the Office of Youth and Sports, left.",
            "Marko Zidar",
            ["director of the Office of Youth and Sports"],
        ),
        ("After a dozen civilian boats, Viktor Marenko gave up counting.", "Viktor Marenko", []),
        ("“Row on,” said Levko Marenko, a rope slung over his head.", "Levko Marenko", []),
        ("Marta Lindqvist, who would not give her surname, left.", "Marta Lindqvist", []),
        ("She is the first witness at the wedding of Otto Lunes, Emil Sarnow and others.", "Emil Sarnow", []),
        ("Ana Kordun, head of the U.S. mission in Ostrel, left.", "Ana Kordun", ["head of the U.S. mission in Ostrel"]),
    ],
)
def test_descriptions_are_whole_and_nobody_elses(people_of, text: str, name: str, words: list[str]) -> None:
    assert [d.text for d in person(people_of(text), name).descriptions] == words
