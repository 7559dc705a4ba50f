import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.citations import notes_on, read_short_form, short_form
from bot.answers.language import ENGLISH
from bot.answers.model import Citation, Item
from bot.errors import InputError


def citation(source: str = "one", passage: int = 3, kind: str = "account") -> Citation:
    return Citation(source, "One", None, None, None, passage, 0, 1, kind)  # type: ignore[arg-type]


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), st.integers(1, 999_999))
def test_the_short_form_comes_back(source: str, passage: int) -> None:
    form = short_form(citation(source, passage))
    assert read_short_form(form) == (source, passage)
    assert read_short_form(f" [{form}] ") == (source, passage)


@pytest.mark.parametrize("words", ["", "one", "one:", ":3", "one:0", "one:three", "one two:3", "one:" + "9" * 30])
def test_what_is_no_citation_gets_one_sentence(words: str) -> None:
    with pytest.raises(InputError, match="like source-id:12"):
        read_short_form(words)


def test_digests_are_said_to_be_digests() -> None:
    account, digest = Item("a", citation()), Item("b", citation(kind="digest"))
    assert notes_on([account], ENGLISH) == ()
    assert "own summary" in notes_on([account, digest], ENGLISH)[0]
