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
from bot.answers.language import Language
from bot.answers.model import Answer
from bot.errors import ArchiveBotError

UNSENT = (discord.HTTPException, OSError)
"""What comes of an answer that Discord does not take, or that does not get there."""
ALREADY_ANSWERED = 40060
"""Discord has the answer: a try that was thought lost got through. The code is one of
https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes"""

log = logging.getLogger(__name__)


def as_answer(error: Exception, language: Language) -> Answer:
    """The answer for an error: its sentence where it is meant for members, else the id of a fault that is logged."""
    cause = _cause(error)
    if isinstance(cause, ArchiveBotError):
        return error_answer(cause, language)
    return Answer("error", _sentence(cause, language), language=language)


def _sentence(cause: Exception, language: Language) -> str:
    if isinstance(cause, commands.CommandOnCooldown):
        one = "That was too many questions at once; ask again in {n} second."
        return language.counted(
            math.ceil(cause.retry_after), one, "That was too many questions at once; ask again in {n} seconds."
        )
    if isinstance(cause, commands.UserInputError):
        return language.say("That cannot be read as a question; help shows what can be asked.")
    return language.say(
        "Something went wrong on our side; the log of the bot has it as {fault}.", fault=log_fault(cause)
    )


def log_fault(error: BaseException) -> str:
    """Log an error of ours, and return the id that it stands under in the log."""
    fault = secrets.token_hex(4)
    trace = "".join(traceback.format_tb(error.__traceback__))
    log.error("fault %s: %s\n%s", fault, type(error).__qualname__, trace)
    return fault


def log_unsent(error: discord.HTTPException | OSError) -> None:
    """Log that Discord did not take an answer: nothing can be said to the member then."""
    if isinstance(error, OSError):
        log.warning("An answer did not reach Discord: %s", type(error).__name__)
    elif error.code != ALREADY_ANSWERED:
        log.warning("Discord did not take an answer: status %s, code %s", error.status, error.code)


def _cause(error: Exception) -> Exception:
    inner = getattr(error, "original", None)
    return _cause(inner) if isinstance(inner, Exception) else error
