"""When something may be recorded of a request or a consent. Each refusal is a sentence."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.requests.engine.questions import left_open, questions_for
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    ClosedAs,
    ConsentBy,
    ConsentKind,
    ExtensionGround,
    LineKind,
    RequestQuestion,
)
from gemeentedossier.dossier.requests.facts import Consent, DataSubjectRequest, DecisionPart, SearchLine, Suspension
from gemeentedossier.foundation.errors import Refused

NOT_IDENTIFIED = frozenset({"identity", "not-identifiable"})
"""Grounds of the catalogue on which is refused what nobody could tell who asks (GDPR 11(2), 12(6))."""
OLDEST = 130
"""Years; nobody known ever became as old."""


def owner_for(request: DataSubjectRequest, person_id: UUID | None) -> UUID | None:
    """Whose request it is for somebody who may work on their own only: theirs where they handle it, or look for data.

    Else it is of who handles it.
    """
    theirs = {request.handler_id, *(line.owner_id for line in request.lines)}
    return person_id if person_id in theirs else request.handler_id


def check_receipt(request: DataSubjectRequest, *, today: dt.date) -> None:
    """Raises Refused for a receipt in the future, or an age that nobody has."""
    if request.received_on > today:
        raise Refused(
            _("The day of receipt is still to come. The term runs from it, so give the day on which it came.")
        )
    if request.subject_age is not None and request.subject_age > OLDEST:
        raise Refused(_("Give the age in whole years, as it was on the day of receipt."))


def check_identity(request: DataSubjectRequest, *, today: dt.date) -> None:
    """Raises Refused where it is said how, and not when; or a day on which it cannot have been."""
    if (request.identity_method is None) != (request.identity_on is None):
        raise Refused(_("Say both how and when it was established who asks, or neither of the two."))
    if request.identity_on and request.identity_on > today:
        raise Refused(_("The day on which it was established who asks is still to come. Give the day itself."))
    if request.proof and request.asked_by is AskedBy.SELF:
        raise Refused(_("The person asks for themselves, so nothing needs to show that somebody may ask for them."))


def check_open(request: DataSubjectRequest) -> None:
    """Raises Refused for a request that was closed."""
    if request.closed_on:
        raise Refused(_("This request is closed, so nothing changes in it any more. Open it again first."))


def check_undecided(request: DataSubjectRequest) -> None:
    """Raises Refused for a request that was decided on."""
    if request.decided_at:
        raise Refused(_("This request was decided on. Take the decision back first, with the reason."))


def check_suspension(suspension: Suspension, request: DataSubjectRequest, *, today: dt.date) -> None:
    """Raises Refused for a suspension that says no reason, runs ahead, or stands beside another or a decision."""
    check_open(request)
    check_undecided(request)
    if not suspension.reason.strip():
        raise Refused(_("Say what you asked the person, and why the work cannot go on without it."))
    if suspension.since < request.received_on or suspension.since > today:
        raise Refused(_("The term can stand still from a day between the receipt and today. Give such a day."))
    if any(each.until is None for each in request.suspensions):
        raise Refused(_("The term stands still already. First record the answer to that question."))


def check_suspension_end(suspension: Suspension, until: dt.date, *, today: dt.date) -> None:
    """Raises Refused where it ended already, or would before it began or in the future."""
    if suspension.until:
        raise Refused(_("The answer to this question was recorded already."))
    if until < suspension.since or until > today:
        raise Refused(_("The answer came between the question and today. Give the day on which it came."))


def check_extension(
    request: DataSubjectRequest,
    *,
    months: int,
    reason: str,
    told_on: dt.date,
    late_because: str,
    told_by: dt.date,
    today: dt.date,
) -> None:
    """Raises Refused for a second extension, one that is too long, without a reason, or late without saying why."""
    check_open(request)
    check_undecided(request)
    if request.is_extended:
        raise Refused(_("The term can be made longer once only (GDPR 12(3)), and that was done."))
    if not 1 <= months <= 2:
        raise Refused(_("The law gives two further months at most (GDPR 12(3)). Choose 1 or 2."))
    if not reason.strip():
        raise Refused(_("Write why more time is needed: the person is told so."))
    if told_on < request.received_on or told_on > today:
        raise Refused(_("The person was told on a day between the receipt and today. Give that day."))
    if told_on > told_by and not late_because.strip():
        raise Refused(
            _("The person should have heard this by %(day)s. It is recorded as it was; say why it is late.")
            % {"day": told_by.strftime("%d-%m-%Y")}
        )


def check_extension_ground(ground: ExtensionGround) -> None:
    """Raises Refused for a ground that the law does not know."""
    if ground is ExtensionGround.OTHER:
        raise Refused(_("Only complexity or the number of requests makes the term longer (GDPR 12(3))."))


def check_line(line: SearchLine, *, today: dt.date) -> None:
    """Raises Refused where something is called delivered that was not found, or on a day to come."""
    if line.delivered_on and line.found is not True:
        raise Refused(_("Only what was found can be delivered. Say first that data were found here."))
    if any(day and day > today for day in (line.asked_on, line.delivered_on, line.told_on)):
        raise Refused(_("That day is still to come. Give the day on which it was done."))
    if line.kind is not LineKind.RECIPIENT and (line.told_on or line.untold_because):
        raise Refused(_("Only recipients hear what was changed (GDPR 19)."))


def check_part(part: DecisionPart, *, known_refusals: frozenset[str]) -> None:
    """Raises Refused for a part that says nothing, and for a refusal without its ground and reason (GDPR 12(4))."""
    if not part.what.strip():
        raise Refused(_("Say which part of the request this is about."))
    if part.granted:
        if part.refusal or part.point:
            raise Refused(_("What is granted has no ground for refusing. Leave the ground out, or refuse it."))
        return
    if part.refusal and part.refusal not in known_refusals:
        raise Refused(_("This ground is not known. Choose one from the list."))
    if not part.refusal or not part.reason.strip():
        raise Refused(
            _("Name the ground in the law and the reason: without these nothing can be refused (GDPR 12(4)).")
        )


def check_decision(request: DataSubjectRequest, *, because: str, advice_answer: str) -> None:
    """Raises Refused for a decision without parts or a reason, or that leaves the officer's advice unanswered."""
    check_open(request)
    check_undecided(request)
    if not request.parts:
        raise Refused(_("First say of each part of the request whether it is granted."))
    if not because.strip():
        raise Refused(_("Write the reasoning: a decision of a public authority is reasoned (Awb 3:46)."))
    if request.unanswered_advice and not advice_answer.strip():
        raise Refused(_("The data protection officer gave advice. Say what is done with it."))


