"""The sections of the security sheets of an activity: its index, and the sheet of one purpose."""

from collections.abc import Mapping

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import whole_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.security import AccessForm, GoneForm, RightForm
from gemeentedossier.desk.presenters.access import matrix_table, rights_table
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.purpose_sheet import measures_of, purposes_table, systems_of, used_for
from gemeentedossier.desk.presenters.security_sheet import Sheet, asked_table, levels_table
from gemeentedossier.desk.presenters.sheet_findings import (
    of_means,
    of_part_b,
    section_on_the_index,
    section_on_the_sheet,
)
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.security_pages import beside, sheet_of
from gemeentedossier.desk.views.weighed_sections import weighed_sections
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can, can_for

RIGHT, GONE = "security.record_right", "security.remove_right"
CLASSIFY, ACCESS = "security.classify_activity", "security.edit_access"


def no_purpose() -> str:
    """Why an activity without a purpose has no security sheet, and what to do."""
    return _(
        "There is no security sheet without a purpose: what the data are used for decides who may see them and how "
        "well they must be protected (Articles 5(1)(b) and 32). Record a purpose first."
    )


def sections_of(visit: Visit, judged: Judged, activity: Activity, bound: Form | None) -> tuple[Section, ...]:
    """The sections of the index of an activity; ``bound`` is the form of a line that needs attention."""
    about, secured = sheet_of(visit, judged), whole_in(judged.dossier).secured_of(activity)
    slug = visit.municipality.slug
    cases = beside(visit, judged, of_part_b(judged, activity), section_on_the_index)
    record = Link(label=_("Record a purpose"), url=f"{reverse('desk:activity', args=[slug, activity.id])}#purposes")
    return (
        levels_section(visit, about, activity, cases.get("levels", ())),
        Section(
            anchor="purposes",
            title=_("Security sheets"),
            about=_("Each purpose has its own sheet: what is used for it, what protects that, and who may see it."),
            table=purposes_table(about, activity),
            empty=no_purpose(),
            links=() if activity.purposes else (record,),
        ),
        access_section(visit, about, activity, bound=bound),
        Section(
            anchor="rights",
            title=_("Rights that were found"),
            about=_("What somebody saw in the systems, held against the access matrix."),
            table=rights_table(about, secured),
            cases=cases.get("rights", ()),
            folds=_right_folds(bound, visit, judged, activity) if writes(visit, RIGHT) else (),
        ),
        *weighed_sections(visit, judged, activity),
    )


def purpose_sections(
    visit: Visit, judged: Judged, activity: Activity, purpose: Purpose, bound: Form | None
) -> tuple[Section, ...]:
    """The sections of the sheet of one purpose; ``bound`` is the form of a line that needs attention."""
    about, secured = sheet_of(visit, judged), whole_in(judged.dossier).secured_of(activity)
    found = (*of_part_b(judged, activity, purpose), *of_means(judged, activity))
    cases = beside(visit, judged, found, section_on_the_sheet)
    index = reverse("desk:activity-security", args=[about.slug, activity.id])
    every = Link(label=_("All rights that were found, and what became of them"), url=f"{index}#rights")
    return (
        Section(
            anchor="used",
            title=_("What is used for it"),
            about="",
            definitions=tuple(used_for(about, activity, purpose)),
        ),
        levels_section(visit, about, activity, cases.get("levels", ())),
        *means_sections(about, activity, cases),
        access_section(visit, about, activity, purpose=purpose, bound=bound),
        Section(
            anchor="rights",
            title=_("Rights that were found"),
            about=_("What somebody saw in the systems, held against the access matrix."),
            table=rights_table(about, secured, purpose=purpose),
            cases=cases.get("rights", ()),
            links=(every,),
        ),
    )


def means_sections(
    about: Sheet, activity: Activity, cases: Mapping[str, tuple[Shown, ...]]
) -> tuple[Section, Section, Section]:
    """What the levels ask, and the systems and measures by which the activity has it."""
    return (
        Section(
            anchor="asked",
            title=_("What the levels ask"),
            about=_("A measure counts as long as evidence that stands shows that it works."),
            table=asked_table(about, whole_in(about.dossier).secured_of(activity)),
        ),
        Section(
            anchor="systems",
            title=_("Systems"),
            about=_("A system has the highest level of the activities that use it, unless somebody decided otherwise."),
            table=systems_of(about, activity),
            cases=cases.get("systems", ()),
            names_cases=True,
        ),
        Section(
            anchor="measures",
            title=_("Measures"),
            about="",
            table=measures_of(about, activity),
            cases=cases.get("measures", ()),
            names_cases=True,
        ),
    )


def levels_section(visit: Visit, about: Sheet, activity: Activity, cases: tuple[Shown, ...]) -> Section:
    """The levels of the activity with what people suffer, and the way to write them."""
    may = visit.moment is None and can_for(visit.actor, CLASSIFY, owner_id=activity.owner_id)
    secured = whole_in(about.dossier).secured_of(activity)
    return Section(
        anchor="levels",
        title=_("Levels"),
        about=_("How much harm people suffer when the data are gone, wrong, or seen by others (Article 32(1))."),
        table=levels_table(about, secured),
        empty=_("Nobody classified this activity yet. Give each aspect a level, and say why it fits."),
        edit_url=reverse("desk:activity-levels", args=[about.slug, activity.id]) if may else "",
        cases=cases,
    )


def access_section(
    visit: Visit, about: Sheet, activity: Activity, *, purpose: Purpose | None = None, bound: Form | None
) -> Section:
    """Who may see what, for one purpose or for all, and the form for a line more."""
    may = visit.moment is None and can_for(visit.actor, ACCESS, owner_id=activity.owner_id)
    return Section(
        anchor="access",
        title=_("Access matrix"),
        about=_("Which function may see which data for which purpose (Article 32(4))."),
        table=matrix_table(about, activity, purpose=purpose, edits=may),
        empty=_("Nobody recorded yet who may see these data, so that no right can be judged."),
        folds=(_access_fold(bound, about.slug, activity, purpose),) if may else (),
    )


def writes(visit: Visit, permission: str) -> bool:
    """Whether this visit may write so, now."""
    return visit.moment is None and can(visit.actor, permission)


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


def _access_fold(bound: Form | None, slug: str, activity: Activity, purpose: Purpose | None) -> Fold:
    unbound = AccessForm(activity=activity, initial={"purpose_id": purpose.id if purpose else ""})
    url = reverse("desk:activity-access", args=[slug, activity.id])
    if purpose:
        url = reverse("desk:purpose-access", args=[slug, activity.id, purpose.id])
    form = bound if isinstance(bound, AccessForm) else unbound
    return Fold(title=_("Add a line"), button=_("Add"), url=url, form=form, anchor="access")
