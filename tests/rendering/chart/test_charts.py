"""Pictures are drawn aside, kept, and done without where they cannot be had; no process outlives the bot."""

import asyncio
import io
import pickle
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.answers.chart import Chart
from bot.rendering.chart import charts as module
from bot.rendering.chart.charts import Charts, open_charts
from bot.settings import PROJECT
from tests.rendering.chart.charts_drawn import chart, days, row

ODD = "tests.rendering.chart.odd_worker"


def called(heading: str) -> Chart:
    return chart(heading=heading)


@pytest.fixture
async def odd() -> AsyncIterator[Charts]:
    charts = Charts(seconds=20, worker=ODD)
    charts.installed = True
    yield charts
    await charts.close()


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110  # a process tells nobody
            await asyncio.sleep(0.01)


def environment_of(pid: int) -> bytes:
    known = Path(f"/proc/{pid}/environ")
    return known.read_bytes() if known.exists() else pytest.skip("what a process knows can be read on Linux alone")


def drawer(picture: bytes | None) -> bytes:
    assert picture
    return picture.split(b" by ")[1].split()[0]


async def has_ended(process: asyncio.subprocess.Process) -> None:
    await asyncio.wait_for(process.wait(), 20)


async def test_a_chart_is_drawn_by_another_process() -> None:
    pytest.importorskip("matplotlib")
    async with open_charts() as charts:
        picture = await charts.png(chart(row(*days(9))))
    assert picture is not None
    assert picture.startswith(b"\x89PNG")


async def test_the_same_chart_is_drawn_once_however_many_ask(odd: Charts) -> None:
    pictures = await asyncio.gather(*(odd.png(called("lamps")) for _ in range(50)))
    assert len(set(pictures)) == 1
    assert (pictures[0] or b"").endswith(b"after 0")
    assert (await odd.png(called("next")) or b"").endswith(b"after 1")
    await odd.close()
    # Nobody draws any more, and the picture is still there.
    odd.installed = False
    assert await odd.png(called("lamps")) == pictures[0]
    assert await odd.png(called("others")) is None


async def test_charts_are_drawn_one_after_the_other_by_one_process(odd: Charts) -> None:
    pictures = await asyncio.gather(*(odd.png(called(str(number))) for number in range(9)))
    assert [(picture or b"").split(b" by ")[0] for picture in pictures] == [str(n).encode() for n in range(9)]
    assert len({drawer(picture) for picture in pictures}) == 1


async def test_only_so_many_pictures_are_kept(odd: Charts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    for heading in ("a", "b", "a", "c"):
        await odd.png(called(heading))
    assert [kept.heading for kept in odd._kept] == ["a", "c"]


async def test_one_that_takes_too_long_is_ended_and_the_next_is_drawn_by_another() -> None:
    odd = Charts(seconds=1.5, worker=ODD)
    odd.installed = True
    first = await odd.png(called("quick"))
    assert odd._process is not None
    process = odd._process
    assert await odd.png(called("sleeps")) is None
    await has_ended(process)
    odd._seconds = 20
    second = await odd.png(called("again"))
    assert drawer(first) != drawer(second)
    await odd.close()


@pytest.mark.parametrize("heading", ["dies", "cannot", "too much"])
async def test_where_the_process_fails_there_is_no_picture_and_the_next_is_drawn(
    odd: Charts, heading: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert await odd.png(called(heading)) is None
    assert "could not be drawn" in caplog.text
    assert heading not in caplog.text
    assert (await odd.png(called("lamps")) or b"").startswith(b"lamps")


async def test_a_process_that_cannot_be_started_is_no_fault(odd: Charts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert await odd.png(called("lamps")) is None


async def test_a_process_with_nothing_to_do_is_ended() -> None:
    odd = Charts(idle=0.01, worker=ODD)
    odd.installed = True
    assert await odd.png(called("lamps"))
    await until(lambda: odd._process is None)
    assert (await odd.png(called("others")) or b"").startswith(b"others")
    await odd.close()


async def test_closing_ends_the_process_whatever_it_is_at(odd: Charts) -> None:
    drawing = asyncio.create_task(odd.png(called("sleeps")))
    waiting = asyncio.create_task(odd.png(called("lamps")))
    await until(lambda: odd._process is not None)
    process = odd._process
    assert process is not None
    await odd.close()
    await has_ended(process)
    assert await drawing is None
    assert await waiting is None
    assert odd._process is None


async def test_where_nothing_is_installed_the_log_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    caplog.set_level("INFO")
    async with open_charts() as charts:
        assert await charts.png(called("lamps")) is None
        assert charts._process is None
    assert "pip install '.[chart]'" in caplog.text


async def test_the_process_knows_nothing_of_the_token(odd: Charts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    assert await odd.png(called("lamps"))
    assert odd._process is not None
    assert b"secret" not in environment_of(odd._process.pid)


def test_the_process_ends_with_the_bot() -> None:
    pytest.importorskip("matplotlib")
    command = [sys.executable, "-m", "bot.rendering.chart.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0


def test_the_process_draws_what_it_can_and_says_nothing_of_the_rest() -> None:
    pytest.importorskip("matplotlib")
    from bot.rendering.chart import worker
    from bot.rendering.chart.framing import HEAD, behind_length, length_in

    asked = io.BytesIO(
        b"".join(map(behind_length, (b"no chart", pickle.dumps("nor this"), pickle.dumps(chart(row())))))
    )
    answered = io.BytesIO()
    worker.main(asked, answered)  # type: ignore[arg-type]
    answered.seek(0)
    answers = [answered.read(length_in(answered.read(HEAD))) for _ in range(3)]
    assert [answer[1:4] for answer in answers] == [b"", b"", b"PNG"]
