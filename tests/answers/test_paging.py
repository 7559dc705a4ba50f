from hypothesis import given
from hypothesis import strategies as st

from bot.answers.model import Citation, Item
from bot.answers.paging import PAGE_LENGTH, leaf_of, page_where, run_of

CITATION = Citation("one", "One", None, None, None, 1, 0, 1, "account")


def items(run: int, count: int) -> list[Item]:
    return [Item(f"{run}.{number}", CITATION) for number in range(count)]


@given(st.lists(st.integers(0, 13), max_size=5))
async def test_the_pages_hold_every_item_once_and_in_order(counts: list[int]) -> None:
    everything = [items(run, count) for run, count in enumerate(counts)]
    runs = [run_of(each) for each in everything]
    first = await leaf_of(runs, 1)
    pages = [await leaf_of(runs, page) for page in range(1, first.of + 1)]
    assert [item for page in pages for item in page.items] == [item for each in everything for item in each]
    assert all(len(page.items) == PAGE_LENGTH for page in pages[:-1])
    for index, each in enumerate(everything):
        if each:
            assert each[0] in pages[page_where(runs, index) - 1].items


async def test_a_page_that_is_not_there_is_the_nearest_that_is() -> None:
    runs = [run_of(items(0, 7))]
    assert (await leaf_of(runs, 99)).page == 2
    assert (await leaf_of(runs, -1)).page == 1
    assert (await leaf_of([], 5)).of == 1
