"""The parts of `benchmarks/discord.py`."""
