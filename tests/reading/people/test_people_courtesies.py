"""Courtesies, by-names in two words, datelines, siblings of one surname, names with the surname first."""

from __future__ import annotations

import pytest


def grouped(people) -> dict[str, list[str]]:
    return {person.name: [m.text for m in person.mentions] for person in people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Saw Kler Htoo Gay said the boats had gone. Naw Eh Mu laughed. Ma Thidar cooked.",
            {"Kler Htoo Gay": ["Kler Htoo Gay"], "Eh Mu": ["Eh Mu"], "Thidar": ["Thidar"]},
        ),
        ("U Tun Aye Thein, 60, rowed.", {"Tun Aye Thein": ["Tun Aye Thein"]}),
        ("Ma Jianguo spoke. “No,” said Ma Jianguo.", {"Ma Jianguo": ["Ma Jianguo", "Ma Jianguo"]}),
        (
            "Aleem Usman Dimalotang prayed. The priest of the upper church, Abba Gebre-Mikael, gave out bread.",
            {"Usman Dimalotang": ["Usman Dimalotang"], "Gebre-Mikael": ["Gebre-Mikael"]},
        ),
        (
            "Norberto “Berto” Salonga is 70. Mang Berto told it.",
            {"Norberto “Berto” Salonga": ["Norberto “Berto” Salonga", "Berto"]},
        ),
        (
            "Maryam Haddad, known to everybody in the building, and long after, as Umm Tariq, said no. Umm Tariq sang.",
            {"Maryam Haddad": ["Maryam Haddad", "Umm Tariq", "Umm Tariq"]},
        ),
        (
            "Maryam Haddad sang. Haddad, 57, a midwife, who is known to all as Umm Tariq, sat. Umm Tariq slept.",
            {"Maryam Haddad": ["Maryam Haddad", "Haddad", "Umm Tariq", "Umm Tariq"]},
        ),
        (
            "Umm Tariq, as everybody in the street calls Maryam Haddad, said no. Umm Tariq laughed.",
            {"Maryam Haddad": ["Umm Tariq", "Maryam Haddad", "Umm Tariq"]},
        ),
        (
            "Colonel Thura Maung, nicknamed Bo Sein, shot first. Bo Sein was feared.",
            {"Thura Maung": ["Thura Maung", "Bo Sein", "Bo Sein"]},
        ),
        (
            "SAN PABLO DE TARANG, Luzonia — Otto Marlowe came. Few outside Tarang knew. Tarang is small.",
            {"Otto Marlowe": ["Otto Marlowe"]},
        ),
        ("SAN PABLO DE TARANG — Otto Marlowe came to Tarang.", {"Otto Marlowe": ["Otto Marlowe"]}),
        ("TARANG -- Otto Marlowe came to Tarang. Tarang is small.", {"Otto Marlowe": ["Otto Marlowe"]}),
        (
            "HALUNKO — I saw it.\n\nKORDUN — I did too.\n\nOrest Halunko left. Ana Kordun left.",
            {"Orest Halunko": ["HALUNKO", "Orest Halunko"], "Ana Kordun": ["KORDUN", "Ana Kordun"]},
        ),
        (
            "It was Saidi Dimakuta, who led the choir, and his elder brother, Omar Dimakuta, a driver. "
            "“He owed me money,” the younger Dimakuta said.\n\nDimakuta has promised the rope.",
            {"Saidi Dimakuta": ["Saidi Dimakuta", "Dimakuta", "Dimakuta"], "Omar Dimakuta": ["Omar Dimakuta"]},
        ),
        (
            "It was Saidi Dimakuta, who led the choir, and his younger brother, Omar Dimakuta, a driver. "
            "“He owed me money,” the younger Dimakuta said.\n\nDimakuta has promised the rope.",
            {"Saidi Dimakuta": ["Saidi Dimakuta"], "Omar Dimakuta": ["Omar Dimakuta", "Dimakuta", "Dimakuta"]},
        ),
        (
            "Mina Horvat read. “Horvat, Josip,” she said. Josip Horvat was 16. “Horvat, Marko.”",
            {
                "Mina Horvat": ["Mina Horvat"],
                "Josip Horvat": ["Horvat, Josip", "Josip Horvat"],
                "Marko Horvat": ["Horvat, Marko"],
            },
        ),
    ],
)
def test_who_is_who(people_of, text: str, people: dict[str, list[str]]) -> None:
    assert grouped(people_of(text)) == people
