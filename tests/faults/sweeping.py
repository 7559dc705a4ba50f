"""Sweeping a deed from a test."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.settings import PROJECT


def swept(deed: str, folder: Path, points: int, *kinds: str) -> dict[str, Any]:
    """What came of it, as `tests.faults.sweep` tells it."""
    settings = {**os.environ, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-m", "tests.faults.sweep", deed, str(folder), str(points), *kinds]
    done = subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))
