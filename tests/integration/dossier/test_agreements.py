"""Agreements: recorded, signed, renewed, ended; each step with who may, why, and its history."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.actions.agreements import (
    delete_agreement,
    divide_duty,
    edit_agreement,
    give_instruction,
    record_agreement,
    record_point,
    review_party,
)
from gemeentedossier.dossier.agreements.actions.sub_processors import (
    add_sub_processor,
    decide_sub_processor,
    remove_sub_processor,
)
from gemeentedossier.dossier.agreements.actions.terms import (
    end_agreement,
    give_notice,
    prove_erasure,
    renew_agreement,
    sign_agreement,
)
from gemeentedossier.dossier.agreements.enums import AgreementKind, Duty, Point, Renewal, SubProcessorDecision
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    DividedDuty,
    SubProcessor,
)
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.evidence.actions.evidence import add_link, withdraw_evidence
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.register.actions.activities import create_activity, delete_activity, edit_activity
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.dossier.agreed import all_agreements

DAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def a_party(name: str = "Cloud BV") -> AgreementParty:
    return AgreementParty(new_id(), ensure_party(name).pk, name)


def a_draft(**more: Any) -> Agreement:
    made = Agreement(id=new_id(), name="Hosting", kind=AgreementKind.PROCESSOR, parties=(a_party(),))
    return replace(made, **more)


def recorded(by: Actor, **more: Any) -> Agreement:
    return record_agreement(a_draft(**more), by=by)


def signed(by: Actor, **more: Any) -> Agreement:
    made = recorded(by, **more)
    return sign_agreement(made.id, signed_on=DAY, signed_by="J. Smit, directeur", by=by)


def evidence(by: Actor) -> UUID:
    found: UUID = add_link(
        "https://cloud.example/certificaat", seen="Verklaring van wissen.", valid_until=None, by=by
    ).pk
    return found


def sub(name: str, above: SubProcessor | None = None, **more: Any) -> SubProcessor:
    return SubProcessor(new_id(), ensure_party(name).pk, above_id=above.id if above else None, **more)


def test_what_is_recorded_reads_back_with_all_its_parts(everyone: Actor) -> None:
    activity = an_activity()
    create_activity(activity, by=everyone)
    made = recorded(
        everyone,
        data_categories=("contact-details",),
        activity_ids=(activity.id,),
        purpose_ids=(activity.purposes[0].id,),
        points=(AgreedPoint(new_id(), Point.SECRECY, agreed=True, place="artikel 4"),),
    )
    assert agreement_facts(made.id) == made


def test_a_new_agreement_is_a_draft_whatever_it_says(everyone: Actor) -> None:
    made = recorded(everyone, signed_on=DAY, ended_on=DAY, sub_processors=(sub("Mailer"),))
    assert (made.signed_on, made.ended_on, made.sub_processors) == (None, None, ())


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Give the agreement a name."),
        ({"starts_on": DAY, "ends_on": dt.date(2026, 11, 23)}, "The agreement ends before it starts."),
        ({"renewal": Renewal.TACIT}, "What goes on by itself has a last day"),
        ({"points": (AgreedPoint(UUID(int=1), Point.ESSENCE_AVAILABLE),)}, "This kind of agreement does not have"),
        ({"duties": (DividedDuty(UUID(int=1), Duty.REQUESTS),)}, "Duties are divided in an arrangement"),
    ],
    ids=["name", "dates", "renewal", "point", "duty"],
)
def test_what_contradicts_itself_is_refused_and_nothing_is_recorded(
    everyone: Actor, wrong: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        recorded(everyone, **wrong)
    assert models.Agreement.objects.count() == 0


def test_parties_can_be_named_and_keep_what_is_known_of_them(everyone: Actor) -> None:
    made = record_agreement(a_draft(parties=()), party_names=["Cloud BV", " Nieuw BV "], by=everyone)
    assert [(each.party_name, each.role) for each in made.parties] == [
        ("Cloud BV", PartyRole.PROCESSOR),
        ("Nieuw BV", PartyRole.PROCESSOR),
    ]
    left = edit_agreement(made, party_names=["nieuw bv", "Derde BV"], by=everyone)
    assert [each.party_name for each in left.parties] == ["Nieuw BV", "Derde BV"]
    assert left.parties[0] == made.parties[1]


def test_a_party_stands_in_it_once(everyone: Actor) -> None:
    with pytest.raises(Refused, match="twice"):
        recorded(everyone, parties=(a_party(), a_party()))


def test_an_edit_writes_what_differs_and_keeps_what_has_verbs_of_its_own(everyone: Actor) -> None:
    made = signed(everyone)
    other = edit_agreement(
        replace(made, name="Hosting en beheer", signed_on=None, parties=(a_party("B"),)), by=everyone
    )
    assert (other.name, other.signed_on, other.party_names) == ("Hosting en beheer", DAY, "B")
    assert models.AgreementParty.objects.count() == 1


def test_who_saves_on_an_older_revision_is_told(everyone: Actor) -> None:
    made = recorded(everyone)
    edit_agreement(replace(made, name="A"), by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_agreement(replace(made, name="B"), by=everyone)
    assert agreement_facts(made.id).name == "A"


def test_a_signed_agreement_keeps_its_kind_and_stays(everyone: Actor) -> None:
    made = signed(everyone)
    with pytest.raises(Refused, match="keeps its kind"):
        edit_agreement(replace(made, kind=AgreementKind.DATA_SUPPLY), by=everyone)
    with pytest.raises(Refused, match="was signed and stays"):
        delete_agreement(made.id, reason="Dubbel.", by=everyone)


@pytest.mark.parametrize(("agreed", "refused"), [(None, False), (False, True)])
def test_a_draft_changes_its_kind_where_nothing_that_was_answered_is_lost(
    everyone: Actor, agreed: bool | None, refused: bool
) -> None:
    made = recorded(everyone, points=(AgreedPoint(new_id(), Point.SECRECY, agreed=agreed),))
    supply = replace(made, kind=AgreementKind.DATA_SUPPLY)
    if refused:
        with pytest.raises(Refused, match="recorded for another kind"):
            edit_agreement(supply, by=everyone)
    else:
        assert edit_agreement(supply, by=everyone).points == ()


def test_a_draft_can_be_removed_with_its_parts_and_its_history_stays(everyone: Actor) -> None:
    made = recorded(everyone)
    add_sub_processor(made.id, upper := sub("Mailer"), by=everyone)
    add_sub_processor(made.id, sub("Opslag", upper), by=everyone)
    delete_agreement(made.id, reason="Dubbel.", by=everyone)
    assert models.SubProcessor.objects.count() == 0
    events = models.Agreement.history_events.rel.related_model.objects.filter(id=made.id)  # type: ignore[attr-defined]
    assert list(events.order_by("pgh_id").values_list("pgh_label", flat=True))[-1] == "delete"


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [({"kind": None}, "Choose what kind"), ({"parties": ()}, "Add the party")],
    ids=["kind", "party"],
)
def test_without_kind_or_party_nothing_is_signed(everyone: Actor, lacking: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        signed(everyone, **lacking)


def test_it_is_signed_once_and_not_ahead(everyone: Actor) -> None:
    made = signed(everyone)
    assert (made.signed_on, made.starts_on) == (DAY, DAY)
    for day in (DAY, dt.date(2026, 11, 25)):
        with pytest.raises(Refused):
            sign_agreement(made.id, signed_on=day, signed_by="J. Smit", by=everyone)


def test_notice_and_renewal(everyone: Actor) -> None:
    made = signed(everyone, ends_on=dt.date(2027, 1, 1))
    noticed = give_notice(made.id, given_on=DAY, ends_on=dt.date(2026, 12, 31), reason="Te duur.", by=everyone)
    assert (noticed.notice_given_on, noticed.notice_ends_on) == (DAY, dt.date(2026, 12, 31))
    with pytest.raises(Refused, match="later day"):
        renew_agreement(made.id, ends_on=dt.date(2027, 1, 1), reason="Toch door.", by=everyone)
    renewed = renew_agreement(made.id, ends_on=dt.date(2028, 1, 1), reason="Toch door.", by=everyone)
    assert (renewed.ends_on, renewed.notice_given_on) == (dt.date(2028, 1, 1), None)


def test_an_end_needs_a_reason_and_comes_once(everyone: Actor) -> None:
    made = signed(everyone)
    with pytest.raises(Refused, match="why it ended"):
        end_agreement(made.id, ended_on=DAY, reason="", by=everyone)
    end_agreement(made.id, ended_on=DAY, reason="Overgestapt.", by=everyone)
    with pytest.raises(Refused, match="already"):
        end_agreement(made.id, ended_on=DAY, reason="Overgestapt.", by=everyone)


def test_it_cannot_be_ended_before_it_started(everyone: Actor) -> None:
    made = signed(everyone)
    with pytest.raises(Refused, match="ended before it started"):
        end_agreement(made.id, ended_on=dt.date(2026, 11, 1), reason="Overgestapt.", by=everyone)


def test_erasure_is_proved_by_evidence_that_can_be_looked_at(everyone: Actor) -> None:
    made, certificate = signed(everyone), evidence(everyone)
    proved = prove_erasure(made.id, evidence_id=certificate, proved_on=DAY, by=everyone)
    assert (proved.erasure_evidence_id, proved.erasure_proved_on) == (certificate, DAY)
    withdraw_evidence(certificate, reason="Van een ander.", by=everyone)
    with pytest.raises(Refused, match="no longer counts"):
        prove_erasure(made.id, evidence_id=certificate, proved_on=DAY, by=everyone)


def test_a_point_is_recorded_once_and_anew(everyone: Actor) -> None:
    made = recorded(everyone)
    record_point(made.id, Point.AUDIT_RIGHT, agreed=None, by=everyone)
    record_point(made.id, Point.SECRECY, agreed=True, place="art. 4", by=everyone)
    found = record_point(made.id, Point.AUDIT_RIGHT, agreed=False, by=everyone)
    assert [(p.point, p.agreed, p.place) for p in found.points] == [
        (Point.SECRECY, True, "art. 4"),
        (Point.AUDIT_RIGHT, False, ""),
    ]


def test_a_chain_that_bites_its_tail_is_refused_and_nothing_is_lost(everyone: Actor) -> None:
    made, upper = recorded(everyone), sub("Mailer")
    add_sub_processor(made.id, upper, by=everyone)
    for name in ("Mailer", "Cloud BV"):
        with pytest.raises(Refused, match="bites its tail"):
            add_sub_processor(made.id, sub(name, upper), by=everyone)
    assert [each.party_name for each in agreement_facts(made.id).sub_processors] == ["Mailer"]


def test_a_sub_processor_is_told_decided_on_and_goes_with_those_below_it(everyone: Actor) -> None:
    made, upper = recorded(everyone, objection_days=14), sub("Mailer", notified_on=DAY, listed=True)
    told = add_sub_processor(made.id, upper, by=everyone)
    assert (told.uses_subprocessors, told.sub_processors[0].objection_until) == (True, dt.date(2026, 12, 8))
    add_sub_processor(made.id, sub("Opslag", upper), by=everyone)
    objected = SubProcessorDecision.OBJECTED
    found = decide_sub_processor(made.id, upper.id, decision=objected, reason="Werkt in de VS.", by=everyone)
    assert (found.sub_processors[0].decision, found.sub_processors[0].decided_on) == (objected, DAY)
    gone = remove_sub_processor(made.id, upper.id, reason="Vervangen.", by=everyone)
    assert gone.sub_processors == ()


def test_a_sub_processor_is_not_told_on_a_day_to_come_and_no_term_runs_off_the_calendar(everyone: Actor) -> None:
    made = recorded(everyone, objection_days=2_000_000_000)
    with pytest.raises(Refused, match="That day is still to come"):
        add_sub_processor(made.id, sub("Mailer", notified_on=dt.date(9999, 12, 31)), by=everyone)
    told = add_sub_processor(made.id, sub("Mailer", notified_on=DAY), by=everyone)
    assert told.sub_processors[0].objection_until == dt.date(9999, 12, 31)


def test_joint_controllers_divide_duties_among_those_who_stand_there(everyone: Actor) -> None:
    region = a_party("Regio")
    made = recorded(everyone, kind=AgreementKind.JOINT_CONTROLLERS, parties=(region,))
    divide_duty(made.id, Duty.REQUESTS, party_id=region.party_id, text="Eén loket.", by=everyone)
    found = divide_duty(made.id, Duty.INFORMATION, party_id=None, by=everyone)
    assert [(d.duty, d.party_name) for d in found.duties] == [(Duty.INFORMATION, ""), (Duty.REQUESTS, "Regio")]
    with pytest.raises(Refused, match="Add the party first"):
        divide_duty(made.id, Duty.SECURITY, party_id=ensure_party("Vreemd").pk, by=everyone)


def test_instructions_and_reviews_are_kept(everyone: Actor) -> None:
    made = recorded(everyone)
    give_instruction(made.id, text="Zet de koppeling uit.", by=everyone)
    found = review_party(made.id, reviewed_on=DAY, outcome="ISO-verklaring gezien.", by=everyone)
    assert [(i.text, i.given_by, i.given_on) for i in found.instructions] == [
        ("Zet de koppeling uit.", everyone.name, DAY)
    ]
    assert found.reviewed_on == DAY


def test_what_an_agreement_covers_stays_until_the_agreement_says_otherwise(everyone: Actor) -> None:
    activity = an_activity()
    create_activity(activity, by=everyone)
    made = recorded(everyone, activity_ids=(activity.id,), purpose_ids=(activity.purposes[0].id,))
    without = replace(activity_facts(activity.id), purposes=(), data_uses=())
    with pytest.raises(Refused, match="while other records name it: Hosting"):
        edit_activity(without, by=everyone)
    with pytest.raises(Refused, match="while other records name it: Hosting"):
        delete_activity(activity.id, reason="Dubbel.", by=everyone)
    edit_agreement(replace(agreement_facts(made.id), activity_ids=(), purpose_ids=()), by=everyone)
    edit_activity(without, by=everyone)
    delete_activity(activity.id, reason="Dubbel.", by=everyone)
    assert agreement_facts(made.id).activity_ids == ()


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.PRIVACY_OFFICER, True),
        (Role.PROCESS_OWNER, True),
        (Role.EXECUTIVE, False),
        (Role.CISO, False),
        (Role.DATA_PROTECTION_OFFICER, False),
        (Role.AUDITOR, False),
    ],
)
def test_who_may_record(everyone: Actor, role: Role, *, may: bool) -> None:
    actor = replace(everyone, roles=frozenset({role}))
    if may:
        recorded(actor)
    else:
        with pytest.raises(NotPermitted):
            recorded(actor)


def test_a_process_owner_writes_own_agreements_only_and_signs_none(everyone: Actor) -> None:
    owner = replace(everyone, roles=frozenset({Role.PROCESS_OWNER}))
    own, other = recorded(owner), recorded(everyone)
    assert (own.owner_id, other.owner_id) == (everyone.person_id, None)
    edit_agreement(replace(own, name="Van mij"), by=owner)
    with pytest.raises(NotPermitted):
        edit_agreement(replace(other, name="Van mij"), by=owner)
    with pytest.raises(NotPermitted):
        sign_agreement(own.id, signed_on=DAY, signed_by="J. Smit", by=owner)


def test_the_snapshot_holds_them(municipality: Municipality, everyone: Actor) -> None:
    made = signed(everyone)
    assert dossier_of(municipality).agreements == (made,)


def test_no_agreement_of_another_municipality_is_seen(everyone: Actor, other_municipality: Municipality) -> None:
    made = recorded(everyone)
    with municipality_scope(other_municipality.id):
        assert all_agreements() == ()
        with pytest.raises(models.Agreement.DoesNotExist):
            sign_agreement(made.id, signed_on=DAY, signed_by="J. Smit", by=everyone)
