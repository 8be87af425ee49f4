"""Where on the desk a record stands on which a sentence of a document rests."""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from gemeentedossier.desk.forms.agreements import SECTION_FORMS
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

PAGES = {
    "activity": "activity",
    "system": "system",
    "measure": "measure",
    "tool": "tool",
    "breach": "breach",
    "party": "party",
    "agreement": "agreement",
    "covenant": "agreement",
    "evidence": "evidence-piece",
    "interpretation": "interpretation",
    "matter": "matter",
    "position": "position",
    "security_risk": "risk",
    "policy_clause": "clause",
    "log_review_plan": "log-review",
    "impact_assessment": "assessment",
    "request": "request",
    "own_advice": "own-advice",
    "supervision_check": "check",
    "officer_report": "officer-report",
}
"""By kind of record, the name of the page of one."""
AGREED = frozenset({"agreement", "covenant"})


def places_in(dossier: Dossier, slug: str) -> Callable[[RecordOrigin], str]:
    """Where a record of the dossier stands on the desk; empty for what has no place of its own."""
    within = dict(_within(dossier, slug))

    def place_of(origin: RecordOrigin) -> str:
        if origin.record_kind == "organisation":
            return reverse("desk:organisation", args=[slug])
        if origin.record_kind not in PAGES:
            return within.get((origin.record_kind, origin.record_id), "")
        page = reverse(f"desk:{PAGES[origin.record_kind]}", args=[slug, UUID(origin.record_id)])
        section = _section_of(origin.field) if origin.record_kind in AGREED else ""
        return f"{page}#{section}" if section else page

    return place_of


def _section_of(field: str) -> str:
    """The section of the page of an agreement in which the field is written; empty for one that no form holds."""
    name = field.partition(".")[0]
    if name == "points":
        return name
    return next((key for key, form in SECTION_FORMS.items() if name in form.base_fields), "")


def _within(dossier: Dossier, slug: str) -> Iterator[tuple[tuple[str, str], str]]:
    """What stands on the page of something else, by kind and key, with where."""
    for each in dossier.access_rules:
        yield ("access_rule", str(each.id)), _on("activity-security", slug, each.activity_id, "access")
    for classified in dossier.classifications:
        place = _on("activity-security", slug, classified.activity_id, "levels")
        yield from (((kind, str(classified.id)), place) for kind in ("classification", "security_classification"))
    for level in dossier.system_levels:
        yield ("system_level", str(level.id)), _on("system", slug, level.system_id, "levels")
    for plan in dossier.continuities:
        yield ("continuity", str(plan.id)), _on("continuity", slug, plan.activity_id, "plan")
    for log in dossier.log_review_plans:
        yield from ((("log_review", str(key)), _on("log-review", slug, log.id, "done")) for key in _keys(log.reviews))
    for exclusion in dossier.exclusions:
        page = reverse("desk:applicability", args=[slug])
        yield ("control_exclusion", str(exclusion.id)), f"{page}#exclusion-{exclusion.id}"
    for scan in dossier.prescans:
        yield ("prescan", str(scan.id)), reverse("desk:prescan", args=[slug, scan.activity_id])
    for step in dossier.planned_steps:
        yield ("planned_step", str(step.id)), f"{reverse('desk:method-step', args=[slug, step.step])}#plan"
    for key in _keys(dossier.appetites):
        yield ("risk_appetite", str(key)), reverse("desk:appetite", args=[slug])


def _on(page: str, slug: str, key: UUID, anchor: str) -> str:
    return f"{reverse(f'desk:{page}', args=[slug, key])}#{anchor}"


def _keys(records: Iterable[object]) -> Iterator[UUID]:
    return (each.id for each in records)  # type: ignore[attr-defined]  # facts have an id
