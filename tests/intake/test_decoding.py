"""Encodings: the right text out of the bytes that people still send."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.intake.decoding import decode, decode_page

UKRAINIAN = (
    "Пором відійшов опівдні. На борту було дев'ять родин, і ніхто не стріляв. Мер перелічила всіх і записала імена. "
    "Її брат чекав на ґанку, а їжі не було; Євген ще там.\n"
)
RUSSIAN = "Паром ушёл в полдень. На борту было девять семей. Мэр пересчитала всех, объявила и записала имена.\n"
SHOUTED = "ЕВАКУАЦИЯ НАЧАЛАСЬ УТРОМ. НИКТО НЕ СТРЕЛЯЛ.\n"
ENGLISH = "“The ferry left,” said José Müller – owner of a café in Zürich. It cost 5 €; nobody’s children were on it.\n"
MIXED = "The ferry left at noon. Євген Ткач said so, and Олена agreed with him.\n"
SINGLE_BYTE = ("cp1251", "koi8-u", "cp1125", "mac_cyrillic")


@pytest.mark.parametrize("length", [16, 40, 150, 5_000])
@pytest.mark.parametrize("encoding", [*SINGLE_BYTE, "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [UKRAINIAN, RUSSIAN, SHOUTED], ids=["Ukrainian", "Russian", "capitals"])
def test_cyrillic_text_comes_out_right_from_a_few_words_on(text: str, encoding: str, length: int) -> None:
    cut = (text * (length // len(text) + 1))[:length]
    assert decode(cut.encode(encoding), "parom.txt") == cut


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("times", [1, 100])
def test_english_with_typographic_marks_and_accents_comes_out_right(encoding: str, times: int) -> None:
    assert decode((ENGLISH * times).encode(encoding), "ferry.txt") == ENGLISH * times


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_names_in_cyrillic_within_english_come_out_right(encoding: str) -> None:
    assert decode((MIXED * 5).encode(encoding), "ferry.txt") == MIXED * 5


def test_polish_is_not_taken_for_western_text() -> None:
    text = "Łódź była pełna, a gęś i żółw płynęły za nią przez całą noc aż do świtu.\n" * 3
    assert decode(text.encode("cp1250"), "lodz.txt") == text


def test_a_character_cut_in_two_does_not_spoil_the_rest() -> None:
    data = (RUSSIAN * 10).encode()[:-2]
    assert decode(data, "parom.txt") == data.decode("utf-8", "replace")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_what_is_not_ascii_may_come_late(encoding: str) -> None:
    text = "The ferry left at noon. " * 4_000 + UKRAINIAN
    assert decode(text.encode(encoding), "ferry.txt") == text
    damaged = text.encode()[:-4] + b"\n"
    assert decode(damaged, "ferry.txt") == damaged.decode("utf-8", "replace")


def test_bytes_in_no_encoding_get_a_sentence() -> None:
    with pytest.raises(InputError, match="could not be made out"):
        decode(bytes(range(128, 256)) * 4_000, "noise.txt")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(f"The ferry left. {text}".encode(), "ferry.txt") == f"The ferry left. {text}"


@pytest.mark.parametrize("charset", ["windows-1251", "KOI8-U", "koi8-r"])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>Мер</p></html>'
    )
    assert decode_page(page.encode(codecs.lookup(charset).name), "page.html") == page


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "zip", "x-unheard-of", "unicode_escape"])
def test_a_declaration_that_cannot_be_kept_to_is_passed_over(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{UKRAINIAN}</p></body></html>'
    assert decode_page(page.encode("cp1251"), "page.html") == page
