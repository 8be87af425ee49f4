"""What a leaflet tells, until when, and whether it is about what was agreed."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.engine.leaflets import (
    QUESTIONS,
    Fit,
    fit_of,
    is_overdue_on,
    leaflet_terms_for,
    missing_in,
    product_name,
    tells_of_tool,
    without_leaflet,
)
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Leaflet
from gemeentedossier.dossier.assets.facts import System, Tool

PARTY, OTHER = UUID(int=1), UUID(int=2)
CARE, SHOP = System(UUID(int=10), "Zorgnet"), System(UUID(int=11), "Webwinkel")
APP, LOOSE = Tool(UUID(int=20), "Zorgapp", system_id=CARE.id), Tool(UUID(int=21), "Rekenhulp")
AGREED = Agreement(UUID(int=30), "Hosting", parties=(AgreementParty(UUID(int=31), PARTY),), system_ids=(CARE.id,))
BARE = Leaflet(UUID(int=40), PARTY, agreement_id=AGREED.id)
LINT = Lint(current_catalogue())
SYSTEMS, TOOLS = (CARE, SHOP), (APP, LOOSE)


def test_a_blank_answer_is_missing() -> None:
    full = replace(BARE, **dict.fromkeys(QUESTIONS, "Ja, dit staat er."))
    assert missing_in(BARE, LINT) == tuple(QUESTIONS)
    assert missing_in(full, LINT) == ()


@pytest.mark.parametrize("blank", [" … ", "?", "nader in te vullen", "Nog navragen.", "<invullen>", "-"])
def test_what_only_keeps_the_place_of_an_answer_is_missing(blank: str) -> None:
    full = replace(BARE, **dict.fromkeys(QUESTIONS, "Ja, dit staat er."))
    assert missing_in(replace(full, kept_for=blank), LINT) == ("kept_for",)


@pytest.mark.parametrize(
    ("until", "overdue"),
    [(None, None), (dt.date(2026, 11, 24), False), (dt.date(2026, 11, 23), True)],
)
def test_it_is_overdue_the_day_after_its_last(until: dt.date | None, *, overdue: bool | None) -> None:
    assert is_overdue_on(replace(BARE, valid_until=until), dt.date(2026, 11, 24)) is overdue


@pytest.mark.parametrize(
    ("about", "name"),
    [({"system_id": CARE.id}, "Zorgnet"), ({"tool_id": APP.id}, "Zorgapp"), ({"product": "Nazorg"}, "Nazorg")],
)
def test_it_is_called_by_its_product(about: dict[str, UUID], name: str) -> None:
    assert product_name(replace(BARE, **about), SYSTEMS, TOOLS) == name


@pytest.mark.parametrize(
    ("about", "truth"),
    [
        ({"system_id": CARE.id}, True),
        ({"system_id": SHOP.id}, False),
        ({"tool_id": APP.id}, True),
        ({"tool_id": LOOSE.id}, None),
        ({"product": "zorgnet "}, True),
        ({"product": "Nazorg"}, None),
    ],
)
def test_it_is_held_against_what_the_agreement_covers(about: dict[str, UUID], *, truth: bool | None) -> None:
    found = fit_of(replace(BARE, **about), AGREED, SYSTEMS, TOOLS)
    assert (found.of_a_party, found.about_the_product, found.holds) == (True, truth, truth)
    assert found.agreed == ("Zorgnet",)


def test_the_leaflet_of_somebody_else_does_not_belong_to_the_agreement() -> None:
    assert fit_of(replace(BARE, party_id=OTHER, system_id=CARE.id), AGREED, SYSTEMS, TOOLS).holds is False


def test_nobody_can_tell_without_an_agreement_or_without_what_it_covers() -> None:
    leaflet = replace(BARE, system_id=CARE.id)
    assert fit_of(leaflet, None, SYSTEMS, TOOLS) == Fit()
    assert fit_of(leaflet, replace(AGREED, system_ids=()), SYSTEMS, TOOLS) == Fit(of_a_party=True)


def test_a_system_that_no_leaflet_of_a_party_is_about_is_without_one() -> None:
    both = replace(AGREED, system_ids=(CARE.id, SHOP.id))
    leaflets = (replace(BARE, tool_id=APP.id), Leaflet(UUID(int=41), OTHER, system_id=SHOP.id))
    assert without_leaflet(both, leaflets, SYSTEMS, TOOLS) == (SHOP,)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"product": " zorgnet"}, ()),
        ({"product": "Nazorg"}, (CARE,)),
        ({"product": "Zorgnet", "agreement_id": None}, (CARE,)),
        ({"product": "Zorgnet", "party_id": OTHER}, (CARE,)),
    ],
)
def test_a_product_in_own_words_tells_of_the_system_that_is_called_the_same(
    more: dict[str, Any], told: tuple[System, ...]
) -> None:
    leaflet = replace(BARE, **{"agreement_id": AGREED.id, **more})
    assert without_leaflet(AGREED, (leaflet,), SYSTEMS, TOOLS) == told


@pytest.mark.parametrize(
    ("about", "truth"),
    [
        ({"tool_id": APP.id}, True),
        ({"system_id": CARE.id}, True),
        ({"product": " zorgapp"}, True),
        ({"product": "zorgapp", "party_id": OTHER}, False),
        ({"product": "Nazorg"}, False),
        ({"tool_id": LOOSE.id}, False),
    ],
)
def test_a_leaflet_tells_of_a_tool_by_itself_its_system_or_its_name(about: dict[str, Any], *, truth: bool) -> None:
    assert tells_of_tool(replace(BARE, **about), replace(APP, supplier_id=PARTY)) is truth


def test_the_last_day_of_a_leaflet_stands_in_the_calendar() -> None:
    first, last = dt.date(2026, 11, 23), dt.date(2027, 3, 1)
    told = (replace(BARE, system_id=CARE.id, party_name="Zorg BV", valid_until=last), replace(BARE, id=UUID(int=41)))
    past = replace(BARE, id=UUID(int=42), agreement_id=None, product="Nazorg", valid_until=first)
    over = Agreement(UUID(int=32), "Oud", ended_on=dt.date(2026, 1, 31))
    gone = replace(BARE, id=UUID(int=43), agreement_id=over.id, product="Weg", valid_until=last)
    found = leaflet_terms_for((*told, past, gone), (AGREED, over), SYSTEMS, TOOLS, on=dt.date(2026, 11, 24))
    assert [(each.on, each.record_id, each.name, each.detail) for each in found] == [
        (first, past.id, "Nazorg", ""),
        (last, BARE.id, "Zorgnet", "Zorg BV"),
    ]
