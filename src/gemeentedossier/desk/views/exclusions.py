"""What does not apply of the baseline: proposed by the CISO, decided by the executive, shown in the statement."""

from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.weighed import ExclusionDecisionForm, ExclusionForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.applicability import (
    Statement,
    anchor_of,
    applicability_table,
    exclusion_said,
    names_of_numbers,
    numbers_to_propose,
)
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.mending import EXCLUSIONS
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, security_frame, sheet_of
from gemeentedossier.desk.views.weighed_pages import (
    counted_cases,
    found_of,
    history_link,
    history_page,
    reason_fold,
    url_of,
    with_reason,
)
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.exclusions import (
    decide_exclusion,
    propose_exclusion,
    withdraw_exclusion,
)
from gemeentedossier.dossier.security.engine.exclusions import carried_out_by
from gemeentedossier.dossier.security.facts import ControlExclusion
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.organisation.permissions import can

CONTRADICTED = "measure-carries-out-what-is-excluded"
PROPOSE, DECIDE = "security.propose_exclusion", "security.decide_exclusion"
WHOLE = Whole(None, (models.ControlExclusion,), "municipality_id")


@staff(VIEW)
def applicability(visit: Visit) -> HttpResponse:
    """Each measure that the baseline asks, what the municipality has for it, and what does not apply."""
    return _page(visit, judged_by(visit))


@staff(PROPOSE)
def propose(visit: Visit) -> HttpResponse:
    """Propose that something does not apply; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "applicability")
    if visit.request.method != "POST":
        return redirect(back)
    form = ExclusionForm(visit.request.POST, numbers=numbers_to_propose(_statement(visit, judged)))
    if done(visit, form, lambda: propose_exclusion(by=visit.actor, **form.cleaned_data), said=_("It was proposed.")):
        return redirect(back)
    return _page(visit, judged, bound=form)


@staff(DECIDE)
def decide(visit: Visit, key: UUID) -> HttpResponse:
    """Decide on what was proposed; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "applicability")
    found = _in(judged, key)
    if visit.request.method != "POST":
        return redirect(f"{back}#{anchor_of(found)}")
    form = ExclusionDecisionForm(visit.request.POST, auto_id=f"decide-{key}-%s")
    if done(visit, form, lambda: decide_exclusion(key, by=visit.actor, **form.cleaned_data)):
        return redirect(f"{back}#{anchor_of(found)}")
    return _page(visit, judged, bound=form, of=key)


@staff(PROPOSE)
def withdraw(visit: Visit, key: UUID) -> HttpResponse:
    """It applies again; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "applicability")
    found = _in(judged, key)
    return with_reason(
        visit,
        lambda reason: withdraw_exclusion(key, reason=reason, by=visit.actor),
        to=back,
        back=f"{back}#{anchor_of(found)}",
        again=lambda form: _page(visit, judged, bound=form, of=key),
    )


@staff(VIEW)
def history(visit: Visit) -> HttpResponse:
    """What was proposed, decided and withdrawn."""
    here = Link(label=_("Statement of applicability"), url=url_of(visit, "applicability"))
    title = _("Exclusions")
    return history_page(visit, WHOLE, require_municipality_id(), title=title, back=here, every=here)


def _page(visit: Visit, judged: Judged, *, bound: Form | None = None, of: UUID | None = None) -> HttpResponse:
    about, slug = _statement(visit, judged), visit.municipality.slug
    now, names = visit.moment is None, names_of_numbers(about)
    may_propose, may_decide = now and can(visit.actor, PROPOSE), now and can(visit.actor, DECIDE)
    cases = counted_cases(visit, judged, EXCLUSIONS)
    shown = {
        "frame": security_frame(visit, _("Statement of applicability")),
        "slug": slug,
        "links": (history_link(url_of(visit, "exclusions-history")),),
        "first": _propose_fold(visit, about, bound) if may_propose else None,
        "sections": tuple(
            Section(
                anchor=anchor_of(each),
                title=f"{each.number} {names.get(each.number, '')}",
                about="",
                definitions=tuple(exclusion_said(about, each)),
                folds=(
                    *_decide_folds(visit, each, bound if each.id == of else None, may=may_decide),
                    *_withdraw_folds(visit, each, bound if each.id == of else None, may=may_propose),
                ),
                cases=(*(cases if number == 0 else ()), *_contradicting(visit, judged, each)),
            )
            for number, each in enumerate(sorted(judged.dossier.exclusions, key=_waits))
        ),
        "table": applicability_table(about),
    }
    return render(visit.request, "desk/applicability.html", shown)


def _waits(exclusion: ControlExclusion) -> tuple[bool, str]:
    """What nobody decided on stands first."""
    return exclusion.granted is not None, exclusion.number


def _contradicting(visit: Visit, judged: Judged, exclusion: ControlExclusion) -> tuple[Shown, ...]:
    """What was found of measures that carry out what was decided not to apply."""
    if not exclusion.granted:
        return ()
    carrying = {each.id: each.baseline for each in judged.dossier.measures}
    keys = {key for key, numbers in carrying.items() if carried_out_by(exclusion.number, {str(key): numbers})}
    return found_of(visit, judged, keys, rule_id=CONTRADICTED)


def _propose_fold(visit: Visit, about: Statement, bound: Form | None) -> Fold:
    unbound = ExclusionForm(numbers=numbers_to_propose(about))
    return Fold(
        title=_("Propose that something does not apply"),
        button=_("Propose"),
        url=url_of(visit, "exclusion-propose"),
        form=bound if isinstance(bound, ExclusionForm) else unbound,
        anchor="propose",
        id="propose",
    )


def _decide_folds(visit: Visit, each: ControlExclusion, bound: Form | None, *, may: bool) -> tuple[Fold, ...]:
    if not may or each.granted is not None:
        return ()
    form = bound if isinstance(bound, ExclusionDecisionForm) else ExclusionDecisionForm(auto_id=f"decide-{each.id}-%s")
    url, button = url_of(visit, "exclusion-decide", each.id), _("Record this decision")
    return (Fold(title=_("Decide on this"), button=button, url=url, form=form, anchor="decide", opened=True),)


def _withdraw_folds(visit: Visit, each: ControlExclusion, bound: Form | None, *, may: bool) -> tuple[Fold, ...]:
    if not may or each.granted is False:
        return ()
    url = url_of(visit, "exclusion-withdraw", each.id)
    title = _("It applies again") if each.granted else _("Withdraw this proposal")
    return (reason_fold(title, _("Withdraw"), url, bound=bound, anchor=f"withdraw-{each.id}"),)


def _statement(visit: Visit, judged: Judged) -> Statement:
    sheet = sheet_of(visit, judged)
    return Statement(
        dossier=sheet.dossier,
        catalogue=sheet.catalogue,
        today=sheet.today,
        slug=sheet.slug,
        language=sheet.words.language,
    )


def _in(judged: Judged, key: UUID) -> ControlExclusion:
    return found_in(judged.dossier.exclusions, key)
