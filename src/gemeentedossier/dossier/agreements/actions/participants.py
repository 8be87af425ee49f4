"""A covenant's participants: they join, attest, depart from a clause with a reason, and leave."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.enums import AgreementKind, PartyKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Deviation
from gemeentedossier.dossier.agreements.policies import check_kind, check_not_ahead, check_says
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor

EDITING = "agreements.edit_agreement"


def join_covenant(
    agreement_id: UUID, *, party_name: str, kind: PartyKind | None, joined_on: dt.date, by: Actor
) -> Agreement:
    """Record that a party joined, known or new; Refused where it takes part already. Who left before joins anew."""
    check_says(party_name, sentence=_("Give the name of the party."))
    check_not_ahead(joined_on, today=clock.today())

    def joined(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.COVENANT)
        party = ensure_party(party_name.strip())
        known = next((each for each in stored.parties if each.party_id == party.pk), None)
        if known and known.joined_on and known.takes_part_on(joined_on):
            raise Refused(_("%(party)s takes part already.") % {"party": party.name})
        made = AgreementParty(known.id if known else new_id(), party.pk, party.name, kind=kind, joined_on=joined_on)
        others = tuple(each for each in stored.parties if each.party_id != party.pk)
        return replace(stored, parties=(*others, made))

    return change(agreement_id, joined, name="agreements.join_covenant", permission=EDITING, by=by)


def attest_participation(
    agreement_id: UUID, *, party_id: UUID, attested_by: str, attestation: str, evidence_id: UUID | None, by: Actor
) -> Agreement:
    """Record that a participant declared today to live by the covenant: who, in which words, on what evidence."""
    check_says(attested_by, sentence=_("Write down who attests, with their function."))
    check_says(attestation, sentence=_("Write down what is attested."))
    if evidence_id and not Evidence.objects.filter(pk=evidence_id, lost_at=None, withdrawn_at=None).exists():
        raise Refused(_("Some of this evidence no longer counts. Choose evidence that is valid today."))

    def attested(party: AgreementParty) -> AgreementParty:
        if not party.takes_part_on(clock.today()):
            raise Refused(_("%(party)s no longer takes part and cannot attest.") % {"party": party.party_name})
        return replace(
            party,
            attested_on=clock.today(),
            attested_by=attested_by.strip(),
            attested_person_id=None,
            attestation=attestation.strip(),
            attestation_evidence_id=evidence_id,
        )

    name = "agreements.attest_participation"
    return change(agreement_id, _of(party_id, attested), name=name, permission=name, by=by)


def leave_covenant(agreement_id: UUID, *, party_id: UUID, left_on: dt.date, reason: str, by: Actor) -> Agreement:
    """Record the last day on which a participant takes part, and why it leaves."""
    check_says(reason, sentence=_("Say why the party leaves and what becomes of the data."))
    left = _of(party_id, lambda party: replace(party, left_on=left_on, left_because=reason.strip()))
    return change(agreement_id, left, name="agreements.leave_covenant", permission=EDITING, by=by, reason=reason)


def record_deviation(
    agreement_id: UUID,
    *,
    party_id: UUID,
    own_text: str,
    reason: str,
    by: Actor,
    shared_clause_id: UUID | None = None,
    clause: str = "",
    shared_text: str = "",
) -> Agreement:
    """Record where a party departs from a shared clause, both texts, and why; again for the same clause replaces it.

    Of a clause that the covenant holds as a record, its number and its text as they are now are kept beside the
    deviation; of another ``clause`` and ``shared_text`` say them.
    """
    check_says(
        reason, sentence=_("Say why a party departs from a shared clause; without a reason nobody can judge it.")
    )

    def departed(stored: Agreement) -> Agreement:
        shared = next((each for each in stored.clauses if each.id == shared_clause_id), None)
        code, text = (shared.code, shared.text) if shared else (clause.strip(), shared_text.strip())
        check_says(code, sentence=_("Say from which clause the party departs."))
        known = next((d for d in stored.deviations if (d.party_id, d.clause) == (party_id, code)), None)
        made = Deviation(
            id=known.id if known else new_id(),
            party_id=party_id,
            clause=code,
            shared_text=text,
            own_text=own_text.strip(),
            reason=reason.strip(),
            recorded_on=clock.today(),
            shared_clause_id=shared.id if shared else None,
        )
        return replace(stored, deviations=(*(d for d in stored.deviations if d is not known), made))

    return change(agreement_id, departed, name="agreements.record_deviation", permission=EDITING, by=by, reason=reason)


def withdraw_deviation(agreement_id: UUID, *, deviation_id: UUID, reason: str, by: Actor) -> Agreement:
    """Record that a participant no longer departs from a clause, and why."""
    check_says(reason, sentence=_("Say why the party no longer departs from this clause."))

    def kept(stored: Agreement) -> Agreement:
        if not any(each.id == deviation_id for each in stored.deviations):
            raise Refused(_("This deviation is not in the covenant any more."))
        return replace(stored, deviations=tuple(each for each in stored.deviations if each.id != deviation_id))

    return change(agreement_id, kept, name="agreements.withdraw_deviation", permission=EDITING, by=by, reason=reason)


def _of(party_id: UUID, to: Callable[[AgreementParty], AgreementParty]) -> Callable[[Agreement], Agreement]:
    def changed(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.COVENANT)
        if not any(each.party_id == party_id for each in stored.parties):
            raise Refused(_("This party does not take part in the covenant. Let it join first."))
        return replace(stored, parties=tuple(to(p) if p.party_id == party_id else p for p in stored.parties))

    return changed
