"""The connection to Discord: where Discord is, what is sent again, and what is said when there is no connection."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import discord
import yarl

from bot.errors import DiscordError, SettingsError
from bot.settings import Settings

RESET = 54
"""The error number that discord.py takes for a broken connection, on whatever system."""
TOKEN_REFUSED = 4004
"""Close code of the gateway: https://discord.com/developers/docs/topics/opcodes-and-status-codes"""
NOT_REACHED = "Discord cannot be reached: is this machine connected to the network?"
NOT_A_TOKEN = "Discord refuses the token: DISCORD_TOKEN must be the token of a bot."

UNREACHED = (OSError, TimeoutError, aiohttp.ClientError, discord.GatewayNotFound)
"""What comes of an address that does not answer."""
LOST = (*UNREACHED, discord.ConnectionClosed, discord.gateway.ReconnectWebSocket)
"""What comes of that, and of a connection that is closed by the other side."""


@contextmanager
def discord_at(settings: Settings) -> Iterator[None]:
    """Point discord.py at another Discord for as long as the bot runs, where the settings name one.

    discord.py has no option for it; these are the two places where it keeps the addresses.
    """
    route, socket = discord.http.Route, discord.gateway.DiscordWebSocket
    base, gateway = route.BASE, socket.DEFAULT_GATEWAY
    route.BASE = settings.discord_api_url.rstrip("/") or base
    if settings.discord_gateway_url:
        socket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)
    try:
        yield
    finally:
        route.BASE, socket.DEFAULT_GATEWAY = base, gateway


def retrying() -> aiohttp.TraceConfig:
    """Let discord.py send again what was under way when a connection broke, as it does after a status 500.

    It does so for the error numbers that a reset has on macOS and Windows alone. Nothing is done twice: messages
    have a nonce, an interaction is answered once, and an edit may be made again.
    """

    async def broken(session: Any, context: Any, request: aiohttp.TraceRequestExceptionParams) -> None:
        error = request.exception
        if isinstance(error, aiohttp.ClientConnectionError) and not isinstance(error, aiohttp.ClientConnectorError):
            raise ConnectionResetError(RESET, "the connection to Discord broke") from error

    trace = aiohttp.TraceConfig()
    trace.on_request_exception.append(broken)
    return trace


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what discord.py raises when it gives up into an error with a sentence."""
    try:
        yield
    except discord.LoginFailure:
        raise SettingsError(NOT_A_TOKEN) from None
    except (discord.PrivilegedIntentsRequired, discord.gateway.ReconnectWebSocket):
        raise
    except discord.ConnectionClosed as error:
        if error.code == TOKEN_REFUSED:
            raise SettingsError(NOT_A_TOKEN) from None
        raise DiscordError(f"Discord has closed the connection for good (code {error.code}).") from None
    except discord.HTTPException as error:
        raise DiscordError(f"Discord does not let the bot in just now (status {error.status}).") from None
    except UNREACHED:
        raise DiscordError(NOT_REACHED) from None


class PlainLog(logging.Filter):
    """Says in a word what discord.py shows a whole trace of: that the connection was lost, or an answer refused."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shortens a record; keeps every one."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, (*LOST, discord.HTTPException)):
            record.msg, record.args = f"{record.getMessage()} ({type(error).__name__})", ()
            record.exc_info = None
        return True


@contextmanager
def plain_log() -> Iterator[None]:
    """Log in a word what is no fault of ours, for as long as the bot runs."""
    loggers, plain = [logging.getLogger(name) for name in ("discord.shard", "discord.app_commands.tree")], PlainLog()
    for logger in loggers:
        logger.addFilter(plain)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(plain)
