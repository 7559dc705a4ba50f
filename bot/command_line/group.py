"""`python -m bot`: the options before any command, and what is opened when there is no command."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path

import click
from dotenv import dotenv_values

from bot.console import run_console
from bot.errors import SettingsError
from bot.settings import Settings, settings_from


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--archive",
    type=click.Path(path_type=Path),
    help="The archive file to use instead of the one that ARCHIVE_PATH names.",
)
@click.pass_context
def commands(context: click.Context, archive: Path | None) -> int:
    """Questions about the siege, answered from an archive of journalists' accounts, each answer with its source.

    Without a command: the Discord bot where DISCORD_TOKEN is set, else the console.
    """
    settings = settings_from({**_dot_env(), **os.environ})
    if archive is not None:
        settings = replace(settings, archive_path=archive)
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    context.obj = settings
    if context.invoked_subcommand is not None:
        return 0
    if settings.discord_token:
        return _run_discord(settings)
    return run_console(settings)


def _dot_env() -> dict[str, str]:
    try:
        return {name: value for name, value in dotenv_values(Path(".env")).items() if value is not None}
    except (OSError, UnicodeDecodeError):
        raise SettingsError("The file .env cannot be read as UTF-8 text.") from None


def _run_discord(settings: Settings) -> int:
    # Imported only here: nothing else needs discord.py, and loading it takes longer than most commands.
    from bot.client import run

    return run(settings)
