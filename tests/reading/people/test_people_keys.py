"""Keys: which spellings of a name meet, and which must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.people.keys import name_key, sound_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Palamar", "Паламар", "Palamár", "PALAMAR", "Palamar.", " Palamar\u00a0", "Рalamar", "Pala\u00admar"),
        ("O'Donnell", "O’Donnell", "ODonnell", "oʼdonnell"),
        ("Odom-Bright", "Odom Bright", "Odom\u00a0Bright", "Odom\nBright"),
        ("Luther “Doc” Baines", 'Luther "Doc" Baines', "Luther «Doc» Baines"),
        ("R.T. Marsh", "R. T. Marsh", "r t marsh"),
        ("Kordić", "Kordic", "Kordic\u0301"),
        ("Юрій", "Юрі\u0438\u0306"),
    ],
)
def test_spellings_of_one_name_have_one_name_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("nameless", ["", "  ", "“”", "...", "—"])
def test_no_name_gives_an_empty_key(nameless: str) -> None:
    assert name_key(nameless) == sound_key(nameless) == ""


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Зеленський", "Зеленский"),
        ("Svyatoslav", "Sviatoslav", "Святослав"),
        ("Denys", "Denis", "Денис"),
        ("Yuliia", "Yulia", "Yuliya", "Julia", "Юлія", "Юлия"),
        ("Kyrylo", "Kirilo", "Кирило"),
        ("Serhiy", "Serhii", "Sergiy", "Сергій"),
        ("Bohdan", "Bogdan", "Богдан"),
        ("Yevhen", "Yevgen", "Євген"),
        ("Illia", "Illya", "Ilya", "Ілля", "Илья"),
        ("Solovyov", "Soloviov", "Solovyev", "Соловьёв", "Соловьев"),
        ("Shcherbak", "Scherbak", "Sherbak", "Щербак"),
        ("Kowalczuk", "Kovalchuk", "Ковальчук"),
        ("Kordić", "Kordich", "Kordic"),
        ("Alexei", "Aleksey", "Алексей"),
        ("Stephan", "Stefan"),
    ],
)
def test_rival_transliterations_have_one_sound_key(spellings: tuple[str, ...]) -> None:
    assert len({sound_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Palamar", "Palamarchuk"),
        ("Prokopenko", "Prokopchuk"),
        ("Oleksandr", "Aleksandr"),
        ("Volodymyr", "Vladimir"),
        ("Ivanov", "Ivanova"),
        ("Petrenko", "Petrenkov"),
        ("Tsymbal", "Tsymbalyuk"),
        ("Hall", "Gall"),
        ("Lysenko", "Lysenkov"),
        ("Smith", "Smit"),
        ("Maryna", "Maria"),
    ],
)
def test_different_names_keep_different_sound_keys(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@given(st.text(max_size=60))
def test_keys_are_plain_words_and_a_name_key_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert key.isascii() and key == " ".join(key.split()) == key.casefold()
    assert name_key(key) == key
    assert sound_key(name) == sound_key(key)