def check_decider(request: DataSubjectRequest, *, by_id: UUID | None) -> None:
    """Raises Refused for who advised on it: the officer is independent (GDPR 38(3), 38(6))."""
    if by_id in {each.given_by_id for each in request.advices}:
        raise Refused(_("You advised on this request as data protection officer, so somebody else decides on it."))


def check_identified(request: DataSubjectRequest) -> None:
    """Raises Refused while it is not known who asks, unless all is refused because nobody could tell (GDPR 12(6))."""
    if request.identity_method or request.answered(RequestQuestion.IDENTITY_DOUBT) is False:
        return
    if all(not part.granted and part.refusal in NOT_IDENTIFIED for part in request.parts):
        return
    raise Refused(
        _(
            "It was not established who asks, and an answer to the wrong person is a breach. Record with the receipt "
            "how it was established, or answer on the checklist that there was no doubt (GDPR 12(6))."
        )
    )


def check_entitled(request: DataSubjectRequest, *, may: bool | None, adult_from: int | None) -> None:
    """Raises Refused for granting what nobody established that this person may ask (UAVG 5).

    ``may`` is what the rule for the age says; unknown without a rule. ``adult_from`` is the age from which a person
    asks themselves.
    """
    if not any(part.granted for part in request.parts):
        return
    if may is False:
        raise Refused(
            _("The law lets another person ask for somebody of this age (UAVG 5). Correct with the receipt who asks.")
        )
    asked = RequestQuestion.ENTITLEMENT_ESTABLISHED
    if asked in questions_for(request, adult_from=adult_from) and request.answered(asked) is not True:
        raise Refused(
            _(
                "It was not established that this person may ask, so nothing can be granted. Answer that question of "
                "the checklist first (UAVG 5)."
            )
        )


