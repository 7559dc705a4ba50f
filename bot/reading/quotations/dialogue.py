"""Lines of a dialogue that name no speaker: whose turn it is, told from the lines around them.

“Can it hold?” Roe asked. / “It can.” / “For how long?” / “Till Friday,” Toll said. -> Roe, Toll, Roe, Toll
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.reading.quotations.said import Said
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import NOBODY, Speaker

_SHORT = 60
_VERY_SHORT = 36
_REACH = 2
_BEFORE_MARK = 3
# There was a silence. “...” - nobody is shown to speak, so that it may be anybody's turn.
_SILENCE = re.compile(
    r"(?:There (?:was|came|followed|fell) )?(?:[Aa]n?|[Aa]nother|[Tt]he) (?:\w+ )?"
    r"(?:silence|pause|hush|laughter)\b[^.]{0,40}\.\s"
)
_AUXILIARY = r"(?:am|are|is|was|were|did|do|does|can|could|will|would|had|has|have)(?:n[’']t| not)?"
_REPLY = re.compile(
    r"(?:No|Yes|Yeah|Yep|Nope|Aye|Never|Oh|Well|Good|Fine|Right|Really|Then|Because|So)\b(?![’'-])"
    rf"|(?:I|You|He|She|It|They|We|That|There)(?: {_AUXILIARY}|[’'](?:m|s|re) not)(?:[.,!?…]|$| so\b| too\b)"
    r"|(?:I|You|He|She|It|They|We) did \w+"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage that opens with a quotation. `said` are the indices of its quotations.

    `speaker` is whom its own frame names, None where it has no frame; `to` is whom that frame shows spoken to.
    """

    passage: int
    said: tuple[int, ...]
    words: str
    speaker: Speaker | None
    to: Speaker | None


def with_turns(scene: Scene, said: Sequence[Said]) -> list[Said]:
    """The quotations, with the speakers of a dialogue's unattributed lines put right where the turns tell them."""
    settled = list(said)
    for first, run in _runs(list(_lines(scene, said))):
        before = _spoke_before(scene, said, first)
        for line, speaker in _told(run, before):
            for k in line.said:
                settled[k] = replace(settled[k], speaker=Speaker(speaker.name, None, speaker.person), inherited=True)
    return settled


def _lines(scene: Scene, said: Sequence[Said]) -> Iterator[_Line]:
    at = 0
    while at < len(said):
        passage = scene.units[said[at].unit].passage
        end = at + 1
        while end < len(said) and scene.units[said[end].unit].passage == passage:
            end += 1
        line = _line(scene, said, passage, range(at, end))
        if line is not None:
            yield line
        at = end


def _line(scene: Scene, said: Sequence[Said], passage: int, held: range) -> _Line | None:
    """The passage as a line of dialogue; None where it does not open with words that somebody says."""
    span, opening = scene.document.passages[passage], scene.stretches[said[held[0]].stretch]
    begins = _SILENCE.match(scene.text, span.start, opening.outer.start)
    if opening.outer.start - (begins.end() if begins else span.start) > _BEFORE_MARK or opening.runs_on:
        return None
    framed = next((said[k] for k in held if said[k].manner is not None and said[k].speaker.written is not None), None)
    whole = all(said[k].alone for k in held) and (begins is None or len(held) == 1)
    last = scene.stretches[said[held[-1]].stretch]
    if framed is None and not (whole and span.end - last.outer.end <= _BEFORE_MARK):
        return None
    words = scene.text[opening.start : opening.end]
    speaker = None if framed is None else framed.speaker
    return _Line(passage, tuple(held), words, speaker, None if framed is None else framed.to)


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, list[_Line]]]:
    """Lines of passages that follow each other, from two on, with the index of the first quotation."""
    run: list[_Line] = []
    for line in lines:
        if run and line.passage != run[-1].passage + 1:
            if len(run) > 1:
                yield run[0].said[0], run
            run = []
        run.append(line)
    if len(run) > 1:
        yield run[0].said[0], run


