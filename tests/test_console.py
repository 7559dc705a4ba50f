"""The console: what it says first, how it goes on, and how it ends."""

import io
from pathlib import Path

import pytest

import bot.console
from bot.console import run_console
from bot.settings import Settings, settings_from
from tests.small_data import environment, make_data


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    make_data(tmp_path / "data")
    return settings_from(environment(tmp_path))


class Talk:
    """Types lines into the console and shows what came out."""

    def __init__(self, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.settings, self.monkeypatch, self.capsys = settings, monkeypatch, capsys

    def __call__(self, *lines: str) -> str:
        self.monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert run_console(self.settings) == 0
        out, err = self.capsys.readouterr()
        assert err == ""
        return out


@pytest.fixture
def talk(settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    return Talk(settings, monkeypatch, capsys)


def test_it_greets_in_two_lines_and_shows_three_things_to_try(talk: Talk) -> None:
    lines = talk().splitlines()
    assert [line.startswith("  !") for line in lines] == [False, False, True, True, True, False]
    assert [line.split()[0] for line in lines[2:5]] == ["!who", "!on", "!quote"]


def test_what_it_suggests_has_answers(talk: Talk) -> None:
    tries = [line.strip() for line in talk().splitlines()[2:5]]
    for suggestion in tries:
        assert "[harbour-digest:" in talk(suggestion)


def test_a_mistake_gets_one_sentence_and_the_next_question_is_answered(talk: Talk) -> None:
    out = talk("!on 31 April", "nonsense", "", "!who Olha Marenko")
    assert "April" in out
    assert "There is no question “nonsense”" in out
    assert "Olha Marenko\n" in out
    assert "Traceback" not in out


def test_next_turns_the_page_and_a_number_takes_a_choice(talk: Talk) -> None:
    out = talk("!sources", "1", "!who Olha Marenko", "next")
    assert "Id: harbour-digest" in out
    assert "Page 2 of" in out


def test_next_and_numbers_without_an_answer(talk: Talk) -> None:
    out = talk("next", "!sources", "7", "next", "٣")
    assert out.count("There is no next page.") == 2
    assert "The last answer has 1 choice, numbered from 1." in out


@pytest.mark.parametrize("word", ["quit", "!exit", "QUIT"])
def test_it_can_be_left(talk: Talk, word: str) -> None:
    assert "Olha Marenko\n" not in talk(word, "!who Olha Marenko").split("\n\n", 1)[1]


def test_a_fault_of_ours_gets_an_id_and_the_console_goes_on(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = bot.console.parse_call

    def broken(words: str, prefix: str) -> object:
        if "break" in words:
            raise ZeroDivisionError("secret words")
        return asked(words, prefix)

    monkeypatch.setattr(bot.console, "parse_call", broken)
    out = talk("break it", "!who Olha Marenko")
    assert "Something went wrong on our side (fault " in out
    assert "secret words" not in out
    assert "Olha Marenko\n" in out


def test_hostile_lines(talk: Talk) -> None:
    out = talk("\x00", "\x1b[2J", "x" * 100_000, "!quote \u202e", "!search \udcff", "0", "-1", "!" * 50)
    assert "\x1b" not in out
    assert "Traceback" not in out
