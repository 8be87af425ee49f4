"""What of Part C waits for this very person: advice, answers, decisions, and assessments that their facts overtook."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.today import Matter, Waiting
from gemeentedossier.dossier.risks.engine.staleness import stale_points
from gemeentedossier.dossier.risks.engine.terms import terms_for
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.snapshot.engine.derived import Derived
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can

FIRST = 3
"""How many a line names."""


def assessments_waiting(
    dossier: Dossier, catalogue: Catalogue, *, actor: Actor, owner: UUID | None, today: dt.date, slug: str
) -> tuple[Waiting, ...]:
    """What waits for the actor; ``owner`` is whose records the page is about, None everybody's."""
    own = {each.id for each in dossier.activities if owner is None or each.owner_id == owner}
    found = tuple(each for each in dossier.impact_assessments if own & set(each.activity_ids))
    return tuple(_waiting(found, dossier, catalogue, actor, today, slug)) if found else ()


def _waiting(
    found: tuple[ImpactAssessment, ...], dossier: Dossier, catalogue: Catalogue, actor: Actor, today: dt.date, slug: str
) -> Iterator[Waiting]:
    advised = [each for each in found if each.state is AssessmentState.UNDER_ADVICE]
    if can(actor, "risks.advise") and (asked := [each for each in advised if each.current_advice is None]):
        told = ngettext("%(count)s DPIA waits for your advice", "%(count)s DPIAs wait for your advice", len(asked))
        yield _line(told, asked, slug)
    if can(actor, "risks.adopt_assessment") and (ready := [each for each in advised if each.current_advice]):
        told = ngettext("%(count)s DPIA waits for a decision", "%(count)s DPIAs wait for a decision", len(ready))
        yield _line(told, ready, slug)
    if can(actor, "risks.edit_assessment"):
        yield from _overtaken(found, dossier, catalogue, slug)
    late = frozenset((each.record_id, each.kind) for each in terms_for(found, catalogue, on=today) if each.on < today)
    if late and any(can(actor, each) for each in ("risks.edit_assessment", "risks.adopt_assessment", "risks.advise")):
        told = ngettext(
            "Something of %(count)s DPIA should have been done",
            "Something of %(count)s DPIAs should have been done",
            len(of := {record for record, _kind in late}),
        )
        yield _line(told, [each for each in found if each.id in of], slug, about=late)


def _overtaken(
    found: tuple[ImpactAssessment, ...], dossier: Dossier, catalogue: Catalogue, slug: str
) -> Iterator[Waiting]:
    overtaken = overtaken_in(dossier, catalogue)
    stale = [each for each in found if each.id in overtaken]
    if stale:
        told = ngettext(
            "The facts of %(count)s DPIA changed: revise it",
            "The facts of %(count)s DPIAs changed: revise them",
            len(stale),
        )
        yield _line(told, stale, slug)


def _all_overtaken(dossier: Dossier, catalogue: Catalogue) -> frozenset[UUID]:
    """The adopted assessments whose facts changed since."""
    activities, around = {each.id: each for each in dossier.activities}, around_of(dossier, catalogue)
    adopted = (each for each in dossier.impact_assessments if each.version)
    return frozenset(each.id for each in adopted if stale_points(each, activities, around))


_OVERTAKEN = Derived(_all_overtaken)


def overtaken_in(dossier: Dossier, catalogue: Catalogue) -> frozenset[UUID]:
    """Return the adopted assessments whose facts changed since; worked out once of a dossier that is kept."""
    return _OVERTAKEN.of(dossier, catalogue)


def _line(told: str, found: list[ImpactAssessment], slug: str, *, about: frozenset[Matter] = frozenset()) -> Waiting:
    names = tuple(Link(label=each.name, url=reverse("desk:assessment", args=[slug, each.id])) for each in found[:FIRST])
    url = names[0].url if len(found) == 1 else reverse("desk:assessments", args=[slug])
    return Waiting(sentence=Link(label=told % {"count": len(found)}, url=url), names=names, about=about)
