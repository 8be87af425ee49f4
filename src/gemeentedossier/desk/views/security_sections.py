"""The sections of a security sheet, with what was found beside them and the forms that open in them."""

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import whole_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.rules import Part, SubjectKind
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.security import AccessForm, GoneForm, RightForm
from gemeentedossier.desk.presenters.access import matrix_table, rights_table
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.mending import is_of_outages
from gemeentedossier.desk.presenters.security_sheet import asked_table, levels_table, means_table
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.findings import reader_of
from gemeentedossier.desk.views.security_pages import sheet_of
from gemeentedossier.desk.views.weighed_sections import is_of_risks, weighed_sections
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.organisation.permissions import can, can_for

RIGHT, GONE = "security.record_right", "security.remove_right"
CLASSIFY, ACCESS = "security.classify_activity", "security.edit_access"


def sections_of(visit: Visit, judged: Judged, activity: Activity, bound: Form | None) -> tuple[Section, ...]:
    """The sections of the sheet; ``bound`` is the form of a line that needs attention."""
    about, secured = sheet_of(visit, judged), whole_in(judged.dossier).secured_of(activity)
    slug, now, owner = visit.municipality.slug, visit.moment is None, activity.owner_id
    may_classify = now and can_for(visit.actor, CLASSIFY, owner_id=owner)
    may_write = now and can_for(visit.actor, ACCESS, owner_id=owner)
    of_rights, others = _open_cases(visit, judged, activity)
    return (
        Section(
            anchor="levels",
            title=_("Levels"),
            about=_("How much harm people suffer when the data are gone, wrong, or seen by others (Article 32(1))."),
            table=levels_table(about, secured),
            edit_url=reverse("desk:activity-levels", args=[slug, activity.id]) if may_classify else "",
            cases=others,
        ),
        Section(
            anchor="asked",
            title=_("What the levels ask"),
            about=_("A measure counts as long as evidence that stands shows that it works."),
            table=asked_table(about, secured),
        ),
        Section(anchor="means", title=_("Systems and measures"), about="", table=means_table(about, activity)),
        Section(
            anchor="access",
            title=_("Access matrix"),
            about=_("Which function may see which data for which purpose (Article 32(4))."),
            table=matrix_table(about, activity),
            folds=(_access_fold(bound, slug, activity),) if may_write else (),
        ),
        Section(
            anchor="rights",
            title=_("Rights that were found"),
            about="",
            table=rights_table(about, secured),
            cases=of_rights,
            folds=_right_folds(bound, visit, judged, activity) if now and can(visit.actor, RIGHT) else (),
        ),
        *weighed_sections(visit, judged, activity),
    )


def _open_cases(visit: Visit, judged: Judged, activity: Activity) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    """What follows from the records of Part B and is open: about rights that were found, and about the rest."""
    own = (each for each in judged.assessment.cases if each.case.activity_id == activity.id)
    every = (finding for each in own for finding in each if finding.is_open and finding.rule.part is Part.B)
    found = sorted((each for each in every if not each.rule.is_attested), key=lambda each: each.weight)
    reader = reader_of(visit, judged)
    rights = [each for each in found if each.subject_kind is SubjectKind.ACCESS_RIGHT]
    others = [e for e in found if not (e in rights or is_of_risks(e) or is_of_outages(e))]
    return shown_findings(rights, judged, reader), shown_findings(others, judged, reader)


def _right_folds(bound: Form | None, visit: Visit, judged: Judged, activity: Activity) -> tuple[Fold, ...]:
    slug, dossier = visit.municipality.slug, judged.dossier
    recorded = bound if isinstance(bound, RightForm) else RightForm(activity=activity, dossier=dossier)
    asked = visit.request.GET.get("gone", "")
    unbound = GoneForm(activity=activity, dossier=dossier, initial={"right_id": asked})
    gone = bound if isinstance(bound, GoneForm) else aimed(unbound, "right_id" if asked else "")
    there = any(each.activity_id == activity.id for each in dossier.access_rights)
    may_remove = there and can_for(visit.actor, GONE, owner_id=activity.owner_id)
    found = Fold(
        title=_("Record a right that was found"),
        button=pgettext("verb", "Record"),
        url=reverse("desk:activity-right", args=[slug, activity.id]),
        form=recorded,
        anchor="rights",
    )
    withdrawn = Fold(
        title=_("A right is gone"),
        button=pgettext("verb", "Record"),
        url=reverse("desk:activity-right-gone", args=[slug, activity.id]),
        form=gone,
        anchor="rights",
        id="gone",
        opened=bool(asked),
    )
    return (found, withdrawn) if may_remove else (found,)


def _access_fold(bound: Form | None, slug: str, activity: Activity) -> Fold:
    form = bound if isinstance(bound, AccessForm) else AccessForm(activity=activity)
    url = reverse("desk:activity-access", args=[slug, activity.id])
    return Fold(title=_("Add a line"), button=_("Add"), url=url, form=form, anchor="access")
