"""Joining a party that is here twice: what named the double names the one that stays."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.policies import check_is_whole
from gemeentedossier.dossier.agreements.queries import PARTS, agreement_facts
from gemeentedossier.dossier.parties.actions.references import rename_references
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.parties.policies import check_reason
from gemeentedossier.dossier.parties.queries import party_facts
from gemeentedossier.foundation.edits import write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def merge_parties(double_id: UUID, *, into_id: UUID, by: Actor, reason: str) -> None:
    """Let everything that names the double name the other, and remove the double; its history stays.

    What the one that stays does not say of itself, it takes over; what a record says of both, it says once.
    Refused where an agreement names both, or where the two were decided to be different things: which is right,
    somebody says first.
    """
    check_permitted(by, "parties.merge_party")
    check_reason(reason)
    if double_id == into_id:
        raise Refused(_("Choose the other party: a party cannot be joined to itself."))
    with verb("parties.merge_party", by=by, reason=reason):
        double, kept = (Party.objects.select_for_update().get(pk=key) for key in (double_id, into_id))
        touched = _naming(double_id)
        _check_apart(double_id, into_id)
        _check_one_role(double_id, into_id)
        _drop_doubled(double_id, into_id)
        try:
            with transaction.atomic():
                rename_references(double_id, to=into_id)
        except IntegrityError as error:
            raise Refused(_both("")) from error
        for key in touched:
            check_is_whole(agreement_facts(key))
        _complete(kept.pk, double.pk)
        double.delete()


def _naming(party_id: UUID) -> list[UUID]:
    """The agreements in which a part names the party, locked until the verb ends."""
    parts = (part.model for part in PARTS.values() if any(f.attname == "party_id" for f in part.model._meta.fields))
    keys = {
        key for model in parts for key in model.objects.filter(party_id=party_id).values_list("agreement_id", flat=True)
    }
    locked: Iterable[UUID] = (
        models.Agreement.objects.select_for_update().filter(pk__in=keys).values_list("pk", flat=True)
    )
    return list(locked)


def _check_apart(double_id: UUID, into_id: UUID) -> None:
    first = models.Agreement.objects.filter(agreementparty_set__party_id=double_id)
    both = first.filter(pk__in=models.AgreementParty.objects.filter(party_id=into_id).values("agreement_id")).first()
    if both:
        raise Refused(_both(both.name))
    # the database lets a party stand twice where nobody is above it
    engaged = models.SubProcessor.objects.filter(above=None)
    twice = engaged.filter(party_id=double_id).values("agreement_id")
    if engaged.filter(party_id=into_id, agreement_id__in=twice).exists():
        raise Refused(_both(""))


def _check_one_role(double_id: UUID, into_id: UUID) -> None:
    """Raises Refused where what was decided last of the one, for an activity or for all, is not so of the other."""
    decided: dict[UUID, dict[UUID | None, models.RoleTest]] = {double_id: {}, into_id: {}}
    tests = models.RoleTest.objects.filter(party_id__in=decided).exclude(decided="")
    for test in tests.select_related("activity").order_by("decided_at"):
        decided[test.party_id][test.activity_id] = test
    for about, test in decided[double_id].items():
        other = decided[into_id].get(about)
        if other is not None and other.decided != test.decided:
            where = test.activity.name if test.activity else _("every processing activity")
            raise Refused(
                _("For “%(name)s” it was decided that the two are different things. Decide one of these anew first.")
                % {"name": where}
            )


def _both(name: str) -> str:
    if name:
        return _("Both take part in “%(name)s”. Take one of the two out there first.") % {"name": name}
    return _("An agreement names both in the same place. Take one of the two out there first.")


def _drop_doubled(double_id: UUID, into_id: UUID) -> None:
    """Somebody who acts for both acts for the one that stays; an invitation gives way to access that was taken up."""
    going_on = PartyRepresentative.objects.filter(ends_on=None)
    for stays in going_on.filter(party_id=into_id):
        other = going_on.filter(party_id=double_id, person_id=stays.person_id).first()
        if other is not None:
            is_only_invited = stays.invited_until is not None and other.invited_until is None
            (stays if is_only_invited else other).delete()


def _complete(kept_id: UUID, double_id: UUID) -> None:
    kept, double = party_facts(kept_id), party_facts(double_id)
    whole = replace(
        kept,
        country=kept.country or double.country,
        contact=kept.contact or double.contact,
        is_care_provider=double.is_care_provider if kept.is_care_provider is None else kept.is_care_provider,
        revision=kept.revision + 1,
    )
    write_difference_of(Party, before=kept, after=whole)
