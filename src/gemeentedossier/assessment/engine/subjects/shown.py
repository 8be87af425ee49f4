"""What shows that answers are true as a subject of rules: ``evidence.*`` (GDPR 5(2), 24(1))."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.facts import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSubject:
    """A file or link that shows that something is true: ``evidence.*``."""

    name: str
    """What the piece is called."""
    is_withdrawn: bool
    """Whether somebody said that it counts no more."""
    owner: str
    """Who looks after it."""
    owner_has_role: bool
    """Whether that person holds a role in the municipality on the day of the snapshot."""
    owner_left_on: dt.date | None
    """The last day of the owner's last role; unknown where there was none."""
    carried_count: int
    """How many answers, measures and agreements rest on it."""


def evidence_cases(dossier: Dossier, organisation: OrganisationSubject, law: Law) -> Iterator[Case]:
    """Yield each piece of evidence as a case, also what was withdrawn or lost."""
    people = {each.id: each for each in dossier.organisation.people}
    carried = _carried(dossier)
    for piece in dossier.evidence:
        own = evidence_subject(piece, people.get(piece.owner_id), law, carried=carried[piece.id])
        layers: Mapping[str, object] = {"evidence": own, "organisation": organisation}
        yield Case(SubjectKind.EVIDENCE, piece.id, None, layers)


def evidence_subject(piece: Evidence, owner: Person | None, law: Law, *, carried: int) -> EvidenceSubject:
    """Return a piece of evidence as a subject of rules on the law's day; who is not known here has no role."""
    roles = owner.roles if owner else ()
    return EvidenceSubject(
        name=piece.title,
        is_withdrawn=piece.withdrawn_at is not None,
        owner=piece.owner,
        owner_has_role=any(each.holds_on(law.day) for each in roles),
        owner_left_on=max((each.ends_on for each in roles if each.ends_on and each.ends_on < law.day), default=None),
        carried_count=carried,
    )


def _carried(dossier: Dossier) -> Counter[UUID | None]:
    """How many answers, measures and agreements rest on each piece; one that leans on it twice counts once."""
    carried: Counter[UUID | None] = Counter()
    for said in dossier.attestations:
        carried.update(set(said.evidence_ids))
    for measure in dossier.measures:
        carried.update(set(measure.evidence_ids))
    for agreement in dossier.agreements:
        shown = {agreement.erasure_evidence_id, agreement.signed_text_evidence_id}
        carried.update(shown | {party.attestation_evidence_id for party in agreement.parties})
    return carried
