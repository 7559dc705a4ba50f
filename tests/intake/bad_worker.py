"""Workers that do what no worker should: each does what the document that it is handed says."""

import json
import os
import signal
import sys
import time

FORGED = {"refused": "{name.__class__}", "values": {"name": "x"}}
UNTRUE = {"document": {"kind": "rumour", "of": None}}


def endless() -> None:
    """Answer without end."""
    while True:
        os.write(1, b"x" * 65_536)


def act(document: str) -> None:
    """Do what the document says."""
    if document == "hang":
        time.sleep(600)
    if document == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if document == "endless":
        endless()
    answers = {
        "nothing": b"",
        "noise": bytes(range(256)) * 9,
        "forged": json.dumps(FORGED).encode() + b"\n",
        "untrue": json.dumps(UNTRUE).encode() + b"\ntext",
        "list": b"[]\ntext",
        "deep": b"[" * 90_000 + b"\ntext",
        "long head": b"1" * 200_000 + b"\ntext",
    }
    os.write(1, answers[document])


if __name__ == "__main__":
    asked = json.loads(sys.stdin.buffer.readline())
    act(sys.stdin.buffer.read(asked["length"]).decode())
