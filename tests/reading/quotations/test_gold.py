"""The figures for quotations over hand-annotated accounts, where they are at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from bot.reading import read

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"

pytestmark = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason="the annotated accounts are not at hand")


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_spans_and_speakers_reach_their_marks() -> None:
    score = _score()
    spans, speakers = score.Tally(), score.Tally()
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "quotes" not in gold:
            continue
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        people, quotes, _ = score.spans_of_gold(gold, text)
        found = read(text, (gold.get("given") or {}).get("published")).quotations
        system = [(quotation.start, quotation.end) for quotation in found]
        pairs = score.match(quotes, system, lambda a, b: score.overlap(a, b) >= 0.8 * max(a[1] - a[0], b[1] - b[0]))
        names = [name for name, _ in people]
        right = sum(score.same_speaker(quotes[i][2], found[j].speaker, names) for i, j in pairs)
        spans.add(len(pairs), len(quotes), len(system))
        speakers.add(right, len(pairs), len(pairs))
    assert spans.f >= 0.98
    assert speakers.p >= 0.94
