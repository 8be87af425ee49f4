"""The report of the data protection officer: a period, a judgement of the officer's own, and its adoption."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.facts import OfficerReport
from gemeentedossier.dossier.governance.policies import EARLIEST, check_advises, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

WRITE = "governance.write_report"
LONGEST_DAYS = 731
"""Two years (our own choice): a longer period was mistyped."""


def begin_report(begins_on: dt.date, *, ends_on: dt.date, by: Actor) -> OfficerReport:
    """Begin the report of a period."""
    check_permitted(by, WRITE)
    check_period(begins_on, ends_on)
    made = OfficerReport(new_id(), begins_on, ends_on, check_advises(by), written_by=by.name, revision=1)
    taken = _("There is a report of this period already. Open that one.")
    with verb("governance.begin_report", by=by), refusing_doubles(taken):
        if models.OfficerReport.objects.filter(begins_on=begins_on, ends_on=ends_on).exists():
            raise Refused(taken)
        models.OfficerReport.objects.create(**stored_values(models.OfficerReport, made))
    return made


def write_report(report_id: UUID, *, judgement: str, advice: str, revision: int, by: Actor) -> OfficerReport:
    """Write the officer's own judgement; ``revision`` is the one that was read."""
    check_permitted(by, WRITE)
    with verb(WRITE, by=by):
        stored = _draft(report_id, read=revision)
        wanted = replace(stored, judgement=judgement.strip(), advice=advice.strip(), revision=stored.revision + 1)
        write_difference_of(models.OfficerReport, before=stored, after=wanted)
    return wanted


def adopt_report(report_id: UUID, *, evidence_id: UUID, revision: int, by: Actor) -> OfficerReport:
    """Adopt the report once its period is over; ``evidence_id`` is its text, which was kept. Nothing changes after."""
    check_permitted(by, WRITE)
    person = check_advises(by)
    with verb("governance.adopt_report", by=by):
        stored = _draft(report_id, read=revision)
        check_ready(stored)
        wanted = replace(
            stored,
            adopted_by_id=person,
            adopted_by=by.name,
            adopted_at=clock.now(),
            evidence_id=evidence_id,
            revision=stored.revision + 1,
        )
        write_difference_of(models.OfficerReport, before=stored, after=wanted)
    return wanted


def discard_report(report_id: UUID, *, reason: str, revision: int, by: Actor) -> None:
    """Throw a draft away, such as one of a mistyped period; its history stays. What was adopted never goes."""
    check_permitted(by, WRITE)
    check_says(reason, what=_("reason"))
    with verb("governance.discard_report", by=by, reason=reason):
        _draft(report_id, read=revision)
        models.OfficerReport.objects.get(pk=report_id).delete()


def check_period(begins_on: dt.date, ends_on: dt.date) -> None:
    """Raises Refused for a period that cannot be."""
    if begins_on < EARLIEST:
        raise Refused(_("That first day was mistyped. Choose a day of this or an earlier year."))
    if ends_on < begins_on:
        raise Refused(_("The last day lies before the first. Turn them round."))
    if begins_on > clock.today():
        raise Refused(_("This period has not begun, so there is nothing to report on. Choose an earlier first day."))
    if (ends_on - begins_on).days > LONGEST_DAYS:
        raise Refused(_("A report is about two years at most. Choose a shorter period."))


def check_ready(report: OfficerReport) -> None:
    """Raises Refused while the period runs, and without a judgement of the officer's own."""
    if report.ends_on >= clock.today():
        raise Refused(_("The period is not over, so its numbers can still change. Adopt the report the day after."))
    check_says(report.judgement, what=_("judgement of the officer"))


def _draft(report_id: UUID, *, read: int) -> OfficerReport:
    """The report as it stands, locked; Refused where it was adopted."""
    rows = models.OfficerReport.objects.select_for_update(of=("self",)).filter(pk=report_id)
    stored = shaped(OfficerReport, rows.values().get())
    if stored.is_adopted:
        raise Refused(_("This report was adopted, so it stays as it is. Write what is new in the next one."))
    check_unchanged(stored.revision, read=read, name=_("This report"))
    return stored
