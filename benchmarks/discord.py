"""How fast the bot answers in Discord, beside a discord.py bot that answers a constant, in the same run.

    python benchmarks/discord.py [--quick] [--archive shipped|large] [--only ROW]...

`python -m bot` and the constant bot (`discord_speed/constant_bot.py`) each log in to a Discord on loopback, which
runs in the process of the benchmark. 1, 10 and 50 members ask at once, each as soon as the last answer is there; what
they ask for is drawn from the archive. A time is from the gateway event being written to the head of the bot's first
request for it having arrived. Slices of both bots take turns; figures are medians over the slices, as "the archive's
bot / the constant bot", and the ratio of the two, slice by slice.

The yardstick is one line of plain text; the row "a constant layout" is what a Components V2 layout of our size costs
discord.py beside it, whatever it says. Up to 400 different names, days, topics, words and sources are asked for, more
than the bot remembers answers; of those the archive that ships holds fewer, so that there many are asked for again.
Archives are made in benchmarks/made; the large one is kept there.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    # Python looks beside this file first, where it would take this file for the library of its name.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    from benchmarks.discord_speed.run import main

    sys.exit(main(sys.argv[1:], __doc__))
