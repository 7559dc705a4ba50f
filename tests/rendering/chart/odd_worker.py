"""A process that draws in an odd way, by what its chart is called: it says nothing, dies, or says too much.

Its pictures say what is drawn, by which process, and how many it has drawn before.
"""

import os
import pickle
import sys
import time

from bot.rendering.chart.framing import HEAD, behind_length, length_in

before = 0
while head := sys.stdin.buffer.read(HEAD):
    heading = pickle.loads(sys.stdin.buffer.read(length_in(head))).heading
    if heading == "sleeps":
        time.sleep(60)
    if heading == "dies":
        sys.exit(1)
    said = {"cannot": b"", "too much": bytes(3_000_000)}.get(
        heading, f"{heading} by {os.getpid()} after {before}".encode()
    )
    sys.stdout.buffer.write(behind_length(said))
    sys.stdout.buffer.flush()
    before += 1
