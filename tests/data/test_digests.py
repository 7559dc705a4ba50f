"""The digests that ship: catalogue data, length, fragments, dates, and words of our own.

Each test is one digest under one set of rules, and its message is the list of faults: file, line, what to do.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.reading import read
from bot.settings import PROJECT
from tests.data import digest_rules as rules
from tests.data.shipped import DATA, DIGESTS, digests, publishers

ACCOUNTS = PROJECT.parent / "shared" / "gold"
"""Where the accounts themselves lie on machines that have them; they are not ours to ship."""
ACCOUNT_OF = {
    ("Associated Press", date(2022, 4, 30)): "seed-ap.txt",
    ("The New York Times", date(2022, 7, 24)): "seed-nyt.txt",
}
OTHER_FILES = [
    *sorted(DATA.glob("*.toml")),
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "PRIVACY.md")),
    *sorted((PROJECT / "docs").glob("*.md")),
]
"""What ships beside the digests, whose words they may not have either."""

each_digest = pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)


def tell(faults: Iterable[str]) -> None:
    """Fail with the faults and nothing else, where there are any."""
    told = list(faults)
    if told:
        pytest.fail("\n" + "\n".join(told), pytrace=False)


def readable(path: Path) -> rules.Digest:
    """The digest; fails with what is wrong with its front matter where that cannot be read."""
    digest, faults = rules.parsed(path.name, path.read_text("utf-8"))
    tell(faults)
    assert digest is not None
    return digest


@each_digest
def test_schema(path: Path) -> None:
    tell(rules.schema_faults(readable(path)))


def test_publishers() -> None:
    faults = []
    for path in DIGESTS:
        digest = readable(path)
        name = digest.front.get("publisher") or ""
        if publishers().named(name) is None:
            says = f"The publisher {name} is not in data/publishers.toml: add it there, with country, kind and side."
            faults.append(digest.fault(digest.line_of("publisher"), says))
    tell(faults)


@each_digest
def test_form(path: Path) -> None:
    tell(rules.form_faults(readable(path)))


@each_digest
def test_dates(path: Path) -> None:
    tell(rules.date_faults(readable(path)))


@each_digest
def test_words_are_our_own(path: Path) -> None:
    tell(rules.copied_faults(readable(path), _known_runs()))


@pytest.mark.parametrize("name", ACCOUNT_OF.values())
def test_fragments_are_exact_where_the_account_is_at_hand(name: str) -> None:
    if name not in _accounts_at_hand():
        pytest.skip("the account is not at hand")
    account = (ACCOUNTS / name).read_text("utf-8")
    of_it = [each for each in map(readable, DIGESTS) if ACCOUNT_OF.get(_published(each)) == name]
    assert of_it
    tell(fault for digest in of_it for fault in rules.inexact_faults(digest, account))


def test_there_are_digests_of_both_first_accounts() -> None:
    assert len(DIGESTS) >= 12
    assert {source.publisher for source in digests().values()} >= {"Associated Press", "The New York Times"}


def test_titles_are_told_apart() -> None:
    titles = [source.title for source in digests().values()]
    assert [title for title in set(titles) if titles.count(title) > 1] == []


def test_krylova_left_the_bunker_on_30_april() -> None:
    source = digests()["nyt-evacuation"]
    reading = read(source.text, source.published)
    of_the_day = [found for found in reading.dates if found.earliest == found.latest == date(2022, 4, 30)]
    lines = [source.text.count("\n", 0, found.start) for found in of_the_day]
    assert any("Anna Krylova and her daughter left" in source.text.split("\n")[line] for line in lines)


@cache
def _known_runs() -> Mapping[rules.Run, list[str]]:
    """The runs of words of everything that ships (of a digest its own title and text), and of accounts at hand."""
    texts = {str(path.relative_to(PROJECT)): path.read_text("utf-8") for path in OTHER_FILES}
    for path in DIGESTS:
        digest, _ = rules.parsed(path.name, path.read_text("utf-8"))
        texts |= {digest.place: f"{digest.front.get('title')}\n{digest.text}"} if digest else {}
    texts |= {f"the account {name}": (ACCOUNTS / name).read_text("utf-8") for name in _accounts_at_hand()}
    return rules.runs_of(texts)


def _published(digest: rules.Digest) -> tuple[str, date]:
    return digest.front["publisher"], digest.front["published"]


def _accounts_at_hand() -> list[str]:
    return [name for name in ACCOUNT_OF.values() if (ACCOUNTS / name).is_file()]
