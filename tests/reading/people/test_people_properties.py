"""What holds for any text: exact offsets, no exception, the same people twice, and no blow-up on hostile text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.people import find_people

WORDS = st.sampled_from(
    [
        "Ivan",
        "Petrusko",
        "Mrs.",
        "Capt.",
        "said",
        "his wife,",
        "de la",
        "“Fox”",
        "call sign",
        "Jr.",
        "and",
        "J.",
        "al-Amin",
        "’s",
        ", 40,",
        "Ольга",
        "\u00a0",
        "\n\n",
        "\n",
        ".",
        ",",
        "the",
        "Oslo",
        "who",
        "(",
        ")",
        "NATO",
        "as he is known",
        "O’",
    ]
)


def check(text: str, people) -> None:
    starts = [p.mentions[0].start for p in people]
    assert starts == sorted(starts)
    for person in people:
        assert person.name == " ".join(person.name.split()) != ""
        for span in (*person.mentions, *person.descriptions):
            assert text[span.start : span.end] == span.text != ""
        for tie in person.ties:
            assert 0 <= tie.start < tie.end <= len(text)
    mentions = sorted((m.start, m.end) for p in people for m in p.mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(mentions))


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(document_of, text: str) -> None:
    check(text, find_people(document_of(text)))


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_names_in_any_order_are_read_to_the_character_and_twice_the_same(document_of, text: str) -> None:
    people = find_people(document_of(text))
    check(text, people)
    assert people == find_people(document_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Palamenko " * 50_000,
        "Ivan Petrusko " * 25_000,
        "“" * 100_000,
        "“A" * 50_000,
        "A. " * 50_000,
        "A" * 1_000_000,
        "Capt. " * 50_000,
        "A de la " * 40_000,
        "A" + " " * 500_000 + "B",
        "Ivan, call sign “Fox”, " * 4_000,
        "his brother Ivan said. " * 4_000,
        ", ".join(["Bohdan"] * 10_000),
        "Ann (" * 50_000,
        "She was known as “Fox”. " * 4_000,
        "Otto Marlowe, 90, and Otto Marlowe, 9, alias “Fox”, a courier, died. " * 2_000,
        "the gun that the town called Long Vera " * 4_000,
        "Horvat, Josip. " * 8_000,
        "Otto Marlowe. Marlowe, who is known to all as Umm Emil, sang. Umm Emil slept. " * 2_000,
        "TARANG, " * 20_000,
        "TARANG, Luzonia — Otto Marlowe came.\n\n" * 4_000,
        "Saw Kler Htoo\nsaid. " * 8_000,
        "the quick brown fox said Ivan Petrusko, a teacher, " * 4_000,
        "".join(f"Ivan {chr(65 + n % 26)}{chr(97 + n % 23)}{chr(97 + n % 19)}enko said. " for n in range(4_000)),
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_ends_soon(document_of, text: str) -> None:
    check(text, find_people(document_of(text)))
