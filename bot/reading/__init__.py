"""Reading an account: text in, people, quotations and dates out. Pure: no files, no clock, no network."""

from bot.reading.reader import READER_VERSION, read

__all__ = ["READER_VERSION", "read"]
