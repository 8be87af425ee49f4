"""Part B: what protects the data, the statement of applicability, and the security sheet of one activity."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of, whole_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.rules import Part, SubjectKind
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.security import AccessForm, GoneForm, LevelsForm, RightForm
from gemeentedossier.desk.presenters.activity.wording import language, words_of
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.security import applicability_table, measures_table, systems_table
from gemeentedossier.desk.presenters.security_sheet import (
    Sheet,
    asked_table,
    levels_table,
    matrix_table,
    means_table,
    rights_table,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.findings import judged_by, reader_of
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.access import allow_access
from gemeentedossier.dossier.security.actions.classification import approve_classification, classify_activity
from gemeentedossier.dossier.security.facts import AccessRule, Classification
from gemeentedossier.exchange.engine.applicability_book import applicability_book
from gemeentedossier.exchange.engine.writing.books import BookFormat
from gemeentedossier.exchange.engine.writing.files import write_book
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can, can_for

VIEW = "security.view_security"
RIGHT = "security.record_right"
CLASSIFY, APPROVE, ACCESS = "security.classify_activity", "security.approve_classification", "security.edit_access"


@staff(VIEW)
def overview(visit: Visit) -> HttpResponse:
    """The systems and measures, and how far activities are classified."""
    judged, slug = judged_by(visit), visit.municipality.slug
    dossier, today, now = judged.dossier, day_of(judged.dossier), visit.moment is None
    approved = sum(each.approved_at is not None for each in dossier.classifications)
    shown = {
        "frame": frame_for(visit, place="desk:security"),
        "slug": slug,
        "systems": systems_table(dossier, judged.assessment, today=today, slug=slug),
        "measures": measures_table(dossier, judged.assessment, today=today, slug=slug),
        "activities": len(dossier.activities),
        "classified": len(dossier.classifications),
        "approved": approved,
        "may_record_system": now and can(visit.actor, "assets.record_system"),
        "may_record_measure": now and can(visit.actor, "assets.record_measure"),
    }
    return render(visit.request, "desk/security.html", shown)


@staff(VIEW)
def applicability(visit: Visit) -> HttpResponse:
    """Each measure that the baseline asks, with what the municipality has for it."""
    dossier, slug = judged_by(visit).dossier, visit.municipality.slug
    title = _("Statement of applicability")
    table = applicability_table(
        dossier, catalogue_at(visit.moment), today=day_of(dossier), slug=slug, language=language()
    )
    shown = {"frame": security_frame(visit, title), "table": table, "slug": slug}
    return render(visit.request, "desk/applicability.html", shown)


@staff(VIEW)
def applicability_file(visit: Visit, form: str) -> HttpResponse:
    """The statement of applicability as a workbook."""
    if form not in set(BookFormat):
        raise Http404
    chosen, dossier = BookFormat(form), judged_by(visit).dossier
    day = day_of(dossier)
    book = applicability_book(dossier, catalogue_at(visit.moment), day=day, language=language())
    kind = pgettext("name of a file", "applicability")
    name = f"{visit.municipality.slug}-{kind}-{day.isoformat()}.{chosen}"
    return answer_with(write_book(book, chosen), name=name, media_type=chosen.media_type)


@staff(VIEW)
def sheet(visit: Visit, activity_id: UUID) -> HttpResponse:
    """How one activity is secured: levels, what they ask, means, who may see what, and what was found."""
    judged = judged_by(visit)
    return sheet_page(visit, judged, activity_in(judged, activity_id))


@staff(CLASSIFY, only_now=True)
def classify(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The levels of an activity, opened for editing."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    found = next((each for each in judged.dossier.classifications if each.activity_id == activity.id), None)
    form = LevelsForm(visit.request.POST or None, found=found)
    if visit.request.method == "POST" and form.is_valid():
        wanted = Classification(id=new_id(), activity_id=activity.id, **form.cleaned_data)
        try:
            classify_activity(wanted, by=visit.actor)
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, _("The levels were recorded."))
            return redirect(sheet_url(visit, activity, "levels"))
    return form_page(
        visit, title=_("Classify"), lead=activity.name, form=form, back=sheet_url(visit, activity, "levels")
    )


@staff(APPROVE)
def approve(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Approve the levels as they stand."""
    activity = activity_in(judged_by(visit), activity_id)
    if visit.request.method == "POST":
        approve_classification(activity.id, by=visit.actor)
        messages.success(visit.request, _("The levels were approved."))
    return redirect(sheet_url(visit, activity, "levels"))


@staff(ACCESS)
def allow(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Add a line to the access matrix; what needs attention is shown in its place."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    if visit.request.method != "POST":
        return redirect(sheet_url(visit, activity, "access"))
    form = AccessForm(visit.request.POST, activity=activity)
    if form.is_valid():
        try:
            allow_access(AccessRule(id=new_id(), activity_id=activity.id, **form.cleaned_data), by=visit.actor)
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, _("The line was added to the access matrix."))
            return redirect(sheet_url(visit, activity, "access"))
    return sheet_page(visit, judged, activity, bound=form)


