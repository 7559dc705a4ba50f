"""Documents read aside: whatever becomes of a worker, the bot meets a sentence, and no worker is left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.errors import InputError
from bot.intake import Limits, take_in_aside, take_in_bytes
from bot.intake.aside import Aside
from bot.settings import PROJECT
from tests.intake.files import PAGE, docx, pdf_of_streams, zeros

CHILDREN = Path(f"/proc/{os.getpid()}/task")
MOST = 50_000_000
DENSE = b"".join(
    b"BT /F1 5 Tf 1 0 0 1 %d %d Tm (The ferry left at noon) Tj ET\n" % (x, y)
    for y in range(10, 840, 6)
    for x in (10, 200, 400)
)
ENDLESS = pdf_of_streams([DENSE], times=900)
"""A PDF of a few kilobytes that takes minutes to read."""


def children() -> set[str]:
    found: set[str] = set()
    for task in CHILDREN.iterdir():
        with suppress(OSError):  # a thread that has ended meanwhile
            found.update((task / "children").read_text().split())
    return found


def wait_for(happened: Callable[[], object]) -> None:
    """Wait until something has happened; ten seconds at most."""
    end = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def no_worker_is_left_behind() -> Iterator[None]:
    if not CHILDREN.exists():
        pytest.skip("the system does not tell of children")
    before = children()
    yield
    assert children() <= before


@pytest.fixture
def bad_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.aside._WORKER", "tests.intake.bad_worker")


@pytest.mark.usefixtures("bad_worker")
@pytest.mark.parametrize(
    "behaviour", ["killed", "endless", "nothing", "noise", "forged", "untrue", "list", "deep", "long head", "no such"]
)
def test_a_worker_that_fails_or_lies_gives_a_sentence(behaviour: str) -> None:
    with pytest.raises(InputError, match="cannot be read: it is damaged, or needs too much memory"):
        Aside(Limits(text_bytes=1_000_000)).read("ferry.pdf", behaviour.encode())


@pytest.mark.usefixtures("bad_worker")
def test_a_worker_that_hangs_is_ended() -> None:
    with pytest.raises(InputError, match="takes too long to read"):
        Aside(Limits(wall_seconds=0.5)).read("ferry.pdf", b"hang")


@pytest.mark.usefixtures("bad_worker")
def test_a_worker_that_takes_nothing_of_a_long_document_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.aside._WORKER", "timeit")
    with pytest.raises(InputError):
        Aside(Limits(wall_seconds=5)).read("ferry.pdf", bytes(5_000_000))


@pytest.mark.parametrize("limits", [Limits(cpu_seconds=1), Limits(wall_seconds=1)], ids=["processor", "clock"])
def test_a_document_that_takes_for_ever_is_given_up(limits: Limits) -> None:
    with pytest.raises(InputError, match="takes too long to read"):
        take_in_bytes("ferry.pdf", ENDLESS, max_bytes=MOST, limits=limits)


def test_a_document_that_needs_too_much_memory_is_given_up() -> None:
    bomb = pdf_of_streams([zeros(700)], stream_notes=b"/Filter /FlateDecode")
    with pytest.raises(InputError, match="too much memory"):
        take_in_bytes("ferry.pdf", bomb, max_bytes=MOST, limits=Limits(memory_bytes=500_000_000))


def test_a_document_with_too_much_text_is_given_up() -> None:
    long = docx("".join(f"<w:p><w:r><w:t>The ferry number {n} left.</w:t></w:r></w:p>" for n in range(9_000)))
    with pytest.raises(InputError, match="holds too much text"):
        take_in_bytes("ferry.docx", long, max_bytes=MOST, limits=Limits(text_bytes=100_000))


async def test_an_event_loop_takes_in_several_at_once() -> None:
    data = {"a.html": PAGE.encode(), "b.txt": "Паром ушёл.".encode("koi8-u"), "c.txt": b"---\nkind: digest\n---\nText."}
    found = await asyncio.gather(*(take_in_aside(name, each, max_bytes=MOST) for name, each in data.items()))
    assert [document.filename for document in found] == [*data]
    assert [document.original for document in found] == [*data.values()]
    assert found[0] == take_in_bytes("a.html", data["a.html"], max_bytes=MOST)
    assert (found[1].text, found[2].text, found[2].kind) == ("Паром ушёл.", "Text.", "digest")


async def test_an_event_loop_gets_the_same_sentences() -> None:
    with pytest.raises(InputError, match=r"“ferry\.txt” is empty"):
        await take_in_aside("ferry.txt", b" ", max_bytes=MOST)
    with pytest.raises(InputError, match="too large"):
        await take_in_aside("ferry.txt", b"The ferry left.", max_bytes=3)


async def test_a_call_that_is_cancelled_ends_its_worker() -> None:
    before = children()
    task = asyncio.create_task(take_in_aside("ferry.pdf", ENDLESS, max_bytes=MOST))
    await asyncio.to_thread(wait_for, lambda: children() - before)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(wait_for, lambda: children() <= before)


def test_a_worker_that_was_stopped_before_it_began_does_not_begin() -> None:
    aside = Aside(Limits())
    aside.stop()
    with pytest.raises(InputError):
        aside.read("ferry.pdf", ENDLESS)


def test_a_worker_killed_from_outside_gives_a_sentence() -> None:
    before = children()

    def kill() -> None:
        wait_for(lambda: children() - before)
        for pid in children() - before:
            os.kill(int(pid), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(InputError, match="cannot be read: it is damaged"):
        take_in_bytes("ferry.pdf", ENDLESS, max_bytes=MOST)
    killer.join()


PARENT = """
import sys, threading
from bot.intake import Limits
from bot.intake.aside import Aside
aside = Aside(Limits())
threading.Thread(target=aside.read, args=("ferry.pdf", sys.stdin.buffer.read()), daemon=True).start()
while aside._process is None:
    pass
