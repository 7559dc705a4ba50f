"""`python -m bot`."""

from __future__ import annotations

import sys

from bot.command_line.run import run


def main() -> int:
    """Run the command line of this process and return its exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
