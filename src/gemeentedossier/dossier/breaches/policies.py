"""When something may be recorded of a breach. Each refusal is a sentence. A late step is recorded, with its reason."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from gemeentedossier.dossier.breaches.engine.clock import (
    BreachClock,
    ClockState,
    Law,
    minute_of,
    must_notify,
)
from gemeentedossier.dossier.breaches.engine.letter import is_unfinished
from gemeentedossier.dossier.breaches.engine.severity import Severity
from gemeentedossier.dossier.breaches.engine.triage import Verdict, verdict_of
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachState,
    DecisionKind,
    InformGround,
    MunicipalRole,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachAtProcessor,
    BreachConcerned,
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachNotification,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.foundation.errors import Refused

TO_PRIVACY_AUTHORITY = (
    NotificationKind.FIRST,
    NotificationKind.FOLLOW_UP,
    NotificationKind.WITHDRAWAL,
    NotificationKind.POLICE,
)
EARLIEST = 1900
"""A moment in an earlier year is a slip of the pen."""


def check_says(text: str, sentence: str) -> None:
    """Raises Refused with the sentence where a text says nothing: it needs a letter or a digit."""
    if not any(each.isalnum() for each in text):
        raise Refused(sentence)


def check_title(title: str) -> None:
    """Raises Refused for a breach without a title."""
    check_says(title, _("Say in a few words what happened, without names of the people concerned."))


def check_not_ahead(moments: Iterable[dt.datetime | None], *, now: dt.datetime) -> None:
    """Raises Refused for a moment that is still to come, or is a slip of the pen: no clock can start from it."""
    moments = tuple(moments)
    if any(moment and moment > now for moment in moments):
        raise Refused(_("That moment is still to come. Give the date and the time at which it really happened."))
    if any(moment and moment.year < EARLIEST for moment in moments):
        raise Refused(_("That is before 1900. Correct the year."))


def check_moments(moments: BreachMoments, breach: PersonalDataBreach, *, now: dt.datetime) -> None:
    """Raises Refused where moments lie ahead, contradict each other, or come after what was sent already."""
    began, ended, found = moments.began_at, moments.ended_at, moments.discovered_at
    check_not_ahead((began, ended, found, moments.internally_reported_at, moments.aware_at), now=now)
    _check_order(began, ended, _("It ended before it began. Correct one of the two moments."))
    _check_order(began, found, _("It was discovered before it began. Correct one of the two moments."))
    _check_order(
        began,
        moments.aware_at,
        _("The municipality cannot know of it before it began. Correct the beginning or the moment of awareness."),
    )
    _check_order(
        found,
        moments.internally_reported_at,
        _("It was reported before it was discovered. Correct one of the two moments."),
    )
    _check_order(
        found,
        moments.aware_at,
        _("The municipality cannot know of it before it was discovered. Correct one of the two moments."),
    )
    told = [each.sent_at for each in breach.notifications] + [each.told_at for each in breach.messages]
    sent = min(told, default=None)
    for moment in (began, found, moments.aware_at):
        _check_order(moment, sent, _told_before(sent))
    if moments.ended_at and moments.is_ongoing:
        raise Refused(_("It cannot have ended and still go on. Leave the end out, or say that it stopped."))
    if moments.aware_at:
        check_says(
            moments.aware_grounds,
            _("Say why the municipality knew with reasonable certainty from then: the 72 hours run from that moment."),
        )


def _told_before(sent: dt.datetime | None) -> str:
    """What to do where something was sent before it can have been known."""
    told = _("Something was sent or told on %(moment)s already, so this cannot be later. Correct the moment here.")
    return told % {"moment": sent.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M") if sent else ""}


def check_party_report(draft: PersonalDataBreach) -> None:
    """Raises Refused for a first report whose moments contradict each other."""
    began, knew = draft.moments.began_at, draft.processor.processor_knew_at
    _check_order(began, knew, _("You cannot know of it before it began. Correct one of the two moments."))
    found = draft.moments.discovered_at
    _check_order(began, found, _("It was discovered before it began. Correct one of the two moments."))


def check_processor(processor: BreachAtProcessor, *, now: dt.datetime) -> None:
    """Raises Refused for a processor that told before it knew, or that is named where there was none."""
    knew, told = processor.processor_knew_at, processor.processor_told_at
    check_not_ahead((knew, told), now=now)
    _check_order(knew, told, _("The processor told it before it knew. Correct one of the two moments."))
    if processor.at_processor is False and (processor.party_id or knew or told):
        raise Refused(_("It did not happen at a processor, so leave out which one and when that one told it."))


def check_concerned(concerned: BreachConcerned) -> None:
    """Raises Refused for numbers in the wrong order."""
    least, most = concerned.people_min, concerned.people_max
    if least is not None and most is not None and most < least:
        raise Refused(_("The highest number of people is below the lowest. Correct one of the two."))


def check_triage(triage: BreachTriage) -> None:
    """Raises Refused for a judgement without an answer to the questions that decide, or without why."""
    if verdict_of(triage) is Verdict.OPEN:
        raise Refused(_("Answer the first two questions: they tell whether this is a breach."))
    if triage.controller_id and triage.municipal_role is not MunicipalRole.PROCESSOR:
        raise Refused(_("Name for whom the municipality processes only where it is the processor (question 3)."))
    check_says(triage.triage_reason, _("Say why: the authority can ask how it was judged."))


def check_score(score: BreachScore) -> None:
    """Raises Refused for a factor without its reason, or outside the scale."""
    if score.context_value is not None and not 1 <= score.context_value <= 4:
        raise Refused(_("The context of the data is 1, 2, 3 or 4."))
    if score.context_value is not None:
        check_says(score.context_reason, _("Say why this context of the data fits."))
    if score.identification:
        check_says(score.identification_reason, _("Say why people can be recognised so easily."))
    around = (score.confidentiality_loss, score.integrity_loss, score.availability_loss, score.is_malicious)
    if any(each is not None for each in around) or score.circumstances:
        check_says(score.circumstances_reason, _("Say what the circumstances rest on."))


def check_own(breach: PersonalDataBreach) -> None:
    """Raises Refused where the municipality processes for another: that one weighs, notifies and tells (GDPR 33)."""
    if breach.is_for_another:
        raise Refused(
            _(
                "The municipality processes these data for another. That controller weighs the risk, notifies the "
                "authority and tells people (GDPR 33, 34). Tell the controller, and record it as a message to the "
                "controller. Where the municipality is controller after all, correct question 3 first."
            )
        )


def check_judgement(judgement: BreachJudgement, triage: BreachTriage, severity: Severity | None) -> None:
    """Raises Refused for a judgement without method or reason, before triage, or by a score that there is not."""
    if verdict_of(triage) is Verdict.OPEN:
        raise Refused(_("First answer the questions whether this is a breach; then weigh the risk."))
    if judgement.risk is None:
        raise Refused(_("Choose the risk to people; it decides who must be told."))
    check_says(judgement.risk_method, _("Name the method by which it was weighed."))
    check_says(judgement.risk_reason, _("Say why this is the risk; a score alone is no reason."))
    if "enisa" in judgement.risk_method.casefold() and severity and severity.score is None:
        raise Refused(
            _(
                "The method of ENISA gives no score yet, so the risk was not weighed by it. Fill in the factors under "
                "“How serious” first, or name the method that you really followed."
            )
        )


def check_decision(
    breach: PersonalDataBreach, kind: DecisionKind, *, is_yes: bool, ground: InformGround | None, reason: str, law: Law
) -> None:
    """Raises Refused for a decision that nobody weighed, without a reason, or without the ground that the law asks."""
    check_own(breach)
    check_says(reason, _("Say why it is decided so."))
    if breach.judgement.risk is None:
        raise Refused(_("First weigh the risk to people: a decision rests on it."))
    if kind is DecisionKind.NOTIFY_AUTHORITY and not is_yes and must_notify(breach, law):
        raise Refused(
            _(
                "The risk was weighed as one that must be notified (GDPR 33(1)), so it cannot be decided not to. "
                "Decide to notify, or weigh the risk anew and say why."
            )
        )
    if kind is DecisionKind.NOTIFY_AUTHORITY or is_yes:
        if ground:
            raise Refused(_("Only where people are not told a ground is asked. Leave it out."))
        return
    if ground is None:
        raise Refused(_("Choose on which ground people are not told (GDPR 34(3), UAVG 41, or no high risk)."))
    if ground is InformGround.NO_HIGH_RISK and breach.judgement.risk is BreachRisk.HIGH:
        raise Refused(
            _("The risk was weighed as high, so “no high risk” is no ground. Choose another, or weigh it anew.")
        )


def check_late(clock: BreachClock | None, *, reason: str) -> None:
    """Raises Refused where a step came after its term and nobody says why; it is recorded all the same, with that."""
    if clock and clock.state is ClockState.LATE:
        check_says(
            reason, _("This is later than the term. It is recorded all the same; say why it was later (GDPR 33).")
        )


def check_notification(breach: PersonalDataBreach, notification: BreachNotification, *, now: dt.datetime) -> None:
    """Raises Refused for what is still to be sent, was sent before it was known, or is not for the municipality."""
    check_not_ahead((notification.sent_at,), now=now)
    if notification.kind in TO_PRIVACY_AUTHORITY:
        check_own(breach)
    if notification.kind is NotificationKind.CONTROLLER and not breach.is_for_another:
        raise Refused(
            _(
                "A message to the controller is for a breach in which the municipality processes for another "
                "(GDPR 33(2)). Answer question 3 first, or choose another kind."
            )
        )
    check_known_before(breach, notification.sent_at)


def check_message(text: str) -> None:
    """Raises Refused for a message without its text, and for one that is still the draft: nobody was sent that."""
    check_says(text, _("Keep the text as it was sent; of a call or visit, write what was said."))
    if is_unfinished(text):
        raise Refused(
            _(
                "This text is still the draft: it holds words between square brackets, or says that nothing is "
                "recorded. Put the text here as people really received it."
            )
        )


def check_known_before(breach: PersonalDataBreach, told_at: dt.datetime) -> None:
    """Raises Refused for what was told before it began, was discovered or was known."""
    held = breach.moments
    for moment, sentence in (
        (held.began_at, _("This was told before the breach began. Correct one of the two moments.")),
        (held.discovered_at, _("This was told before the breach was discovered. Correct one of the two moments.")),
        (held.aware_at, _("This was told before the municipality knew of it. Correct one of the two moments.")),
    ):
        _check_order(moment, told_at, sentence)


def check_measure(measure: BreachMeasure, *, today: dt.date) -> None:
    """Raises Refused for a measure that says nothing, or is done without saying how, or on a day to come."""
    check_says(measure.what, _("Say what is done."))
    if measure.done_on is None:
        return
    if measure.done_on > today:
        raise Refused(_("That day is still to come. Give the day on which it was done."))
    check_says(measure.done_how, _("Say what was done, so that somebody can see it."))


def check_effect(measure: BreachMeasure, *, effect: str, seen_on: dt.date, today: dt.date) -> None:
    """Raises Refused for looking at the effect of what was not done, without saying what was seen, or ahead."""
    if measure.done_on is None:
        raise Refused(_("First record that it was done; then look whether it worked."))
    check_says(effect, _("Say what you saw: did it work?"))
    if seen_on < measure.done_on or seen_on > today:
        raise Refused(_("Give a day between the day on which it was done and today."))


def check_open(breach: PersonalDataBreach) -> None:
    """Raises Refused where the work was closed."""
    if breach.closing.closed_at:
        raise Refused(_("This record is closed. Open it again, with the reason, before you change it."))


def check_closing(breach: PersonalDataBreach, state: BreachState, *, because: str) -> None:
    """Raises Refused without a reason, and while something is still to be done."""
    check_open(breach)
    check_says(because, _("Say why the work is done."))
    if state not in (BreachState.TO_CLOSE, BreachState.NO_BREACH):
        raise Refused(_("Something is still to be done before this can be closed. The list on the page says what."))
    if breach.is_breach is False and breach.triage.triaged_at is None:
        raise Refused(_("First record why this is no breach."))


def _check_order(first: dt.datetime | None, second: dt.datetime | None, sentence: str) -> None:
    if first and second and minute_of(second) < minute_of(first):
        raise Refused(sentence)
