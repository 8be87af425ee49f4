"""Law in time: the day before and the day of an entry into force, a lapse, and a text that was read."""

import datetime as dt

import pytest

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.lawfulness import legal_basis_subject
from gemeentedossier.catalogue.facts import LegalBasis, Source, Status, Statute, Validity
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.law import ProvisionNature, StatuteKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.register import facts as register
from tests.unit.assessment.dossiers import some_id

FIRST, LAST, READ, STATUTE = dt.date(2020, 1, 1), dt.date(2026, 12, 31), dt.date(2026, 7, 1), dt.date(2015, 1, 1)
ONE_DAY = dt.timedelta(days=1)


def law(day: dt.date, validity: Validity, *, nature: ProvisionNature = ProvisionNature.POWER) -> Law:
    statute = Statute(
        id="act",
        pack="trial",
        name=Text("Wet"),
        abbreviation="Wet",
        kind=StatuteKind.ACT,
        validity=Validity(valid_from=STATUTE),
    )
    basis = LegalBasis(
        id="act-1",
        pack="trial",
        status=Status.VERIFIED,
        source=Source(location="Wet"),
        validity=validity,
        statute="act",
        article="1",
        nature=nature,
        addressees=("college",),
        summary=Text("mag"),
    )
    return Law(Catalogue((), {Statute: {"act": statute}, LegalBasis: {"act-1": basis}}, {}), day)


@pytest.mark.parametrize(
    ("day", "in_force"), [(FIRST - ONE_DAY, False), (FIRST, True), (LAST, True), (LAST + ONE_DAY, False)]
)
def test_a_provision_holds_from_its_first_to_its_last_day(day, in_force):
    assert law(day, Validity(valid_from=FIRST, valid_to=LAST)).in_force("act-1") is in_force


@pytest.mark.parametrize(
    ("day", "in_force"), [(STATUTE - ONE_DAY, False), (STATUTE, None), (READ - ONE_DAY, None), (READ, True)]
)
def test_a_text_that_was_read_proves_its_own_day_and_the_statute_what_lies_before_it(day, in_force):
    assert law(day, Validity(in_force_on=READ)).in_force("act-1") is in_force


def test_a_bill_is_never_in_force():
    bill = law(READ, Validity(valid_from=FIRST), nature=ProvisionNature.BILL)
    assert bill.in_force("act-1") is False


@pytest.mark.parametrize(("begins", "in_force"), [(LAST, True), (LAST + ONE_DAY, False), (None, True)])
def test_a_processing_that_is_still_to_begin_needs_its_provision_on_that_day(begins, in_force):
    basis = register.LegalBasis(some_id(1), provision_id="act-1")
    found = legal_basis_subject(basis, law(READ, Validity(valid_from=FIRST, valid_to=LAST)), begins_on=begins)
    assert found.provision_in_force is in_force
