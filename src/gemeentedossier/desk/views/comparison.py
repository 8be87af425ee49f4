"""Comparing with municipalities that agreed to it: the page, and taking part, refreshing and ending."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import catalogue_at, current_catalogue
from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.comparison import agreement, comparison_table, shown_to_others
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method import VIEW, comparison_title, maturity_title, method_frame
from gemeentedossier.desk.views.weighed_pages import reason_fold, url_of, with_reason
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.method.actions.sharing import REFRESH, SHARE, STOP, refresh_shared, share_maturity, stop_sharing
from gemeentedossier.method.engine.comparison import compared
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.method.facts import ThemeMaturity
from gemeentedossier.method.queries import levels_of_others, shared_levels
from gemeentedossier.organisation.permissions import can


@staff(VIEW, only_now=True)
def comparison(visit: Visit) -> HttpResponse:
    """How far the others are, to who takes part; else what taking part means."""
    return comparison_page(visit)


def comparison_page(visit: Visit, *, bound: Form | None = None) -> HttpResponse:
    """The page; a bound form needs attention."""
    own, others = _maturity(visit), levels_of_others()
    shared, catalogue = shared_levels(), catalogue_at(visit.moment)
    part = Section(
        anchor="part",
        title=_("Taking part"),
        about="" if shared else _("Whoever takes part sees how far others are per theme, and is seen by them."),
        definitions=(
            *shown_to_others(shared, others),
            Definition(term=_("What is shown"), texts=agreement()),
        ),
        folds=_folds(visit, taking_part=bool(shared), bound=bound),
    )
    beside = Section(
        anchor="others",
        title=_("Beside the others"),
        about=_("A level helps people talk and decides nothing. Who is further may tell how they did it."),
        table=comparison_table(compared(own, others), own, catalogue) if others else None,
        empty="" if others else _("No other municipality takes part yet."),
    )
    shown = {
        "frame": method_frame(visit, comparison_title()),
        "title": comparison_title(),
        "lead": maturity_title(),
        "lead_url": url_of(visit, "maturity"),
        "sections": (beside, part) if shared else (part,),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


@staff(SHARE)
def share(visit: Visit) -> HttpResponse:
    """Agree to take part, with the reason; only asked by POST."""
    return _with_reason(visit, lambda reason: share_maturity(_maturity(visit), by=visit.actor, reason=reason))


@staff(REFRESH)
def refresh(visit: Visit) -> HttpResponse:
    """Show the levels of today; only asked by POST."""
    if visit.request.method == "POST":
        try:
            refresh_shared(_maturity(visit), by=visit.actor)
            messages.success(visit.request, _("The others see the levels of today now."))
        except Refused as refusal:
            messages.error(visit.request, str(refusal))
    return redirect(url_of(visit, "method-comparison"))


@staff(STOP)
def stop(visit: Visit) -> HttpResponse:
    """End taking part, with the reason; only asked by POST."""
    return _with_reason(visit, lambda reason: stop_sharing(by=visit.actor, reason=reason))


def _with_reason(visit: Visit, write: Callable[[str], object]) -> HttpResponse:
    back = url_of(visit, "method-comparison")
    return with_reason(visit, write, to=back, back=back, again=lambda form: comparison_page(visit, bound=form))


def _maturity(visit: Visit) -> tuple[ThemeMaturity, ...]:
    return maturity_of(judged_by(visit), current_catalogue())


def _folds(visit: Visit, *, taking_part: bool, bound: Form | None) -> tuple[Fold, ...]:
    """What this person may do about it."""
    if not taking_part:
        share_url = url_of(visit, "method-share")
        agreeing = reason_fold(_("Take part"), _("Agree and take part"), share_url, bound=bound, anchor="share")
        return (agreeing,) if can(visit.actor, SHARE) else ()
    again = Fold(
        title=_("Show the levels of today"),
        button=_("Bring up to date"),
        url=url_of(visit, "method-refresh"),
        form=Form(),
        anchor="refresh",
    )
    ending = reason_fold(_("Stop taking part"), _("Stop"), url_of(visit, "method-stop"), bound=bound, anchor="stop")
    return (*((again,) if can(visit.actor, REFRESH) else ()), *((ending,) if can(visit.actor, STOP) else ()))
