"""A partner sees its own part of an agreement: nothing of other participants, and nothing of what was judged."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from gemeentedossier.dossier.agreements.actions.rows import insert_role_tests
from gemeentedossier.dossier.agreements.enums import AgreementKind, FoundRole
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Deviation, RoleTest
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.models import Person
from tests.integration.guest.partners import LONG_AGO, agreed, browser_of, party, somebody_of

TOLD = "Ons eigen verhaal"
HIDDEN = (
    "Het verhaal van de ander",
    "De bestuurder van de ander",
    "Een ander mag later melden",
    "Wij twijfelen aan deze partij",
    "Wat de toets vond",
    "Weekend.",
)


@pytest.fixture
def ours(municipality: Municipality) -> Party:
    return party("GGD Kust")


@pytest.fixture
def mira(ours: Party) -> Person:
    return somebody_of(ours)


@pytest.fixture
def covenant(ours: Party) -> Agreement:
    other = party("Woonstichting")
    deviation = Deviation(new_id(), other.pk, "8", "Binnen 24 uur.", "Een ander mag later melden", "Weekend.")
    insert_role_tests(
        [RoleTest(new_id(), ours.pk, tested_at=clock.now(), outcome=FoundRole.PROCESSOR, reason="Wat de toets vond")]
    )
    taking_part = (
        AgreementParty(new_id(), ours.pk, attestation=TOLD, attested_on=LONG_AGO, attested_by="Mira"),
        AgreementParty(
            new_id(),
            other.pk,
            attestation="Het verhaal van de ander",
            attested_on=LONG_AGO,
            attested_by="De bestuurder van de ander",
        ),
    )
    return agreed(
        parties=taking_part,
        deviations=(deviation,),
        reviewed_on=LONG_AGO,
        review_outcome="Wij twijfelen aan deze partij",
    )


def pages(mira: Person, covenant: Agreement) -> str:
    urls = (
        reverse("guest:overview"),
        reverse("guest:attest-many"),
        reverse("guest:home", args=["duinveld"]),
        reverse("guest:agreement", args=["duinveld", covenant.id]),
    )
    browser = browser_of(mira)
    return "".join(browser.get(url).content.decode() for url in urls)


def test_own_words_are_shown_and_those_of_others_are_not(mira: Person, covenant: Agreement) -> None:
    seen = pages(mira, covenant)
    assert (TOLD in seen, [each for each in HIDDEN if each in seen]) == (True, [])


def test_who_else_takes_part_and_departs_is_told_by_name(mira: Person, covenant: Agreement) -> None:
    shown = browser_of(mira).get(reverse("guest:agreement", args=["duinveld", covenant.id])).context["agreement"]
    others = next(each.texts for each in shown.definitions if each.term == "Andere deelnemers")
    assert (others, shown.departures) == (("Woonstichting",), ())


def test_an_own_departure_is_shown_as_what_differs(mira: Person, ours: Party) -> None:
    own = Deviation(new_id(), ours.pk, "8", "Binnen 24 uur.", "Binnen 48 uur.", "Weekend.")
    covenant = agreed(ours, deviations=(own,))
    shown = browser_of(mira).get(reverse("guest:agreement", args=["duinveld", covenant.id])).context["agreement"]
    (departure,) = shown.departures
    words = [(each.text, each.gone, each.come) for each in departure.words]
    assert (departure.title, departure.reason, words[1:3]) == (
        "Bepaling 8",
        "Weekend.",
        [("24", True, False), ("48", False, True)],
    )


def test_a_draft_is_not_there(mira: Person, ours: Party) -> None:
    draft = agreed(ours, signed_on=None, starts_on=None)
    assert browser_of(mira).get(reverse("guest:agreement", args=["duinveld", draft.id])).status_code == 404


@pytest.mark.parametrize(("days_ago", "status"), [(0, 200), (1, 404)])
def test_who_left_sees_the_covenant_up_to_and_including_the_last_day(
    days_ago: int, status: int, mira: Person, ours: Party
) -> None:
    left = clock.today() - dt.timedelta(days=days_ago)
    covenant = agreed(parties=(replace(AgreementParty(new_id(), ours.pk), joined_on=LONG_AGO, left_on=left),))
    assert browser_of(mira).get(reverse("guest:agreement", args=["duinveld", covenant.id])).status_code == status


@pytest.mark.parametrize(("days_ago", "status"), [(0, 200), (1, 404)])
def test_who_no_longer_acts_for_the_party_is_out_the_next_day(
    days_ago: int, status: int, municipality: Municipality, ours: Party
) -> None:
    last = clock.today() - dt.timedelta(days=days_ago)
    gone = somebody_of(ours, until=last)
    assert browser_of(gone).get(reverse("guest:overview")).status_code == status


def test_a_processor_sees_what_was_agreed_and_not_what_was_judged(mira: Person, ours: Party) -> None:
    agreement = agreed(ours, kind=AgreementKind.PROCESSOR, breach_report_hours=24, review_outcome="Wij twijfelen")
    page = browser_of(mira).get(reverse("guest:agreement", args=["duinveld", agreement.id])).content.decode()
    assert ("binnen 24 uur" in page, "Wij twijfelen" in page) == (True, False)
