"""What the five questions tell, and how far the work on a breach is."""

from enum import StrEnum

from gemeentedossier.dossier.breaches.enums import BreachState, DecisionKind, NotificationKind
from gemeentedossier.dossier.breaches.facts import BreachTriage, PersonalDataBreach


class Verdict(StrEnum):
    """What the answers to the questions make of it."""

    OPEN = "open"
    NOT_SECURITY = "not_security"
    """No security was broken: perhaps unlawful processing, never a breach (GDPR 4(12))."""
    INCIDENT = "incident"
    """Security was broken, and no personal data were hit."""
    BREACH = "breach"


def verdict_of(triage: BreachTriage) -> Verdict:
    """Return what the first two questions tell; the others tell who must do what."""
    if triage.security_broken is False:
        return Verdict.NOT_SECURITY
    if triage.personal_data is False:
        return Verdict.INCIDENT
    return Verdict.BREACH if triage.security_broken and triage.personal_data else Verdict.OPEN


def open_questions(triage: BreachTriage) -> tuple[int, ...]:
    """The numbers of the questions that nobody answered; after a no to the first or second nothing more is asked."""
    if verdict_of(triage) in (Verdict.NOT_SECURITY, Verdict.INCIDENT):
        return ()
    answered = {
        1: triage.security_broken is not None,
        2: triage.personal_data is not None,
        3: triage.municipal_role is not None,
        4: bool(triage.types),
        5: triage.police_data is not None and triage.significant_incident is not None,
    }
    return tuple(number for number, known in answered.items() if not known)


def state_of(breach: PersonalDataBreach) -> BreachState:
    """How far the work is; the first step that lacks says what comes next."""
    if breach.closing.closed_at:
        return _closed_as(breach)
    if breach.is_breach is False:
        return BreachState.NO_BREACH
    if breach.is_for_another:
        return _state_for_another(breach)
    for lacks, state in (
        (breach.is_breach is None or breach.triage.triaged_at is None, BreachState.REPORTED),
        (breach.judgement.risk is None, BreachState.TO_WEIGH),
        (any(breach.decision(kind) is None for kind in DecisionKind), BreachState.TO_DECIDE),
        (_is_decided_undone(breach, DecisionKind.NOTIFY_AUTHORITY), BreachState.TO_NOTIFY),
        (_is_decided_undone(breach, DecisionKind.INFORM_PEOPLE), BreachState.TO_TELL),
        (_is_mending(breach), BreachState.TO_MEND),
    ):
        if lacks:
            return state
    return BreachState.TO_CLOSE


def _state_for_another(breach: PersonalDataBreach) -> BreachState:
    """Who processes for another tells that one and mends; it weighs and decides nothing (GDPR 33(2))."""
    if breach.is_breach is None or breach.triage.triaged_at is None:
        return BreachState.REPORTED
    if not breach.sent(NotificationKind.CONTROLLER):
        return BreachState.TO_NOTIFY
    return BreachState.TO_MEND if _is_mending(breach) else BreachState.TO_CLOSE


def _is_mending(breach: PersonalDataBreach) -> bool:
    """Whether something is still to be mended, or nobody recorded what is."""
    return not breach.measures or any(each.done_on is None for each in breach.measures)


def _closed_as(breach: PersonalDataBreach) -> BreachState:
    if breach.is_breach is False:
        return BreachState.NO_BREACH
    return BreachState.WITHDRAWN if breach.sent(NotificationKind.WITHDRAWAL) else BreachState.CLOSED


def _is_decided_undone(breach: PersonalDataBreach, kind: DecisionKind) -> bool:
    """Whether it was decided to do it and it was not done yet."""
    decided = breach.decision(kind)
    done = breach.first_notification if kind is DecisionKind.NOTIFY_AUTHORITY else breach.messages
    return decided is not None and decided.is_yes and not done
