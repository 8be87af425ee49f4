"""Risks to the data of activities: the matrix, one risk, its form, and what the executive decides."""

from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Alert, Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.risks import DecideForm, NewRiskForm, RiskForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.appetite import no_risks
from gemeentedossier.desk.presenters.risk_matrix import chosen_in, matrices
from gemeentedossier.desk.presenters.risks import (
    ASKING,
    Weighed,
    appetite_in_words,
    decision_said,
    level_word,
    lowering_table,
    risk_said,
    risks_table,
    standing_badge,
    weighed_in,
    weighed_table,
)
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, form_page, security_frame, sheet_of
from gemeentedossier.desk.views.weighed_pages import (
    cases_of,
    history_link,
    history_page,
    reason_fold,
    record_page,
    url_of,
    with_reason,
)
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.risks import decide_risk, edit_risk, record_risk, remove_risk
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can, can_for, check_permitted_for

RECORD, EDIT, DECIDE = "security.record_risk", "security.edit_risk", "security.decide_risk"
WHOLE = Whole(models.SecurityRisk, (models.SecurityRisk, models.SecurityRiskMeasure), "risk_id")


@staff(VIEW)
def risks(visit: Visit) -> HttpResponse:
    """The matrix without measures and with these, and every risk, those that ask a decision first."""
    sheet, query = sheet_of(visit, judged_by(visit)), visit.request.GET.dict()
    every, chosen = weighed_in(sheet), chosen_in(query)
    fitting = [each for each in every if chosen is None or chosen.has(each)]
    may_record = visit.moment is None and can(visit.actor, RECORD) and bool(_own_activities(visit, sheet))
    new_url = url_of(visit, "risk-new")
    shown = {
        "frame": security_frame(visit, risks_title()),
        "matrices": matrices(sheet, every, chosen) if every else (),
        "table": risks_table(sheet, fitting),
        "shown": len(fitting),
        "total": len(every),
        "chosen": chosen,
        "asking": sum(each.standing in ASKING for each in every),
        "appetite": appetite_in_words(sheet),
        "appetite_url": url_of(visit, "appetite"),
        "all_url": url_of(visit, "risks"),
        "new_url": new_url if may_record else "",
        "empty": no_risks(may_record=may_record, url=new_url),
    }
    return render(visit.request, "desk/risks.html", shown)


@staff(VIEW)
def risk(visit: Visit, key: UUID) -> HttpResponse:
    """One risk: what can go wrong, how it was weighed, what makes it smaller, and what was decided."""
    judged = judged_by(visit)
    return risk_page(visit, judged, _in(sheet_of(visit, judged), key))


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a risk of an activity; ``?activity=`` chooses which."""
    sheet = sheet_of(visit, judged_by(visit))
    blank = SecurityRisk(new_id(), new_id(), SecurityAspect.CONFIDENTIALITY, "")
    asked = {"activity_id": visit.request.GET.get("activity", ""), "aspect": ""}
    form = NewRiskForm(visit.request.POST or None, record=blank, dossier=sheet.dossier, initial=asked)
    form.offer_activities(sheet.dossier, _own_activities(visit, sheet))
    if done(visit, form, lambda: record_risk(replace(blank, **form.cleaned_data), by=visit.actor)):
        return redirect(url_of(visit, "risk", blank.id))
    title = pgettext("button", "Record a risk")
    return form_page(visit, title=title, lead="", form=form, back=url_of(visit, "risks"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A risk, opened for weighing it otherwise."""
    sheet = sheet_of(visit, judged_by(visit))
    weighed = _in(sheet, key)
    check_permitted_for(visit.actor, EDIT, owner_id=weighed.owner_id)
    found = weighed.risk
    form = RiskForm(visit.request.POST or None, record=found, dossier=sheet.dossier)
    aimed(form, visit.request.GET.get("field", ""))
    back = url_of(visit, "risk", key)
    if done(visit, form, lambda: edit_risk(replace(found, **form.cleaned_data), by=visit.actor)):
        return redirect(back)
    return form_page(visit, title=_("Weigh it otherwise"), lead=found.threat, form=form, back=back)


@staff(DECIDE)
def decide(visit: Visit, key: UUID) -> HttpResponse:
    """Record what the executive decides about what remains; only asked by POST."""
    judged, back = judged_by(visit), f"{url_of(visit, 'risk', key)}#decision"
    found = _in(sheet_of(visit, judged), key)
    if visit.request.method != "POST":
        return redirect(back)
    form = DecideForm(visit.request.POST, initial=_decided(found))
    if done(visit, form, lambda: decide_risk(key, by=visit.actor, **form.cleaned_data), said=_("The decision stands.")):
        return redirect(back)
    return risk_page(visit, judged, found, bound=form)


