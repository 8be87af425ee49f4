"""The signed link by which an employee without an account reports: made, renewed and ended by the privacy officer."""

import datetime as dt
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.actions.breaches import insert_report
from gemeentedossier.dossier.breaches.actions.writing import person_of
from gemeentedossier.dossier.breaches.enums import ReportedBy
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

MOST_AN_HOUR = 30
"""Reports by the link within an hour; more no municipality gets, and a flood would bury the real ones."""
RENEW = "breaches.renew_link"
SIGNER = Signer(salt="breaches.report_link")
"""Signs a link so that nobody can make one up; whether it still holds is asked of the record that it names."""


def renew_link(*, by: Actor) -> UUID:
    """Make a link for reporting; the one before no longer opens anything."""
    check_permitted(by, RENEW)
    with verb("breaches.renew_link", by=by):
        models.BreachReportLink.objects.filter(ended_at=None).update(ended_at=clock.now())
        made = models.BreachReportLink.objects.create(made_by_id=person_of(by), made_at=clock.now())
    return UUID(str(made.pk))


def end_link(*, by: Actor) -> None:
    """From now on nobody reports by a link."""
    check_permitted(by, RENEW)
    with verb("breaches.end_link", by=by):
        models.BreachReportLink.objects.filter(ended_at=None).update(ended_at=clock.now())


def report_by_link(link_id: UUID, draft: PersonalDataBreach) -> PersonalDataBreach:
    """Record what an employee reports by the link; Refused where the link was ended."""
    with verb("breaches.report_by_link", by=Actor(name="link")):
        if not is_open(link_id):
            raise Refused(_("This link no longer opens anything. Ask your privacy officer for the new one."))
        _check_not_flooded()
        return insert_report(draft)


def report_by_party(draft: PersonalDataBreach, *, by: Actor) -> PersonalDataBreach:
    """Record what somebody of a party reports on its own page (GDPR 33(2))."""
    check_permitted(by, "guest.report_breach")
    with verb("breaches.report_by_party", by=by):
        return insert_report(draft)


def _check_not_flooded() -> None:
    """Raises Refused where so much was reported within an hour that somebody may be flooding the list."""
    since = clock.now() - dt.timedelta(hours=1)
    real = models.PersonalDataBreach.objects.filter(reported_at__gte=since, is_exercise=False)
    lately = real.exclude(reported_by=ReportedBy.PROCESSOR.value).count()  # a party has a limit of its own
    if lately >= MOST_AN_HOUR:
        raise Refused(
            _("So many reports came in within an hour that this one was not recorded. Call your privacy officer.")
        )


def is_open(link_id: UUID) -> bool:
    """Whether employees can report by this link now."""
    found: bool = models.BreachReportLink.objects.filter(pk=link_id, ended_at=None).exists()
    return found


def link_token(link_id: UUID) -> str:
    """What the link carries: for which municipality and which record, signed."""
    return SIGNER.sign_object([str(require_municipality_id()), str(link_id)])


def read_token(token: str) -> tuple[UUID, UUID] | None:
    """The municipality and the record that a link names; None for one that nobody here signed."""
    try:
        municipality, link = SIGNER.unsign_object(token)
        return UUID(municipality), UUID(link)
    except (BadSignature, ValueError, TypeError):
        return None
