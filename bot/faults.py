"""Faults of ours: an exception that nobody foresaw gets an id, and the id is all that is shown."""

from __future__ import annotations

import logging
import secrets


def fault_sentence() -> str:
    """One sentence, with a new id, about the exception being handled; the log shows it whole at LOG_LEVEL=DEBUG."""
    fault = secrets.token_hex(4)
    logging.getLogger(__name__).debug("fault %s", fault, exc_info=True)
    return f"Something went wrong on our side (fault {fault}); with LOG_LEVEL=DEBUG the log shows what."
