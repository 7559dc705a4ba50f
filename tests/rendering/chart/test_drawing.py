"""Pictures: as large as Discord shows them well, with marks where the days are, whatever the labels hold."""

import io
import warnings
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.chart import Chart, Label, Stretch
from tests.rendering.chart.charts_drawn import FIRST, LAST, chart, days, row

pytest.importorskip("matplotlib", reason="pictures are drawn where the extra is installed")
Image, ImageChops = pytest.importorskip("PIL.Image"), pytest.importorskip("PIL.ImageChops")
from bot.rendering.chart.drawing import WIDTH, draw  # noqa: E402

CERTAIN, VAGUE = (0x56, 0xB4, 0xE9), (0xE6, 0x9F, 0x00)
MARK_OF_FIRST_ROW = 62 + 42 + 44
"""Where the middle of the first row's marks lies, under the heading and the numbers of fixed points."""
HOSTILE = [
    r"$\frac{1}{0}$", "$", "$$", r"\$5 and $10", "a_b^c", "%s {0} {}", "\\", "\x00\x1b[31m", "\ud800", "\u202eabc",
    "Z" + "\u0301" * 300, "🙂" * 40, "ﷺ", "字" * 500, "w" * 5000, "", " ", "\n\n", "<b>&amp;", "Паламар «Азовсталь»",
]  # fmt: skip


def drawn(picture: Chart):  # type: ignore[no-untyped-def]
    image = Image.open(io.BytesIO(draw(picture)))
    assert image.format == "PNG"
    return image.convert("RGB")


def near(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return sum(abs(one - two) for one, two in zip(colour, other, strict=True)) < 90


def coloured(image, colour, y=MARK_OF_FIRST_ROW):  # type: ignore[no-untyped-def]
    """The stretches of pixels of about this colour on one line: (from, to), both inclusive."""
    hits = [x for x in range(image.width) if near(image.getpixel((x, y)), colour)]
    starts = [x for x in hits if x - 1 not in hits]
    return [(x, next(end for end in range(x, image.width + 1) if end + 1 not in hits)) for x in starts]


@pytest.mark.parametrize(("rows", "count"), [(1, 0), (1, 1), (3, 20), (9, 1000)])
def test_a_picture_is_as_wide_as_always_and_no_larger_than_half_a_megabyte(rows: int, count: int) -> None:
    picture = draw(chart(*[row(*days(count)) for _ in range(rows)]))
    width, height = Image.open(io.BytesIO(picture)).size
    assert 1000 <= width == WIDTH <= 1400
    assert height <= WIDTH
    assert len(picture) < 500_000


def test_a_chart_without_rows_or_points_is_drawn_too() -> None:
    assert drawn(chart(points=())).width == WIDTH


def test_a_certain_day_is_one_mark_at_its_day() -> None:
    day = date(2022, 4, 1)
    ((left, right),) = coloured(drawn(chart(row(Stretch(day, day, False)))), CERTAIN)
    middle = 28 + ((day - FIRST).days + 0.5) * (WIDTH - 56) / 86
    assert left <= middle <= right
    assert right - left < 14


@pytest.mark.parametrize("approximate", [True, False])
def test_several_days_are_a_band_over_all_of_them(approximate: bool) -> None:
    picture = drawn(chart(row(Stretch(date(2022, 4, 21), date(2022, 4, 30), approximate))))
    ((left, right),) = coloured(picture, VAGUE)
    a_day = (WIDTH - 56) / 86
    assert 9 * a_day < right - left < 11 * a_day
    assert coloured(picture, CERTAIN) == []


def test_one_day_that_is_not_certain_is_no_mark() -> None:
    picture = drawn(chart(row(Stretch(date(2022, 4, 1), date(2022, 4, 1), True))))
    assert coloured(picture, CERTAIN) == []
    assert len(coloured(picture, VAGUE)) == 1


def test_what_reaches_beyond_the_days_shown_ends_with_them() -> None:
    ((left, right),) = coloured(drawn(chart(row(Stretch(date(2022, 1, 1), date(2022, 12, 31), True)))), VAGUE)
    assert (left, right) == (pytest.approx(28, abs=2), pytest.approx(WIDTH - 28, abs=2))


def test_two_days_one_after_the_other_are_two_marks_in_any_window() -> None:
    for last in (LAST, FIRST + timedelta(days=220)):
        two = (date(2022, 3, 1), date(2022, 3, 2))
        marks = coloured(drawn(chart(row(*(Stretch(day, day, False) for day in two)), last=last)), CERTAIN)
        assert len(marks) == 2 or marks[0][1] - marks[0][0] > 7


def test_colours_are_the_same_however_little_of_them_there_is() -> None:
    day = date(2022, 4, 1)
    for stretches in ([Stretch(day, day, False)], days(1000)):
        image = drawn(chart(row(*stretches)))
        assert CERTAIN in {image.getpixel((x, MARK_OF_FIRST_ROW)) for x in range(WIDTH)}


def test_a_picture_reads_alike_on_any_theme() -> None:
    image = Image.open(io.BytesIO(draw(chart(row()))))
    assert "A" not in image.mode and "transparency" not in image.info
    assert image.convert("RGB").getpixel((2, 2)) == (0x20, 0x24, 0x2C)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_drawn_in_every_place(words: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert draw(chart(row(publisher=words, title=words), heading=words, points=(Label(FIRST, words),)))


def test_a_dollar_sign_is_no_formula() -> None:
    plain, formula = (draw(chart(row(publisher="", title=title), points=())) for title in ("x^2", "$x^2$"))
    assert Image.open(io.BytesIO(plain)).size == Image.open(io.BytesIO(formula)).size
    room = (28, 62, 400, 62 + 34)
    widths = [
        Image.open(io.BytesIO(each)).convert("L").crop(room).point(_bright).getbbox()[2] for each in (plain, formula)
    ]
    # Drawn as a formula it would be the narrower one, without its dollar signs.
    assert widths[1] > widths[0]


def _bright(value: int) -> int:
    return 255 if value > 110 else 0


def test_marks_piled_upon_a_letter_stay_in_their_line() -> None:
    piled = row(publisher="", title="Z" + "\u0301" * 60)
    plain = row(publisher="", title="Z")
    other = row(*days(1), publisher="", title="")
    images = [drawn(chart(other, each)) for each in (piled, plain)]
    above = (0, 0, WIDTH, 62 + 42 + 50)
    apart = ImageChops.difference(*(image.crop(above) for image in images)).getextrema()
    assert apart == ((0, 0),) * 3


@settings(max_examples=6, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_labels_can_be_drawn(publisher: str, title: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert drawn(chart(row(publisher=publisher, title=title))).width == WIDTH
