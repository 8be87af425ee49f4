"""How far a theme must be: what the executive chose, what is still needed for it, and what happened to it."""

from dataclasses import replace

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.forms.ambition import AmbitionForm
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.ambition import (
    ambition_definitions,
    maturity_definitions,
    needed_said,
    needed_table,
    standing_badge,
)
from gemeentedossier.desk.presenters.method_history import ambition_timeline
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method import VIEW, maturity_title, method_frame
from gemeentedossier.desk.views.method_plan import happened_page
from gemeentedossier.desk.views.weighed_pages import history_link, reason_fold, url_of, with_reason
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.ambitions import (
    CHOOSE,
    change_ambition,
    choose_ambition,
    withdraw_ambition,
)
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.method.engine.ambition import standings_of
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.method.facts import AmbitionStanding, ThemeMaturity
from gemeentedossier.organisation.permissions import can

WHOLE = Whole(None, (models.Ambition,), "municipality_id")


@staff(VIEW)
def theme(visit: Visit, theme: str) -> HttpResponse:
    """One theme: how far it is, how far it must be, and what is still needed."""
    return _page(visit, judged_by(visit), theme)


@staff(CHOOSE)
def choose(visit: Visit, theme: str) -> HttpResponse:
    """Decide how far a theme must be and by which day; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "maturity-theme", theme)
    chosen = _chosen(judged, theme)
    _found(judged, catalogue_at(visit.moment), theme)
    if visit.request.method != "POST":
        return redirect(back)
    form = AmbitionForm(visit.request.POST, record=chosen, catalogue=catalogue_at(visit.moment), auto_id="ambition-%s")
    if done(visit, form, lambda: _write(chosen, theme, form, visit), said=_("The ambition stands.")):
        return redirect(back)
    return _page(visit, judged, theme, bound=form)


@staff(CHOOSE)
def withdraw(visit: Visit, theme: str) -> HttpResponse:
    """The theme has no ambition any more, with the reason; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "maturity-theme", theme)
    chosen = _chosen(judged, theme)
    if chosen is None:
        return redirect(back)
    return with_reason(
        visit,
        lambda reason: withdraw_ambition(chosen.id, reason=reason, by=visit.actor),
        to=back,
        back=back,
        again=lambda form: _page(visit, judged, theme, bound=form),
    )


@staff(VIEW)
def history(visit: Visit) -> HttpResponse:
    """What happened to the ambitions of all themes, newest first; in the past only what had happened by then."""
    return happened_page(visit, WHOLE, ambition_timeline, name=maturity_title(), back=url_of(visit, "maturity"))


def _page(visit: Visit, judged: Judged, theme: str, *, bound: Form | None = None) -> HttpResponse:
    catalogue, chosen, today = catalogue_at(visit.moment), _chosen(judged, theme), day_of(judged.dossier)
    found = _found(judged, catalogue, theme)
    standing = next(iter(standings_of((found,), (chosen,), catalogue)), None) if chosen else None
    title = found.theme.name.in_language(language())
    shown = {
        "frame": method_frame(visit, maturity_title(), title),
        "title": title,
        "lead": maturity_title(),
        "lead_url": url_of(visit, "maturity"),
        "badge": standing_badge(standing, today) if standing else None,
        "sections": (
            Section(
                anchor="now",
                title=_("How far it is"),
                about=found.theme.question.in_language(language()),
                definitions=maturity_definitions(found, catalogue),
            ),
            Section(
                anchor="ambition",
                title=pgettext("of a theme", "Ambition"),
                about=_("How far the executive wants this to be. A level helps people talk and decides nothing."),
                definitions=ambition_definitions(standing, catalogue, today) if standing else (),
                empty=_("Nobody chose yet how far this theme must be, and by which day."),
                folds=_folds(visit, chosen, catalogue, bound),
            ),
            *((_needed(visit, standing),) if standing else ()),
        ),
        "links": (history_link(url_of(visit, "maturity-history")),),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def _needed(visit: Visit, standing: AmbitionStanding) -> Section:
    return Section(
        anchor="needed",
        title=_("What is still needed"),
        about=needed_said(standing),
        table=needed_table(standing, visit.municipality.slug),
        empty=_("There is nothing to list."),
        wide=True,
    )


def _folds(visit: Visit, chosen: Ambition | None, catalogue: Catalogue, bound: Form | None) -> tuple[Fold, ...]:
    if visit.moment is not None or not can(visit.actor, CHOOSE):
        return ()
    theme = str(visit.request.resolver_match.kwargs["theme"]) if visit.request.resolver_match else ""
    unbound = AmbitionForm(record=chosen, catalogue=catalogue, auto_id="ambition-%s")
    choosing = Fold(
        title=_("Change the ambition") if chosen else _("Choose an ambition"),
        button=_("Record this ambition"),
        url=url_of(visit, "maturity-ambition", theme),
        form=bound if isinstance(bound, AmbitionForm) else unbound,
        anchor="ambition",
        opened=chosen is None,
    )
    if chosen is None:
        return (choosing,)
    url = url_of(visit, "maturity-withdraw", theme)
    return choosing, reason_fold(_("Withdraw the ambition"), _("Withdraw"), url, bound=bound, anchor="withdraw")


def _chosen(judged: Judged, theme: str) -> Ambition | None:
    return next((each for each in judged.dossier.ambitions if each.theme == theme), None)


def _found(judged: Judged, catalogue: Catalogue, theme: str) -> ThemeMaturity:
    found = next((each for each in maturity_of(judged, catalogue) if each.theme.id == theme), None)
    if found is None:
        raise Http404
    return found


def _write(chosen: Ambition | None, theme: str, form: AmbitionForm, visit: Visit) -> Ambition:
    """The ambition as the form says; what another decided since the page was opened is not written over."""
    given = form.cleaned_data
    if chosen is not None:
        return change_ambition(replace(chosen, **given), by=visit.actor)
    if given["revision"]:
        raise Refused(_("Somebody withdrew this ambition while you were writing. Open the theme again to choose one."))
    who, today = visit.actor.person_id or new_id(), day_of(judged_by(visit).dossier)
    made = Ambition(new_id(), theme, given["level"], given["due_on"], given["because"], who, today)
    return choose_ambition(made, by=visit.actor)
