"""Leaflets: the list, one of them with its check, its form, its paper and its history."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.leaflets import LeafletForm
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.leaflet_words import product_of
from gemeentedossier.desk.presenters.leaflets import (
    leaflet_files,
    leaflet_said,
    leaflets_table,
    no_leaflets,
    overdue_alert,
)
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agreements import VIEW
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.new_parties import tell_new_party
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.security_pages import sheet_of
from gemeentedossier.desk.views.weighed_pages import (
    cases_of,
    history_link,
    history_page,
    reason_fold,
    url_of,
    with_reason,
)
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.queries import leaflet_text_of
from gemeentedossier.dossier.agreements.actions.leaflets import delete_leaflet, edit_leaflet, record_leaflet
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.models import Leaflet as LeafletRow
from gemeentedossier.dossier.agreements.presenters.leaflets import answers_said, term_badge
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can

RECORD, EDIT = "agreements.record_leaflet", "agreements.edit_leaflet"
DELETE = "agreements.delete_leaflet"
WHOLE = Whole(LeafletRow, (LeafletRow,), "leaflet_id")


@staff(VIEW)
def leaflets(visit: Visit) -> HttpResponse:
    """Every leaflet, with how it stands."""
    sheet = sheet_of(visit, judged_by(visit))
    may, url = visit.moment is None and can(visit.actor, RECORD), url_of(visit, "leaflet-new")
    shown = {
        "frame": _frame(visit),
        "title": leaflets_title(),
        "lead": _("What suppliers and partners tell about their product, one leaflet a product."),
        "table": leaflets_table(sheet, sheet.dossier.leaflets),
        "empty": no_leaflets(may_record=may, url=url),
        "new_url": url if may and sheet.dossier.leaflets else "",
    }
    return render(visit.request, "desk/leaflets.html", shown)


@staff(VIEW)
def leaflet(visit: Visit, key: UUID) -> HttpResponse:
    """One leaflet: whose, about what, whether that is what was agreed, and what it tells."""
    judged = judged_by(visit)
    return leaflet_page(visit, judged, leaflet_in(judged, key))


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a leaflet; the address may say whose, about what and to which agreement."""
    judged, asked = judged_by(visit), visit.request.GET
    blank = Leaflet(new_id(), new_id())
    told = {name: asked[name] for name in ("party_name", "system_id", "tool_id", "agreement_id") if name in asked}
    form = LeafletForm(visit.request.POST or None, leaflet=blank, dossier=judged.dossier, is_new=True, initial=told)

    def write() -> object:
        given = dict(form.cleaned_data)
        party_name = given.pop("party_name")
        return record_leaflet(replace(blank, **given), party_name=party_name, by=visit.actor)

    if done(visit, form, write):
        tell_new_party(visit, judged.dossier, form.cleaned_data["party_name"])
        return redirect(url_of(visit, "leaflet", blank.id))
    return _form_page(visit, title=_("Record a leaflet"), lead="", form=form, back=url_of(visit, "leaflets"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A leaflet, opened for editing."""
    judged = judged_by(visit)
    found, back = leaflet_in(judged, key), url_of(visit, "leaflet", key)
    form = LeafletForm(visit.request.POST or None, leaflet=found, dossier=judged.dossier, is_new=False)
    aimed(form, visit.request.GET.get("field", ""))
    if done(visit, form, lambda: edit_leaflet(replace(found, **form.cleaned_data), by=visit.actor)):
        return redirect(back)
    return _form_page(visit, title=_("Edit"), lead=_name(visit, judged, found), form=form, back=back)


@staff(DELETE)
def remove(visit: Visit, key: UUID) -> HttpResponse:
    """Take away a leaflet that no longer serves; only asked by POST."""
    judged = judged_by(visit)
    found = leaflet_in(judged, key)
    return with_reason(
        visit,
        lambda reason: delete_leaflet(key, reason=reason, by=visit.actor),
        to=url_of(visit, "leaflets"),
        back=url_of(visit, "leaflet", key),
        again=lambda form: leaflet_page(visit, judged, found, bound=form),
    )


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a leaflet, through whichever account."""
    judged = judged_by(visit)
    name = _name(visit, judged, leaflet_in(judged, key))
    back = Link(label=name, url=url_of(visit, "leaflet", key))
    every = Link(label=leaflets_title(), url=url_of(visit, "leaflets"))
    return history_page(visit, WHOLE, key, title=name, back=back, every=every)


@staff(VIEW)
def text(visit: Visit, key: UUID) -> HttpResponse:
    """The leaflet as a paper; a click on a sentence shows what it rests on."""
    (_leaflet, document), language = _text(visit, key), language_of(visit)
    place_of = places_in(judged_by(visit).dossier, visit.municipality.slug)
    name = _name(visit, judged_by(visit), _leaflet)
    shown = {
        "frame": _frame(visit, name, back=url_of(visit, "leaflet", key), last=document.subject),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": leaflet_files(visit.municipality.slug, key, language=language),
        "paper": paper_on_page(document, place_of),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, key: UUID, form: str) -> HttpResponse:
    """The paper as a file."""
    (found, document), wanted = _text(visit, key), form_of(form)
    name = slugify(f"{document.subject} {found.party_name}")[:80] or "leaflet"
    made = file_of(document, wanted, name=name)
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def leaflet_page(visit: Visit, judged: Judged, found: Leaflet, *, bound: object = None) -> HttpResponse:
    """The page of a leaflet; ``bound`` is the form that needs attention."""
    sheet, now = sheet_of(visit, judged), visit.moment is None
    url = url_of(visit, "leaflet-edit", found.id) if now and can(visit.actor, EDIT) else ""
    folds = (
        (reason_fold(_("Remove this leaflet"), _("Remove"), url_of(visit, "leaflet-remove", found.id),
                     bound=bound, anchor="remove"),)  # type: ignore[arg-type]  # the form of a reason, or nothing
        if now and can(visit.actor, DELETE)
        else ()
    )  # fmt: skip
    sections = (
        Section(
            anchor="what",
            title=_("What it is about"),
            about="",
            definitions=tuple(leaflet_said(sheet, found)),
            edit_url=url,
            cases=cases_of(visit, judged, found.id),
        ),
        Section(
            anchor="answers",
            title=_("What it tells"),
            about=_("In the words of the party, for people without the law."),
            definitions=tuple(
                answers_said(
                    found,
                    Lint(sheet.catalogue),
                    language=sheet.words.language,
                    missing=_("The party does not say"),
                )
            ),
            edit_url=url,
            folds=folds,
        ),
    )
    name = _name(visit, judged, found)
    shown = {
        "frame": _frame(visit, name),
        "title": name,
        "lead": leaflets_title(),
        "lead_url": url_of(visit, "leaflets"),
        "sections": sections,
        "links": (
            Link(label=_("The leaflet on paper"), url=url_of(visit, "leaflet-text", found.id)),
            history_link(url_of(visit, "leaflet-history", found.id)),
        ),
        "badge": term_badge(found, sheet.today),
        "alert": overdue_alert(sheet, found),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def leaflet_in(judged: Judged, key: UUID) -> Leaflet:
    """The leaflet of that key; Http404 where the dossier has none."""
    return found_in(judged.dossier.leaflets, key)


def leaflets_title() -> str:
    """What the list is called."""
    return _("Leaflets")


def _name(visit: Visit, judged: Judged, found: Leaflet) -> str:
    return product_of(sheet_of(visit, judged), found)


def _text(visit: Visit, key: UUID) -> tuple[Leaflet, Document]:
    """The leaflet and its paper; Http404 where it is not there."""
    found = leaflet_text_of(visit.municipality, key, language=language_of(visit), moment=visit.moment)
    if found is None:
        raise Http404
    return found


def _form_page(visit: Visit, *, title: str, lead: str, form: LeafletForm, back: str) -> HttpResponse:
    shown = {
        "frame": _frame(visit, lead or title, back=back, last=title if lead else ""),
        "title": title,
        "lead": lead,
        "form": form,
        "button": _("Save"),
        "back_url": back,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def _frame(visit: Visit, title: str = "", *, back: str = "", last: str = "") -> Frame:
    every = Crumb(label=pgettext("place in the rail", "Agreements"), url=url_of(visit, "agreements"))
    crumbs = (
        every,
        Crumb(label=leaflets_title(), url=url_of(visit, "leaflets") if title else ""),
        *((Crumb(label=title, url=back),) if title else ()),
        *((Crumb(label=last),) if last else ()),
    )
    return frame_for(visit, place="desk:agreements", crumbs=crumbs)
