"""How much risk each body accepts to remain: what holds, what held before, and the decision of the executive."""

from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.risks import AppetiteForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.appetite import appetite_said, former_table, nothing_decided
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.mending import APPETITES
from gemeentedossier.desk.presenters.risks import holding
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.risks import risks_title
from gemeentedossier.desk.views.security_pages import security_frame, sheet_of
from gemeentedossier.desk.views.weighed_pages import (
    counted_cases,
    history_link,
    history_page,
    reason_fold,
    url_of,
    with_reason,
)
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.appetite import end_appetite, set_appetite
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.organisation.permissions import can

VIEW, SET = "governance.view_decisions", "governance.set_appetite"
WHOLE = Whole(None, (models.RiskAppetite,), "municipality_id")


@staff(VIEW)
def appetite(visit: Visit) -> HttpResponse:
    """What each body accepts to remain, and accepted before."""
    return _page(visit, judged_by(visit))


@staff(SET)
def decide(visit: Visit) -> HttpResponse:
    """Record the highest level that may remain for a body; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "appetite")
    if visit.request.method != "POST":
        return redirect(back)
    form = AppetiteForm(visit.request.POST, dossier=judged.dossier, auto_id="decide-%s")
    if done(visit, form, lambda: set_appetite(by=visit.actor, **form.cleaned_data), said=_("The decision stands.")):
        return redirect(back)
    return _page(visit, judged, bound=form)


@staff(SET)
def end(visit: Visit, key: UUID) -> HttpResponse:
    """From today the body no longer accepts this; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "appetite")
    found_in(judged.dossier.appetites, key)
    return with_reason(
        visit,
        lambda reason: end_appetite(key, reason=reason, by=visit.actor),
        to=back,
        back=back,
        again=lambda form: _page(visit, judged, bound=form, of=key),
    )


@staff(VIEW)
def history(visit: Visit) -> HttpResponse:
    """What happened to the appetites of all bodies."""
    here = Link(label=appetite_title(), url=url_of(visit, "appetite"))
    return history_page(visit, WHOLE, require_municipality_id(), title=appetite_title(), back=here, every=here)


def _page(visit: Visit, judged: Judged, *, bound: Form | None = None, of: UUID | None = None) -> HttpResponse:
    sheet, may = sheet_of(visit, judged), visit.moment is None and can(visit.actor, SET)
    holds = holding(sheet)
    shown = {
        "frame": security_frame(visit, risks_title(), back=url_of(visit, "risks"), last=appetite_title()),
        "title": appetite_title(),
        "lead": _(
            "The highest risk to people that may remain after measures. What is above it, a body decides itself."
        ),
        "sections": _sections(visit, sheet, counted_cases(visit, judged, APPETITES), may=may, bound=bound, of=of),
        "links": (
            Link(label=risks_title(), url=url_of(visit, "risks")),
            history_link(url_of(visit, "appetite-history")),
        ),
        "empty": None if holds else nothing_decided(),
        "first": _decide_fold(visit, judged, bound, opened=not holds) if may else None,
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def _sections(
    visit: Visit, sheet: Sheet, cases: tuple[Shown, ...], *, may: bool, bound: Form | None, of: UUID | None
) -> tuple[Section, ...]:
    now = tuple(
        Section(
            anchor=f"body-{each.controller_id}",
            title=each.controller,
            about="",
            definitions=tuple(appetite_said(sheet, each)),
            folds=(_end_fold(visit, each.id, bound if each.id == of else None),) if may else (),
            cases=cases if number == 0 else (),
        )
        for number, each in enumerate(holding(sheet))
    )
    former = former_table(sheet)
    before = Section(anchor="before", title=_("What was accepted before"), about="", table=former)
    return (*now, before) if former else now


def _decide_fold(visit: Visit, judged: Judged, bound: Form | None, *, opened: bool) -> Fold:
    unbound = AppetiteForm(
        dossier=judged.dossier, auto_id="decide-%s", initial={"decided_on": sheet_of(visit, judged).today}
    )
    return Fold(
        title=_("Decide how much risk may remain"),
        button=_("Record this decision"),
        url=url_of(visit, "appetite-decide"),
        form=bound if isinstance(bound, AppetiteForm) else unbound,
        anchor="decide",
        opened=opened,
    )


def _end_fold(visit: Visit, key: UUID, bound: Form | None) -> Fold:
    url = url_of(visit, "appetite-end", key)
    return reason_fold(_("End this appetite"), _("End"), url, bound=bound, anchor=f"end-{key}")


def appetite_title() -> str:
    """What the page is called."""
    return _("Risk appetite")
