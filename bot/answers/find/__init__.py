"""`find TEXT`: what the archive has on the people, days and quotations that a message speaks of."""

from bot.answers.find.answer import answer_find

__all__ = ["answer_find"]
