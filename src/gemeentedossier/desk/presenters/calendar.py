"""What the whole dossier asks on which day: agreements, leaflets, security, breaches, DPIAs and requests together."""

from enum import StrEnum

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.agreements import agreement_term_url, agreement_terms
from gemeentedossier.desk.presenters.breaches import BreachSight
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_calendar import AHEAD, ENDS_BY_ITSELF, security_term_url, security_terms
from gemeentedossier.dossier.agreements.engine.term import Term
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.engine.terms import BreachTerm
from gemeentedossier.dossier.breaches.engine.terms import terms_for as breach_terms_for
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.requests.engine.clock import RequestDeadline, RequestLaw
from gemeentedossier.dossier.requests.engine.clock import terms_for as request_terms_for
from gemeentedossier.dossier.risks.engine.terms import AssessmentTermDue
from gemeentedossier.dossier.risks.engine.terms import terms_for as assessment_terms_for
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.security.engine.terms import SecurityTerm
from gemeentedossier.exchange.engine.calendar_file import CalendarTerm
from gemeentedossier.method.facts import PlanTerm

NOT_OURS: frozenset[StrEnum] = frozenset(
    {
        *ENDS_BY_ITSELF,
        TermKind.STARTS,
        TermKind.ENDS,
        TermKind.LEAFLET_ENDS,
        TermKind.MECHANISM_ENDS,
        BreachTermKind.KEPT_UNTIL,
        AssessmentTermKind.CONSULTATION,
        AssessmentTermKind.EXTENSION_NOTICE,
    }
)
"""What ends by itself or is for the authority to do: nobody here is late with it."""


def every_term(sight: BreachSight, plan: tuple[PlanTerm, ...] = ()) -> tuple[CalendarTerm, ...]:
    """What all records and the plan of the method ask, in the order of days: the same on the page and in the file."""
    dossier, today = sight.dossier, day_of(sight.dossier)
    found: tuple[CalendarTerm, ...] = (
        *agreement_terms(dossier),
        *security_terms(dossier),
        *breach_terms_for(dossier.breaches, sight.law, now=sight.now, agreed_hours=sight.agreed_hours),
        *assessment_terms_for(dossier.impact_assessments, sight.catalogue, on=today),
        *request_terms_for(dossier.requests, RequestLaw.of(sight.catalogue), on=today),
        *plan,
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda term: term.on))


def terms_table(sight: BreachSight, plan: tuple[PlanTerm, ...], *, past: bool) -> Table | None:
    """What is past and not yet done, or what is asked from today on within a year."""
    today = day_of(sight.dossier)
    terms = [each for each in every_term(sight, plan) if each.on <= today + AHEAD and (each.on < today) is past]
    rows = tuple(
        Row(
            cells=(
                Cell(text=day(each.on)),
                *((Cell(badge=_past(each)),) if past else ()),
                Cell(text=_what(each)),
                Cell(text=_about(each), url=term_url(sight, each)),
            )
        )
        for each in terms
    )
    labels = (_("Day"), *((_("State"),) if past else ()), _("What"), _("About"))
    return table(_("What the dossier asks, and when"), labels, rows)


def _past(term: CalendarTerm) -> Badge:
    """Red for what somebody had to do by then; what ended by itself is told calmly, and judged where it is recorded."""
    if term.kind in NOT_OURS:
        return Badge(word=pgettext("term of security", "Ended"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("term of security", "Overdue"), tone=Tone.ALARM, shape=Shape.CLOCK)


def _what(term: CalendarTerm) -> str:
    if isinstance(term, PlanTerm):
        return _("Step of the method is to be done")
    return capfirst(word(term.kind, language())) if isinstance(term, BreachTerm) else name_of(term.kind)


def _about(term: CalendarTerm) -> str:
    if isinstance(term, RequestDeadline):
        return _("Request %(number)s") % {"number": term.number}
    if isinstance(term, Term) and term.detail:
        return f"{term.name} ({term.detail})"
    return term.name


def term_url(sight: BreachSight, term: CalendarTerm) -> str:
    """Where what a term asks is done."""
    if isinstance(term, SecurityTerm):
        return security_term_url(sight.dossier, term, sight.slug)
    if isinstance(term, Term):
        return agreement_term_url(term, sight.slug)
    if isinstance(term, BreachTerm):
        places = {BreachTermKind.MEASURE: "measures", BreachTermKind.KEPT_UNTIL: "closing"}
        page = reverse("desk:breach", args=[sight.slug, term.breach_id])
        return f"{page}#{places.get(term.kind, 'clocks')}"
    if isinstance(term, PlanTerm):
        return reverse("desk:method-step", args=[sight.slug, term.step])
    name = "assessment" if isinstance(term, AssessmentTermDue) else "request"
    return reverse(f"desk:{name}", args=[sight.slug, term.record_id])
