"""Each rule tried on a digest that breaks it: whoever writes one is told the file, the line and what to do."""

from collections.abc import Callable, Iterator

import pytest

from tests.data import digest_rules as rules

FRONT = """---
id: harbour-lamps
title: "The lamps of the harbour"
publisher: The Gull
contributors: [Ada Nowak]
published: 2031-05-03
place: null
url: https://example.org/lamps
rights: CC0-1.0
language: en
kind: digest
of:
  title: "Lamps out"
  publisher: The Gull
  contributors: [Ada Nowak]
  published: 2031-05-03
  url: https://example.org/lamps
---

"""
FIRST = "The lamps of the harbour went out on 30 April 2031, The Gull reported. A keeper called it “a long night”."
FILLING = " ".join(f"word{number}" for number in range(150))
GOOD = f"{FRONT}{FIRST}\n\n{FILLING}\n"
FIRST_LINE, SECOND_LINE = 20, 22
Rule = Callable[[rules.Digest], Iterator[str]]


def told(rule: Rule, content: str) -> list[str]:
    """The faults that a rule finds, without the file's name."""
    digest, faults = rules.parsed("harbour-lamps.md", content)
    assert faults == []
    assert digest is not None
    return [fault.removeprefix("data/accounts/harbour-lamps.md:") for fault in rule(digest)]


def copied(content: str, others: dict[str, str]) -> list[str]:
    return told(lambda digest: rules.copied_faults(digest, rules.runs_of(others)), content)


@pytest.mark.parametrize("rule", [rules.schema_faults, rules.form_faults, rules.date_faults])
def test_a_good_digest_has_no_faults(rule: Rule) -> None:
    assert told(rule, GOOD) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (GOOD.replace("published: 2031-05-03", "published: 2031-02-30", 1), "published must be a day like"),
        (GOOD.replace("url: https", "url: ", 1), "url must be an address"),
        (GOOD.replace("kind: digest", "kind: summary"), "kind must be"),
        (GOOD.replace("place: null", "plcae: Ness"), "a key that is not known: plcae"),
        (GOOD.replace('title: "Lamps out"', "title: [Lamps]"), "of.title must be a text"),
        (GOOD.replace("place: null", "place: null\ntitle"), "not valid YAML"),
        (GOOD.replace("place: null", "place: null\nplace: Ness"), "has the key place twice"),
        (GOOD.replace('"The lamps of the harbour"', 'The lamps: "a night'), "not valid YAML (line 3)"),
        (GOOD.replace("---\n\n", "\n"), "has no end"),
        (FIRST, ":1: There is no front matter"),
    ],
)
def test_front_matter_that_no_document_may_have_is_told_with_the_file(content: str, says: str) -> None:
    digest, faults = rules.parsed("harbour-lamps.md", content)
    assert digest is None
    assert len(faults) == 1
    assert faults[0].startswith("data/accounts/harbour-lamps.md:")
    assert says in faults[0]


@pytest.mark.parametrize("key", [key for key in rules.KEYS if key not in ("id", "kind")])
def test_every_key_is_missed(key: str) -> None:
    lines = GOOD.split("\n")
    kept = [line for line in lines if not line.startswith(f"{key}:") and not (key == "of" and line.startswith("  "))]
    assert f"1: The key {key} is missing." in told(rules.schema_faults, "\n".join(kept))


