"""What the pages of breaches have in common: their frame, the sight, and one breach with its sections."""

from collections.abc import Iterable
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import RuleNature
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.breach import BreachPage, sections_of
from gemeentedossier.desk.presenters.breach_next import next_of
from gemeentedossier.desk.presenters.breach_sections import breach_section
from gemeentedossier.desk.presenters.breaches import JUDGED_BY, BreachSight, state_badge
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.breach_folds import EDIT, SECTIONS, TOLD, folds_of, may_measure, steps_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import beside
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.dossier.breaches.engine.clock import Law
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can

VIEW = "breaches.view_breach"


def sight_of(visit: Visit, judged: Judged) -> BreachSight:
    """What is needed to show breaches, at the moment that the visit looks at."""
    catalogue = catalogue_at(visit.moment)
    return BreachSight(
        slug=visit.municipality.slug,
        dossier=judged.dossier,
        catalogue=catalogue,
        law=Law.of(catalogue),
        now=judged.dossier.moment,
        judges=visit.moment is None and all(can(visit.actor, each) for each in JUDGED_BY),
    )


def breach_in(visit: Visit, key: UUID) -> tuple[Judged, PersonalDataBreach]:
    """The judgement that the visit looks at, and the breach of that key; Http404 where there is none."""
    judged = judged_by(visit)
    return judged, found_in(judged.dossier.breaches, key)


def findings_of(judged: Judged, breach: PersonalDataBreach) -> tuple[Finding, ...]:
    """What rules found of a breach; nothing of an exercise."""
    return tuple(found for each in judged.assessment.cases if each.case.id == breach.id for found in each)


def open_by_law(judged: Judged, breach: PersonalDataBreach) -> tuple[str, ...]:
    """The points of law that are not met, by name: who closes the work must know them."""
    unmet = (
        each for each in findings_of(judged, breach)
        if each.outcome is Outcome.NOT_MET and each.rule.nature is RuleNature.LAW
    )  # fmt: skip
    return tuple(dict.fromkeys(each.rule.label.in_language(language()) for each in unmet))


def page(visit: Visit, judged: Judged, breach: PersonalDataBreach, *, bound: Form | None = None) -> HttpResponse:
    """The page of one breach; a bound form is the one that needs attention."""
    sight, now = sight_of(visit, judged), visit.moment is None
    edits = steps_of(visit, breach, judged.dossier) & {*SECTIONS, *TOLD}
    if now and may_measure(visit, breach, judged.dossier):
        edits |= {"measure"}
    found = findings_of(judged, breach)
    shown = BreachPage(
        sight=sight,
        breach=breach,
        edits=edits,
        folds=folds_of(visit, breach, judged.dossier, bound=bound, open_by_law=open_by_law(judged, breach))
        if now
        else {},
        cases=beside(visit, judged, found, lambda finding: breach_section(finding.rule_id)),
    )
    context = {
        "frame": breach_frame(visit, breach.number),
        "title": breach.title,
        "lead": f"{breach.number}" if not breach.is_exercise else _("Exercise %(number)s") % {"number": breach.number},
        "badge": state_badge(breach),
        "alert": next_of(sight, breach, visit.actor.roles) if now else None,
        "links": links_of(visit, breach),
        "sections": sections_of(shown),
        "exercise_url": url_of(visit, "breach-exercise-end", breach.id) if breach.is_exercise else "",
    }
    return render(visit.request, "desk/breach.html", context)


def links_of(visit: Visit, breach: PersonalDataBreach) -> tuple[Link, ...]:
    """The ways on from a breach."""
    another = breach.is_for_another
    text = _("Message to the controller") if another else _("Text for the form of the authority")
    links = [
        Link(label=text, url=url_of(visit, "breach-form", breach.id)),
        Link(label=pgettext("tab", "History"), url=url_of(visit, "breach-history", breach.id)),
    ]
    if not breach.is_exercise and breach.is_breach is not False:
        links[1:1] = [
            Link(label=name, url=url_of(visit, "breach-paper", breach.id, paper))
            for paper, name in _papers().items()
            if not (another and paper is PaperKind.BREACH_LETTER)
        ]
    if visit.moment is None and can(visit.actor, EDIT) and breach.closing.closed_at is None:
        links.append(Link(label=_("Change title or who leads"), url=url_of(visit, "breach-name", breach.id)))
    return tuple(links)


def _papers() -> dict[PaperKind, str]:
    """The papers about a breach beside the text for the form, by kind."""
    return {
        PaperKind.BREACH_LETTER: _("Letter to people"),
        PaperKind.BREACH_ENTRY: _("Entry of the register"),
        PaperKind.BREACH_REPORT: _("Report to the executive"),
    }


def form_page(visit: Visit, breach: PersonalDataBreach | None, *, title: str, form: Form, back: str) -> HttpResponse:
    """A form on a page of its own."""
    shown = {
        "frame": breach_frame(visit, *((breach.number, back, title) if breach else (title,))),
        "title": title,
        "lead": breach.title if breach else "",
        "form": form,
        "button": _("Save"),
        "back_url": back,
    }
    return render(visit.request, "desk/breach_edit.html", shown)


def breach_frame(visit: Visit, title: str = "", back: str = "", last: str = "") -> Frame:
    """The frame of a page of Part D."""
    every = Crumb(label=pgettext("place in the rail", "Breaches"), url=url_of(visit, "breaches"))
    steps: Iterable[Crumb] = ()
    if title:
        steps = (Crumb(label=title, url=back), *((Crumb(label=last),) if last else ()))
    return frame_for(visit, place="desk:breaches", crumbs=(every, *steps))


def url_of(visit: Visit, name: str, *args: object) -> str:
    """An address of the desk of this municipality."""
    return reverse(f"desk:{name}", args=[visit.municipality.slug, *args])
