"""From signature to end: each step of an agreement's life, with who may and why."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.engine.term import last_day
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.agreements.policies import (
    check_can_be_signed,
    check_kind,
    check_not_ahead,
    check_not_ended,
    check_runs,
    check_says,
)
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor

ENDING = "agreements.end_agreement"


def sign_agreement(
    agreement_id: UUID, *, signed_on: dt.date, signed_by: str, signed_text_evidence_id: UUID | None = None, by: Actor
) -> Agreement:
    """Record that it was signed, when and by whom on both sides. Without a first day it holds from that day.

    ``signed_text_evidence_id`` is the text that was signed, kept as evidence before; Refused where it is not there.
    """
    check_says(signed_by, sentence=_("Write down who signed, on both sides, with their functions."))

    def signed(stored: Agreement) -> Agreement:
        check_can_be_signed(stored, signed_on=signed_on, today=clock.today())
        if signed_text_evidence_id:
            _check_stands(signed_text_evidence_id)
        starts_on = stored.starts_on or signed_on
        return replace(
            stored,
            signed_on=signed_on,
            signed_by=signed_by.strip(),
            starts_on=starts_on,
            signed_text_evidence_id=signed_text_evidence_id,
        )

    name = "agreements.sign_agreement"
    return change(agreement_id, signed, name=name, permission=name, by=by)


def give_notice(agreement_id: UUID, *, given_on: dt.date, ends_on: dt.date, reason: str, by: Actor) -> Agreement:
    """Record that one of the parties gave notice; it holds up to and including ``ends_on``."""
    check_says(reason, sentence=_("Say who gave notice and why."))
    check_not_ahead(given_on, today=clock.today())

    def noticed(stored: Agreement) -> Agreement:
        check_runs(stored, today=clock.today())
        return replace(stored, notice_given_on=given_on, notice_ends_on=ends_on)

    return change(agreement_id, noticed, name="agreements.give_notice", permission=ENDING, by=by, reason=reason)


def renew_agreement(agreement_id: UUID, *, ends_on: dt.date, reason: str, by: Actor) -> Agreement:
    """Record that it goes on up to and including a later day; also of what expired. Takes notice back."""
    check_says(reason, sentence=_("Say who decided that it goes on, and where that stands."))

    def renewed(stored: Agreement) -> Agreement:
        check_not_ended(stored, today=clock.today())
        if stored.signed_on is None:
            raise Refused(_("This agreement was not signed yet. Record the signature first."))
        last = last_day(replace(stored, notice_given_on=None, notice_ends_on=None), on=clock.today())
        if ends_on < clock.today() or (last and ends_on <= last):
            raise Refused(_("Choose a later day than the one on which it ends now."))
        return replace(stored, ends_on=ends_on, notice_given_on=None, notice_ends_on=None)

    return change(agreement_id, renewed, name="agreements.renew_agreement", permission=ENDING, by=by, reason=reason)


def end_agreement(agreement_id: UUID, *, ended_on: dt.date, reason: str, by: Actor) -> Agreement:
    """Record its last day as it turned out, and why. What the processor still has must then be erased or returned."""
    check_says(reason, sentence=_("Say why it ended."))

    def ended(stored: Agreement) -> Agreement:
        check_not_ended(stored, today=clock.today())
        if stored.signed_on is None:
            raise Refused(_("A draft cannot end. Remove it instead."))
        return replace(stored, ended_on=ended_on, end_reason=reason.strip())

    return change(agreement_id, ended, name="agreements.end_agreement", permission=ENDING, by=by, reason=reason)


def prove_erasure(agreement_id: UUID, *, evidence_id: UUID, proved_on: dt.date, by: Actor) -> Agreement:
    """Record the certificate that data were erased or returned (GDPR 28(3)(g)) and of which day it is."""
    check_not_ahead(proved_on, today=clock.today())

    def proved(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.PROCESSOR, AgreementKind.DATA_SUPPLY)
        _check_stands(evidence_id)
        return replace(stored, erasure_evidence_id=evidence_id, erasure_proved_on=proved_on)

    return change(agreement_id, proved, name="agreements.prove_erasure", permission=ENDING, by=by)


def _check_stands(evidence_id: UUID) -> None:
    """Evidence may have expired since: what happened on a day stays true. Lost or withdrawn it is nothing."""
    if not Evidence.objects.filter(pk=evidence_id, lost_at=None, withdrawn_at=None).exists():
        raise Refused(_("This evidence is not here or no longer counts. Add it as evidence first."))