@pytest.mark.parametrize(
    ("written", "instead", "faults"),
    [
        ("kind: digest", "kind: account", ["11: The key kind must be digest, not account."]),
        ("rights: CC0-1.0", "rights: all", ["9: The key rights must be CC0-1.0, not all."]),
        ("id: harbour-lamps", "id: lamps", ["2: The key id must be harbour-lamps, not lamps."]),
        ("contributors: [Ada Nowak]\npublished", "contributors: []\npublished", ["5: The key contributors is empty."]),
        ('"Lamps out"', '"The lamps of the harbour"', ["3: The title must be ours, not the account's."]),
        ("  published: 2031-05-03\n", "", ["12: The key published is missing under of."]),
        ("  published: 2031-05-03", "  published: null", ["16: The key published is empty under of."]),
        ("  url: https://example.org/lamps", "  url: https://example.org/l", ["8: The key url must be the same"]),
        ("url: https://example.org/lamps\nr", "url: http://example.org/lamps\nr", ["8: The address must begin with"]),
    ],
)
def test_what_digests_must_say_is_missed_on_its_line(written: str, instead: str, faults: list[str]) -> None:
    assert GOOD.count(written) == 1
    found = told(rules.schema_faults, GOOD.replace(written, instead))
    assert [any(fault.startswith(expected) for fault in found) for expected in faults] == [True] * len(faults)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (FIRST + "\n\n" + "word " * 20, f"{FIRST_LINE}: A digest has 150 to 400 words; this one has 41."),
        (FIRST + "\n\n" + "word " * 400, f"{FIRST_LINE}: A digest has 150 to 400 words"),
        (FIRST + "\n\n" + FILLING + "\nmore", f"{SECOND_LINE + 1}: A paragraph is one line"),
        (FIRST + FILLING, f"{FIRST_LINE}: A digest has more than one paragraph."),
        (FIRST + '\n\n"No" ' + FILLING, f"{SECOND_LINE}: Quotation marks are “ and ”"),
        (FIRST + "\n\n“No. " + FILLING, f"{SECOND_LINE}: Quotation marks must come in pairs"),
        (FIRST + "\n\n”No“ " + FILLING, f"{SECOND_LINE}: Quotation marks must come in pairs"),
        (FIRST + "\n\n“one two three four five six” " + FILLING, f"{SECOND_LINE}: A fragment has 1 to 5 words"),
        (FIRST + "\n\n“” " + FILLING, f"{SECOND_LINE}: A fragment has 1 to 5 words"),
    ],
)
def test_form_is_faulted_on_its_line(text: str, fault: str) -> None:
    assert [found for found in told(rules.form_faults, FRONT + text) if found.startswith(fault)] != []


@pytest.mark.parametrize(
    ("first", "faults"),
    [
        ("In 2031 lamps went out on 31 April 2031.", [f"{FIRST_LINE}: There is no 31 April 2031."]),
        (
            "The lamps went out.",
            [f"{FIRST_LINE}: No date can be read: give a day, or the year that is looked back to."],
        ),
        ("The lamps went out in 2014.", []),
        ("The lamps went out from 28 to 29 April 2031.", []),
        ("The lamps were out for two weeks after 21 March 2031.", []),
    ],
)
def test_dates_are_faulted_on_their_line(first: str, faults: list[str]) -> None:
    assert told(rules.date_faults, f"{FRONT}{first}\n\n{FILLING}") == faults


def test_copied_words_are_told_with_where_they_stand() -> None:
    others = {
        "the atlas": "Word8 word9 word10 word11 word12 word13 word14 word15!",
        "the almanac": "the lamps of the harbour went out on 1 May",
        "the index": "word1 word2 word3 word4 word5 word6 word7",
    }
    assert copied(GOOD, others) == [
        "20: These 8 words in a row stand in the almanac, too: The lamps of the harbour went out on",
        "22: These 8 words in a row stand in the atlas, too: word8 word9 word10 word11 word12 word13 word14 word15",
    ]


def test_a_copied_title_is_told_on_its_line() -> None:
    title = "The lamps of the harbour went out at nine"
    content = GOOD.replace("The lamps of the harbour", title, 1)
    assert copied(content, {"the atlas": f"{title}."})[-1].startswith(
        "3: These 8 words of the title stand in the atlas, too: The lamps of the harbour went out at"
    )


def test_a_long_name_is_nobodys_wording() -> None:
    name = "of the International Committee of the Red Cross"
    content = FRONT + FIRST + f"\n\nThe senior member {name} came. " + FILLING
    assert copied(content, {"the atlas": f"A junior member {name} came."}) == []
    assert len(copied(content, {"the atlas": f"A senior member {name} came."})) == 1


def test_a_digest_may_share_words_with_itself() -> None:
    assert copied(GOOD, {"data/accounts/harbour-lamps.md": FIRST}) == []


def test_fragments_that_the_account_does_not_have_are_told() -> None:
    assert told(lambda digest: rules.inexact_faults(digest, "It was a long night there."), GOOD) == []
    assert told(lambda digest: rules.inexact_faults(digest, "It was A long night there."), GOOD) == [
        "20: The account does not have “a long night” so."
    ]