def sheet_page(visit: Visit, judged: Judged, activity: Activity, *, bound: Form | None = None) -> HttpResponse:
    """The security sheet; ``bound`` is the form of a line that needs attention."""
    found = whole_in(judged.dossier).secured_of(activity).classification
    slug, waits = visit.municipality.slug, bool(found and found.is_whole and not found.approved_at)
    may_approve = visit.moment is None and can_for(visit.actor, APPROVE, owner_id=activity.owner_id)
    approve_url = reverse("desk:activity-levels-approve", args=[slug, activity.id])
    shown = {
        "frame": security_frame(visit, activity.name),
        "title": _("Security sheet"),
        "lead": activity.name,
        "lead_url": reverse("desk:activity", args=[slug, activity.id]),
        "sections": _sections(visit, judged, activity, bound),
        "approved": found if found and found.approved_at else None,
        "approve_url": approve_url if waits and may_approve else "",
    }
    return render(visit.request, "desk/security_record.html", shown)


def _sections(visit: Visit, judged: Judged, activity: Activity, bound: Form | None) -> tuple[Section, ...]:
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
    )


def _open_cases(visit: Visit, judged: Judged, activity: Activity) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    """What follows from the records of Part B and is open: about rights that were found, and about the rest."""
    own = (each for each in judged.assessment.cases if each.case.activity_id == activity.id)
    every = (finding for each in own for finding in each if finding.is_open and finding.rule.part is Part.B)
    found = sorted((each for each in every if not each.rule.is_attested), key=lambda each: each.weight)
    reader = reader_of(visit, judged)
    rights = [each for each in found if each.subject_kind is SubjectKind.ACCESS_RIGHT]
    others = [each for each in found if each not in rights]
    return shown_findings(rights, judged, reader), shown_findings(others, judged, reader)


def _right_folds(bound: Form | None, visit: Visit, judged: Judged, activity: Activity) -> tuple[Fold, ...]:
    slug, dossier = visit.municipality.slug, judged.dossier
    recorded = bound if isinstance(bound, RightForm) else RightForm(activity=activity, dossier=dossier)
    gone = bound if isinstance(bound, GoneForm) else GoneForm(activity=activity, dossier=dossier)
    there = any(each.activity_id == activity.id for each in dossier.access_rights)
    found = Fold(
        title=_("Record a right that was found"),
        button=pgettext("button", "Record"),
        url=reverse("desk:activity-right", args=[slug, activity.id]),
        form=recorded,
        anchor="rights",
    )
    withdrawn = Fold(
        title=_("A right is gone"),
        button=pgettext("button", "Record"),
        url=reverse("desk:activity-right-gone", args=[slug, activity.id]),
        form=gone,
        anchor="rights",
    )
    return (found, withdrawn) if there else (found,)


def _access_fold(bound: Form | None, slug: str, activity: Activity) -> Fold:
    form = bound if isinstance(bound, AccessForm) else AccessForm(activity=activity)
    url = reverse("desk:activity-access", args=[slug, activity.id])
    return Fold(title=_("Add a line"), button=_("Add"), url=url, form=form, anchor="access")


def sheet_of(visit: Visit, judged: Judged) -> Sheet:
    """What is needed to show how something is secured."""
    return Sheet(
        slug=visit.municipality.slug,
        dossier=judged.dossier,
        catalogue=catalogue_at(visit.moment),
        today=day_of(judged.dossier),
        words=words_of(judged.dossier, at=visit.moment),
    )


def activity_in(judged: Judged, key: UUID) -> Activity:
    """The activity of that key; Http404 where the dossier has none."""
    found = judged.activities.get(key)
    if found is None:
        raise Http404
    return found


def sheet_url(visit: Visit, activity: Activity, anchor: str) -> str:
    """The security sheet of an activity, at one of its sections."""
    return f"{reverse('desk:activity-security', args=[visit.municipality.slug, activity.id])}#{anchor}"


def form_page(visit: Visit, *, title: str, lead: str, form: Form, back: str) -> HttpResponse:
    """A form on a page of its own."""
    shown = {
        "frame": security_frame(visit, lead or title, back=back, last=title if lead else ""),
        "title": title,
        "lead": lead,
        "form": form,
        "button": _("Save"),
        "back_url": back,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def security_frame(visit: Visit, title: str, *, back: str = "", last: str = "") -> Frame:
    """The frame of a page of Part B."""
    url = reverse("desk:security", args=[visit.municipality.slug])
    every = Crumb(label=pgettext("place in the rail", "Security"), url=url)
    crumbs = (every, Crumb(label=title, url=back), *((Crumb(label=last),) if last else ()))
    return frame_for(visit, place="desk:security", crumbs=crumbs)