@staff(EDIT)
def remove(visit: Visit, key: UUID) -> HttpResponse:
    """Take away a risk that was recorded wrongly; only asked by POST."""
    judged = judged_by(visit)
    found = _in(sheet_of(visit, judged), key)
    return with_reason(
        visit,
        lambda reason: remove_risk(key, reason=reason, by=visit.actor),
        to=url_of(visit, "risks"),
        back=url_of(visit, "risk", key),
        again=lambda form: risk_page(visit, judged, found, bound=form),
    )


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a risk."""
    found = _in(sheet_of(visit, judged_by(visit)), key).risk
    back = Link(label=found.threat, url=url_of(visit, "risk", key))
    return history_page(visit, WHOLE, key, title=found.threat, back=back, every=_every(visit))


def risk_page(visit: Visit, judged: Judged, found: Weighed, *, bound: Form | None = None) -> HttpResponse:
    """The page of a risk; ``bound`` is the form that needs attention."""
    sheet, key = sheet_of(visit, judged), found.risk.id
    may_edit = visit.moment is None and can_for(visit.actor, EDIT, owner_id=found.owner_id)
    edit_url = url_of(visit, "risk-edit", key) if may_edit else ""
    sections = (
        Section(
            anchor="what",
            title=_("What can go wrong"),
            about="",
            definitions=tuple(risk_said(sheet, found)),
            edit_url=edit_url,
            folds=_remove_folds(visit, found, bound) if may_edit else (),
        ),
        Section(
            anchor="weighed",
            title=_("How it was weighed"),
            about=found.risk.reason,
            table=weighed_table(sheet, found),
            edit_url=edit_url,
            cases=cases_of(visit, judged, key),
        ),
        Section(
            anchor="measures",
            title=_("Measures that make it smaller"),
            about=_("What remains is weighed as if each of these works; one that does not count helps nobody."),
            table=lowering_table(sheet, found.risk),
        ),
        Section(
            anchor="decision",
            title=_("Decision"),
            about=_("What remains above the appetite is decided by the executive, and by nobody for them."),
            definitions=tuple(decision_said(sheet, found)),
            folds=_decide_folds(visit, found, bound),
        ),
    )
    return record_page(
        visit,
        every=_every(visit),
        title=found.risk.threat,
        sections=sections,
        links=(history_link(url_of(visit, "risk-history", key)),),
        badge=standing_badge(found),
        alert=_asks(visit, sheet, found),
    )


def _asks(visit: Visit, sheet: Sheet, found: Weighed) -> Alert | None:
    if found.standing not in ASKING:
        return None
    told = {"level": level_word(found.residual, sheet), "accepted": level_word(found.accepted, sheet)}
    text = _("With the measures the risk is %(level)s; at most %(accepted)s may remain.") % told
    return Alert(
        title=_("This asks a decision of the college"),
        text=text if found.accepted else _("The acceptance ran out."),
        tone=Tone.ATTENTION,
        shape=Shape.CLASH,
        action=Action(label=_("Decide about what remains"), url="#decide") if _may_decide(visit) else None,
    )


def _may_decide(visit: Visit) -> bool:
    return visit.moment is None and can(visit.actor, DECIDE)


def _decide_folds(visit: Visit, found: Weighed, bound: Form | None) -> tuple[Fold, ...]:
    if not _may_decide(visit):
        return ()
    unbound = DecideForm(initial=_decided(found))
    return (
        Fold(
            title=_("Decide about what remains"),
            button=_("Record this decision"),
            url=url_of(visit, "risk-decide", found.risk.id),
            form=bound if isinstance(bound, DecideForm) else unbound,
            anchor="decision",
            id="decide",
            opened=found.standing in ASKING,
        ),
    )


def _decided(found: Weighed) -> dict[str, object]:
    """What stands in the form of the decision."""
    risk = found.risk
    held = {"decision": risk.decision, "because": risk.decided_because, "accepted_until": risk.accepted_until}
    return {**held, "revision": risk.revision}


def _remove_folds(visit: Visit, found: Weighed, bound: Form | None) -> tuple[Fold, ...]:
    if found.risk.decision:
        return ()
    url = url_of(visit, "risk-remove", found.risk.id)
    return (reason_fold(_("Remove this risk"), _("Remove"), url, bound=bound, anchor="remove"),)


def _own_activities(visit: Visit, sheet: Sheet) -> frozenset[UUID]:
    known = sheet.dossier.activities
    return frozenset(each.id for each in known if can_for(visit.actor, RECORD, owner_id=each.owner_id))


def _in(sheet: Sheet, key: UUID) -> Weighed:
    risk = found_in(sheet.dossier.security_risks, key)
    return next(each for each in weighed_in(sheet) if each.risk.id == risk.id)


def _every(visit: Visit) -> Link:
    return Link(label=risks_title(), url=url_of(visit, "risks"))


def risks_title() -> str:
    """What the list is called."""
    return _("Risks")
