"""Maturity per theme with its reasons, and the Quickscan."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.ambition import ambition_link
from gemeentedossier.desk.presenters.charts import maturity_chart
from gemeentedossier.desk.presenters.maturity import (
    instruments_table,
    level_definitions,
    quickscan_table,
    shown_themes,
    themes_table,
)
from gemeentedossier.desk.presenters.method import no_method
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method import VIEW, maturity_title, method_frame, method_sight, quickscan_title
from gemeentedossier.desk.views.weighed_pages import history_link, url_of
from gemeentedossier.dossier.governance.actions.ambitions import CHOOSE
from gemeentedossier.method.engine.ambition import standings_of
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.organisation.permissions import can


@staff(VIEW)
def maturity(visit: Visit) -> HttpResponse:
    """The level of each theme, why, and what to do first."""
    judged, catalogue, slug = judged_by(visit), catalogue_at(visit.moment), visit.municipality.slug
    found = maturity_of(judged, catalogue)
    standings = {each.ambition.theme: each for each in standings_of(found, judged.dossier.ambitions, catalogue)}
    may = visit.moment is None and can(visit.actor, CHOOSE)
    themes = tuple(
        replace(each, ambition=ambition_link(standings.get(each.anchor), each.anchor, slug, may=may))
        for each in shown_themes(found, catalogue, slug)
    )
    shown = {
        "frame": method_frame(visit, maturity_title()),
        "title": maturity_title(),
        "themes": themes,
        "table": themes_table(themes) if themes else None,
        "chart": maturity_chart(found, themes, "", judged.dossier.ambitions) if themes else None,
        "levels": level_definitions(catalogue),
        "instruments": instruments_table(catalogue),
        "empty": None if themes else no_method(slug),
        "history": history_link(url_of(visit, "maturity-history")),
        "coverage": Link(label=_("The coverage of all criteria"), url=url_of(visit, "coverage")),
    }
    return render(visit.request, "desk/maturity.html", shown)


@staff(VIEW)
def quickscan(visit: Visit) -> HttpResponse:
    """The questions that everyone can ask, with what the dossier says."""
    sight = method_sight(visit, judged_by(visit))
    shown = {
        "frame": method_frame(visit, quickscan_title()),
        "title": quickscan_title(),
        "table": quickscan_table(sight) if sight.catalogue.quickscan else None,
        "empty": None if sight.catalogue.quickscan else no_method(sight.slug),
    }
    return render(visit.request, "desk/quickscan.html", shown)
