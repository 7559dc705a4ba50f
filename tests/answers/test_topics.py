"""The measuring of `quote`, and that it ranks as well as it must."""

import json
from pathlib import Path

import pytest

from benchmarks.topics import FOLDER, measure, ndcg
from bot.answers.model import Citation, Item

GRADES = {("one", "first"): 2, ("one", "second"): 1, ("two", "first"): 1}


def item(source: str, text: str) -> Item:
    return Item(text, Citation(source, source, None, None, None, 1, 0, 1, "account"))


BEST = [item("one", "first"), item("one", "second"), item("two", "first")]


def test_the_best_order_is_1_and_any_other_less() -> None:
    assert ndcg(BEST, GRADES) == pytest.approx(1.0)
    assert 0 < ndcg(BEST[::-1], GRADES) < 1
    assert ndcg([item("one", "nothing of it"), *BEST], GRADES) < 1
    assert ndcg([], GRADES) == 0


def test_an_item_that_comes_twice_gains_once() -> None:
    assert ndcg([BEST[0], BEST[0]], GRADES) == ndcg(BEST[:1], GRADES)


@pytest.mark.skipif(not (FOLDER / "topics.json").exists(), reason="the graded topics are not here")
async def test_quote_ranks_well_on_the_graded_topics(tmp_path: Path) -> None:
    scores = await measure(FOLDER, tmp_path / "topics.db")
    assert len(scores) == len(json.loads((FOLDER / "topics.json").read_text("utf-8")))
    assert sum(scores.values()) / len(scores) >= 0.75
