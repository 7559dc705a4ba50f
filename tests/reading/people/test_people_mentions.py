"""Which stretches are names of people, to the character, and which capitalised stretches are not."""

from __future__ import annotations

import pytest


def mentioned(people) -> list[str]:
    return [m.text for m in sorted((m for p in people for m in p.mentions), key=lambda m: m.start)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # titles and ranks of many services and languages
        ("They met Capt. Orest Halunko and Senior Sgt. Ivo Brandt.", ["Orest Halunko", "Ivo Brandt"]),
        ("Sgt Maj Tessa Quill saluted WO2 Rhys Penrose.", ["Tessa Quill", "Rhys Penrose"]),
        ("Lt. Col. Mira Solak flew with Commander-in-Chief Dov Arel.", ["Mira Solak", "Dov Arel"]),
        ("Oslo City Council President Nils Fjeldstad resigned.", ["Nils Fjeldstad"]),
        ("It was Secretary of State Wendell Harkaway who called.", ["Wendell Harkaway"]),
        ("Then Father Anselm Crowe and Sister Bertilla prayed.", ["Anselm Crowe", "Bertilla"]),
        ("Ex-President Laszlo Vereb thanked Dona Ines Falcao.", ["Laszlo Vereb", "Ines Falcao"]),
        ("Captain First Rank Oleh Stepura waved.", ["Oleh Stepura"]),
        # the parts of a name
        ("In came Peter van der Hoek, and Van der Hoek sat down.", ["Peter van der Hoek", "Van der Hoek"]),
        ("A letter from Maria del Carmen Ruiz Pardo arrived.", ["Maria del Carmen Ruiz Pardo"]),
        (
            "He knew R. T. Colborne, J.P. Marr and Harold P. Whitlow Jr. by sight.",
            ["R. T. Colborne", "J.P. Marr", "Harold P. Whitlow Jr."],
        ),
        ("They buried Luther “Doc” Banfield and Ana (Anya) Petrova.", ["Luther “Doc” Banfield", "Ana (Anya) Petrova"]),
        (
            "Abu Khalid al-Masrawi and Siobhan O’Hanrahan-Wright left.",
            ["Abu Khalid al-Masrawi", "Siobhan O’Hanrahan-Wright"],
        ),
        ("It was Nguyen Van Loc who wrote.", ["Nguyen Van Loc"]),
        (
            "The sapper was Oksana\u00a0Hrabchuk, and Denys\nKolisnyk was the driver.",
            ["Oksana\u00a0Hrabchuk", "Denys\nKolisnyk"],
        ),
        ("Командир Остап Гриньків мовчав.", ["Остап Гриньків"]),
        ("JOHN HARGREAVE, a miner, stood up.", ["JOHN HARGREAVE"]),
        ("Caption: Joaquin BELMONTE, 44, on the quay.", ["Joaquin BELMONTE"]),
        # the possessive is no part of it
        ("Halyna Kosach’s coat and James’ hat hung there; James wept.", ["Halyna Kosach", "James", "James"]),
        # what stands around a single word
        ("“No,” said Marko, a sapper who had come by boat.", ["Marko"]),
        ("An officer with the call sign “Sailor” spoke. Sailor, 51, was calm.", ["Sailor", "Sailor"]),
        ("His younger brother, Binh, ran. Her husband Levko slept.", ["Binh", "Levko"]),
        ("There is “Sosna”, who is seventeen. Sosna carries letters.", ["Sosna", "Sosna"]),
        ("Kapitan “Wilk” commands. A boy whom they call Kot went out.", ["Wilk", "Kot"]),
        ("Catherine the Great is dead.", ["Catherine the Great"]),
        ("Q. Mayor Hofbaur, did you sleep?", ["Hofbaur"]),
        ("A man named Roman knocked. “Open,” said Roman.", ["Roman", "Roman"]),
        ("They have called her Lantern, after the lamp.", ["Lantern"]),
        (
            "On Tuesday Marta Lindqvist left for Oslo with Russia's Alexei Borodulin.",
            ["Marta Lindqvist", "Alexei Borodulin"],
        ),
        # titles of other lands; a day that is a given name; a honorific behind the name
        (
            "Mallam Sule Gwarzo and Hajiya Zainab met U Thein Zaw and Daw Mya Nandar.",
            ["Sule Gwarzo", "Zainab", "Thein Zaw", "Mya Nandar"],
        ),
        ("Hon. Sunday Akpan Udoh left on Sunday.", ["Sunday Akpan Udoh"]),
        ("Daw Khin Mar Oo came on 5 Mar 2020.", ["Khin Mar Oo"]),
        ("Mori Haruko dived. “Mori-san did not tell us,” he said.", ["Mori Haruko", "Mori"]),
        ("Dr (Smt.) Padma Iyengar rose. Umm Karim, a cook, sat.", ["Padma Iyengar", "Umm Karim"]),
        ("They met on Tuesday. A. R. Quainoo, who leads them, said so.", ["A. R. Quainoo"]),
        ("Otto Marlowe III, Water St., reports a fire.", ["Otto Marlowe III"]),
        # whose cat it is
        ("Olena Tkachuk told the cat, Olena Tkachuk's cat, Mishka.", ["Olena Tkachuk", "Olena Tkachuk"]),
        # a call sign that is a common word
        ("Yurii Mazepko (“Did”) is a private.", ["Yurii Mazepko", "Did"]),
        ("But Dario Monti said no. When Monti left, Echoing Monti, others left.", ["Dario Monti", "Monti", "Monti"]),
    ],
)
def test_names_are_found_to_the_character(people_of, text: str, names: list[str]) -> None:
    assert mentioned(people_of(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "The destroyer Walter B. Hargrove sank. The Walter B. Hargrove had 300 men.",
        "The ferry, the Elvira Montes, carried cattle and a parrot named Don Felipe.",
        "She fed the harbour cat, Mimi. Even Mimi was thin.",
        "The goat got loose. Her name was Gladys. “Gladys! Gladys!” he called.",
        "The Bohdan Khmara Battalion and the Taras Hnat University were hit on Admiral Orlov Street.",
        "He fled to San Telmo, then to Port Ellen, in Quang Ngai province near St. Agnes.",
        "On Monday, in April, Ukrainian and Russian forces met the Red Cross and the United Nations in Geneva.",
        "She read “Robinson Crusoe” and the opera ‘Nabucco’ was on.",
        "The Moscow-backed Donetsk People's Republic and Azov Regiment fought. Operation Silver Gate ended.",
        "Generations of families worked there. However, Medics came. Allegedly, one judge left.",
        "The gun that the town called Long Vera fell silent. The ship’s bell is called Old Matilda. Old Matilda rang.",
        "He’d told them. ‘He’d come,’ she said. There’s bread.",
        "TALKS STALLED",
        "The band, a militia band known as “Los Negros,” fled. Marsh & Sons sold coal.",
        "Three men came home, the Sumy Visnyk reports. They were thin, Poltava Visnyk reports.",
        "Some said that she should call them Famine and Flood.",
        "NATO, the BBC and the U.S. Army said so. Rep. leaders in Buffalo, N.Y., agreed.",
        "Under a sign that says “No Politics Before Coffee” they ate.",
    ],
)
def test_what_is_capitalised_need_not_be_a_person(people_of, text: str) -> None:
    assert mentioned(people_of(text)) == []


