"""Kills a deed at many points, each in a process of its own, and says what was there at the next start.

    python -m tests.faults.sweep DEED FOLDER POINTS KIND...

A kind is write, statement, torn (killed in the middle of a write) or full (the disk, from that write on).

Processes are forked from this one, which has no threads; so a point costs some hundredths of a second. What came of it
is printed as JSON: how many points there were and were tried, and a line for each that did not hold.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.archive.archive import Archive
from bot.archive.file import aside as aside_files
from bot.archive.file.faults import DISK_FULL
from bot.errors import ArchiveError
from tests.archive.shelf import read_simply
from tests.faults.deeds import DAMAGED_BYTES, DEEDS, Deed, first_build, held_in
from tests.faults.kill_switch import KillSwitch, Kind

_DONE = b"done\n"


@dataclass(frozen=True, slots=True)
class After:
    """What a process has left: its status as `os.waitpid` has it, and what it had said by then."""

    status: int
    said: bytes

    @property
    def acknowledged(self) -> int:
        """How many steps it had said to be done."""
        return self.said.count(_DONE)


def aside(work: Callable[[int], None]) -> After:
    """Do something in a forked process, which is handed the end of a pipe to write to."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reads)
        try:
            work(writes)
            os._exit(0)
        except BaseException:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
            os._exit(1)
    os.close(writes)
    with os.fdopen(reads, "rb") as pipe:
        said = pipe.read()
    return After(os.waitpid(pid, 0)[1], said)


class Sweep:
    """One deed, done once whole and then again and again."""

    def __init__(self, deed: Deed, folder: Path) -> None:
        self._deed = deed
        self._base, self._work = folder / "base", folder / "work"
        self.failures: list[str] = []
        self.tried = 0

    def prepare(self) -> dict[str, int]:
        """Make the archive to begin with, do the deed whole, and return how much there is to count of each kind."""
        self._base.mkdir()
        for step in (first_build, *self._deed.prepare):
            self._must(aside(lambda _, step=step: asyncio.run(step(self._base))))  # type: ignore[misc]
        self._fresh()
        done = aside(self._do_whole)
        self._must(done)
        told = json.loads(done.said.splitlines()[-1])
        self._states: list[str] = told["states"]
        return dict(told["counts"])

    def kill_at(self, kind: Kind, at: int) -> None:
        """Do the deed until it is killed there, and look at what is left."""
        self._fresh()
        killed = aside(lambda out: self._do(out, KillSwitch(kind, at)))
        if kind == "full" and killed.status:
            self.failures.append(f"full {at}: no sentence that says so")
            return
        if kind != "full" and not (os.WIFSIGNALED(killed.status) and os.WTERMSIG(killed.status) == signal.SIGKILL):
            self._must(killed)
            return
        self.tried += 1
        looked = aside(lambda out: self._look(out, killed.acknowledged))
        if looked.status or looked.said:
            self.failures.append(f"{kind} {at}, {killed.acknowledged} done: {looked.said.decode()} ({looked.status})")

    def _fresh(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(self._base, self._work)

    @staticmethod
    def _must(after: After) -> None:
        if after.status:
            raise SystemExit(f"A process failed that nobody killed: {after.said.decode()}")

    def _do_whole(self, out: int) -> None:
        """Twice: to see what is held after each step, and to count."""
        os.chdir(self._work)
        # As found at the next start, which brings an old file up to this version.
        states = [""]
        if not self._deed.damaged:
            asyncio.run(_findings(self._work))
            states = [held_in(self._work / self._deed.made)]
        self._fresh()
        os.chdir(self._work)
        for step in self._deed.steps:
            asyncio.run(step(self._work))  # type: ignore[arg-type]
            states.append(held_in(self._work / self._deed.made))
        self._fresh()
        os.chdir(self._work)
        switch = KillSwitch()
        self._do(out, switch)
        os.write(out, json.dumps({"states": states, "counts": switch.counts}).encode())

    def _do(self, out: int, switch: KillSwitch) -> None:
        os.chdir(self._work)
        switch.install()
        for step in self._deed.steps:
            try:
                asyncio.run(step(self._work))  # type: ignore[arg-type]
            except ArchiveError as error:
                if str(error) != DISK_FULL:
                    raise
                return
            os.write(out, _DONE)

    def _look(self, out: int, acknowledged: int) -> None:
        """Whether all that was acknowledged is there, nothing is half done, and what is left to do can be done."""
        os.chdir(self._work)
        aside_files.YOUNG = 0.0
        if self._deed.damaged and self._is_still_damaged():
            self._go_on(out, acknowledged)
            return
        found = asyncio.run(_findings(self._work))
        held = held_in(self._work / self._deed.made)
        might = self._states[acknowledged : acknowledged + 2]
        if found:
            os.write(out, f"check finds {found}".encode())
        elif held not in might:
            where = self._states.index(held) if held in self._states else "between"
            os.write(out, f"what is held is {where}".encode())
        else:
            self._go_on(out, acknowledged + might.index(held))

    def _is_still_damaged(self) -> bool:
        return (self._work / "archive.db").read_bytes() == DAMAGED_BYTES

    def _go_on(self, out: int, done: int) -> None:
        for step in self._deed.steps[done:]:
            asyncio.run(step(self._work))  # type: ignore[arg-type]
        if held_in(self._work / self._deed.made) != self._states[-1]:
            os.write(out, b"what was left to do came out otherwise")
        asyncio.run(_findings(self._work))
        left = sorted(each.name for each in self._work.iterdir() if each.suffix not in {".db", ".damaged", ".zip"})
        if self._deed.damaged and (self._work / "archive.db.damaged").read_bytes() != DAMAGED_BYTES:
            os.write(out, b"the damaged file was not kept")
        if left:
            os.write(out, f"left behind: {left}".encode())


async def _findings(folder: Path) -> list[str]:
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        return await archive.check()


def spread(count: int, points: int) -> Iterator[int]:
    """At most so many numbers from 1 to `count`, both among them, evenly apart."""
    if points >= count:
        yield from range(1, count + 1)
        return
    yield from sorted({1 + round(at * (count - 1) / max(1, points - 1)) for at in range(points)})


def main(name: str, folder: Path, points: int, kinds: Sequence[Kind]) -> dict[str, Any]:
    """Sweep a deed; the points are shared out among the kinds."""
    sweep = Sweep(DEEDS[name], folder)
    counts = sweep.prepare()
    for kind in kinds:
        for at in spread(counts.get(kind, 0), points // len(kinds)):
            sweep.kill_at(kind, at)
    return {"counts": counts, "tried": sweep.tried, "failures": sweep.failures}


if __name__ == "__main__":
    _, _deed, _folder, _points, *_kinds = sys.argv
    print(json.dumps(main(_deed, Path(_folder), int(_points), _kinds)))  # type: ignore[arg-type]
