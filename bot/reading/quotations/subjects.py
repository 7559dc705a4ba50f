"""The subject of a verb of saying: who it is that says, told from the words around the verb."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.cues import Cue, words_of_utterance
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.openings import leading_phrase
from bot.reading.quotations.parentheses import PARENTHESIS_STOPS, over_parenthesis
from bot.reading.quotations.phrase import Phrase, is_preposition
from bot.reading.quotations.phrases import phrase_ending
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import can_speak, cue_at, head_of, is_somebody, may_speak

_RELATIVE = frozenset({"who", "which", "that"})
_ANYBODY = frozenset(
    {"anybody", "anyone", "those", "people", "somebody", "someone", "everyone", "everybody", "nobody", "one"}
)
_OBJECTS = frozenset({"me", "us", "him", "them"})
_CLAUSES = frozenset({"and", "but", "or", "that", "because", "if", "when", "where", "while", "what", "how", "whether"})
_LEADS_TO_TIME = frozenset({"on", "in", "this", "last"})
_NEAR_TIME = frozenset({"early", "earlier", "late", "later"})
_LEADS_TO_ING = frozenset({"by", "of", "for", "without", "after", "before", "in", "while", "when", "and", "or", "as"})


def subject_of(tokens: Sequence[Token], at: int, cue: Cue, floor: int = 0) -> Phrase | None:
    """The noun phrase that is the subject of the verb at `at`, looking back no farther than `floor`."""
    phrase = _subject_of(tokens, at, cue, floor)
    if phrase is None or may_speak(tokens, phrase):
        return phrase
    other = leading_phrase(tokens, floor, at)
    return other if other is not None and may_speak(tokens, other) else None


def _subject_of(tokens: Sequence[Token], at: int, cue: Cue, floor: int) -> Phrase | None:
    last, passive = _over_auxiliaries(tokens, at - 1, floor)
    if passive and cue.form in ("past", "participle"):
        return phrase_ending(tokens, last, floor) if cue.lemma == "sign" else _agent(tokens, at)
    if last < floor:
        return None
    if cue.form == "ing" and last == at - 1:
        return _of_participle(tokens, last, floor)
    token = tokens[last]
    if token.kind == "stop":
        return over_parenthesis(tokens, last, floor) if token.word in PARENTHESIS_STOPS else None
    if token.kind == "word" and token.word in ("who", "which", "that", "whom"):
        return _antecedent(tokens, last, floor)
    if token.kind == "word" and (_is_object(tokens, last) or (token.word == "her" and last < at - 1)):
        return leading_phrase(tokens, floor, last)
    if token.kind == "word" and (
        token.word in ("and", "but", "then", "to", "or") or token.word in grammar().conjunctions
    ):
        return leading_phrase(tokens, floor, last)
    last = _over_time(tokens, last, floor)
    if tokens[last].word == ")":
        return over_parenthesis(tokens, last, floor)
    phrase = phrase_ending(tokens, last, floor)
    if tokens[at - 1].word == "then" and phrase is not None and not is_somebody(tokens, phrase):
        # "He pours tea, then | says"
        return leading_phrase(tokens, floor, last) or phrase
    if phrase is None or _is_buried(tokens, phrase, floor) or _in_relative(tokens, phrase, floor):
        return leading_phrase(tokens, floor, last + 1) or phrase
    return (
        _placed_by(tokens, phrase, floor) or _apposed_to(tokens, phrase, floor) or _with_partner(tokens, phrase, floor)
    )


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun before a verb is none of its own: "he greets us, then | says", but not "one of us | says"."""
    return tokens[at].word in _OBJECTS and at > 0 and not is_preposition(tokens[at - 1])


