"""Parties: the list, one of them with all that names it, its form and its history."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Crumb, Pagination, Table
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.parties import InviteForm, MergeForm, PartyFilter, PartyForm, RemoveForm
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.parties import (
    Tied,
    Wanted,
    activities_of,
    agreements_of,
    no_parties,
    parties_table,
    party_said,
    party_url,
    systems_of,
    tests_of,
    tied,
    tied_parties,
)
from gemeentedossier.desk.presenters.party_history import party_timeline
from gemeentedossier.desk.queries import party_happenings, went
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.lists import list_links
from gemeentedossier.desk.views.new_parties import tell_new_party
from gemeentedossier.desk.views.party_cases import party_cases
from gemeentedossier.desk.views.party_gone import or_what_stays
from gemeentedossier.desk.views.party_leaflets import leaflets_of, new_leaflet_url
from gemeentedossier.desk.views.party_people import people_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.parties.actions.parties import edit_party, record_party
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can

VIEW, RECORD, EDIT = "parties.view_party", "parties.record_party", "parties.edit_party"
MERGE, REMOVE, INVITE = "parties.merge_party", "parties.remove_party", "parties.invite_representative"
PAGE = 25


@staff(VIEW)
def parties(visit: Visit) -> HttpResponse:
    """All parties, searched and filtered."""
    dossier, slug = judged_by(visit).dossier, visit.municipality.slug
    filters = PartyFilter(visit.request.GET.dict(), dossier=dossier)
    filters.is_valid()
    wanted = Wanted(**{name: filters.cleaned_data.get(name, "") for name in ("q", "tie", "country")})
    found = [each for each in tied_parties(dossier) if wanted.fits(each)]
    may_record = visit.moment is None and can(visit.actor, RECORD)
    shown = {
        "frame": party_frame(visit),
        "slug": slug,
        "may_record": may_record,
        "filters": filters,
        "links": list_links(visit, ListKind.PARTIES),
        "table": parties_table(found, slug=slug) if found else None,
        "empty": no_parties(slug, is_narrowed=wanted != Wanted(), may_record=may_record),
    }
    return render(visit.request, "desk/parties.html", shown)


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a party."""
    return _edited(visit, Party(id=new_id(), name=""), record_party, title=_("Record a party"))


@staff(EDIT, only_now=True)
@or_what_stays
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A party, opened for editing."""
    return _edited(visit, found_in(judged_by(visit).dossier.parties, key), edit_party, title=_("Edit"))


@staff(VIEW)
@or_what_stays
def party(visit: Visit, key: UUID) -> HttpResponse:
    """One party: what it is, what names it, and who may act for it."""
    judged = judged_by(visit)
    return party_page(visit, judged, found_in(judged.dossier.parties, key))


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """Every verb on the party and on who may act for it, newest first; in the past only what had happened by then."""
    judged, moment, slug = judged_by(visit), visit.moment, visit.municipality.slug
    known = {each.id: each.name for each in judged.dossier.parties}
    gone = None if key in known else went(key)
    name = gone.name if gone and gone.stays else found_in(judged.dossier.parties, key).name
    back = party_url(slug, gone.stays if gone and gone.stays else key)
    happened = [each for each in party_happenings(key) if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": party_frame(visit, name, back=back, last=pgettext("tab", "History")),
        "name": name,
        "back_url": back,
        "entries": party_timeline(page.object_list, words_of(judged.dossier, at=moment).names),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)


def party_page(visit: Visit, judged: Judged, found: Party, *, bound: Mapping[str, Form] | None = None) -> HttpResponse:
    """The page; ``bound`` holds a step's form that needs attention, by the name of the step."""
    with_ties, bound = tied(found, judged.dossier), bound or {}
    now, slug = visit.moment is None, visit.municipality.slug
    may_invite = now and can(visit.actor, INVITE)
    shown = {
        "frame": party_frame(visit, found.name),
        "party": found,
        "history_url": reverse("desk:party-history", args=[slug, found.id]),
        "flows_url": f"{reverse('desk:flows', args=[slug])}?about={found.id}",
        "sections": _sections(visit, judged, with_ties),
        "people": people_of(visit, judged, with_ties, may_invite=may_invite),
        "may_invite": may_invite,
        "invite": _fold(visit, found, "invite", bound.get("invite") or InviteForm(auto_id="invite-%s"))
        if may_invite
        else None,
        "last_folds": tuple(_last_folds(visit, judged, found, bound)) if now else (),
    }
    return render(visit.request, "desk/party.html", shown)


