"""What Part B asks on which day: logs to look at, decisions that run out, support and evidence that end."""

import datetime as dt
from dataclasses import replace

from django.urls import reverse

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.applicability import title_of_number
from gemeentedossier.desk.presenters.evidence import piece_url
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


def security_term_url(dossier: Dossier, term: SecurityTerm, slug: str) -> str:
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
