"""Answers of any length and content, for properties that must hold of all of them."""

from datetime import date

from hypothesis import strategies as st

from bot.answers.calls import QUESTIONS, Call
from bot.answers.model import Answer, Choice, Citation, Item, ShownDate, ShownFigure

_NASTY = st.sampled_from(
    [
        "@everyone ", "<@123> ", "**", "||", "```", "\n", "\n# ", "\n> ", "\n- ", "1. ", "\\", "_",
        "[a](https://b.example)",
        "discord.gg/abc", "\u202e", "\u2066", "\x00", "\x1b[31m", "\ud800", "🧑‍🚒", "е́", " ", "word " * 60,
        "x" * 300, "\n" * 40,
    ]
)  # fmt: skip
any_text = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(_NASTY, st.text(max_size=30)), max_size=12).map("".join),
    st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=9), st.integers(1, 1500)),
)
_any_optional = st.one_of(st.none(), any_text)
_any_day = st.dates(date(1, 1, 1), date(9999, 12, 31))
_source_ids = st.one_of(
    st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True), st.from_regex(r"[a-z]{70,120}", fullmatch=True)
)

citations = st.builds(
    Citation,
    source=_source_ids,
    title=any_text,
    publisher=_any_optional,
    published=st.one_of(st.none(), _any_day),
    url=st.one_of(_any_optional, st.just("https://a.example/" + "x" * 600), st.just("https://a.example/")),
    passage=st.integers(1, 10**8),
    start=st.integers(0, 10**7),
    end=st.integers(0, 10**7),
    kind=st.sampled_from(["account", "digest"]),
)
shown_dates = st.builds(
    lambda written, days, reason, about, number: ShownDate(written, min(days), max(days), reason, about, number),
    any_text,
    st.tuples(_any_day, _any_day),
    any_text,
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 3_000_000)),
)
shown_figures = st.builds(
    ShownFigure,
    text=any_text,
    least=st.one_of(st.none(), st.floats(0, 10**9)),
    most=st.one_of(st.none(), st.floats(0, 10**9)),
    approximate=st.booleans(),
    counted=_any_optional,
)
items = st.builds(
    Item,
    text=any_text,
    citation=citations,
    label=_any_optional,
    section=_any_optional,
    quotation=st.booleans(),
    speaker=_any_optional,
    date=st.one_of(st.none(), shown_dates),
    context=_any_optional,
    graphic=st.booleans(),
    figure=st.one_of(st.none(), shown_figures),
)
answers = st.builds(
    Answer,
    kind=st.sampled_from(
        ["person", "day", "quotations", "figures", "choice", "help", "source", "context", "nothing", "error"]
    ),
    heading=any_text,
    items=st.lists(items, max_size=9).map(tuple),
    choices=st.lists(st.builds(Choice, any_text, any_text, st.booleans()), max_size=40).map(tuple),
    page=st.integers(1, 200),
    of=st.integers(1, 200),
    notes=st.lists(any_text, max_size=20).map(tuple),
)
calls = st.builds(
    Call,
    question=st.sampled_from(QUESTIONS),
    subject=st.one_of(st.text(max_size=40), any_text),
    speaker=st.one_of(st.none(), st.text(max_size=40)),
    page=st.integers(0, 10**6),
)