def _placed_by(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase | None:
    """Who speaks, where the phrase by the verb only says where: "families trapped inside the Old Mill | say"."""
    before = tokens[phrase.first - 1] if phrase.first > floor else None
    if before is None or not is_preposition(before) or before.word in grammar().conjunctions:
        return None
    lead = leading_phrase(tokens, floor, phrase.first - 1)
    if lead is None or lead.kind != "description" or not is_somebody(tokens, lead):
        return None
    between = tokens[lead.last + 1 : phrase.first]
    runs_on = all(token.kind in ("word", "name", "number") and token.word not in _CLAUSES for token in between)
    return lead if runs_on and before.word not in ("of", "for", "to", "from", "with") else None


def _over_time(tokens: Sequence[Token], last: int, floor: int) -> int:
    """Back over when it was said: "officials on Monday | urged", "a clerk earlier this month | told"."""
    if tokens[last].word not in grammar().times or last <= floor:
        return last
    at = last - 1
    if tokens[at].word in _LEADS_TO_TIME:
        at -= 1
    elif not tokens[last].capital or not tokens[last].word.endswith("day") or tokens[at].word in grammar().determiners:
        return last
    while at > floor and tokens[at].word in _NEAR_TIME:
        at -= 1
    return at if at >= floor and (tokens[at].kind in ("word", "name") or tokens[at].word == ")") else last


def _apposed_to(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase | None:
    """The name that a role stands beside, its second comma left out: "Jane Roe, chief of the port | told".

    Only where an article would be wanted if the role were the subject itself: "After Roe, the chief said" is the chief.
    """
    first = tokens[phrase.first]
    if phrase.kind != "description" or first.kind != "word":
        return None
    if first.word in ("a", "an"):
        # "Jane Roe, a clerk in Lund told": a name that opens its sentence wants a verb of its own.
        named = phrase.first - 2
        opens = named >= floor and tokens[named].kind == "name" and before_titles(tokens, named, floor) < floor
        return Phrase(named, named, "name", tokens[named].at) if opens and tokens[named + 1].word == "," else None
    if first.capital or first.word in grammar().closed:
        return None
    if tokens[head_of(tokens, phrase)].word.endswith("s"):
        return None
    at = phrase.first - 1
    if at - 2 > floor and tokens[at].word == "," and tokens[at - 1].kind == "number" and tokens[at - 2].word == ",":
        at -= 2
    named = at - 1 >= floor and tokens[at].word == "," and tokens[at - 1].kind == "name"
    return Phrase(at - 1, at - 1, "name", tokens[at - 1].at) if named else None


def _in_relative(tokens: Sequence[Token], phrase: Phrase, floor: int) -> bool:
    """Whether a phrase only ends a clause that says which subject it is: "a woman who fled with her sons | said"."""
    for at in range(phrase.first - 1, floor, -1):
        if tokens[at].kind in ("stop", "quotation"):
            return False
        if tokens[at].word == "who":
            return phrase.kind == "description" and tokens[at - 1].kind == "word"
    return False


def _with_partner(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase:
    """Both of two who speak as one: "Ms. Roe and Ms. Toll said" is neither of them alone."""
    link = before_titles(tokens, phrase.first, floor)
    if link <= floor or tokens[link].word != "and" or phrase.kind == "pronoun":
        return phrase
    partner = phrase_ending(tokens, link - 1, floor)
    if partner is None:
        return phrase
    actor = _who_acts_on(tokens, partner, floor) if phrase.kind == "description" else None
    if actor is not None:
        return actor
    first = before_titles(tokens, partner.first, floor) + 1
    if first > floor and not _opens_subject(tokens[first - 1]) and not (phrase.kind == partner.kind == "name"):
        return phrase
    while partner.kind == "name" and first - 2 >= floor and tokens[first - 1].word == "," and _is_listed(tokens, first):
        first = before_titles(tokens, first - 2, floor) + 1
    return Phrase(first, phrase.last, "description")


def _who_acts_on(tokens: Sequence[Token], partner: Phrase, floor: int) -> Phrase | None:
    """Who speaks, where two only end what is told of them: "A guard helping | two boys and a girl from Lund said"."""
    before = tokens[partner.first - 1] if partner.first > floor else None
    if before is None or partner.kind != "description" or before.capital or not before.word.endswith("ing"):
        return None
    lead = leading_phrase(tokens, floor, partner.first - 1)
    if lead is None or lead.kind != "description" or not is_somebody(tokens, lead):
        return None
    runs_on = all(t.kind == "word" and t.word not in _CLAUSES for t in tokens[lead.last + 1 : partner.first])
    return lead if runs_on and tokens[lead.last + 1].word.endswith(("ed", "ing")) else None


def _opens_subject(before: Token) -> bool:
    """Whether a subject can begin behind this token: a stop, "that", "because", "in which"."""
    word = before.word
    return before.kind == "stop" or word in grammar().relatives or word in grammar().conjunctions


def _is_listed(tokens: Sequence[Token], first: int) -> bool:
    """Whether another name of the same list stands before the comma in front of `first`: Roe, Toll and Lund."""
    return tokens[first - 2].kind == "name"


def before_titles(tokens: Sequence[Token], first: int, floor: int = 0) -> int:
    """The token before a name and the titles that lead up to it; one less than `floor` at the least."""
    at = first - 1
    while at >= floor and tokens[at].kind == "word" and tokens[at].capital and tokens[at].word not in grammar().closed:
        at -= 1
    return at


def _is_buried(tokens: Sequence[Token], phrase: Phrase, floor: int) -> bool:
    """Whether a phrase by the verb only ends the subject ("women whose husbands hold the plant | said")."""
    if phrase.kind != "description" or phrase.first <= floor:
        return False
    before = tokens[phrase.first - 1]
    if (
        before.kind != "word"
        or before.capital
        or before.word in grammar().conjunctions
        or before.word in ("who", "which")
    ):
        return False
    return not can_speak(tokens, phrase)


def _over_auxiliaries(tokens: Sequence[Token], at: int, floor: int) -> tuple[int, bool]:
    """Back over "has also recently been", "used to", "is said to have"; whether the verb itself is passive."""
    passive = reached = False
    while at >= floor and tokens[at].kind == "word":
        word = tokens[at].word
        if word == "to" and at > floor and tokens[at - 1].word in grammar().habits:
            at -= 2
            reached = True
            continue
        if word not in grammar().auxiliaries and not grammar().is_adverb(word):
            break
        if at > floor and tokens[at - 1].word in ("the", "a", "an") and word not in grammar().auxiliaries:
            break
        passive = passive or (not reached and word in grammar().passives)
        at -= 1
    return at, passive


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Who a passive verb says it by: "was described by the mayor as"."""
    if at + 2 < len(tokens) and tokens[at + 1].word == "by":
        return phrase_starting(tokens, at + 2)
    return None


def _of_participle(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The subject of "saying": the words before it, or that of the whole clause after a comma."""
    token = tokens[last]
    if token.word == "as":
        return _quoted_as(tokens, last, floor)
    if token.kind in ("stop", "quotation") or (token.kind == "word" and token.word in _LEADS_TO_ING):
        if tokens[last - 1].kind == "name" and tokens[before_titles(tokens, last - 1, floor)].word == "from":
            # A letter came from Dr. Roe, | saying
            return Phrase(last - 1, last - 1, "name", tokens[last - 1].at)
        return _said_before(tokens, last, floor) or leading_phrase(tokens, floor, last)
    if token.kind == "name":
        return Phrase(last, last, "name", token.at)
    if token.word in grammar().perceived:
        return phrase_ending(tokens, _over_auxiliaries(tokens, last - 1, floor)[0], floor)
    phrase = phrase_ending(tokens, last, floor)
    if phrase is not None and phrase.kind == "description" and _tells_of_act(tokens, phrase):
        return leading_phrase(tokens, floor, last) or phrase
    if phrase is not None and phrase.kind == "description" and _is_utterance(tokens, phrase):
        return leading_phrase(tokens, floor, last) or phrase
    return phrase


def _tells_of_act(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase holds a verb, so that its end is no subject: "the guards raised flags | demanding"."""
    words = tokens[phrase.first + 1 : phrase.last]
    acts = any(token.word.endswith("ed") and not token.capital and token.kind == "word" for token in words)
    return acts and not can_speak(tokens, phrase)


def _quoted_as(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """Whom "as saying" is about: "the agency quoted Roe as saying", "Roe was quoted as saying"."""
    lead = leading_phrase(tokens, floor, at)
    if any(token.word in grammar().passives for token in tokens[floor:at]):
        return lead
    quoted = phrase_ending(tokens, at - 1, floor)
    return quoted if quoted is not None and can_speak(tokens, quoted) else lead


def _is_utterance(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase stands for words, not for who says them ("a series of tweets")."""
    return any(tokens[k].word in words_of_utterance() for k in range(phrase.first, phrase.last + 1))


def _said_before(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The subject of the verb of saying that a participle goes on from: "the ministry said ..., adding"."""
    for at in range(last, floor, -1):
        cue = cue_at(tokens, at)
        if cue is not None and cue.says and cue.form in ("past", "s") and tokens[at - 1].word not in _RELATIVE:
            return subject_of(tokens, at, cue, floor)
    return None


def _antecedent(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    last = at - 1
    while last >= floor and (tokens[last].word == "," or tokens[last].word == "of"):
        last -= 1
    if last >= floor and tokens[last].word in _ANYBODY:
        return None
    return phrase_ending(tokens, last, floor)
