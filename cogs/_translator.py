"""The names and descriptions of commands in the languages of the interface, which Discord shows by locale."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.answers.language import language_of


class CatalogueTranslator(app_commands.Translator):
    """Says what stands in a command in the language of the catalogue; English is what stands there already."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The name or description for a locale; None where no translation is known."""
        language = language_of(locale.value)
        return language.say(string.message) if language.knows(string.message) else None
