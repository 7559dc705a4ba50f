"""Date expressions of an account, each with the days it comes to and the reason.

The way of an expression, one module a step:

- `grammar/` finds it and says what it means (`forms`), without yet knowing on which day it hangs;
- `lines`, `stamps` and `entries` say where to look, and which days the account, or an entry of a diary, is written on;
- `telling` keeps the `story` told so far, with `asides` apart from it, the `beginnings` that days are numbered from,
  and its `bounds` where its end is told ahead;
- `anchors` (with `threads`, `pages` and `nearness`), `pointing`, `events`, `spoken` and `tense` decide, expression by
  expression, what it hangs on: the day of writing, the year the story is in, the day just told, what happened;
- `resolve` (with `counted`, `weekdays`, `month_days`, `ranges`, `yearly`, `feasts` and `calendar`) comes to the days;
- `shown` and `reasons` say what a reader sees of it.

`asked` (with `typed`, `cyrillic` and `impossible`) reads days that people type, by the same grammar.
"""

from __future__ import annotations

from bot.reading.dates.finder import find_dates

__all__ = ["find_dates"]
