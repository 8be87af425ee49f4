"""Import with its mapping and its report, and the export of the whole dossier."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Func, IntegerField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Crumb, Pagination, Tab
from gemeentedossier.desk.forms.exchange import MappingForm, UndoForm, UploadForm
from gemeentedossier.desk.presenters import exchange as presenters
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.import_report import remark_groups
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.dossier.governance.actions.reports import WRITE as WRITE_REPORT
from gemeentedossier.exchange.actions.imports import Mappings, earlier_import, proposals_for
from gemeentedossier.exchange.actions.lists import import_file
from gemeentedossier.exchange.actions.stayed import stayed_of
from gemeentedossier.exchange.actions.undoing import undo_import
from gemeentedossier.exchange.actions.uploads import Upload, drop_upload, keep_upload, kept_upload
from gemeentedossier.exchange.engine.dossier_file import is_dossier, write_dossier
from gemeentedossier.exchange.engine.kinds import FORMS
from gemeentedossier.exchange.engine.reading import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reports import remarks_in
from gemeentedossier.exchange.enums import ListKind, Severity
from gemeentedossier.exchange.models import Import
from gemeentedossier.exchange.presenters.faults import sentence_of_fault
from gemeentedossier.exchange.presenters.remarks import Places
from gemeentedossier.exchange.rules import IMPORT_LIST, VIEW_IMPORTS, kinds_to_import, permission_to_import
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.permissions import can

PAGE = 100
EXPORT = "exchange.export_dossier"


@staff(VIEW_IMPORTS)
def exchange(visit: Visit) -> HttpResponse:
    """What can come in and go out, and what came in before."""
    slug = visit.municipality.slug
    imports = Import.objects.select_related("imported_by").defer("report", "mapping")
    if visit.moment:
        imports = imports.filter(imported_at__lte=visit.moment)
    count = Func("report", function="jsonb_array_length", output_field=IntegerField())
    remarks = dict(imports.values_list("pk", count))
    known = [presenters.as_known(each, visit.moment) for each in imports]
    kinds = () if visit.moment else kinds_to_import(visit.actor)
    shown = {
        "frame": frame_for(visit, place="desk:exchange"),
        "form": UploadForm(kinds=kinds, initial=_asked(visit)) if kinds else None,
        "upload_url": reverse("desk:import-upload", args=[slug]),
        "export_url": reverse("desk:export", args=[slug]) if can(visit.actor, EXPORT) else "",
        "imports": presenters.imports_table(known, remarks=remarks, slug=slug),
    }
    return render(visit.request, "desk/exchange.html", shown)


def _asked(visit: Visit) -> dict[str, str]:
    """What the page is opened for: a kind of list, and an agreement."""
    asked = {name: visit.request.GET.get(name, "") for name in ("what", "agreement")}
    return {name: value for name, value in asked.items() if value}


def _asked_again(slug: str, what: ListKind, about: UUID | None) -> str:
    """Where the form stands, with what was chosen in it: a browser does not keep the file."""
    chosen = {"what": what.value, **({"agreement": str(about)} if about else {})}
    return f"{reverse('desk:exchange', args=[slug])}?{urlencode(chosen)}#import"


@staff(IMPORT_LIST)
def upload(visit: Visit) -> HttpResponse:
    """Take in a file, and show how it would be read."""
    slug = visit.municipality.slug
    kinds = kinds_to_import(visit.actor)
    form = UploadForm({"what": kinds[0].value, **visit.request.POST.dict()}, visit.request.FILES, kinds=kinds)
    if visit.request.method != "POST":
        return redirect("desk:exchange", slug)
    if not form.is_valid():
        if "what" in form.errors:
            messages.error(visit.request, " ".join(map(str, form.errors["what"])))
            return redirect("desk:exchange", slug)
        if "agreement" in form.errors:
            messages.error(visit.request, " ".join(map(str, form.errors["agreement"])))
            return redirect(_asked_again(slug, form.cleaned_data.get("what", ListKind.REGISTER), None))
        raise Refused(_("No file was chosen, or it is empty. Choose the file and send it again."))
    file, what, about = (form.cleaned_data[name] for name in ("file", "what", "agreement"))
    if (file.size or 0) > Limits().size:
        raise Refused(_("This file is larger than %(n)s MB. Split it.") % {"n": Limits().size // 2**20})
    content = file.read()
    if is_dossier(content):
        raise Refused(
            _("A whole dossier is loaded by the administrator: gemeentedossier import %(m)s FILE.") % {"m": slug}
        )
    if known := earlier_import(content, what=what, about=about):
        messages.info(visit.request, presenters.known_sentence(known))
        return redirect("desk:import-report", slug, known.id)
    try:
        proposals_for(content, file_name=file.name or "", what=what)
    except UnreadableFile as fault:
        messages.error(visit.request, sentence_of_fault(fault))
        return redirect(_asked_again(slug, what, about))
    token = keep_upload(Upload(content, file.name or "", what, about), by=visit.actor)
    return redirect("desk:import-mapping", slug, token)


@staff(IMPORT_LIST)
def mapping(visit: Visit, token: UUID) -> HttpResponse:
    """Show and correct what each column holds, then take the file over."""
    kept = kept_upload(token, by=visit.actor)
    proposals, name = proposals_for(kept.content, file_name=kept.file_name, what=kept.what), kept.file_name
    form = MappingForm(visit.request.POST or None, proposals=proposals, form=FORMS[kept.what])
    if visit.request.method == "POST" and form.is_valid():
        return _take_over(visit, token, kept, form.mappings())
    slug = visit.municipality.slug
    crumbs = (Crumb(label=_("Import and export"), url=reverse("desk:exchange", args=[slug])), Crumb(label=name))
    shown = {
        "frame": frame_for(visit, place="desk:exchange", crumbs=crumbs),
        "form": form,
        "name": name,
        "take_over": presenters.take_over_words(kept.what),
        "sheets": presenters.sheet_choices(form),
        "back_url": reverse("desk:exchange", args=[slug]),
    }
    return render(visit.request, "desk/import_mapping.html", shown)


def _take_over(visit: Visit, token: UUID, kept: Upload, mappings: Mappings) -> HttpResponse:
    try:
        imported = import_file(
            kept.content,
            what=kept.what,
            agreement_id=kept.agreement_id,
            file_name=kept.file_name,
            by=visit.actor,
            mappings=mappings,
        )
    except UnreadableFile as fault:
        raise Refused(sentence_of_fault(fault)) from fault
    drop_upload(token, by=visit.actor)
    if not imported.is_new:
        messages.info(visit.request, _("This file was imported before; nothing changed. This is its report."))
    return redirect("desk:import-report", visit.municipality.slug, imported.record.id)


@staff(VIEW_IMPORTS)
def report(visit: Visit, import_id: UUID) -> HttpResponse:
    """What was taken over from a file, what was not, and why."""
    record = presenters.as_known(Import.objects.get(pk=import_id), visit.moment)
    if visit.moment and record.imported_at > visit.moment:
        raise Http404
    places = Places.of(record.file_format, record.mapping)
    slug, chosen = visit.municipality.slug, visit.request.GET.get("severity", "")
    remarks = remarks_in(record.report)
    picked = [remark for remark in remarks if not chosen or remark.severity == chosen]
    page = Paginator(picked, PAGE).get_page(visit.request.GET.get("page"))
    is_listed = visit.request.GET.get("list") == "1" and bool(picked)
    counts = presenters.severity_counts(remarks)
    tabs = [Tab(label=_("All remarks"), url="?", current=not chosen, count=len(remarks))]
    tabs += [
        Tab(label=presenters.severity_badge(s).word, url=f"?severity={s}", current=chosen == s, count=counts[s])
        for s in Severity
    ]
    crumbs = (
        Crumb(label=_("Import and export"), url=reverse("desk:exchange", args=[slug])),
        Crumb(label=record.file_name),
    )
    shown = {
        "frame": frame_for(visit, place="desk:exchange", crumbs=crumbs),
        "record": record,
        "title": presenters.report_title(record),
        "lead": presenters.report_lead(record),
        "undone": presenters.undone_sentence(record, () if visit.moment else stayed_of(record)),
        "undo_form": _undo_form(visit, record),
        "undo_url": reverse("desk:import-undo", args=[slug, record.id]),
        "tabs": tabs,
        "groups": () if is_listed else remark_groups(picked, places),
        "table": presenters.remarks_table(list(page), places) if is_listed or not picked else None,
        "list_url": f"?severity={chosen}&list=1",
        "group_url": f"?severity={chosen}",
        "pagination": Pagination(
            pages=page_links(
                current=page.number,
                last=page.paginator.num_pages,
                url_for=lambda number: f"?severity={chosen}&list=1&page={number}",
            )
            if is_listed and page.has_other_pages()
            else ()
        ),
        "listed": presenters.where_listed(record, slug),
        "findings_url": reverse("desk:findings", args=[slug]),
    }
    return render(visit.request, "desk/import_report.html", shown)


def _undo_form(visit: Visit, record: Import) -> UndoForm | None:
    may = visit.moment is None and can(visit.actor, permission_to_import(ListKind(record.kind)))
    return UndoForm() if may and record.undone_at is None else None


@staff(IMPORT_LIST)
def undo(visit: Visit, import_id: UUID) -> HttpResponse:
    """Take back what a file brought."""
    form = UndoForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        undo_import(import_id, by=visit.actor, reason=form.cleaned_data["reason"])
    elif visit.request.method == "POST":
        messages.error(visit.request, _("Say why this import is undone."))
    return redirect("desk:import-report", visit.municipality.slug, import_id)


@staff(EXPORT)
def export(visit: Visit) -> HttpResponse:
    """The whole dossier as JSON, of now or of the moment that the desk is turned to.

    Drafts of reports leave for who writes them alone (GDPR 38(3)).
    """
    content = write_dossier(visit.dossier(), with_drafts=can(visit.actor, WRITE_REPORT))
    response = HttpResponse(content, content_type="application/json")
    stamp = (visit.moment or clock.now()).strftime("%Y-%m-%d")
    response["Content-Disposition"] = f'attachment; filename="dossier-{visit.municipality.slug}-{stamp}.json"'
    return response
