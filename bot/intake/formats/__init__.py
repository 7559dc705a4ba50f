"""One module a format: bytes in, clean text and what the file states about itself out.

These run in a process of their own (see `bot.intake.worker`), and load their libraries only when they are called.
"""
