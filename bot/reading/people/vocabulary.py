"""The word lists that the people part of the reader looks words up in, as sets, read once a process."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from bot.reading.lexicon import lexicon, words
from bot.reading.people.letters import plain_letters

_BEFORE_TITLE = frozenset({"ex", "then", "vice", "deputy", "former", "co", "sub", "under", "acting", "onetime", "ss"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of folded words (see `fold`); the data files of `bot.reading.lexicon` say what each holds."""

    given: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    doubtful: frozenset[str]
    family_first: frozenset[str]
    short_forms: dict[str, frozenset[str]]
    titles: frozenset[str]
    men_titles: frozenset[str]
    women_titles: frozenset[str]
    title_parts: frozenset[str]
    rank_of: dict[str, str]
    offices: frozenset[str]
    grades: frozenset[str]
    firm: frozenset[str]
    burmese_sure: frozenset[str]
    burmese: frozenset[str]
    burmese_names: frozenset[str]
    with_article: frozenset[str]
    epithets: frozenset[str]
    title_ends: frozenset[str]
    abbreviated: frozenset[str]
    suffixes: frozenset[str]
    honorifics: frozenset[str]
    post_nominals: frozenset[str]
    peoples: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    never_surnames: frozenset[str]
    never_first: frozenset[str]
    things: frozenset[str]
    times: frozenset[str]
    openers: frozenset[str]
    nouns: frozenset[str]
    kin: frozenset[str]
    belongings: frozenset[str]
    speech: frozenset[str]
    acts: frozenset[str]
    known: frozenset[str]
    creatures: frozenset[str]
    place_nouns: frozenset[str]
    after_place: frozenset[str]
    call_sign_ends: frozenset[str]
    called_so_ends: frozenset[str]
    named: frozenset[str]
    before_place: frozenset[str]
    before_movement: frozenset[str]
    articles: frozenset[str]
    elder: frozenset[str]
    younger: frozenset[str]
    between: frozenset[str]
    determiners: frozenset[str]
    owners: frozenset[str]
    head_ends: frozenset[str]
    relatives: frozenset[str]
    stops: frozenset[str]
    before_calling: frozenset[str]
    women_kin: frozenset[str]
    men_kin: frozenset[str]
    family: frozenset[str]
    by_first_name: frozenset[str]
    before_body: frozenset[str]
    groups: frozenset[str]
    named_after: frozenset[str]
    of_places: frozenset[str]
    group_modifiers: frozenset[str]
    never_last: frozenset[str]
    ship_prefixes: frozenset[str]
    common: frozenset[str]

    def is_title(self, key: str) -> bool:
        """Whether a folded word is a title, alone or behind "ex-", "then-", "deputy-" and their like."""
        if key in self.titles:
            return True
        if "-" in key:
            first, _, rest = key.partition("-")
            return (first in self.titles and (rest in self.title_ends or rest in self.titles)) or (
                first in _BEFORE_TITLE and rest in self.titles
            )
        return key.endswith("s") and key[:-1] in self.titles and key not in self.given


def fold(word: str) -> str:
    """A word as the lists hold it: lower case, without accents, full stops and invisible marks."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", plain_letters(word).casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return kept.replace(".", "").replace("’", "'").replace("ł", "l").replace("ø", "o").replace("đ", "d")


@cache
def vocabulary() -> Vocabulary:
    """All lists of the people part."""
    women = words("given_names", "women")
    men = words("given_names", "men")
    men_titles, women_titles = words("titles", "men"), words("titles", "women")
    plain_titles = (words("titles", key) for key in ("address", "ranks", "offices"))
    titles = men_titles.union(women_titles, *plain_titles)
    common = words("not_people", "openers").union(
        words("not_people", "organisations"),
        words("not_people", "landmarks"),
        words("not_people", "things"),
        words("places", "places"),
        words("peoples", "peoples"),
    )
    return Vocabulary(
        common=common,
        given=women | men | words("given_names", "either"),
        women=women,
        men=men,
        doubtful=words("given_names", "doubtful"),
        family_first=words("given_names", "family_first"),
        short_forms={short: frozenset(full) for short, full in lexicon("given_names")["short_forms"].items()},
        titles=titles,
        men_titles=men_titles,
        women_titles=women_titles,
        title_parts=titles | words("titles", "modifiers"),
        rank_of=lexicon("titles")["rank_of"],
        offices=words("titles", "offices"),
        grades=words("titles", "grades"),
        firm=words("titles", "firm"),
        burmese_sure=words("titles", "burmese_sure"),
        burmese=words("titles", "burmese"),
        burmese_names=words("titles", "burmese_names"),
        with_article=words("titles", "with_article"),
        epithets=words("titles", "epithets"),
        title_ends=words("titles", "title_ends"),
        abbreviated=words("titles", "abbreviated"),
        suffixes=words("titles", "suffixes"),
        honorifics=words("titles", "honorifics"),
        post_nominals=words("titles", "post_nominals"),
        peoples=words("peoples", "peoples"),
        places=words("places", "places"),
        bodies=words("not_people", "organisations") | words("not_people", "landmarks"),
        never_surnames=words("not_people", "never_surnames"),
        never_first=words("not_people", "never_first"),
        things=words("not_people", "things"),
        times=words("not_people", "times"),
        openers=words("not_people", "openers"),
        nouns=words("persons", "nouns"),
        kin=words("persons", "kin"),
        belongings=words("persons", "belongings"),
        speech=words("persons", "speech"),
        acts=words("persons", "acts"),
        known=words("persons", "known"),
        creatures=words("not_people", "ships") | words("not_people", "animals") | words("not_people", "works"),
        place_nouns=words("not_people", "place_nouns"),
        after_place=words("not_people", "after_place"),
        call_sign_ends=words("around_names", "call_sign_ends"),
        called_so_ends=words("around_names", "called_so_ends"),
        named=words("around_names", "named"),
        before_place=words("around_names", "places"),
        before_movement=words("around_names", "movements"),
        articles=words("around_names", "articles"),
        elder=words("around_names", "elder"),
        younger=words("around_names", "younger"),
        between=words("around_names", "between"),
        determiners=words("around_names", "determiners"),
        owners=words("around_names", "owners"),
        head_ends=words("around_names", "head_ends"),
        relatives=words("around_names", "relatives"),
        stops=words("around_names", "stops"),
        before_calling=words("around_names", "meetings").union(
            words("around_names", "stops"),
            words("persons", "speech"),
            words("persons", "acts"),
            words("not_people", "times"),
        ),
        women_kin=words("around_names", "women_kin"),
        men_kin=words("around_names", "men_kin"),
        family=words("around_names", "family"),
        by_first_name=words("around_names", "by_first_name"),
        before_body=words("not_people", "before_body"),
        groups=words("not_people", "groups"),
        named_after=words("not_people", "named_after"),
        of_places=words("not_people", "of_places"),
        group_modifiers=words("not_people", "group_modifiers"),
        never_last=words("titles", "never_last"),
        ship_prefixes=words("not_people", "ship_prefixes"),
    )
