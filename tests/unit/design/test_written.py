"""What was written once is forgotten again, also where nobody looks any more."""

import threading

import pytest
from django.utils.safestring import SafeString

from gemeentedossier.design import written
from gemeentedossier.design.filtering import _written as filters
from gemeentedossier.design.templatetags import design


@pytest.fixture(autouse=True)
def _nothing_written() -> None:
    written.forget_written()


def test_equal_markup_is_written_once() -> None:
    times: list[str] = []

    @written.written_once(most=2)
    def write(word: str) -> SafeString:
        times.append(word)
        return SafeString(word)

    assert ([write("a"), write("b"), write("a")], times) == (["a", "b", "a"], ["a", "b"])


def test_the_oldest_gives_way() -> None:
    times: list[str] = []

    @written.written_once(most=1)
    def write(word: str) -> SafeString:
        times.append(word)
        return SafeString(word)

    assert ([write("a"), write("b"), write("a")], times) == (["a", "b", "a"], ["a", "b", "a"])


def test_what_was_written_is_forgotten_though_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, times = threading.Event(), list[str]()
    monkeypatch.setattr(written, "LASTS", 0.1)
    monkeypatch.setattr(written, "_forgets", [])

    @written.written_once(most=9)
    def write(word: str) -> SafeString:
        times.append(word)
        return SafeString(word)

    written.forgotten_by(gone.set)
    write("Jet de Wit")
    assert gone.wait(20)
    write("Jet de Wit")
    assert times == ["Jet de Wit"] * 2


def test_what_is_written_while_all_is_forgotten_is_forgotten_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, times = threading.Event(), list[str]()
    monkeypatch.setattr(written, "LASTS", 0.1)
    monkeypatch.setattr(written, "_forgets", [])

    @written.written_once(most=9)
    def write(word: str) -> SafeString:
        times.append(word)
        if len(times) == 1:
            written.forget_written()
            written.forgotten_by(gone.set)
        return SafeString(word)

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
