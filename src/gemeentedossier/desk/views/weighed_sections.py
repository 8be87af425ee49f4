"""The sections of a security sheet about what was weighed and planned: the risks of the activity, and its outage."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.continuity import plan_said, plans_by_activity
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.mending import is_of_outages
from gemeentedossier.desk.presenters.risks import risks_table, weighed_in
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.desk.views.security_pages import sheet_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.organisation.permissions import can_for


def weighed_sections(visit: Visit, judged: Judged, activity: Activity) -> tuple[Section, ...]:
    """The risks of an activity and its plan for an outage, with what was found of them."""
    sheet, now = sheet_of(visit, judged), visit.moment is None
    own = [each for each in weighed_in(sheet) if each.risk.activity_id == activity.id]
    may_weigh = now and can_for(visit.actor, "security.record_risk", owner_id=activity.owner_id)
    may_plan = now and can_for(visit.actor, "security.plan_continuity", owner_id=activity.owner_id)
    return (
        Section(
            anchor="risks",
            title=_("Risks"),
            about=_("What can go wrong with these data, and what remains of it with the measures (Article 32(2))."),
            table=risks_table(sheet, own, with_activity=False),
            add_url=f"{url_of(visit, 'risk-new')}?activity={activity.id}" if may_weigh else "",
            cases=_cases(visit, judged, activity, is_of_risks),
        ),
        Section(
            anchor="outage",
            title=_("Plan for an outage"),
            about=_("How long people can do without, and how they are helped meanwhile (Article 32(1)(b) and (c))."),
            definitions=tuple(plan_said(plans_by_activity(sheet).get(activity.id))),
            edit_url=url_of(visit, "continuity-edit", activity.id) if may_plan else "",
            cases=outage_cases(visit, judged, activity),
        ),
    )


def outage_cases(visit: Visit, judged: Judged, activity: Activity) -> tuple[Shown, ...]:
    """What is open about the plan of an activity for an outage."""
    return _cases(visit, judged, activity, is_of_outages)


def is_of_risks(finding: Finding) -> bool:
    """Whether it is about a risk."""
    return finding.subject_kind is SubjectKind.SECURITY_RISK


def _cases(visit: Visit, judged: Judged, activity: Activity, fits: Callable[[Finding], bool]) -> tuple[Shown, ...]:
    own = (each for each in judged.assessment.cases if each.case.activity_id == activity.id)
    found = (finding for each in own for finding in each if finding.is_open and fits(finding))
    return shown_findings(sorted(found, key=lambda each: each.weight), judged, reader_of(visit, judged))
