"""What Part B asks on which day: logs to look at, decisions that run out, support and evidence that end."""

import datetime as dt
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.applicability import title_of_number
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.security.engine.terms import Asking, SecurityTerm, terms_for
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.dossier.snapshot.facts import Dossier

AHEAD = dt.timedelta(days=366)
"""How far a calendar looks ahead on a page; a file for a calendar of one's own holds everything."""

ENDS_BY_ITSELF = {SecurityTermKind.EVIDENCE_ENDS, SecurityTermKind.SUPPORT_ENDS, SecurityTermKind.ACCEPTANCE_ENDS}


def security_terms(dossier: Dossier) -> tuple[SecurityTerm, ...]:
    """What the records of Part B ask, in the order of days: the same on every page and in every file."""
    asking = Asking(
        systems=dossier.systems,
        evidence=dossier.evidence,
        appetites=dossier.appetites,
        activities=dossier.activities,
        plans=dossier.log_review_plans,
        risks=dossier.security_risks,
        exclusions=dossier.exclusions,
        continuities=dossier.continuities,
    )
    return tuple(_named(each) for each in terms_for(asking, on=day_of(dossier)))


def _named(term: SecurityTerm) -> SecurityTerm:
    """The term by what a reader knows it by: of the baseline its number, and what that number is called."""
    if term.kind is not SecurityTermKind.EXCLUSION_REVIEW:
        return term
    title = title_of_number(term.name, current_catalogue(), language())
    return replace(term, name=f"{term.name} {title}".strip())


def terms_table(dossier: Dossier, *, slug: str, past: bool) -> Table | None:
    """What is past and not yet done, or what is asked from today on within a year."""
    today = day_of(dossier)
    terms = [each for each in security_terms(dossier) if each.on <= today + AHEAD and (each.on < today) is past]
    rows = tuple(
        Row(
            cells=(
                Cell(text=day(each.on)),
                *((Cell(badge=_past(each)),) if past else ()),
                Cell(text=name_of(each.kind)),
                Cell(text=each.name, url=term_url(dossier, each, slug)),
            )
        )
        for each in terms
    )
    labels = (_("Day"), *((_("State"),) if past else ()), _("What"), _("About"))
    return table(_("What security asks, and when"), labels, rows)


def _past(term: SecurityTerm) -> Badge:
    """Red for what somebody had to do by then; what ended by itself is told calmly, and judged where it is recorded."""
    if term.kind in ENDS_BY_ITSELF:
        return Badge(word=pgettext("term of security", "Ended"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("term of security", "Overdue"), tone=Tone.ALARM, shape=Shape.CLOCK)


def term_url(dossier: Dossier, term: SecurityTerm, slug: str) -> str:
    """Where what a term asks is done."""
    if term.kind is SecurityTermKind.LOG_REVIEW:
        return f"{reverse('desk:log-review', args=[slug, term.record_id])}#done"
    if term.kind is SecurityTermKind.SUPPORT_ENDS:
        return reverse("desk:system", args=[slug, term.record_id])
    if term.kind is SecurityTermKind.EVIDENCE_ENDS:
        return piece_url(slug, term.record_id)
    if term.kind is SecurityTermKind.EXCLUSION_REVIEW:
        return f"{reverse('desk:applicability', args=[slug])}#exclusion-{term.record_id}"
    if term.kind is SecurityTermKind.APPETITE_REVIEW:
        return reverse("desk:appetite", args=[slug])
    if term.kind is SecurityTermKind.ACCEPTANCE_ENDS:
        return f"{reverse('desk:risk', args=[slug, term.record_id])}#decision"
    activities = {each.id: each.activity_id for each in dossier.continuities}
    return reverse("desk:continuity", args=[slug, activities[term.record_id]])
