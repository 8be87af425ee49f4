"""From which records a sample is drawn, and drawing it again: the records up to an entry of the ledger."""

from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.governance.actions.samples import DRAW, draw_sample
from gemeentedossier.dossier.governance.engine.sampling import drawn
from gemeentedossier.dossier.governance.enums import SampledKind
from gemeentedossier.dossier.governance.facts import Sample
from gemeentedossier.dossier.snapshot.queries import dossier_up_to
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.engine.population import population_of
from gemeentedossier.organisation.permissions import check_permitted


def draw(
    municipality: Municipality,
    kind: SampledKind,
    *,
    size: int,
    reason: str,
    planned_check_id: UUID | None,
    by: Actor,
) -> Sample:
    """Draw from the records as they stand at the last entry of the ledger, so that anybody can draw it again."""
    check_permitted(by, DRAW)
    settle()
    number = ledger_size()
    return draw_sample(
        kind,
        population=_population(municipality, kind, ledger_number=number),
        ledger_number=number,
        size=size,
        reason=reason,
        planned_check_id=planned_check_id,
        by=by,
    )


def drawn_again(municipality: Municipality, sample: Sample) -> tuple[UUID, ...]:
    """Return what the seed gives now, from the records of the same entry of the ledger."""
    population = _population(municipality, sample.kind, ledger_number=sample.ledger_number)
    return drawn(tuple(population), seed=sample.seed, size=len(sample.cases))


def _population(municipality: Municipality, kind: SampledKind, *, ledger_number: int) -> Mapping[UUID, str]:
    return population_of(kind, dossier_up_to(municipality, ledger_number=ledger_number, moment=clock.now()))
