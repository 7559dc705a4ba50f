"""The digests that ship: catalogue data, length, fragments, dates, and words of our own."""

import re
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from bot.reading import read
from bot.settings import PROJECT
from tests.data.shipped import DIGESTS, digest, digests, runs, words

ACCOUNTS = PROJECT.parent / "shared" / "gold"
"""Where the accounts themselves lie on machines that have them; they are not ours to ship."""
ACCOUNT_OF = {
    ("Associated Press", date(2022, 4, 30)): "seed-ap.txt",
    ("The New York Times", date(2022, 7, 24)): "seed-nyt.txt",
}
KEYS = {
    "id", "title", "publisher", "contributors", "published", "place", "url", "rights", "language", "kind", "of"
}  # fmt: skip
LONGEST_FRAGMENT = 5
A_THIRD_OF_A_MONTH = timedelta(days=10)
"""How narrow the best date of a digest must be at least: "late April 2022" will do, "2022" will not."""
FRAGMENT = re.compile(r"“([^”]*)”")

each_digest = pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)


def front_matter(path: Path) -> dict[str, object]:
    loaded = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


def account_of(path: Path) -> str:
    """The text of the account that a digest is of; skips where it is not at hand."""
    source = digest(path)
    name = ACCOUNT_OF.get((source.publisher or "", source.published or date.min))
    if name is None or not (ACCOUNTS / name).is_file():
        pytest.skip("the account is not at hand")
    return (ACCOUNTS / name).read_text("utf-8")


def test_there_are_digests_of_both_first_accounts() -> None:
    assert len(DIGESTS) >= 12
    assert {source.publisher for source in digests().values()} >= {"Associated Press", "The New York Times"}


def test_titles_are_told_apart() -> None:
    titles = [source.title for source in digests().values()]
    assert len(set(titles)) == len(titles)


@each_digest
def test_front_matter_is_complete(path: Path) -> None:
    front = front_matter(path)
    assert set(front) == KEYS
    assert (front["id"], front["rights"], front["language"], front["kind"]) == (path.stem, "CC0-1.0", "en", "digest")
    assert all(front[key] for key in KEYS - {"place"})


@each_digest
def test_original_is_cited(path: Path) -> None:
    source = digest(path)
    original = source.of
    assert original is not None
    assert (original.publisher, original.published, original.url) == (source.publisher, source.published, source.url)
    assert original.contributors == source.contributors
    assert original.title != source.title
    assert source.url is not None and source.url.startswith("https://")


@each_digest
def test_length(path: Path) -> None:
    assert 150 <= len(words(digest(path).text)) <= 400


@each_digest
def test_a_paragraph_is_one_line(path: Path) -> None:
    text = digest(path).text
    assert "\n\n" in text
    assert not re.search(r"[^\n]\n[^\n]", text)


@each_digest
def test_quotation_marks_come_in_pairs_and_hold_fragments(path: Path) -> None:
    text = digest(path).text
    assert '"' not in text
    assert text.count("“") == text.count("”") == len(FRAGMENT.findall(text))
    assert [said for said in FRAGMENT.findall(text) if not 1 <= len(words(said)) <= LONGEST_FRAGMENT] == []


@each_digest
def test_fragments_are_exact(path: Path) -> None:
    account = account_of(path)
    assert [said for said in FRAGMENT.findall(digest(path).text) if said not in account] == []


@each_digest
def test_words_are_our_own(path: Path) -> None:
    at_hand = [ACCOUNTS / name for name in ACCOUNT_OF.values() if (ACCOUNTS / name).is_file()]
    if not at_hand:
        pytest.skip("no account is at hand")
    shared = runs(digest(path).text) & {run for account in at_hand for run in runs(account.read_text("utf-8"))}
    assert [" ".join(run) for run in shared] == []


def test_no_digest_repeats_another() -> None:
    repeated = {
        f"{one} and {other}: {' '.join(run)}"
        for (one, a), (other, b) in combinations(digests().items(), 2)
        for run in runs(a.text) & runs(b.text)
    }
    assert repeated == set()


@each_digest
def test_dates_can_be_read(path: Path) -> None:
    source = digest(path)
    dates = read(source.text, source.published).dates
    narrow = [found for found in dates if found.latest - found.earliest <= A_THIRD_OF_A_MONTH]
    assert any(found.earliest.year == 2022 for found in narrow)


def test_krylova_left_the_bunker_on_30_april() -> None:
    source = digests()["nyt-evacuation"]
    reading = read(source.text, source.published)
    of_the_day = [found for found in reading.dates if found.earliest == found.latest == date(2022, 4, 30)]
    lines = [source.text.count("\n", 0, found.start) for found in of_the_day]
    assert any("Anna Krylova and her daughter left" in source.text.split("\n")[line] for line in lines)
