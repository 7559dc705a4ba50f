"""Reading an account: text in, people, quotations, dates and figures out. Pure: no files, no clock, no network."""

from bot.reading.reader import READER_VERSION, read

__all__ = ["READER_VERSION", "read"]