print(aside._process.pid, flush=True)
threading.Event().wait()
"""


def test_a_worker_ends_with_the_bot_however_that_ends(tmp_path: Path) -> None:
    (tmp_path / "ferry.pdf").write_bytes(ENDLESS)
    with (tmp_path / "ferry.pdf").open("rb") as document:
        bot = subprocess.Popen(
            [sys.executable, "-c", PARENT], stdin=document, stdout=subprocess.PIPE, cwd=PROJECT, text=True
        )
    assert bot.stdout is not None
    worker = int(bot.stdout.readline())
    wait_for(lambda: seconds_of(worker) > 0.6)
    bot.kill()
    bot.wait()
    bot.stdout.close()
    wait_for(lambda: not is_running(worker))


def seconds_of(pid: int) -> float:
    """The processor time that a process has taken; well beyond that of its start once it is at work."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11]) / os.sysconf("SC_CLK_TCK")


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie, which has no command line any more."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


MEASURE = """
import resource, sys
from bot.errors import InputError
from bot.intake import Limits, take_in_bytes
from tests.intake.files import PAGE, docx, paragraph, pdf_of_streams, zeros
files = [docx(paragraph("a" * 60_000_000)), pdf_of_streams([zeros(400)], stream_notes=b"/Filter /FlateDecode")]
take_in_bytes("page.html", PAGE.encode(), max_bytes=10**9)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
refused = 0
for data in files:
    try:
        take_in_bytes("ferry", data, max_bytes=10**9, limits=Limits(memory_bytes=400_000_000))
    except InputError:
        refused += 1
print(refused, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts kilobytes as Linux does")
def test_bombs_do_not_grow_in_the_memory_of_the_bot() -> None:
    ran = subprocess.run([sys.executable, "-c", MEASURE], cwd=PROJECT, capture_output=True, text=True, check=True)
    refused, kilobytes = map(int, ran.stdout.split())
    assert refused == 2
    assert kilobytes < 30_000
