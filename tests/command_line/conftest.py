from collections.abc import Callable
from pathlib import Path

import pytest

from bot.command_line.run import run
from tests.small_data import environment, make_data

Run = Callable[..., tuple[int, str, str]]
ACCOUNT = "ODESA — “We kept the lamps burning,” said Mira Dovbush, a pilot.\n\nShe left on May 1, 2022.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_data(tmp_path / "data")
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bot(folder: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs one command line: its status, its output, and what is wrong."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        out, err = capfd.readouterr()
        return status, out, err

    return call


@pytest.fixture
def lamps(folder: Path, bot: Run) -> str:
    """The id of a source that was added."""
    (folder / "lamps.txt").write_text(ACCOUNT, encoding="utf-8")
    assert bot("add", "lamps.txt", "--published", "2022-05-03", "--title", "The Lamps")[0] == 0
    return "the-lamps"
