"""Which pages of a long list get a link."""

import pytest

from gemeentedossier.design.paging import page_links


def shown(current: int, last: int) -> str:
    links = page_links(current=current, last=last, url_for=lambda number: f"?page={number}")
    return " ".join(f"[{x.number}]" if x.current else str(x.number) if x.url else "…" for x in links)


@pytest.mark.parametrize(
    ("current", "last", "links"),
    [
        (1, 1, "[1]"),
        (1, 3, "[1] 2 3"),
        (1, 12, "[1] 2 … 12"),
        (4, 12, "1 2 3 [4] 5 … 12"),
        (6, 12, "1 … 5 [6] 7 … 12"),
        (12, 12, "1 … 11 [12]"),
    ],
)
def test_the_first_the_last_and_the_neighbours_get_a_link(current: int, last: int, links: str) -> None:
    assert shown(current, last) == links
