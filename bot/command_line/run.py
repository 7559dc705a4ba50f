"""Running one command line to its exit status; the one place where errors become sentences on standard error."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from bot.command_line import adding, asking, catalogue, coverage, keeping, moderating, previewing, reading, record
from bot.command_line.group import commands
from bot.errors import ArchiveBotError
from bot.faults import fault_sentence
from bot.rendering.harmless import harmless

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the number of the signal."""

for _module in (asking, reading, adding, catalogue, coverage, moderating, record, keeping, previewing):
    for _command in _module.COMMANDS:
        commands.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 2 the input or the settings are at fault, 1 ours."""
    _write_whatever_comes()
    try:
        status = commands.main(list(arguments), prog_name="python -m bot", standalone_mode=False)
        sys.stdout.flush()
    except ArchiveBotError as error:
        return _said(str(error), error.exit_status)
    except click.ClickException as error:
        return _said(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # click turns the first into the second, and leaves by itself for nothing else.
        return _reader_left()
    except Exception:
        return _said(fault_sentence(), 1)
    return status if isinstance(status, int) else 0


def _said(sentence: str, status: int) -> int:
    click.echo(harmless(sentence), err=True)
    return status


def _reader_left() -> int:
    """What reads our output has seen enough (`| head`): nothing is wrong, and nothing more can be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _write_whatever_comes() -> None:
    """No text can fail to be read or written for its characters, whatever the terminal's encoding."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