def test_a_surname_that_is_also_a_town_is_told_by_where_it_stands(people_of) -> None:
    text = "General Anselmo Barroso came in from the town of Barroso. Barroso told reporters nothing."
    people = people_of(text)
    assert mentioned(people) == ["Anselmo Barroso", "Barroso"]
    assert people[0].mentions[1].start == text.rindex("Barroso")


def test_the_title_is_kept_beside_the_mention_as_written(people_of) -> None:
    (person,) = people_of("Then Senior Sgt. Ivo Brandt stood up. Sergeant Brandt sang.")
    assert [(m.title, m.text) for m in person.mentions] == [("Senior Sgt.", "Ivo Brandt"), ("Sergeant", "Brandt")]


def test_who_is_credited_with_the_account_is_no_person_of_it(people_of) -> None:
    text = "I’m Petra Mallory and this is our coverage. Ivo Brandt, 40, spoke."
    assert [p.name for p in people_of(text, ("PETRA MALLORY",))] == ["Ivo Brandt"]


def test_a_number_in_thousands_after_a_name_is_no_age(people_of) -> None:
    assert mentioned(people_of("Of 2,500 miners of Verkholm, 1,279 have come back, the union said.")) == []
    assert mentioned(people_of("Then Verkholm, 12, came back.")) == ["Verkholm"]


@pytest.mark.parametrize("text", ["Kholmska Pravda reported it.", "It was so, according to Agence Nord-Presse."])
def test_a_paper_or_an_agency_that_reports_is_no_person(people_of, text: str) -> None:
    assert mentioned(people_of(text)) == []


def test_a_town_that_is_part_of_a_name_is_no_person(people_of) -> None:
    text = (
        "The girl is called Mary Kyansu. The siege of Kyansu lagoon ended. Fishermen of Kyansu lagoon came to Kyansu."
    )
    assert mentioned(people_of(text)) == ["Mary Kyansu"]