def _spoke_before(scene: Scene, said: Sequence[Said], first: int) -> Speaker | None:
    """Who spoke last before a run, if that was close to it."""
    if first == 0 or scene.units[said[first].unit].passage - scene.units[said[first - 1].unit].passage > _REACH:
        return None
    speaker = said[first - 1].speaker
    return speaker if speaker.name is not None else None


def _told(run: Sequence[_Line], before: Speaker | None) -> Iterator[tuple[_Line, Speaker]]:
    """The lines of a run whose turn is told, with their speakers."""
    parties = list({_key(line.speaker): line.speaker for line in run if line.speaker is not None}.values())
    outside = len(parties) == 1
    if outside:
        addressed = next((line.to for line in run if line.to is not None), None)
        partner = addressed or before
        if partner is None or _key(partner) == _key(parties[0]):
            return
        parties.append(partner)
    if len(parties) > 2:
        yield from _between_two(run, before)
    if len(parties) != 2:
        return
    behind = _framed_behind(run)
    last = -1
    for at, line in enumerate(run):
        if line.speaker is not None:
            last = at
            continue
        ahead = behind[at]
        turns = {(_key(run[k].speaker), abs(at - k) % 2) for k in (last, ahead) if k >= 0}
        found = {one if even == 0 else _other(parties, one) for one, even in turns}
        if outside and _tells_on(run, at):
            continue
        if len(found) == 1 and last >= 0 and _is_turn(run, at, last, ahead, outside):
            yield line, next(party for party in parties if _key(party) in found)


def _between_two(run: Sequence[_Line], before: Speaker | None) -> Iterator[tuple[_Line, Speaker]]:
    """Of more than two who speak: a short line between two of one speaker is that of the partner, or nobody's.

    The partner is whoever else spoke last before and next after; where these are two, it cannot be told who.
    """
    for at in range(1, len(run) - 1):
        line, one, other = run[at], run[at - 1].speaker, run[at + 1].speaker
        if line.speaker is not None or one is None or _key(one) != _key(other) or len(line.words) > _VERY_SHORT:
            continue
        near = [run[k].speaker for k in (at - 2, at + 2) if 0 <= k < len(run)]
        if at < _REACH:
            near.append(before)
        found = {_key(speaker): speaker for speaker in near if speaker is not None and _key(speaker) != _key(one)}
        yield line, next(iter(found.values())) if len(found) == 1 else NOBODY


def _framed_behind(run: Sequence[_Line]) -> list[int]:
    """For each line the next one that names its speaker, -1 where there is none."""
    behind, near = [-1] * len(run), -1
    for at in range(len(run) - 1, -1, -1):
        behind[at] = near
        near = at if run[at].speaker is not None else near
    return behind


def _is_turn(run: Sequence[_Line], at: int, last: int, ahead: int, outside: bool) -> bool:
    """Whether a line changes hands: an answer, a question back, a short reply, or words to one who is spoken to.

    A line between two that have one speaker is the partner's if it is short; otherwise the same person goes on.
    """
    between = run[last:at]
    words = run[at].words
    if any(line.words.endswith("?") for line in between) or any(line.to is not None for line in between):
        return True
    if _REPLY.match(words) and len(words) <= _SHORT:
        return True
    if ahead >= 0:
        return len(words) <= (_VERY_SHORT if outside else _SHORT)
    return not outside and len(words) <= _VERY_SHORT


def _tells_on(run: Sequence[_Line], at: int) -> bool:
    """Whether both lines before name the same speaker: who tells at length asks nobody, even with “But why?”."""
    if at < 2 or run[at - 1].to is not None:
        return False
    one, other = run[at - 2].speaker, run[at - 1].speaker
    return one is not None and other is not None and _key(one) == _key(other)


def _key(speaker: Speaker | None) -> str:
    return "" if speaker is None else speaker.name or speaker.written or ""


def _other(parties: Sequence[Speaker], one: str) -> str:
    first, second = (_key(party) for party in parties)
    return second if one == first else first
