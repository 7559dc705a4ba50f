"""Taking documents in: bytes become text and catalogue data, or one clear sentence says why not."""

from bot.intake.document import IntakeDocument
from bot.intake.limits import Limits
from bot.intake.take_in import take_in, take_in_aside, take_in_bytes

__all__ = ["IntakeDocument", "Limits", "take_in", "take_in_aside", "take_in_bytes"]
