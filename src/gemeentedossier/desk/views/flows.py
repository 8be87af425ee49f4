"""The map of data flows: of all, a unit, an activity, a party or a system; as a page, a drawing and a list."""

import re
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.engine.flows import Flow, Place, PlaceKind, flows_of
from gemeentedossier.assessment.engine.streams import streams_of, wanted_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Crumb, EmptyState, Link
from gemeentedossier.desk.forms.flows import FlowsFilter
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.flows import FlowSight, flow_map, flows_book, flows_table
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.exchange.engine.writing.files import LIST_FORMS, write_list

VIEW = "register.view_activity"
DRAWING = "svg"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What no XML may hold, and so what no program opens."""


@dataclass(frozen=True, slots=True)
class _Asked:
    filters: FlowsFilter
    flows: tuple[Flow, ...]
    judged: Judged


@staff(VIEW)
def flows(visit: Visit) -> HttpResponse:
    """The flows that fit the filters, as a map and as a table with the same rows."""
    asked = _asked(visit)
    streams = streams_of(asked.flows, _units(asked.judged))
    sight = _sight(visit, asked.judged)
    crumbs = (
        Crumb(label=_("Processing activities"), url=url_of(visit, "register")),
        Crumb(label=flows_title()),
    )
    query = visit.request.GET.urlencode()
    shown = {
        "frame": frame_for(visit, place="desk:register", crumbs=crumbs),
        "title": flows_title(),
        "lead": _("Of whom data come, for what they are used, in which system they are, and to whom they go."),
        "links": tuple(
            Link(
                label=_("Export as %(form)s") % {"form": form.upper()},
                url=f"{url_of(visit, 'flows-file', form)}?{query}",
            )
            for form in (DRAWING, *LIST_FORMS)
        ),
        "filters": asked.filters,
        "url": url_of(visit, "flows"),
        "map": flow_map(sight, streams) if streams else None,
        "table": flows_table(sight, streams),
        "told": _told(len(asked.flows), len(streams)),
        "has_rest": any(PlaceKind.MORE in (each.start.kind, each.end.kind) for each in streams),
        "empty": _nothing(),
    }
    return render(visit.request, "desk/flows.html", shown)


@staff(VIEW)
def flows_file(visit: Visit, form: str) -> HttpResponse:
    """The map as a drawing by itself, or every flow as a row of a list."""
    asked = _asked(visit)
    sight = _sight(visit, asked.judged)
    kind = pgettext("name of a file", "flows")
    name = f"{visit.municipality.slug}-{kind}"
    if form == DRAWING:
        drawn = flow_map(sight, streams_of(asked.flows, _units(asked.judged)))
        told = {"map": drawn, "title": f"{flows_title()} – {visit.municipality.name}", "alone": True}
        content = UNPRINTABLE.sub("\ufffd", render_to_string("desk/flows_map.html", told)).encode()
        return answer_with(content, name=f"{name}.svg", media_type="image/svg+xml")
    if form not in LIST_FORMS:
        raise Http404
    content, media_type = write_list(flows_book(sight, asked.flows, flows_title()), form)
    return answer_with(content, name=f"{name}.{form}", media_type=media_type)


def flows_title() -> str:
    """What the page is called."""
    return _("Map of data flows")


def _told(flows: int, lines: int) -> str:
    """How many flows there are, and in how many lines they are drawn where that is fewer."""
    told = ngettext("%(count)s flow", "%(count)s flows", flows) % {"count": flows}
    if lines == flows:
        return told
    drawn = ngettext("drawn as %(count)s line", "drawn as %(count)s lines", lines) % {"count": lines}
    return f"{told}, {drawn}"


def _asked(visit: Visit) -> _Asked:
    judged = judged_by(visit)
    filters = FlowsFilter(visit.request.GET.dict(), dossier=judged.dossier)
    found = wanted_of(flows_of(judged, catalogue_at(visit.moment)), filters.wanted())
    return _Asked(filters, found, judged)


def _sight(visit: Visit, judged: Judged) -> FlowSight:
    return FlowSight.of(visit.municipality.slug, words_of(judged.dossier, at=visit.moment), judged.dossier)


def _units(judged: Judged) -> dict[UUID, Place]:
    return {each.id: Place(PlaceKind.UNIT, each.unit, each.unit_id) for each in judged.dossier.activities}


def _nothing() -> EmptyState:
    return EmptyState(
        title=_("No flow fits this choice"),
        belongs=_("Flows are drawn from the data, sources, systems, parties, recipients and transfers of activities."),
        reason=_("A record of processing names recipients and transfers (Article 30(1)(d) and (e))."),
    )
