"""The whole reader on annotated accounts: those of the project, and those beside it where they are at hand.

The floors lie a little under what was measured: a change that breaks a rule falls through, a change of taste does not.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bot.reading import read
from bot.settings import PROJECT

GOLD = PROJECT.parent / "shared" / "gold"
OWN = PROJECT / "tests" / "reading"


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """The scorer that stands beside the annotated accounts."""
    path = GOLD / "score.py"
    if not path.is_file():
        pytest.skip("the scorer is not at hand")
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(
    score: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, float]:
    """F1 of every figure over the accounts of a folder, read in this process, and the number of wrong offsets."""

    def read_here(_: str, path: Path, published: str | None) -> dict[str, object]:
        return read(path.read_bytes().decode("utf-8"), published).to_json()

    monkeypatch.setattr(score, "run", read_here)
    monkeypatch.setattr(sys, "argv", ["score.py", str(folder), "--json"])
    score.main()
    found = json.loads(capsys.readouterr().out)
    return {name: value["f1"] if isinstance(value, dict) else value for name, value in found.items()}


FLOORS = {
    "people.mention": 0.97,
    "people.cluster": 0.96,
    "people.name": 0.93,
    "quotation.span": 0.98,
    "quotation.speaker": 0.94,
    "date.span": 0.96,
    "date.value": 0.93,
}
FLOORS_OF_THE_LATEST = {
    "people.mention": 0.96,
    "people.cluster": 0.95,
    "people.name": 0.93,
    "quotation.span": 0.95,
    "quotation.speaker": 0.91,
    "date.span": 0.96,
    "date.value": 0.91,
}
"""The latest accounts are the ones worked on least: what unseen text can expect lies nearer to theirs."""


@pytest.mark.parametrize(
    ("folder", "floors"),
    [
        (GOLD, FLOORS),
        (OWN / "accounts", FLOORS),
        (OWN / "more_accounts", FLOORS),
        (OWN / "latest_accounts", FLOORS_OF_THE_LATEST),
    ],
    ids=["gold", "own", "more", "latest"],
)
def test_reader_keeps_to_its_marks(
    score: ModuleType,
    folder: Path,
    floors: dict[str, float],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = figures(score, folder, monkeypatch, capsys)
    assert found.pop("offset_errors") == 0
    assert {name: value for name, value in found.items() if value < floors[name]} == {}
