"""The console on a terminal of its own, as a person meets it."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import PROJECT
from tests.small_data import environment, make_data


class Terminal:
    """A terminal with the console running in it; gives up on a program that stays silent."""

    def __init__(self, folder: Path) -> None:
        self._ours, theirs = os.openpty()
        settings = {**os.environ, **environment(folder), "PYTHONPATH": str(PROJECT), "TERM": "xterm"}
        command = [sys.executable, "-m", "bot"]
        self.process = subprocess.Popen(command, cwd=folder, env=settings, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        self.seen = b""

    def read_until(self, mark: bytes) -> None:
        """Read on until `mark` has been shown, or (an empty mark) until the program has ended."""
        begun = len(self.seen)
        while not mark or mark not in self.seen[begun:]:
            ready, _, _ = select.select([self._ours], [], [], 30)
            assert ready, f"silent after {self.seen!r}"
            try:
                piece = os.read(self._ours, 65_536)
            except OSError:  # how Linux says that the other side of the terminal is closed
                piece = b""
            if not piece:
                return
            self.seen += piece

    def write(self, keys: bytes) -> None:
        """Type."""
        os.write(self._ours, keys)

    def close(self) -> None:
        """End the program, whatever state it is in."""
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of its own")
def test_a_terminal_gets_a_prompt_and_colours(tmp_path: Path) -> None:
    make_data(tmp_path / "data")
    terminal = Terminal(tmp_path)
    try:
        for line in (b"!who Olha Marenko\n", b"!on 31 April\n", b"\x04"):
            terminal.read_until(b"> ")
            terminal.write(line)
        terminal.read_until(b"")
        assert terminal.process.wait(30) == 0
    finally:
        terminal.close()
    assert b"\x1b[1mOlha Marenko" in terminal.seen
    assert b"April has 30 days" in terminal.seen
    assert b"Traceback" not in terminal.seen
