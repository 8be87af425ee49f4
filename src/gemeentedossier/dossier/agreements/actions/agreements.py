"""Recording what was agreed. Each verb is one transaction with its trail."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.actions.rows import insert_agreements
from gemeentedossier.dossier.agreements.engine.points import has_point
from gemeentedossier.dossier.agreements.enums import AgreementKind, Duty, Point
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    DividedDuty,
    Instruction,
)
from gemeentedossier.dossier.agreements.policies import (
    check_is_whole,
    check_kind,
    check_not_ahead,
    check_point,
    check_says,
)
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can_for, check_permitted

ROLES: Mapping[str, PartyRole] = {
    AgreementKind.PROCESSOR: PartyRole.PROCESSOR,
    AgreementKind.JOINT_CONTROLLERS: PartyRole.JOINT_CONTROLLER,
    AgreementKind.DATA_SUPPLY: PartyRole.INDEPENDENT_CONTROLLER,
    AgreementKind.COVENANT: PartyRole.INDEPENDENT_CONTROLLER,
}
"""What a party is in an agreement of a kind, unless somebody says otherwise."""
BY_VERB = (
    "signed_on",
    "signed_by",
    "signed_text_evidence_id",
    "notice_given_on",
    "notice_ends_on",
    "ended_on",
    "end_reason",
    "reviewed_on",
    "review_outcome",
    "erasure_evidence_id",
    "erasure_proved_on",
    "sub_processors",
    "clauses",
    "deviations",
    "instructions",
)
"""What has verbs of its own, with who may and why: an edit leaves it as it is."""


def record_agreement(
    agreement: Agreement, *, by: Actor, reason: str = "", party_names: Sequence[str] = ()
) -> Agreement:
    """Record a new agreement, as a draft: what has verbs of its own comes with these. Returns it as recorded.

    Who may edit own agreements only becomes the one who answers for it. ``party_names`` are parties by name, known or
    new, beside those of the agreement.
    """
    check_permitted(by, "agreements.record_agreement")
    draft = Agreement(id=agreement.id, name=agreement.name)
    wanted = replace(agreement, revision=0, **{field: getattr(draft, field) for field in BY_VERB})
    if not can_for(by, "agreements.edit_agreement", owner_id=wanted.owner_id):
        wanted = replace(wanted, owner_id=by.person_id, owner=by.name)
    with verb("agreements.record_agreement", by=by, reason=reason):
        wanted = _with_parties(wanted, [*(each.party_name for each in wanted.parties), *party_names])
        check_is_whole(wanted)
        insert_agreements([wanted])
    return wanted


def edit_agreement(
    agreement: Agreement, *, by: Actor, reason: str = "", party_names: Sequence[str] | None = None
) -> Agreement:
    """Write the agreement as it must become; only rows that differ are touched. Returns it as stored.

    ``agreement.revision`` is the one that was read. What has verbs of its own stays as it is (``BY_VERB``), and so
    does when a party joined, attested and left. ``party_names``, where given, are its parties by name, known or new.
    """

    def edited(stored: Agreement) -> Agreement:
        if stored.signed_on and stored.kind is not agreement.kind:
            raise Refused(_("A signed agreement keeps its kind. Record another agreement instead."))
        kept = {field: getattr(stored, field) for field in BY_VERB}
        wanted = agreement if party_names is None else _with_parties(agreement, party_names)
        if stored.kind is not wanted.kind:
            wanted = _of_its_kind(wanted)
        return replace(wanted, **kept, parties=_taking_part(wanted, stored))

    return change(
        agreement.id,
        edited,
        name="agreements.edit_agreement",
        permission="agreements.edit_agreement",
        by=by,
        reason=reason,
        revision=agreement.revision,
    )


def delete_agreement(agreement_id: UUID, *, by: Actor, reason: str) -> None:
    """Remove a draft; its history stays. Refused for an agreement that was signed."""
    check_permitted(by, "agreements.delete_agreement")
    check_says(reason, sentence=_("Say why this agreement is removed."))
    with verb("agreements.delete_agreement", by=by, reason=reason):
        agreement = models.Agreement.objects.select_for_update().get(pk=agreement_id)
        if agreement.signed_on:
            raise Refused(_("This agreement was signed and stays. Record that it ended instead."))
        agreement.delete()


def record_point(
    agreement_id: UUID, point: Point, *, agreed: bool | None, text: str = "", place: str = "", by: Actor
) -> Agreement:
    """Record whether a point was agreed (yes, no, unknown), in which words, and where in the contract that stands."""
    return record_points(agreement_id, [AgreedPoint(new_id(), point, agreed, text, place)], by=by)


def record_points(
    agreement_id: UUID, said: Sequence[AgreedPoint], *, by: Actor, revision: int | None = None
) -> Agreement:
    """Record several points at once; those that are not named stay as they are.

    With ``revision``, the one that was read, EditedMeanwhile is raised where somebody saved since.
    """
    name, order = "agreements.record_point", list(Point)

    def recorded(stored: Agreement) -> Agreement:
        points = {each.point: each for each in stored.points}
        for each in said:
            check_point(stored.kind, each.point)
            known = points.get(each.point, each)
            made = replace(known, agreed=each.agreed, text=each.text.strip(), place=each.place.strip())
            points[each.point] = made
        return replace(stored, points=tuple(sorted(points.values(), key=lambda each: order.index(each.point))))

    permission = "agreements.edit_agreement"
    return change(agreement_id, recorded, name=name, permission=permission, by=by, revision=revision)


def divide_duty(agreement_id: UUID, duty: Duty, *, party_id: UUID | None, text: str = "", by: Actor) -> Agreement:
    """Record which joint controller meets a duty (GDPR 26(1)); ``party_id`` None is the municipality."""

    def divided(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.JOINT_CONTROLLERS)
        known = next((each for each in stored.duties if each.duty is duty), DividedDuty(new_id(), duty))
        others = [each for each in stored.duties if each.duty is not duty]
        order, made = list(Duty), replace(known, party_id=party_id, text=text.strip())
        return replace(stored, duties=tuple(sorted((*others, made), key=lambda each: order.index(each.duty))))

    return change(agreement_id, divided, name="agreements.divide_duty", permission="agreements.edit_agreement", by=by)


def give_instruction(agreement_id: UUID, *, text: str, by: Actor) -> Agreement:
    """Record an instruction to a processor (GDPR 28(3)(a), 29), given today by this person."""
    check_says(text, sentence=_("Write down what the processor must do."))
    if by.person_id is None:
        raise Refused(_("Only a person can give an instruction."))
    given_by_id = by.person_id

    def instructed(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.PROCESSOR)
        made = Instruction(new_id(), clock.today(), text.strip(), given_by_id)
        return replace(stored, instructions=(*stored.instructions, made))

    return change(
        agreement_id, instructed, name="agreements.give_instruction", permission="agreements.edit_agreement", by=by
    )


def review_party(agreement_id: UUID, *, reviewed_on: dt.date, outcome: str, by: Actor) -> Agreement:
    """Record that the party was judged on evidence (GDPR 28(3)(h)), and what was found."""
    check_not_ahead(reviewed_on, today=clock.today())
    check_says(outcome, sentence=_("Write down what the review found, and on which evidence."))
    return change(
        agreement_id,
        lambda stored: replace(stored, reviewed_on=reviewed_on, review_outcome=outcome.strip()),
        name="agreements.review_party",
        permission="agreements.edit_agreement",
        by=by,
        reason=outcome,
    )


def _of_its_kind(agreement: Agreement) -> Agreement:
    """The agreement without points that its kind does not have and that nobody answered; Refused where somebody did."""
    strange = [each for each in agreement.points if not has_point(agreement.kind, each.point)]
    if any(each.agreed is not None or each.text or each.place for each in strange):
        raise Refused(
            _("What was agreed is recorded for another kind of agreement. Take that back first, or record another one.")
        )
    return replace(agreement, points=tuple(each for each in agreement.points if each not in strange))


def _with_parties(agreement: Agreement, names: Sequence[str]) -> Agreement:
    """The agreement with these parties; one that stood there keeps what is known of it."""
    here = {each.party_name.casefold(): each for each in agreement.parties}
    if len(here) < len(agreement.parties):
        return agreement
    made: dict[UUID, AgreementParty] = {}
    for name in dict.fromkeys(name.strip() for name in names if name.strip()):
        party = here.get(name.casefold())
        if party is None:
            known = ensure_party(name)
            party = AgreementParty(new_id(), known.pk, known.name, role=ROLES.get(agreement.kind or ""))
        made[party.party_id] = party
    return replace(agreement, parties=tuple(made.values()))


def _taking_part(wanted: Agreement, stored: Agreement) -> tuple[AgreementParty, ...]:
    were = {each.id: each for each in stored.parties}
    return tuple(
        replace(were.get(each.id, AgreementParty(each.id, each.party_id)), **_own(each)) for each in wanted.parties
    )


def _own(party: AgreementParty) -> dict[str, Any]:
    return {"party_id": party.party_id, "party_name": party.party_name, "role": party.role, "kind": party.kind}
