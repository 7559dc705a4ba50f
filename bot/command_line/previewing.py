"""`preview`: the bot in a page of the local browser."""

from __future__ import annotations

import click

from bot.settings import Settings


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="A port of 127.0.0.1; any free one otherwise.")
@click.pass_obj
def preview(settings: Settings, port: int | None) -> int:
    """Try the bot in a page of the local browser, without Discord; ends with Ctrl-C."""
    # Imported only here: nothing else needs a made-up Discord.
    from bot.preview import run_preview

    run_preview(settings, port, _announce)
    return 0


def _announce(address: str) -> None:
    click.echo("Open this address in a browser of this machine; Ctrl-C ends the preview.")
    click.echo(address)


COMMANDS = (preview,)
