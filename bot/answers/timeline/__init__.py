"""`timeline [NAME or SUBJECT]`: what the accounts date, in order of time, and a chart of it."""

from bot.answers.timeline.answer import answer_timeline

__all__ = ["answer_timeline"]
