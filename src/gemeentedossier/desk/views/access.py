"""The access matrix: a line added, edited or withdrawn, and all lines of all activities on one page."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.access import AccessFilter
from gemeentedossier.desk.forms.security import AccessForm, LineForm
from gemeentedossier.desk.presenters.access_matrix import (
    lines_of,
    no_lines,
    whole_matrix,
    without_lines,
)
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.desk.views.security_pages import VIEW, security_frame, sheet_of
from gemeentedossier.desk.views.security_sections import ACCESS
from gemeentedossier.desk.views.security_sheet import activity_in, page_of, place_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.security.actions.access import allow_access, change_access, withdraw_access
from gemeentedossier.dossier.security.facts import AccessRule
from gemeentedossier.exchange.engine.access_book import access_book
from gemeentedossier.exchange.engine.writing.books import BookFormat
from gemeentedossier.exchange.engine.writing.files import write_book
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import check_permitted_for


@staff(ACCESS)
def allow(visit: Visit, activity_id: UUID, purpose_id: UUID | None = None) -> HttpResponse:
    """Add a line to the access matrix, on the sheet of a purpose or on that of the activity."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    back = f"{place_of(visit, activity, purpose_id)}#access"
    if visit.request.method != "POST":
        return redirect(back)
    form = AccessForm(visit.request.POST, activity=activity)
    told = _("The line was added to the access matrix.")
    if form.is_valid():
        line = AccessRule(id=new_id(), activity_id=activity.id, **form.cleaned_data)
        if done(visit, form, lambda: allow_access(line, by=visit.actor), said=told):
            return redirect(back)
    return page_of(visit, judged, activity, purpose_id, bound=form)


@staff(ACCESS, only_now=True)
def line(visit: Visit, activity_id: UUID, key: UUID) -> HttpResponse:
    """A line of the access matrix, opened for editing; here it is withdrawn too."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    check_permitted_for(visit.actor, ACCESS, owner_id=activity.owner_id)
    found = _line_in(judged.dossier.access_rules, activity_id, key)
    back = f"{place_of(visit, activity, found.purpose_id)}#access"
    form = LineForm(visit.request.POST or None, activity=activity, line=found)
    if visit.request.method == "POST" and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "read"}
        wanted, read = replace(found, **given), form.cleaned_data["read"]
        told = _("The change was recorded.")
        if done(visit, form, lambda: change_access(wanted, read=read, by=visit.actor), said=told):
            return redirect(f"{place_of(visit, activity, wanted.purpose_id)}#access")
    title = _("Edit a line of the access matrix")
    shown = {
        "frame": security_frame(visit, activity.name, back=back, last=title),
        "title": title,
        "lead": activity.name,
        "form": form,
        "button": _("Save"),
        "back_url": back,
        "remove_url": reverse("desk:access-withdraw", args=[visit.municipality.slug, activity.id, found.id]),
        "remove_label": _("Withdraw this line"),
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


@staff(ACCESS)
def withdraw(visit: Visit, activity_id: UUID, key: UUID) -> HttpResponse:
    """Take a line out of the access matrix."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    found = _line_in(judged.dossier.access_rules, activity_id, key)
    if visit.request.method == "POST":
        withdraw_access(found.id, by=visit.actor)
        told = _("“%(function)s” no longer stands in the access matrix for this purpose.")
        messages.success(visit.request, told % {"function": found.function})
    return redirect(f"{place_of(visit, activity, found.purpose_id)}#access")


@staff(VIEW)
def matrix(visit: Visit) -> HttpResponse:
    """Which function may see which data for which purpose, over all activities; filtered."""
    judged, slug = judged_by(visit), visit.municipality.slug
    about, title = sheet_of(visit, judged), _("Access matrix of all activities")
    filters = AccessFilter(visit.request.GET.dict(), dossier=judged.dossier)
    wanted, asked = filters.wanted(), visit.request.GET.urlencode()
    kinds = ((BookFormat.XLSX, _("As a workbook (XLSX)")), (BookFormat.ODS, _("As a workbook (ODS)")))
    files = (Link(label=label, url=_file_url(slug, kind, asked)) for kind, label in kinds)
    shown = {
        "frame": security_frame(visit, title),
        "title": title,
        "lead": _("Which function may see which data for which purpose (Article 32(4))."),
        "links": tuple(files),
        "filters": filters,
        "table": whole_matrix(about, wanted),
        "empty": no_lines(slug),
        "without": without_lines(about, wanted) if not wanted.function else None,
    }
    return render(visit.request, "desk/access_matrix.html", shown)


@staff(VIEW)
def matrix_file(visit: Visit, form: str) -> HttpResponse:
    """The lines that the filters let through, as a workbook."""
    if form not in set(BookFormat):
        raise Http404
    chosen, dossier = BookFormat(form), judged_by(visit).dossier
    wanted = AccessFilter(visit.request.GET.dict(), dossier=dossier).wanted()
    found = lines_of(dossier, wanted)
    book = access_book(found, catalogue_at(visit.moment), name=dossier.organisation.name, language=language())
    kind = pgettext("name of a file", "access-matrix")
    name = f"{visit.municipality.slug}-{kind}-{day_of(dossier).isoformat()}.{chosen}"
    return answer_with(write_book(book, chosen), name=name, media_type=chosen.media_type)


def _file_url(slug: str, form: BookFormat, asked: str) -> str:
    url = reverse("desk:access-matrix-file", args=[slug, form])
    return f"{url}?{asked}" if asked else url


def _line_in(rules: tuple[AccessRule, ...], activity_id: UUID, key: UUID) -> AccessRule:
    return found_in((each for each in rules if each.activity_id == activity_id), key)
