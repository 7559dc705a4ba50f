"""What comes of a link, and the limits it is fetched within."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkLimits:
    """How much a link may ask of us: `max_bytes` of document, `seconds` in all, and `redirects` from site to site."""

    max_bytes: int
    seconds: float = 20.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """A document as a site sent it.

    `filename` is safe to show and ends as its kind does; `content_type` is the media type alone, in lower case, and
    `charset` the encoding that the site states for it. `address` is where it was found in the end, after `redirects`
    redirects.
    """

    data: bytes
    filename: str
    content_type: str
    charset: str | None
    address: str
    redirects: int
