"""The chain of sub-processors: told, allowed or objected to (GDPR 28(2), 28(4))."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.enums import AgreementKind, SubProcessorDecision
from gemeentedossier.dossier.agreements.facts import Agreement, SubProcessor
from gemeentedossier.dossier.agreements.policies import check_kind, check_not_ahead, check_says
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor


def add_sub_processor(agreement_id: UUID, sub: SubProcessor, *, by: Actor, party_name: str = "") -> Agreement:
    """Record somebody whom the processor engages; Refused where the chain would bite its tail.

    With ``party_name`` it is the party of that name, known or new, instead of the one whose key the facts hold. Without
    a day, what was told today can be objected to for as long as the agreement says (``objection_days``).
    """

    if sub.notified_on:
        check_not_ahead(sub.notified_on, today=clock.today())

    def added(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.PROCESSOR)
        party = ensure_party(party_name.strip()) if party_name.strip() else Party.objects.get(pk=sub.party_id)
        until = sub.objection_until
        if until is None and sub.notified_on and stored.objection_days is not None:
            until = _days_after(sub.notified_on, stored.objection_days)
        undecided: dict[str, Any] = {"decision": None, "decided_on": None, "decided_because": ""}
        made = replace(sub, party_id=party.pk, party_name=party.name, objection_until=until, **undecided)
        return replace(stored, uses_subprocessors=True, sub_processors=(*stored.sub_processors, made))

    return change(
        agreement_id, added, name="agreements.add_sub_processor", permission="agreements.edit_agreement", by=by
    )


def decide_sub_processor(
    agreement_id: UUID, sub_id: UUID, *, decision: SubProcessorDecision, reason: str, by: Actor
) -> Agreement:
    """Authorise a sub-processor or object to it, with the reason."""
    check_says(reason, sentence=_("Say why, so that the supplier and your successor can follow it."))

    def decided(stored: Agreement) -> Agreement:
        _find(stored, sub_id)
        made: dict[str, Any] = {"decision": decision, "decided_on": clock.today(), "decided_because": reason.strip()}
        subs = tuple(replace(s, **made) if s.id == sub_id else s for s in stored.sub_processors)
        return replace(stored, sub_processors=subs)

    name = "agreements.decide_sub_processor"
    return change(agreement_id, decided, name=name, permission=name, by=by, reason=reason)


def remove_sub_processor(agreement_id: UUID, sub_id: UUID, *, reason: str, by: Actor) -> Agreement:
    """Record that the processor no longer engages it; whom it engaged itself goes with it. History keeps them."""
    check_says(reason, sentence=_("Say since when it is no longer engaged, and how you know."))

    def removed(stored: Agreement) -> Agreement:
        _find(stored, sub_id)
        gone = {sub_id}
        while more := {s.id for s in stored.sub_processors if s.above_id in gone} - gone:
            gone |= more
        return replace(stored, sub_processors=tuple(s for s in stored.sub_processors if s.id not in gone))

    return change(
        agreement_id,
        removed,
        name="agreements.remove_sub_processor",
        permission="agreements.edit_agreement",
        by=by,
        reason=reason,
    )


def _days_after(day: dt.date, days: int) -> dt.date:
    """The day, or the last day that there is where an imported agreement gives more days than the calendar has."""
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))


def _find(agreement: Agreement, sub_id: UUID) -> SubProcessor:
    found = next((each for each in agreement.sub_processors if each.id == sub_id), None)
    if found is None:
        raise Refused(_("This agreement has no such sub-processor. Open the page again and choose from the list."))
    return found
