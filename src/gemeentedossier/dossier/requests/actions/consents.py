"""Consents that people gave, and that they took back (GDPR 7)."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.facts.requests import Entitlement
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.engine.entitlement import adult_from
from gemeentedossier.dossier.requests.enums import ConsentBy, ConsentForm
from gemeentedossier.dossier.requests.facts import Consent
from gemeentedossier.dossier.requests.policies import check_consent, check_withdrawal
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.envelopes.actions import pseudonym_of
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def record_consent(consent: Consent, *, mark: str, by: Actor, is_excepted: bool = False) -> Consent:
    """Record one consent. ``mark`` tells the person apart; only the pseudonym of it stays.

    ``is_excepted`` is that a child may consent alone here: free help or advice to the child itself, or treatment
    (UAVG 5(6) and (7)).
    """
    check_permitted(by, "requests.record_consent")
    alone_from = adult_from(current_catalogue().entries_of(Entitlement).values(), on=consent.given_on)
    check_consent(consent, today=clock.today(), alone_from=alone_from, is_excepted=is_excepted)
    with verb("requests.record_consent", by=by):
        wanted = replace(consent, subject_key=pseudonym_of(mark), recorded_by_id=by.person_id, revision=0)
        models.Consent.objects.create(**stored_values(models.Consent, wanted))
    return wanted


def withdraw_consent(
    consent_id: UUID,
    *,
    on: dt.date,
    by_whom: ConsentBy,
    form: ConsentForm,
    consequences: str,
    by: Actor,
) -> None:
    """Record that a person took consent back, and what is stopped."""
    check_permitted(by, "requests.record_consent")
    with verb("requests.withdraw_consent", by=by):
        stored = _locked(consent_id)
        check_withdrawal(stored, withdrawn_on=on, consequences=consequences, today=clock.today())
        models.Consent.objects.filter(pk=consent_id).update(
            withdrawn_on=on,
            withdrawn_by=by_whom.value,
            withdrawn_form=form.value,
            consequences=consequences.strip(),
            revision=stored.revision + 1,
        )


def check_use(
    consent_id: UUID, *, after_withdrawal: bool | None, outside_exceptions: bool | None, read: int, by: Actor
) -> None:
    """Record what was seen of the use of data: after the withdrawal, and outside the exceptions."""
    check_permitted(by, "requests.record_consent")
    with verb("requests.check_use", by=by):
        stored = _locked(consent_id)
        check_unchanged(stored.revision, read=read)
        models.Consent.objects.filter(pk=consent_id).update(
            used_after_withdrawal=after_withdrawal,
            used_outside_exceptions=outside_exceptions,
            revision=stored.revision + 1,
        )


def _locked(consent_id: UUID) -> Consent:
    models.Consent.objects.select_for_update().get(pk=consent_id)
    return shaped(Consent, models.Consent.objects.filter(pk=consent_id).values().get())
