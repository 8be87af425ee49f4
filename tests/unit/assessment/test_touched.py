"""What a change of the catalogue touches: who names it, and what is judged otherwise on the day itself."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.touched import touched_by
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.engine.difference import differences
from gemeentedossier.catalogue.facts import Catalogue, LegalBasis, Validity
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register import facts as register
from tests.unit.assessment.dossiers import dossier_with, some_id

BASIS = "wmo-5.1.1-1"
LAST = dt.date(2026, 12, 31)
NOT_IN_FORCE = "provision-not-in-force"


def lapsing() -> Catalogue:
    """The catalogue in which the basis ends with the year."""
    now = current_catalogue()
    ended = replace(now.legal_bases[BASIS], validity=Validity(valid_from=dt.date(2015, 1, 1), valid_to=LAST))
    return replace(now, entries={**now.entries, LegalBasis: {**now.legal_bases, BASIS: ended}})


def dossier(day: dt.date):
    basis = register.LegalBasis(some_id(4), provision_id=BASIS)
    purpose = register.Purpose(some_id(3), 1, text="Hulp", legal_bases=(basis,))
    activity = register.Activity(some_id(2), "Hulp", purposes=(purpose,))
    other = register.Activity(some_id(5), "Anders")
    moment = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    return replace(dossier_with(activity, other), moment=moment)


@pytest.mark.parametrize(("day", "lapsed"), [(LAST, False), (LAST + dt.timedelta(days=1), True)])
def test_a_basis_that_lapses_turns_its_records_on_that_day_and_not_before(day, lapsed):
    found = assess(dossier(day), lapsing()).findings()
    outcomes = [finding.outcome for finding in found if finding.rule_id == NOT_IN_FORCE]
    assert (Outcome.CONTRADICTS in outcomes) is lapsed


def test_a_change_names_the_activities_that_cite_it():
    old, new = current_catalogue(), lapsing()
    (found,) = touched_by(differences(old, new), dossier(LAST), old=old, new=new)
    assert (found.change.id, found.activities, found.turned) == (BASIS, 1, 0)


def test_a_municipality_without_activities_is_touched_by_nothing():
    old, new = current_catalogue(), lapsing()
    (found,) = touched_by(differences(old, new), dossier_with(), old=old, new=new)
    assert (found.activities, found.turned) == (0, 0)
