import io
from datetime import date

from rich.console import Console

from bot.reading.model import (
    Catalogue,
    Counted,
    DateExpression,
    Description,
    Figure,
    IndirectSpeech,
    Mention,
    Passage,
    Person,
    Quotation,
    Reading,
    Span,
)
from bot.rendering.marked import print_reading

TEXT = "[Olha] Marenko, the baker, said “we baked” on April 30, 80 loaves.\nShe said that \x1b[2J it was hot."


def reading() -> Reading:
    person = Person("[Olha] Marenko", (Mention(0, 14, TEXT[0:14]),), (Description(16, 25, TEXT[16:25]),))
    return Reading(
        TEXT,
        Catalogue(title="Bread"),
        passages=(Passage(0, 66), Passage(67, len(TEXT))),
        people=(person,),
        quotations=(Quotation(33, 41, TEXT[33:41], "direct", None, 0),),
        indirect=(IndirectSpeech(67, len(TEXT), TEXT[67:], "Marenko", "said"),),
        dates=(DateExpression(46, 54, TEXT[46:54], date(2022, 4, 30), date(2022, 4, 30), "as written", "explicit"),),
        figures=(Figure(56, 58, TEXT[56:58], 80, 80, Counted(59, 65, TEXT[59:65]), Span(56, 65)),),
    )


def shown(*, terminal: bool) -> str:
    out = io.StringIO()
    print_reading(
        reading(), Console(file=out, force_terminal=terminal, width=200, color_system="truecolor" if terminal else None)
    )
    return out.getvalue()


def test_what_was_read_stands_in_lists() -> None:
    text = shown(terminal=False)
    assert "Title: Bread" in text
    assert "Publisher: not stated" in text
    assert "[Olha] Marenko: 1 mention; the baker" in text
    assert "speaker unknown: “we baked”" in text
    assert "Marenko (said): She said that" in text
    assert "“April 30”: 30 April 2022 (as written)" in text
    assert "the account: 80 loaves" in text
    assert "\x1b" not in text


def test_a_terminal_sees_people_quotations_dates_and_figures_in_colour() -> None:
    text = shown(terminal=True)
    assert "\x1b[1;35m[Olha] Marenko" in text
    assert "\x1b[3;36mwe baked" in text
    assert "\x1b[1;32mApril 30" in text
    assert "\x1b[1;33m80" in text
    assert "\x1b[2J" not in text
