"""Which marks an account quotes with: double ones, or single ones as British papers do."""

from __future__ import annotations

import re

# A pair of marks with what stands between, in one line. Whichever pair opens first swallows those inside it. Bounded,
# so that marks that never close cost no more than others.
_PAIR = re.compile(
    r"(?P<double>[“\"„«](?=\S)[^“”\"„«»\n]{1,400}[”\"“»])"
    r"|(?<![\w])(?P<single>[‘'](?=[^\W\d_]|[\d…\[“\"])(?:[^‘’'\n]|[’'](?=\w)){1,400}[’'](?!\w))"
)


def quotes_with_single_marks(text: str) -> bool:
    """Whether single marks are the account's outer marks: more outermost pairs are single than double."""
    single = double = 0
    for match in _PAIR.finditer(text):
        if match.lastgroup == "single":
            single += 1
        else:
            double += 1
    return single > double
