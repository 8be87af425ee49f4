"""What this person may do with an impact assessment, as forms that open in the section where they belong."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.forms import Form

from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.views.assessment_pages import Sight
from gemeentedossier.desk.views.assessment_permitted import STEPS, steps_with
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.foundation.addresses import reverse


def folds_of(sight: Sight, found: ImpactAssessment, bound: Form | None) -> Mapping[str, tuple[Fold, ...]]:
    """The forms that this person may use with this assessment as it stands, by section."""
    folds: dict[str, tuple[Fold, ...]] = defaultdict(tuple)
    may = steps_with(sight.visit, found, sight.activities)
    for route, step in STEPS.items():
        if route not in may:
            continue
        held = bound if bound is not None and getattr(bound, "route", "") == route else None
        folds[step.section] += (
            Fold(
                title=str(step.title),
                button=str(step.button),
                url=reverse(f"desk:{route}", args=[sight.visit.municipality.slug, found.id]),
                form=held or step_form(route, found),
                anchor=step.section,
                id=route,
                opened=sight.visit.request.GET.get("open") == route,
            ),
        )
    return folds


def step_form(route: str, found: ImpactAssessment, data: Any = None) -> Form:
    """The form of a step, with what stands there already."""
    form = STEPS[route].form(data, initial=_held(route, found), auto_id=f"{route}-%s")
    form.route = route  # type: ignore[attr-defined]  # says which of the forms on a page it is
    return form


def _held(route: str, found: ImpactAssessment) -> dict[str, object]:
    held: dict[str, object] = {"revision": found.revision}
    if route == "assessment-adopt":
        held |= {"review_on": found.review_on}
    if route == "assessment-publish":
        held |= {"summary": found.public_summary}
    if route == "assessment-consult" and found.consultations and found.consultations[-1].is_running:
        last = found.consultations[-1]
        names = ("requested_on", "pieces", "received_on", "extended_on", "suspended_on", "resumed_on", "answered_on")
        held |= {name: getattr(last, name) for name in (*names, "outcome")}
    return held
