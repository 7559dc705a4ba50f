"""What holds for every text: exact offsets, no exception, no overlap, the same twice; and hostile input."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.indirect import find_indirect
from bot.reading.quotations import find_quotations
from tests.reading.quotations.accounts import document_of, people_of

PIECES = st.sampled_from(
    [
        *"“”\"‘’'«»„‚`.,:;!?—–-()[]\n\t \xa0\u200f",
        "``",
        "''",
        " said ",
        " told ",
        "she said",
        " according to ",
        " as ",
        " who ",
        "Mira Toll",
        "Ms. Toll",
        " he ",
        " they ",
        " it ",
        "the mayor",
        "a soldier",
        "his wife",
        "We left,",
        "soldiers’ boots",
        "’90s",
        "Жінка",
        "𝔘",
        "e\u0301",
        "quoted",
        "claim that",
        " adding: ",
        "—",
        "ROE: ",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_text(text: str) -> None:
    document = document_of(text)
    people = people_of(text, ("Mira Toll", "Toll"))
    quotations = find_quotations(document, people)
    assert all(q.text == text[q.start : q.end] and q.start < q.end for q in quotations)
    assert all(a.end <= b.start for a, b in pairwise(quotations))
    assert all(b.utterance - a.utterance in (0, 1) for a, b in pairwise(quotations))
    assert all(document.passage_at(q.start) is not None for q in quotations)
    speech = find_indirect(document, people, quotations)
    assert all(i.text == text[i.start : i.end] and i.start < i.end for i in speech)
    assert quotations == find_quotations(document, people)
    assert speech == find_indirect(document, people, quotations)


HOSTILE = {
    "straight marks": '"' * 100_000,
    "opening marks": "“" * 100_000,
    "closing marks": "” " * 100_000,
    "opened, never closed": "‘a " * 50_000,
    "opened, with tags": "“a, he said " * 10_000,
    "fragments in one line": "“a,” he " * 15_000,
    "one endless line": "word " * 1_000_000,
    "verbs without end": "he said that " * 50_000,
    "commas": "a, " * 100_000 + "said “b”",
    "brackets": "(" * 100_000 + " said “x”",
    "quotations in one line": "“Yes.” " * 15_000,
    "lines of one word": "“Yes.”\n" * 15_000,
    "questions and answers": "“Yes?”\n" * 10_000 + "“Yes,” said Mira Toll.\n" * 5_000,
    "reflexives": "himself " * 30_000 + "said “x y”",
    "letters": "The letter. The letter said “x y”. " * 3_000,
    "men": "A man slept. " * 10_000 + "“Yes,” he said.",
    "evenings": "Each evening " * 20_000 + "he said “x y”",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_the_end(name: str) -> None:
    text = HOSTILE[name]
    document = document_of(text)
    quotations = find_quotations(document, ())
    assert all(q.text == text[q.start : q.end] for q in quotations)
    find_indirect(document, (), quotations)
