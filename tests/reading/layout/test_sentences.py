"""Where sentences end, and where a full stop belongs to a word."""

import pytest

from bot.reading.layout.sentences import split_sentences
from bot.reading.model import Passage


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Capt. Ilse Brandt spoke. Nobody answered.", 2),
        ("They met on Feb. 24 near St. Anne. It rained.", 2),
        ("They left in Feb. Nobody saw them.", 2),
        ("J. R. Odell and Gen. Mori Tan agreed.", 1),
        ("“Go!” she said. “Now.” They went.", 3),
        ("“We stay.” The line went dead…  Then: silence.", 3),
        ("It cost 3.5 million. No. 7 was empty.", 2),
        ("Was it over? Yes! It was.", 3),
        ("no capital follows. here it goes on", 1),
        ("The U.S. envoy left at 4 a.m. sharp.", 1),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    sentences = split_sentences(text, (Passage(0, len(text)),))
    assert [text[s.start : s.end] for s in sentences] and len(sentences) == count


def test_marks_that_close_a_sentence_stay_with_it() -> None:
    text = "He wrote ‘sang’. (It was true.) She nodded.”"
    sentences = split_sentences(text, (Passage(0, len(text)),))
    assert [text[s.start : s.end] for s in sentences] == ["He wrote ‘sang’.", "(It was true.)", "She nodded.”"]
