"""How a document is laid out: passages, sentences, boilerplate, and what it says of itself."""

from bot.reading.layout.lay_out import lay_out

__all__ = ["lay_out"]
