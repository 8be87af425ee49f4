"""What was written once is forgotten again, also where nobody looks any more."""

import threading
from collections.abc import Callable

import pytest
from django.utils.safestring import SafeString

from gemeentedossier.design import written
from gemeentedossier.design.filtering import _written as filters
from gemeentedossier.design.templatetags import design


@pytest.fixture(autouse=True)
def _nothing_written() -> None:
    written.forget_written()


def nothing() -> None:
    """What happens where nothing does."""


def writing(times: list[str], *, most: int, meanwhile: Callable[[], None] = nothing) -> Callable[[str], SafeString]:
    """What writes a word once and notes each time that it does; ``meanwhile`` happens while the first is written."""

    @written.written_once(most=most)
    def write(word: str) -> SafeString:
        times.append(word)
        if len(times) == 1:
            meanwhile()
        return SafeString(word)

    return write


@pytest.mark.parametrize(("most", "noted"), [(2, ["a", "b"]), (1, ["a", "b", "a"])])
def test_equal_markup_is_written_once_and_the_oldest_gives_way(most: int, noted: list[str]) -> None:
    times: list[str] = []
    write = writing(times, most=most)
    assert ([write("a"), write("b"), write("a")], times) == (["a", "b", "a"], noted)


@pytest.mark.parametrize("first", [nothing, written.forget_written], ids=["later", "and while it is written"])
def test_what_was_written_is_forgotten_though_nobody_asks(
    first: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, times = threading.Event(), list[str]()
    monkeypatch.setattr(written, "LASTS", 0.1)
    monkeypatch.setattr(written, "_forgets", [])

    def meanwhile() -> None:
        first()
        written.forgotten_by(gone.set)

    write = writing(times, most=9, meanwhile=meanwhile)
    write("Jet de Wit")
    assert gone.wait(20)
    write("Jet de Wit")
    assert times == ["Jet de Wit"] * 2


@pytest.mark.parametrize("name", ["_badge", "_table_row", "_finding", "_definition"])
def test_what_components_write_is_forgotten_with_the_rest(name: str) -> None:
    assert getattr(design, name).__wrapped__.cache_clear in written._forgets


def test_filters_are_forgotten_too() -> None:
    filters["wat"] = SafeString("Jet de Wit")
    written.forget_written()
    assert filters == {}
