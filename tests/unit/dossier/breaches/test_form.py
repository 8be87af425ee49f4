"""What the form of the authority is told: nothing that the record does not say."""

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.form import FormAnswer, Standing, form_answers
from gemeentedossier.dossier.breaches.enums import DataContext, Harm, NotificationKind
from gemeentedossier.dossier.breaches.facts import (
    BreachConcerned,
    BreachNature,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.facts import Organisation
from tests.unit.dossier.breaches.recorded import a_breach

ADDRESS = BreachConcerned(data_categories=("name-and-address",))
SIMPLE, SENSITIVE = BreachScore(context=DataContext.SIMPLE), BreachScore(context=DataContext.SENSITIVE)
NO_POLICE = BreachTriage(police_data=False)
SECRET = BreachNature(harms=(Harm.PROFESSIONAL_SECRECY,))


def answered(breach: PersonalDataBreach, number: str) -> FormAnswer:
    catalogue = current_catalogue()
    organisation = Organisation(
        id=new_id(),
        slug="x",
        name="Duinrade",
        contact_point="Dorpsplein 1, Duinrade",
        data_protection_officer_contact="fg@duinrade.example",
        data_protection_officer_number="FG001234",
    )
    around = around_of(organisation, catalogue)
    answers = form_answers(breach, catalogue.breach_form, around, kind=NotificationKind.FIRST)
    return next(each for each in answers if each.field.number == number)


@pytest.mark.parametrize(
    ("breach", "told"),
    [
        (a_breach(concerned=ADDRESS, score=SIMPLE, triage=NO_POLICE), "geen"),
        (a_breach(concerned=ADDRESS, score=SENSITIVE, triage=NO_POLICE), ""),
        (a_breach(concerned=ADDRESS, triage=NO_POLICE), ""),
        (a_breach(concerned=ADDRESS, score=SIMPLE), ""),
        (a_breach(concerned=ADDRESS, score=SIMPLE, triage=NO_POLICE, nature=SECRET), ""),
        (a_breach(concerned=BreachConcerned(data_categories=("gone",)), score=SIMPLE, triage=NO_POLICE), ""),
        (a_breach(score=SIMPLE, triage=NO_POLICE), ""),
        (a_breach(concerned=BreachConcerned(data_own=("verslag",)), score=SIMPLE, triage=NO_POLICE), ""),
    ],
)
def test_no_special_data_is_told_only_where_the_whole_record_says_so(breach: PersonalDataBreach, told: str) -> None:
    assert answered(breach, "6.2").text == told


def test_the_form_tells_address_and_officer_as_far_as_they_are_recorded() -> None:
    told = "Duinrade, Dorpsplein 1, Duinrade, FG: fg@duinrade.example, nummer van de FG: FG001234"
    assert answered(a_breach(), "3.1.1").text == told


def test_who_leads_notifies_and_nobody_is_invented() -> None:
    assert answered(a_breach(lead="Noor Visser"), "3.2.1").text == "Noor Visser"
    assert answered(a_breach(), "3.2.1").standing is Standing.MISSING
