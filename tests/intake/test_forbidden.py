"""What a worker may not do, tried by code that runs as a document's own code would."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.intake import Limits
from bot.intake.aside import _environment
from bot.settings import PROJECT

TRY = """
import os, socket, subprocess, sys
from pathlib import Path
from bot.intake.limits import Limits, forbid, limit
limit(Limits(memory_bytes=400_000_000))
forbid()
try:
    {attempt}
except (PermissionError, MemoryError):
    sys.exit(77)
"""


def status_of(attempt: str, folder: Path) -> int:
    """The exit status of an attempt, made in a folder where it can do no harm: 77 where it was not allowed."""
    command = [sys.executable, "-c", TRY.format(attempt=attempt)]
    environment = {"PYTHONPATH": str(PROJECT)}
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment).returncode


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "open('/etc/passwd').read()",
        "open('.env').read()",
        "open('pyproject.toml').read()",
        "open(os.path.join(os.path.dirname(os.__file__), '..', '..', '..', '..', 'etc', 'passwd'))",
        "open('written.txt', 'w')",
        "os.open('written.txt', os.O_CREAT | os.O_WRONLY)",
        "Path('no-such-file').unlink()",
        "os.rename('no-such-file', 'other')",
        "os.system('true')",
        "subprocess.run(['true'])",
        "os.execv('/bin/true', ['true'])",
        "os.fork()",
        "os.kill(os.getppid(), 0)",
        "bytes(500_000_000)",
    ],
)
def test_a_document_cannot(attempt: str, tmp_path: Path) -> None:
    assert status_of(attempt, tmp_path) == 77
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("attempt", ["import trafilatura", "import pdfminer.high_level", "open(os.__file__).read()"])
def test_but_libraries_can_be_loaded(attempt: str, tmp_path: Path) -> None:
    assert status_of(attempt, tmp_path) == 0


def test_the_worker_sees_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    assert "DISCORD_TOKEN" not in _environment()


WORKER = """
import sys
from bot.errors import InputError
from bot.intake import worker

def opens(name, data):
    open("pyproject.toml").close()
    raise InputError("It could be opened.")

worker.read_document = opens
worker.main(sys.stdin.buffer, sys.stdout.buffer)
"""


def test_a_worker_forbids_it_before_it_reads() -> None:
    command = [sys.executable, "-c", WORKER]
    asked = json.dumps({"name": "ferry.txt", "length": 0, "limits": asdict(Limits())}).encode() + b"\n"
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin is not None and worker.stdout is not None
        worker.stdin.write(asked)
        worker.stdin.flush()
        assert json.loads(worker.stdout.readline())["refused"] == "“{name}” is damaged and cannot be read."
