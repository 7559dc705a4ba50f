import re

import pytest
from hypothesis import given

from bot.rendering.discord_harmless import ZERO_WIDTH_SPACE, harmless, one_line, visible

from .answers import any_text


def as_discord_shows_it(text: str) -> str:
    """What a member reads: a backslash before a mark shows the mark, and a zero-width space nothing."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace(ZERO_WIDTH_SPACE, "")


@pytest.mark.parametrize(
    "text",
    [
        "@everyone look", "ask @here now", "<@!80351110224678912>", "<@&41771983423143936>", "<#41771983423143937>",
        "<t:1618953630:R>", "<a:dance:41771983429993937>", "</who:1234>", "see https://evil.example/x",
        "discord.gg/abcdef", "discord.com/invite/abcdef", "ftp://x",
        "**bold** __under__ ~~gone~~", "||hidden||", "```\ncode\n```", "`code`",
        "[click me](https://evil.example)", "# heading", "## heading", "-# small", "> quote", ">>> quote", "- list",
        "* list", "+ list", "1. list", "2) list", "\\*already escaped\\*",
    ],
)  # fmt: skip
def test_nothing_works_as_markdown_mention_link_or_invite_and_all_stays_readable(text):
    safe = harmless(text)
    assert as_discord_shows_it(safe) == text
    for pattern in (
        r"@(everyone|here|[!&]?\d)", r"<[#@:/ta]", r"\w://\w", r"discord\.(gg|com)/", r"(?<!\\)[*_~|`\[\]<]",
        r"(?m)^\s*([#>+-]|\d+[.)]\s)",
    ):  # fmt: skip
        assert not re.search(pattern, safe), pattern


def test_words_without_marks_are_left_as_they_are():
    plain = "“We stayed,” she said – at the plant’s gate. Ми залишились; 5-year-old, e.g. at 5:30."
    assert harmless(plain) == plain


def test_what_hides_or_turns_text_is_taken_out():
    assert visible("a\u202eb\u2066c\x00d\x1be\ud800f\ufeffg\u200bh") == "abcdefgh"
    assert visible("one\r\ntwo\u2028three\tfour") == "one\ntwo\nthree four"
    assert one_line(" a \n b ") == "a b"
    assert visible("می\u200cخواهم 🧑\u200d🚒") == "می\u200cخواهم 🧑\u200d🚒"


@given(any_text)
def test_whatever_the_text_no_mark_is_left_working_and_what_is_visible_can_be_read(text):
    safe = harmless(text)
    assert not re.search(r"@(everyone|here|[!&]?\d)", safe)
    assert not re.search(r"\w://", safe)
    assert as_discord_shows_it(safe) == visible(text)
    unescaped = re.sub(r"\\[\\*_~|`\[\]<#>+\-.)]", "", safe)
    assert not re.search(r"[\\*_~|`\[\]<]", unescaped)
