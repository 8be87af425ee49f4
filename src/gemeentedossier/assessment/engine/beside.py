"""The municipality and all that stands beside its register, as cases: of a kind that no rule is about none is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.agreed import surroundings_in
from gemeentedossier.assessment.engine.subjects.assessed import assessment_cases
from gemeentedossier.assessment.engine.subjects.breached import breach_cases
from gemeentedossier.assessment.engine.subjects.cases import agreement_cases, asset_cases, organisation_case
from gemeentedossier.assessment.engine.subjects.governed import governed_cases
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject, decision_totals
from gemeentedossier.assessment.engine.subjects.recorded import left_over_beside
from gemeentedossier.assessment.engine.subjects.requested import requested_cases
from gemeentedossier.assessment.engine.subjects.shown import evidence_cases
from gemeentedossier.assessment.engine.subjects.weighed import clause_cases
from gemeentedossier.assessment.engine.subjects.whole import Whole
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.snapshot.facts import Dossier

_Made = Callable[[], Iterable[Case]]


def cases_beside(
    dossier: Dossier,
    organisation: OrganisationSubject,
    law: Law,
    *,
    whole: Whole,
    same: Mapping[UUID, Case],
    asked: Set[SubjectKind],
) -> Iterator[Case]:
    """Yield the municipality first, then each record beside the activities.

    ``whole`` knows all activities; ``same`` are cases that are known already; ``asked`` are the kinds that rules are
    about.
    """
    every, kinds = whole.activities, SubjectKind
    around = (dossier, organisation, law)
    made: tuple[tuple[Set[SubjectKind], _Made], ...] = (
        ({kinds.ORGANISATION}, lambda: [_municipality(dossier, law, whole)]),
        ({kinds.AGREEMENT, kinds.COVENANT}, lambda: _agreements(dossier, organisation, law, whole, same)),
        ({kinds.SYSTEM, kinds.MEASURE, kinds.TOOL, kinds.LEAFLET}, lambda: asset_cases(*around, whole=whole)),
        ({kinds.INTERPRETATION, kinds.POSITION}, lambda: governed_cases(*around, whole=whole)),
        ({kinds.POLICY_CLAUSE}, lambda: clause_cases(*around, in_office=whole.in_office)),
        ({kinds.EVIDENCE}, lambda: evidence_cases(*around)),
        ({kinds.IMPACT_ASSESSMENT}, lambda: assessment_cases(*around, activities=every, same=same)),
        ({kinds.REQUEST, kinds.CONSENT}, lambda: requested_cases(*around, activities=every, same=same)),
        ({kinds.BREACH}, lambda: breach_cases(*around, activities=every, same=same)),
    )
    for about, cases in made:
        if not asked.isdisjoint(about):
            yield from cases()


def _municipality(dossier: Dossier, law: Law, whole: Whole) -> Case:
    return organisation_case(
        dossier.organisation,
        law,
        register=whole.register,
        decisions=decision_totals(dossier.security_risks, dossier.appetites, dossier.exclusions, day=law.day),
        unfinished=left_over_beside(dossier, law.catalogue, law.lint, activities=whole.activities),
    )


def _agreements(
    dossier: Dossier, organisation: OrganisationSubject, law: Law, whole: Whole, same: Mapping[UUID, Case]
) -> Iterator[Case]:
    around = surroundings_in(dossier, whole, day=law.day)
    return agreement_cases(dossier.agreements, around, organisation, law, same=same)