def party_frame(visit: Visit, title: str = "", *, back: str = "", last: str = "") -> Frame:
    """The frame of a page of parties."""
    slug = visit.municipality.slug
    agreements = pgettext("place in the rail", "Agreements")
    crumbs = (
        Crumb(label=agreements, url=reverse("desk:agreements", args=[slug])),
        Crumb(label=_("Parties"), url=reverse("desk:parties", args=[slug]) if title else ""),
        *((Crumb(label=title, url=back),) if title else ()),
        *((Crumb(label=last),) if last else ()),
    )
    return frame_for(visit, place="desk:agreements", crumbs=crumbs)


def _sections(visit: Visit, judged: Judged, found: Tied) -> tuple[Section, ...]:
    slug, dossier, party = visit.municipality.slug, judged.dossier, found.party
    may_edit = visit.moment is None and can(visit.actor, EDIT)
    cases = party_cases(visit, judged, found)
    names = {each.id: each.name for each in dossier.activities}
    tables: tuple[tuple[str, str, Table | None], ...] = (
        ("agreements", _("Agreements"), agreements_of(found, dossier, slug=slug)),
        ("systems", _("Systems and digital tools"), systems_of(found, slug=slug)),
        ("leaflets", _("Leaflets"), leaflets_of(visit, judged, party)),
        ("activities", _("Processing activities"), activities_of(found, slug=slug)),
        ("roles", _("Role tests"), tests_of(found, slug=slug, activities=names)),
    )
    what = Section(
        anchor="what",
        title=_("What it is"),
        about="",
        definitions=tuple(party_said(party)),
        edit_url=reverse("desk:party-edit", args=[slug, party.id]) if may_edit else "",
        cases=cases.get("what", ()),
        names_cases=True,
    )
    tells = visit.moment is None and can(visit.actor, "agreements.record_leaflet")
    rest = (
        Section(
            anchor=anchor,
            title=title,
            about="",
            table=table,
            cases=cases.get(anchor, ()),
            names_cases=True,
            add_url=new_leaflet_url(slug, party) if tells and anchor == "leaflets" else "",
        )
        for anchor, title, table in tables
    )
    return (what, *rest)


def _last_folds(visit: Visit, judged: Judged, found: Party, bound: Mapping[str, Form]) -> Iterable[Fold]:
    if can(visit.actor, MERGE) and len(judged.dossier.parties) > 1:
        form = bound.get("merge") or MergeForm(dossier=judged.dossier, double=found, auto_id="merge-%s")
        yield _fold(visit, found, "merge", form)
    if can(visit.actor, REMOVE):
        yield _fold(visit, found, "remove", bound.get("remove") or RemoveForm(auto_id="remove-%s"))


def _fold(visit: Visit, found: Party, name: str, form: Form) -> Fold:
    titles = {
        "invite": (_("Invite somebody"), _("Make the invitation")),
        "merge": (_("Merge with a double"), _("Join the two")),
        "remove": (_("Remove this party"), _("Remove")),
    }
    title, button = titles[name]
    url = reverse(f"desk:party-{name}", args=[visit.municipality.slug, found.id])
    return Fold(title=title, button=button, url=url, form=form, anchor=name, id=name)


def _edited(visit: Visit, found: Party, act: Callable[..., Party], *, title: str) -> HttpResponse:
    form = PartyForm(visit.request.POST or None, record=found)
    aimed(form, visit.request.GET.get("field", ""))
    slug = visit.municipality.slug
    before = judged_by(visit).dossier if visit.request.method == "POST" else None
    if done(visit, form, lambda: act(replace(found, **form.cleaned_data), by=visit.actor)):
        if before:
            tell_new_party(visit, before, form.cleaned_data["name"], on_purpose=True)
        return redirect(party_url(slug, found.id))
    back = party_url(slug, found.id) if found.name else reverse("desk:parties", args=[slug])
    shown = {
        "frame": party_frame(visit, found.name or title, back=back, last=title if found.name else ""),
        "title": title,
        "lead": found.name,
        "form": form,
        "button": _("Save"),
        "back_url": back,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)
