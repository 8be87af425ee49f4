"""What is decided, advised and told about a breach: decisions, the officer's advice, notifications, messages."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.queries import agreements_with
from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.actions.whole import answer_values
from gemeentedossier.dossier.breaches.actions.writing import check_evidence, law_now, locked, person_of, write
from gemeentedossier.dossier.breaches.engine.agreed import agreed_hours
from gemeentedossier.dossier.breaches.engine.clock import BreachClock, clocks_of
from gemeentedossier.dossier.breaches.enums import BreachTermKind, DecisionKind, InformGround, NotificationKind
from gemeentedossier.dossier.breaches.facts import (
    BreachAdvice,
    BreachCommunication,
    BreachDecision,
    BreachNotification,
    PersonalDataBreach,
)
from gemeentedossier.dossier.breaches.policies import (
    check_decision,
    check_known_before,
    check_late,
    check_message,
    check_not_ahead,
    check_notification,
    check_own,
    check_says,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

CLOCK_OF = {
    NotificationKind.FIRST: BreachTermKind.AUTHORITY,
    NotificationKind.CONTROLLER: BreachTermKind.CONTROLLER_REPORT,
    NotificationKind.POLICE: BreachTermKind.AUTHORITY,
    NotificationKind.EARLY_WARNING: BreachTermKind.EARLY_WARNING,
    NotificationKind.INCIDENT: BreachTermKind.INCIDENT,
    NotificationKind.FINAL_REPORT: BreachTermKind.FINAL_REPORT,
}


def decide(
    breach_id: UUID,
    kind: DecisionKind,
    *,
    is_yes: bool,
    reason: str,
    revision: int,
    ground: InformGround | None = None,
    late_reason: str = "",
    by: Actor,
) -> BreachDecision:
    """Decide to notify the authority or to tell people, or not to; ``revision`` is the breach that was read.

    A decision is never changed: who decides otherwise decides anew, and the newest counts.
    """
    check_permitted(by, "breaches.decide_breach")
    with verb("breaches.decide", by=by, reason=reason):
        stored = locked(breach_id)
        check_unchanged(stored.revision, read=revision)
        check_decision(stored, kind, is_yes=is_yes, ground=ground, reason=reason, law=law_now())
        made = BreachDecision(
            id=new_id(),
            kind=kind,
            is_yes=is_yes,
            ground=ground,
            reason=reason.strip(),
            late_reason=late_reason.strip(),
            decided_by_id=person_of(by),
            decided_by=by.name,
            decided_at=clock.now(),
        )
        models.BreachDecision.objects.create(breach_id=breach_id, **stored_values(models.BreachDecision, made))
        write(stored)  # one revision on: who decides from an older page sees this decision first
    return made


def advise(breach_id: UUID, text: str, *, revision: int, by: Actor) -> BreachAdvice:
    """The data protection officer advises; nobody changes what was advised (GDPR 38(3), 39(1)(a))."""
    check_permitted(by, "breaches.advise")
    check_says(text, _("Write what you advise."))
    with verb("breaches.advise", by=by):
        stored = locked(breach_id)
        check_unchanged(stored.revision, read=revision)
        made = BreachAdvice(
            id=new_id(), text=text.strip(), given_by_id=person_of(by), given_by=by.name, given_at=clock.now()
        )
        models.BreachAdvice.objects.create(breach_id=breach_id, **stored_values(models.BreachAdvice, made))
        write(stored)
    return made


def answer_advice(advice_id: UUID, answer: str, *, revision: int, by: Actor) -> None:
    """Who decides answers the officer, once; who gave the advice does not answer it."""
    check_permitted(by, "breaches.answer_advice")
    check_says(answer, _("Say what is done with the advice, and why."))
    with verb("breaches.answer_advice", by=by):
        row = models.BreachAdvice.objects.select_for_update().get(pk=advice_id)
        stored = locked(row.breach_id)
        if row.answered_at:
            raise Refused(_("This advice was answered already. Decide anew where you think otherwise now."))
        if row.given_by_id == person_of(by):
            raise Refused(_("You gave this advice. Let who decides answer it."))
        check_unchanged(stored.revision, read=revision)
        models.BreachAdvice.objects.filter(pk=advice_id).update(
            answer=answer.strip(), answered_by_id=by.person_id, answered_at=clock.now()
        )
        write(stored)


def record_notification(
    breach_id: UUID, notification: BreachNotification, *, revision: int, by: Actor
) -> BreachNotification:
    """Record what was sent to an authority and what really stood in it; later than the term it says why."""
    check_permitted(by, "breaches.notify_authority")
    wanted = replace(notification, sent_by_id=person_of(by), sent_by=by.name)
    with verb("breaches.record_notification", by=by):
        stored = locked(breach_id)
        check_unchanged(stored.revision, read=revision)
        check_notification(stored, wanted, now=clock.now())
        _check_first(stored, wanted)
        check_late(_clock_with(stored, wanted), reason=wanted.delay_reason)
        check_evidence(wanted.evidence_id)
        models.BreachNotification.objects.create(
            breach_id=breach_id, **stored_values(models.BreachNotification, wanted)
        )
        for values in answer_values(wanted):
            models.SentAnswer.objects.create(**values)
        write(stored)
    return wanted


def record_message(breach_id: UUID, message: BreachCommunication, *, revision: int, by: Actor) -> BreachCommunication:
    """Record how people were told, when, how many, and the text as it was sent (GDPR 34)."""
    check_permitted(by, "breaches.inform_people")
    check_not_ahead((message.told_at,), now=clock.now())
    check_message(message.text)
    wanted = replace(message, sent_by_id=person_of(by), sent_by=by.name)
    with verb("breaches.record_message", by=by):
        stored = locked(breach_id)
        check_unchanged(stored.revision, read=revision)
        check_own(stored)
        check_known_before(stored, wanted.told_at)
        models.BreachCommunication.objects.create(
            breach_id=breach_id, **stored_values(models.BreachCommunication, wanted)
        )
        write(stored)
    return wanted


def _check_first(stored: PersonalDataBreach, wanted: BreachNotification) -> None:
    follows = wanted.kind in (NotificationKind.FOLLOW_UP, NotificationKind.WITHDRAWAL)
    if follows and stored.first_notification is None:
        raise Refused(_("Nothing was notified yet, so there is nothing to complete or withdraw. Record the first one."))
    if wanted.kind is NotificationKind.FIRST and stored.sent(NotificationKind.FIRST):
        raise Refused(_("The first notification is recorded already. Record this one as a follow-up."))


def _clock_with(stored: PersonalDataBreach, wanted: BreachNotification) -> BreachClock | None:
    """The clock that this notification stops, as it then stands."""
    kind = CLOCK_OF.get(wanted.kind)
    sent = replace(stored, notifications=(*stored.notifications, wanted))
    clocks = clocks_of(sent, law_now(), now=clock.now(), agreed_hours=_agreed_hours(stored))
    return next((each for each in clocks if each.kind is kind), None)


def _agreed_hours(breach: PersonalDataBreach) -> int | None:
    """Within how many hours the municipality tells the controller for whom it processes, by their agreements."""
    if not breach.is_for_another or breach.triage.controller_id is None:
        return None
    return agreed_hours(breach, agreements_with([breach.triage.controller_id]))
