"""The form of a leaflet offers what can be looked at, and drops nothing that is held."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.catalogue.engine.durations import Duration
from gemeentedossier.catalogue.engine.leaflet_builders import longest_leaflet_term
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.leaflets import LeafletForm
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.policies import check_leaflet
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id

TODAY = dt.date(2026, 11, 28)
NOW = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


def test_a_piece_that_was_lost_stays_with_its_leaflet_and_is_offered_to_no_other() -> None:
    gone = Evidence(new_id(), EvidenceKind.FILE, "Scan", new_id(), "Jet", new_id(), "Jet", NOW, lost_at=NOW)
    dossier = replace(example_dossier(current_catalogue()), evidence=(gone,))
    whose = Leaflet(new_id(), new_id(), product="Nazorg", evidence_id=gone.id)
    forms = [
        LeafletForm(leaflet=each, dossier=dossier, is_new=False) for each in (whose, replace(whose, evidence_id=None))
    ]
    offered = [[str(key) for key, _title in form.fields["evidence_id"].choices] for form in forms]  # type: ignore[attr-defined]  # a choice
    assert [str(gone.id) in each for each in offered] == [True, False]


@pytest.mark.parametrize(("issued_on", "may"), [(TODAY, True), (TODAY + dt.timedelta(days=1), False)])
def test_a_leaflet_is_written_today_at_the_latest(issued_on: dt.date, *, may: bool) -> None:
    leaflet = Leaflet(new_id(), new_id(), product="Nazorg", issued_on=issued_on)
    if may:
        return check_leaflet(leaflet, today=TODAY)
    with pytest.raises(Refused):
        check_leaflet(leaflet, today=TODAY)
    return None


@pytest.mark.parametrize(
    ("issued_on", "valid_until", "may"),
    [
        (dt.date(2026, 3, 2), dt.date(2029, 3, 2), True),
        (dt.date(2026, 3, 2), dt.date(2029, 3, 3), False),
        (dt.date(2024, 2, 29), dt.date(2027, 2, 28), True),
        (dt.date(2024, 2, 29), dt.date(2027, 3, 1), False),
        (None, dt.date(2029, 11, 28), True),
        (None, dt.date(2029, 11, 29), False),
        (None, dt.date.max, False),
        (None, None, True),
    ],
)
def test_a_leaflet_holds_three_years_at_most(issued_on: dt.date | None, valid_until: dt.date, *, may: bool) -> None:
    leaflet = Leaflet(new_id(), new_id(), product="Nazorg", issued_on=issued_on, valid_until=valid_until)
    longest = longest_leaflet_term(current_catalogue(), on=TODAY)
    if may:
        return check_leaflet(leaflet, today=TODAY, longest=longest)
    with pytest.raises(Refused, match="3 jaar"):
        check_leaflet(leaflet, today=TODAY, longest=longest)
    return check_leaflet(replace(leaflet, contact="Jet"), today=TODAY, longest=longest, stored=leaflet)


def test_the_term_holds_from_its_own_day() -> None:
    found = [longest_leaflet_term(current_catalogue(), on=dt.date(2026, 11, day)) for day in (23, 24)]
    assert found == [None, Duration(years=3)]
