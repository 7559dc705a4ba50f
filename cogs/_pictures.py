"""The picture of an answer as a file that Discord takes."""

from __future__ import annotations

import io
from dataclasses import replace

import discord

from bot.answers.chart import Chart
from bot.answers.model import Answer
from bot.rendering.chart.charts import Charts
from bot.rendering.clamp import ALT_TEXT, clamp
from bot.rendering.discord_harmless import one_line
from bot.rendering.discord_look import PICTURE


async def picture_of(chart: Chart, charts: Charts | None) -> discord.File | None:
    """The picture of a chart, with what is read out instead of it; None where it cannot be drawn."""
    drawn = await charts.png(chart) if charts else None
    if drawn is None:
        return None
    return discord.File(io.BytesIO(drawn), filename=PICTURE, description=clamp(one_line(chart.said), ALT_TEXT))


def with_note_on(picture: discord.File | None, answer: Answer) -> Answer:
    """The answer with what must be said of its picture: that it is missing, or that it does not show all."""
    if answer.chart is None:
        return answer
    note = answer.chart.note if picture else answer.language.say("The picture is not available.")
    return replace(answer, notes=(*answer.notes, note)) if note else answer