def check_told(
    request: DataSubjectRequest, *, told_on: dt.date, late_because: str, due: dt.date, today: dt.date
) -> None:
    """Raises Refused for an answer before its decision or in the future, or late without saying why."""
    check_open(request)
    if request.decided_at is None:
        raise Refused(_("First decide on the request; then the answer can be sent."))
    if told_on < request.received_on or told_on > today:
        raise Refused(_("The answer was sent on a day between the receipt and today. Give that day."))
    if told_on > due and not late_because.strip():
        raise Refused(
            _("The last day was %(day)s. It is recorded as it was; say why the answer is late.")
            % {"day": due.strftime("%d-%m-%Y")}
        )


def check_closing(request: DataSubjectRequest, as_: ClosedAs, *, because: str, adult_from: int | None) -> None:
    """Raises Refused for closing as answered what was not told, and without a reason for another end or an open point.

    ``adult_from`` is the age from which a person asks themselves.
    """
    check_open(request)
    if as_ is ClosedAs.ANSWERED and request.told_on is None:
        raise Refused(_("The answer was not sent yet. Send it first, or close the request for another reason."))
    if as_ is not ClosedAs.ANSWERED and not because.strip():
        raise Refused(_("Say why the request ends without an answer."))
    left = left_open(request, adult_from=adult_from)
    if (left or request.handler_id is None) and not because.strip():
        raise Refused(
            _(
                "Not all is done: the list before closing says what. Answer it first, or say under Why that you close "
                "the request all the same; that stays with the request."
            )
        )


def check_advice(request: DataSubjectRequest, *, advice: str, by_id: UUID | None) -> None:
    """Raises Refused for an empty advice, one by nobody, and one by who decided."""
    check_open(request)
    if not advice.strip():
        raise Refused(_("Write the advice down."))
    if by_id is None:
        raise Refused(_("Only a person can give advice."))
    check_undecided(request)


def check_later_day(day: dt.date | None, request: DataSubjectRequest, *, today: dt.date) -> None:
    """Raises Refused for a day before the receipt or in the future."""
    if day and (day < request.received_on or day > today):
        raise Refused(_("That day lies before the receipt or is still to come. Give the day on which it happened."))


def check_consent(consent: Consent, *, today: dt.date, alone_from: int | None, is_excepted: bool) -> None:
    """Raises Refused for a consent that says not for what, of a day to come, or of a child that may not give it alone.

    ``alone_from`` is the age from which a person consents alone, where it is known. ``is_excepted`` is that somebody
    said that Article 5(6) or (7) of the UAVG takes it out of that rule.
    """
    if not consent.scope.strip():
        raise Refused(_("Say for what the person gave consent: without that it holds for nothing (GDPR 7(1))."))
    if consent.given_on > today:
        raise Refused(_("That day is still to come. Give the day on which consent was given."))
    if not is_excepted and _is_too_young(consent, alone_from):
        raise Refused(
            _(
                "Below %(age)s the legal representative consents (UAVG 5(1)): a consent of the child alone is no legal "
                "basis. Record who consented, correct the age, or say that the exception holds."
            )
            % {"age": alone_from}
        )


def _is_too_young(consent: Consent, alone_from: int | None) -> bool:
    """Whether a child itself gave consent as a legal basis below the age from which it may."""
    is_own_basis = consent.kind is ConsentKind.LEGAL_BASIS and consent.given_by is ConsentBy.SELF
    known = consent.subject_age is not None and alone_from is not None
    return is_own_basis and known and (consent.subject_age or 0) < (alone_from or 0)


def check_withdrawal(consent: Consent, *, withdrawn_on: dt.date, consequences: str, today: dt.date) -> None:
    """Raises Refused for a withdrawal that was recorded, is out of order, or says nothing of what it does."""
    if consent.withdrawn_on:
        raise Refused(_("This was taken back already."))
    if withdrawn_on < consent.given_on or withdrawn_on > today:
        raise Refused(_("It was taken back on a day between giving and today. Give that day."))
    if not consequences.strip():
        raise Refused(_("Say what is stopped now, and by whom: withdrawal works from this moment on (GDPR 7(3))."))
