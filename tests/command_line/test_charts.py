"""The picture of a timeline, written by the command line."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from tests.command_line.conftest import Run


def test_ask_writes_the_picture_of_a_timeline(bot: Run, folder: Path) -> None:
    pytest.importorskip("matplotlib")
    status, out, err = bot("ask", "timeline Olha Marenko", "--chart", "marenko.png")
    assert (status, err) == (0, "")
    assert out.startswith("Timeline: Olha Marenko\n")
    assert (folder / "marenko.png").read_bytes().startswith(b"\x89PNG")


def test_without_the_option_nothing_is_written(bot: Run, folder: Path) -> None:
    before = set(folder.iterdir())
    assert bot("ask", "timeline Olha Marenko")[0] == 0
    assert {path for path in folder.iterdir() if path.suffix == ".png"} == set()
    assert before <= set(folder.iterdir())


@pytest.mark.parametrize("question", ["who Olha Marenko", "timeline volcanoes"])
def test_an_answer_without_a_picture_says_so(bot: Run, folder: Path, question: str) -> None:
    status, out, err = bot("ask", question, "--chart", "none.png")
    assert out
    assert (status, err) == (2, "This answer has no picture, so none was written.\n")
    assert not (folder / "none.png").exists()


def test_a_picture_that_cannot_be_written_is_one_sentence(bot: Run) -> None:
    pytest.importorskip("matplotlib")
    status, _, err = bot("ask", "timeline Olha Marenko", "--chart", "nowhere/marenko.png")
    assert status == 2
    assert err.count("\n") == 1
    assert "cannot be written" in err


def test_where_nothing_is_installed_the_sentence_says_what_to_install(
    bot: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("bot.rendering.chart.drawing"):
            raise ImportError(name)
        return imported(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    status, _, err = bot("ask", "timeline Olha Marenko", "--chart", "marenko.png")
    assert status == 2
    assert "pip install '.[chart]'" in err
