"""The process that reads one document: `python -m bot.intake.worker`, started by `bot.intake.aside`.

On standard input: a line of JSON with the name, the length and the limits, then the bytes of the document. On standard
output: what `bot.intake.exchange` says. The input stays open as long as the bot wants the answer; when it ends, or the
bot does, so does the worker.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import BinaryIO

from bot.errors import InputError
from bot.intake.exchange import document_to_bytes, refusal_to_bytes
from bot.intake.limits import Limits, forbid, limit
from bot.intake.parsing import read_document


def main(asked: BinaryIO, answered: BinaryIO) -> None:
    """Read one document from `asked` and write what it is to `answered`."""
    head = json.loads(asked.readline())
    limits = Limits(**head["limits"])
    limit(limits)
    data = asked.read(head["length"])
    if len(data) < head["length"]:
        return
    threading.Thread(target=_end_with_the_bot, args=(asked.fileno(),), daemon=True).start()
    forbid()
    answered.write(_answer(head["name"], data, limits))
    answered.flush()


def _answer(name: str, data: bytes, limits: Limits) -> bytes:
    try:
        sent = document_to_bytes(read_document(name, data))
        if len(sent) > limits.text_bytes:
            raise InputError("“{name}” holds too much text to be added at once.", name=name)
    except InputError as error:
        return refusal_to_bytes(error)
    except MemoryError:
        return refusal_to_bytes(InputError("“{name}” needs too much memory to be read.", name=name))
    except Exception:
        # The libraries fail on damaged files in as many ways as there are damages; none of them is a fault of ours.
        return refusal_to_bytes(InputError("“{name}” is damaged and cannot be read.", name=name))
    return sent


def _end_with_the_bot(asked: int) -> None:
    """Wait for the end of the input. Past any buffer: nothing may hold a lock when the process ends."""
    os.read(asked, 1)
    os._exit(1)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
    # At once: the other thread waits for an input that need never come.
    os._exit(0)
