"""A small archive of invented accounts about an invented harbour, for questions to be asked of."""

from dataclasses import dataclass
from datetime import date

from bot.archive.accession import Accession
from bot.archive.authority import Authority, AuthorityRecord
from bot.archive.thesaurus import Subject, Thesaurus

DAY_ONE = date(2022, 2, 24)
LAST_DAY = date(2022, 5, 20)

LIGHTHOUSE = """The Lighthouse Cellar

VERHOVE — Captain Olha Marenko, the deputy commander of the harbour guard, walked out of the lighthouse cellar\
 on April 30, 2022. She had spent six weeks there.

“We carried the stretchers up the stairs one by one,” Marenko said. “Nobody was left behind in the dark.”

Her brother, Ivan Marenko, a baker from Verhove, said that the buses had waited behind the railway bridge \
since late April.

“There was flour for three days and water for two,” Ivan Marenko said.

On May 2, 2022, Olha Marenko met Ihor Savka, a violinist, at the town hall. The next day, on May 3, 2022, \
the lamp was lit again.
"""

FERRY = """The Last Ferry

VERHOVE — The ferry left the harbour on April 12, 2022, with ninety people on board. Lev Tsybenko, the pilot, \
steered it through the ice without lights.

“I counted the waves, because there was nothing else to count,” Tsybenko said.

Lidiia Oros, a teacher, said that the children had sung all the way to the other shore. “They sang until they \
were asleep,” Oros said.

Ihor Savka, a beekeeper on the far shore, hid three families behind his hives.

In April 2022 the harbour was shelled on most nights.
"""

DIGEST = """In an account of the harbour, the reporter tells how Olha Marenko, who commanded the guard in the \
cellar, refused to give up the lighthouse. She called the cellar “our small country” and said that the doctors\
 there had worked by candle light.

On April 30, 2022, the last of the wounded were carried out.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A document of the library, and how it is catalogued."""

    source_id: str
    title: str
    text: str
    published: date
    kind: str = "account"


TEXTS = (
    Text("lighthouse", "The Lighthouse Cellar", LIGHTHOUSE, date(2022, 5, 3)),
    Text("last-ferry", "The Last Ferry", FERRY, date(2022, 4, 30)),
    Text("cellar-digest", "A digest: the harbour guard", DIGEST, date(2022, 7, 1), "digest"),
)

AUTHORITY = Authority(
    (
        AuthorityRecord(
            "olha-marenko",
            "Olha Marenko",
            variants=("Olga Marenko",),
            ukrainian="Ольга Маренко",
            role="deputy commander of the harbour guard",
            sources=("lighthouse",),
        ),
        AuthorityRecord("ivan-marenko", "Ivan Marenko", role="baker", sources=("lighthouse",)),
    )
)

SUBJECTS = Thesaurus(
    (Subject("evacuation", ("buses", "stretchers", "carried out"), ("rescue",)), Subject("hunger", ("flour", "food")))
)


def accessions(guild: int | None = None) -> list[Accession]:
    """The library's documents on their way into an archive."""
    return [
        Accession(
            filename=f"{each.source_id}.txt",
            original=each.text.encode(),
            text=each.text,
            title=each.title,
            publisher="The Example Courier",
            contributors=("Vira Samko",),
            published=each.published,
            url=f"https://example.org/{each.source_id}",
            kind=each.kind,  # type: ignore[arg-type]
            guild=guild,
            added_by="tests",
            source_id=each.source_id,
        )
        for each in TEXTS
    ]
