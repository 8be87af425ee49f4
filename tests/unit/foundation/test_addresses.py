import datetime as dt
from collections.abc import Iterator
from uuid import UUID

import pytest
from django import urls
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver

from gemeentedossier.foundation.addresses import reverse

RECORD = UUID("01890000-0000-7000-8000-00000000000a")
OF_CONVERTER = {"UUIDConverter": RECORD, "IntConverter": 12, "SlugConverter": "aalburg", "StringConverter": "term"}


def _named(
    resolver: URLResolver, space: str = "", before: tuple[object, ...] = ()
) -> Iterator[tuple[str, list[object]]]:
    for each in resolver.url_patterns:
        here = (*before, *(OF_CONVERTER[type(one).__name__] for one in each.pattern.converters.values()))
        if isinstance(each, URLPattern):
            if each.name:
                yield f"{space}{each.name}", list(here)
        else:
            yield from _named(each, f"{space}{each.namespace}:" if each.namespace else space, here)


@pytest.mark.parametrize(("name", "values"), [(name, values) for name, values in _named(get_resolver())])
def test_each_address_of_the_program_is_the_one_that_django_gives(name: str, values: list[object]) -> None:
    assert reverse(name, args=values) == urls.reverse(name, args=values)


def test_each_record_has_its_own_address() -> None:
    other = UUID(int=RECORD.int + 1)
    assert reverse("desk:activity", args=["a", RECORD]) == f"/a/desk/register/{RECORD}/"
    assert reverse("desk:activity", args=["b-2", other]) == f"/b-2/desk/register/{other}/"


def test_an_identifier_may_be_given_as_text() -> None:
    assert reverse("desk:activity", args=["a", str(RECORD)]) == f"/a/desk/register/{RECORD}/"


@pytest.mark.parametrize("value", ["no identifier", "1234", RECORD.hex, None, dt.date(2026, 1, 1)])
def test_a_value_that_the_route_does_not_take_is_refused(value: object) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("desk:activity", args=["a", value])


@pytest.mark.parametrize("values", [[], ["a"], ["a", RECORD, RECORD]])
def test_as_many_values_as_the_route_has_places(values: list[object]) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("desk:activity", args=values)


def test_an_address_begins_where_the_program_stands() -> None:
    home = reverse("desk:home", args=["a"])
    urls.set_script_prefix("/100%/dossier/")
    try:
        assert reverse("desk:home", args=["a"]) == f"/100%25/dossier{home}"
    finally:
        urls.clear_script_prefix()
    assert reverse("desk:home", args=["a"]) == home
