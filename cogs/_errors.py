"""What went wrong, as the answer that a member gets. The one place where Discord's errors become sentences.

Logs hold no members' words: of a fault they show its kind and where it happened, never its message.
"""

from __future__ import annotations

import logging
import math
import secrets
import traceback

import discord
from discord.ext import commands

from bot.answers.desk import error_answer
from bot.answers.model import Answer
from bot.answers.wording import counted
from bot.errors import ArchiveBotError

log = logging.getLogger(__name__)


def as_answer(error: Exception) -> Answer:
    """The answer for an error: its sentence where it is meant for members, else the id of a fault that is logged."""
    cause = _cause(error)
    if isinstance(cause, ArchiveBotError):
        return error_answer(cause)
    if isinstance(cause, commands.CommandOnCooldown):
        seconds = counted(math.ceil(cause.retry_after), "second")
        return Answer("error", f"That was too many questions at once; ask again in {seconds}.")
    if isinstance(cause, commands.UserInputError):
        return Answer("error", "That cannot be read as a question; help shows what can be asked.")
    return Answer("error", f"Something went wrong on our side; the log of the bot has it as {log_fault(cause)}.")


def log_fault(error: BaseException) -> str:
    """Log an error of ours, and return the id that it stands under in the log."""
    fault = secrets.token_hex(4)
    trace = "".join(traceback.format_tb(error.__traceback__))
    log.error("fault %s: %s\n%s", fault, type(error).__qualname__, trace)
    return fault


def log_unsent(error: discord.HTTPException) -> None:
    """Log that Discord did not take an answer: nothing can be said to the member then."""
    log.warning("Discord did not take an answer: status %s, code %s", error.status, error.code)


def _cause(error: Exception) -> Exception:
    inner = getattr(error, "original", None)
    return _cause(inner) if isinstance(inner, Exception) else error
