"""Links: what stands at a web address, fetched from the public internet only and within limits."""

from bot.intake.links.document import FetchedDocument, LinkLimits
from bot.intake.links.fetching import fetch_link

__all__ = ["FetchedDocument", "LinkLimits", "fetch_link"]
