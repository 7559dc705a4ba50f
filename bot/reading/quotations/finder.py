"""The search for quotations: stretches, their frames and speakers, and who goes on where nothing tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.reading.quotations.dialogue import with_turns
from bot.reading.quotations.discourse import Turns
from bot.reading.quotations.echoes import with_echoes
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.frames import frame_of, is_linked
from bot.reading.quotations.kinds import is_by_name, is_title_or_term, kind_of
from bot.reading.quotations.labels import own_name
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.said import Said
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import NOBODY, Speaker
from bot.reading.quotations.speakers import Resolver
from bot.reading.quotations.stretches import Stretch
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.units import Unit

_FARTHEST = 60
_ANSWERS = frozenset({"a", "answer"})
_READS = frozenset({"read", "quote", "cite"})
_GOES_ON = frozenset({"added", "adds", "continued", "concluded"})
_TELLS = frozenset({"told", "tells", "asked", "asks", "answered", "answers", "reminded", "warned", "assured"})


def find_said(scene: Scene) -> list[Said]:
    """Every quotation of an account with its speaker, in the order of the text."""
    resolver = Resolver(scene)
    turns = Turns(scene, resolver)
    found: list[Said] = []
    for unit in scene.units:
        for said in _of_unit(scene, resolver, unit):
            found.append(turns.take(said))
    return with_echoes(scene, with_turns(scene, found))


def _of_unit(scene: Scene, resolver: Resolver, unit: Unit) -> Iterator[Said]:
    tokens = scene.tokens(unit)
    alone = all(token.kind in ("quotation", "stop", "possessive") for token in tokens)
    quoted = [at for at, token in enumerate(tokens) if token.kind == "quotation"]
    frames = {} if alone else _frames(scene, tokens, quoted)
    glossed = False
    for at in quoted:
        stretch, frame = scene.stretches[tokens[at].at], frames.get(at)
        gloss = at >= 2 and tokens[at - 1].word == "(" and tokens[at - 2].kind == "quotation"
        glossed = (gloss and glossed) or _nobody_says(scene, tokens, at, frame)
        if glossed:
            continue
        speaker = NOBODY if frame is None else _speaker(resolver, tokens, frame, unit)
        if frame is not None:
            speaker = resolver.not_of_himself(speaker, stretch.outer, named=frame.phrase.kind == "name")
        yield Said(
            stretch=tokens[at].at,
            unit=unit.number,
            kind=kind_of(scene.text, tokens, at, stretch),
            speaker=own_name(scene, stretch) or speaker,
            manner=frame.manner if frame else None,
            cue=-1 if frame is None or frame.cue < 0 else tokens[frame.cue].start,
            alone=alone or _stands_alone(scene.text, tokens, at, stretch),
            after_colon=_only_time_before(tokens, at),
            to=None if frame is None else _spoken_to(resolver, tokens, frame, speaker),
        )


def _speaker(resolver: Resolver, tokens: Sequence[Token], frame: Frame, unit: Unit) -> Speaker:
    if frame.phrase.first == frame.cue:
        return resolver.last_in(unit)
    speaker = resolver.resolve(tokens, frame.phrase, unit)
    if speaker.written in ("I", "we", "We") and frame.cue > frame.phrase.last:
        asked = phrase_starting(tokens, frame.cue + 1)
        if asked is not None:
            resolver.address(tokens, asked, unit)
        read = resolver.read_aloud(tokens, unit) if tokens[frame.cue].word in _READS else None
        return read or speaker
    if frame.phrase.kind == "description" and speaker.person < 0 and tokens[frame.cue].word in _GOES_ON:
        return resolver.who_goes_on(speaker, unit)
    return speaker


def _spoken_to(resolver: Resolver, tokens: Sequence[Token], frame: Frame, speaker: Speaker) -> Speaker | None:
    """Whom the speaker of a tag talks to, face to face: “...,” she told him / she asked Roe."""
    at = max(frame.cue, frame.phrase.last) + 1
    if frame.manner != "tag" or at >= len(tokens) or tokens[frame.cue].word not in _TELLS:
        return None
    return resolver.other(tokens[at], speaker)


def _frames(scene: Scene, tokens: Sequence[Token], quoted: Sequence[int]) -> dict[int, Frame]:
    """The frame of each quotation of a unit; those strung together (a “cheat” and a “liar”) share one."""
    frames: dict[int, Frame] = {}
    for k, at in enumerate(quoted):
        before = quoted[k - 1] if k and is_linked(tokens, at) else -1
        lead = frames.get(before)
        if lead is not None and lead.manner != "tag":
            frames[at] = lead
            continue
        frame = frame_of(tokens, at, scene.text[scene.stretches[tokens[at].at].end - 1]) or lead
        if frame is not None:
            frames[at] = frame
            if before >= 0:
                frames.setdefault(before, frame)
    return frames


def _stands_alone(text: str, tokens: Sequence[Token], at: int, stretch: Stretch) -> bool:
    """Whether a quotation is a sentence of its own though the one behind it was not cut off: « I did. » She left."""
    return at == 0 and text[stretch.end - 1] == "." and len(tokens) > 1 and tokens[1].capital


def _only_time_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a time, a place or "A" leads up to the colon before a quotation ("At noon: “...”")."""
    if at == 0 or tokens[at - 1].word != ":":
        return False
    labelled = at == 2 and tokens[0].word in _ANSWERS
    return labelled or leading_phrase(tokens, max(0, at - _FARTHEST), at) is None


def _nobody_says(scene: Scene, tokens: Sequence[Token], at: int, frame: Frame | None) -> bool:
    stretch = scene.stretches[tokens[at].at]
    if frame is None or frame.manner != "tag":
        mentions = scene.mentions_over(stretch.outer)
        if is_by_name(stretch, mentions):
            return True
    return len(tokens) > 1 and is_title_or_term(scene.text, tokens, at, stretch, frame)
