"""The page links of a long list: the first, the last and those around the current one."""

from collections.abc import Callable, Iterator

from gemeentedossier.design.parts import PageLink


def page_links(*, current: int, last: int, url_for: Callable[[int], str]) -> tuple[PageLink, ...]:
    """Links to at most seven pages; a link without url stands for the pages that were left out."""
    shown = sorted({1, last, *range(max(1, current - 1), min(last, current + 1) + 1)})
    return tuple(_with_gaps(shown, current=current, url_for=url_for))


def _with_gaps(numbers: list[int], *, current: int, url_for: Callable[[int], str]) -> Iterator[PageLink]:
    before = 0
    for number in numbers:
        if number - before == 2:
            yield PageLink(number=before + 1, url=url_for(before + 1))
        elif number - before > 2:
            yield PageLink(number=before + 1)
        yield PageLink(number=number, url=url_for(number), current=number == current)
        before = number
