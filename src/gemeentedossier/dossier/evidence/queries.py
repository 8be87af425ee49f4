"""Answers and what they rest on as facts, from the rows of any moment."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.evidence import models
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.foundation.rows import Rows
from gemeentedossier.foundation.shaping import shaped


def attestations_from(rows: Rows, people: Mapping[UUID, str]) -> tuple[Attestation, ...]:
    """All answers, by subject and criterion. ``people`` are names by key."""
    shown: dict[UUID, list[UUID]] = defaultdict(list)
    for link in rows(models.AttestationEvidence):
        shown[link["attestation_id"]].append(link["evidence_id"])
    made = (
        shaped(
            Attestation,
            row,
            answered_by=people.get(row["answered_by_id"], ""),
            evidence_ids=tuple(sorted(shown.get(row["id"], ()))),
        )
        for row in rows(models.Attestation)
    )
    return tuple(sorted(made, key=lambda a: (a.subject_kind, a.subject_id, a.criterion)))


def evidence_from(rows: Rows, people: Mapping[UUID, str]) -> tuple[Evidence, ...]:
    """All evidence, by title; also what was withdrawn or lost."""
    made = (
        shaped(Evidence, row, owner=people.get(row["owner_id"], ""), added_by=people.get(row["added_by_id"], ""))
        for row in rows(models.Evidence)
    )
    return tuple(sorted(made, key=lambda e: (e.title, e.id)))
