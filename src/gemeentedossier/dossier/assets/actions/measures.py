"""Recording what a municipality protects data by, and what shows that it works."""

from dataclasses import replace
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.assets import models
from gemeentedossier.dossier.assets.actions.writing import (
    check_name_is_free,
    create_record,
    write_record,
)
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.assets.policies import check_measure, check_shows
from gemeentedossier.dossier.assets.queries import measure_facts
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.evidence.queries import evidence_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can_for, check_permitted, check_permitted_for


def baseline_numbers(catalogue: Catalogue) -> frozenset[str]:
    """Return the numbers that a measure may name: controls, and government measures that are asked."""
    controls = catalogue.security_controls.values()
    asked = {measure.number for each in controls for measure in each.measures if measure.is_asked}
    return frozenset(asked | {each.number for each in controls})


def record_measure(measure: Measure, *, by: Actor) -> Measure:
    """Record a new measure; who may edit own measures only answers for it. Evidence is added afterwards."""
    check_permitted(by, "assets.record_measure")
    wanted = replace(measure, name=measure.name.strip(), revision=0, evidence_ids=())
    if not can_for(by, "assets.edit_measure", owner_id=wanted.owner_id):
        wanted = replace(wanted, owner_id=by.person_id, owner=by.name)
    _check(wanted)
    with verb("assets.record_measure", by=by):
        check_name_is_free(models.Measure, wanted)
        create_record(models.Measure, wanted)
    return wanted


def edit_measure(measure: Measure, *, by: Actor) -> Measure:
    """Write the measure as it must become, but for its evidence; ``measure.revision`` is the one that was read."""
    check_permitted(by, "assets.edit_measure")
    _check(measure)
    with verb("assets.edit_measure", by=by):
        stored = _locked(measure.id, by=by)
        check_unchanged(stored.revision, read=measure.revision, name=stored.name)
        check_name_is_free(models.Measure, measure)
        write_record(models.Measure, stored, replace(measure, revision=stored.revision + 1))
    return measure_facts(measure.id)


def show_measure(measure_id: UUID, *, evidence_id: UUID, by: Actor) -> Measure:
    """Record that evidence shows the measure; Refused for evidence that no longer stands."""
    check_permitted(by, "assets.edit_measure")
    with verb("assets.show_measure", by=by):
        stored = _locked(measure_id, by=by)
        pieces = {piece.id: piece for piece in evidence_from(live_rows, {})}
        if evidence_id not in pieces:
            raise Refused(_("This evidence is not here. Choose it from the list."))
        if evidence_id in stored.evidence_ids:
            raise Refused(_("This evidence shows this measure already."))
        check_shows(pieces[evidence_id], stored, shown_by=_shown_by(pieces[evidence_id]), today=clock.today())
        models.MeasureEvidence.objects.create(
            id=uuid5(measure_id, str(evidence_id)),
            measure_id=measure_id,
            evidence_id=evidence_id,
            position=len(stored.evidence_ids),
        )
    return measure_facts(measure_id)


def unlink_evidence(measure_id: UUID, *, evidence_id: UUID, reason: str, by: Actor) -> Measure:
    """Evidence no longer shows the measure, and why; the piece itself stays, and so does the history."""
    check_permitted(by, "assets.edit_measure")
    if not reason.strip():
        raise Refused(_("Say why this evidence does not show the measure: from now on the measure counts without it."))
    with verb("assets.unlink_evidence", by=by, reason=reason):
        stored = _locked(measure_id, by=by)
        if evidence_id not in stored.evidence_ids:
            raise Refused(_("This evidence does not show this measure. Look at the page again."))
        models.MeasureEvidence.objects.get(measure_id=measure_id, evidence_id=evidence_id).delete()
    return measure_facts(measure_id)


def _shown_by(piece: Evidence) -> dict[UUID, tuple[str, ...]]:
    names = models.MeasureEvidence.objects.filter(evidence_id=piece.id).values_list("measure__name", flat=True)
    return {piece.id: tuple(names)}


def _check(measure: Measure) -> None:
    check_measure(measure, known=baseline_numbers(current_catalogue()), today=clock.today())


def _locked(measure_id: UUID, *, by: Actor) -> Measure:
    locked = models.Measure.objects.select_for_update().get(pk=measure_id)
    check_permitted_for(by, "assets.edit_measure", owner_id=locked.owner_id)
    return measure_facts(measure_id)
