import io

from hypothesis import given
from rich.console import Console

from bot.answers.model import Answer, Item
from bot.rendering.plain import answer_to_text
from bot.rendering.terminal import print_answer
from tests.rendering.a_citation import CITATION
from tests.rendering.answers import answers


def shown(answer: Answer, *, terminal: bool) -> str:
    out = io.StringIO()
    print_answer(answer, Console(file=out, force_terminal=terminal, width=80, color_system=None, highlight=False))
    return out.getvalue()


def test_piped_output_is_the_plain_text() -> None:
    answer = Answer("day", "30 April", items=(Item("Lamps burned. " * 40, CITATION),))
    assert shown(answer, terminal=False) == answer_to_text(answer) + "\n\n"


def test_a_terminal_gets_wrapped_lines() -> None:
    answer = Answer("day", "30 April", items=(Item("Lamps burned. " * 40, CITATION),))
    assert max(len(line) for line in shown(answer, terminal=True).splitlines()) <= 80


def test_markup_in_a_source_is_shown_and_not_obeyed() -> None:
    answer = Answer("day", "[bold]X[/bold]", items=(Item("[red]lamps[/] [/nonsense] :smile:", CITATION),))
    text = shown(answer, terminal=True)
    assert "[bold]X[/bold]" in text
    assert "[red]lamps[/] [/nonsense] :smile:" in text


@given(answers)
def test_no_answer_sends_the_terminal_anything_of_its_own(answer: Answer) -> None:
    text = shown(answer, terminal=True)
    assert not set("\x1b\x9b\x07\x00") & set(text)
