import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.calls import LONGEST_QUESTION, QUESTIONS, Call, checked, names_speaker, parse_call
from bot.errors import InputError


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("!who Marenko", Call("who", "Marenko")),
        ("who Marenko", Call("who", "Marenko")),
        ("  ! who   Olha \t Marenko ", Call("who", "Olha Marenko")),
        ("WHO Marenko", Call("who", "Marenko")),
        ("on 2022-04-30", Call("on", "2022-04-30")),
        ("on late April page 3", Call("on", "late April", page=3)),
        ("quote evacuation", Call("quote", "evacuation")),
        ("quote evacuation from Marenko", Call("quote", "evacuation", "Marenko")),
        ("quote from Olha Marenko page 2", Call("quote", "", "Olha Marenko", 2)),
        ("quote letters from home from Marenko", Call("quote", "letters from home", "Marenko")),
        ('quote "letters from home"', Call("quote", "letters from home")),
        ('quote "letters from home" from Marenko', Call("quote", "letters from home", "Marenko")),
        ("quote", Call("quote")),
        ("search letters from home", Call("search", "letters from home")),
        ("who a man from Odesa", Call("who", "a man from Odesa")),
        ("search page 2", Call("search", "page 2")),
        ("who \u202eMarenko\u202c\x1b[31m", Call("who", "Marenko [31m")),
        ("sources page 2", Call("sources", page=2)),
        ("sources 2", Call("sources", page=2)),
        ("sources page 0", Call("sources")),
        ("help", Call("help")),
        ("!хто Маренко", Call("who", "Маренко")),
        ("ДАТА 30 квітня сторінка 2", Call("on", "30 квітня", page=2)),
        ("цитата евакуація від Маренко", Call("quote", "евакуація", "Маренко")),
        ("quote evacuation від Маренко page 2", Call("quote", "evacuation", "Маренко", 2)),
        ("figures wounded people page 2", Call("figures", "wounded people", page=2)),
        ("цифри поранені", Call("figures", "поранені")),
        ("цитата «листи від матері»", Call("quote", "листи від матері")),
        ("пошук листи від матері", Call("search", "листи від матері")),
        ("джерела сторінка 2", Call("sources", page=2)),
        ("джерела 2", Call("sources", page=2)),
        ("джерело last-ferry", Call("source", "last-ferry")),
        ("контекст last-ferry:3", Call("context", "last-ferry:3")),
        ("довідка", Call("help")),
    ],
)
def test_words_become_a_call(words: str, call: Call) -> None:
    assert parse_call(words) == call


def test_another_prefix() -> None:
    assert parse_call("?who Marenko", "?") == Call("who", "Marenko")
    with pytest.raises(InputError):
        parse_call("!who Marenko", "?")


@pytest.mark.parametrize("words", ["", "   ", "!", "\x00\x07", "\u200f"])
def test_nothing_asked(words: str) -> None:
    with pytest.raises(InputError, match="Nothing was asked"):
        parse_call(words)


def test_a_slip_in_the_question_is_named() -> None:
    with pytest.raises(InputError, match=r"“qoute”; did you mean !quote\?"):
        parse_call("!qoute evacuation")


def test_a_slip_in_a_ukrainian_question_is_named_in_ukrainian() -> None:
    with pytest.raises(InputError, match=r"“цитта”; did you mean !цитата\?"):
        parse_call("!цитта евакуація")


@pytest.mark.parametrize("topic", ["letters from home", "from", "from home", "листи від матері"])
def test_a_topic_that_would_name_a_speaker_is_known(topic: str) -> None:
    assert names_speaker(topic)
    assert not names_speaker(topic.replace("from", "frost").replace("від", "квіт"))


@pytest.mark.parametrize("words", ["Marenko", "?!.,", '"', "NEAR(", "'; DROP TABLE sources; --", "@everyone"])
def test_no_question_gets_one_sentence(words: str) -> None:
    with pytest.raises(InputError, match=r"^There is no question .*help shows what can be asked\.$"):
        parse_call(words)


@pytest.mark.parametrize("words", ["who " + "a" * 6_000, "who " + "a " * 3_000, " " * 6_000 + "who Marenko"])
def test_too_long(words: str) -> None:
    with pytest.raises(InputError, match="too long"):
        parse_call(words)


def test_a_call_made_elsewhere_is_cleaned_too() -> None:
    assert checked(Call("quote", " food\n", "\x00")) == Call("quote", "food")
    with pytest.raises(InputError, match="too long"):
        checked(Call("who", "a" * (LONGEST_QUESTION + 1)))
    with pytest.raises(InputError, match="no question"):
        checked(Call("forecast", "rain"))


@given(st.text(max_size=400), st.sampled_from(["!", "?", "arc!"]))
def test_any_words_give_a_checked_call_or_one_sentence(words: str, prefix: str) -> None:
    try:
        call = parse_call(words, prefix)
    except InputError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 200
    else:
        assert call.question in QUESTIONS
        assert checked(call) == call


@given(st.sampled_from(["who", "on", "search"]), st.text(alphabet="abc è Ж-'", min_size=1).map(str.strip))
def test_the_subject_comes_through_whole(question: str, subject: str) -> None:
    assert parse_call(f"{question} {subject}").subject == " ".join(subject.split())
