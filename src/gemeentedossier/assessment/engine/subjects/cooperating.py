"""From a covenant, with who takes part in it, to the covenant as a subject of rules."""

from gemeentedossier.assessment.engine.subjects.agreed import Surroundings, agreed_in, has_ended, in_use
from gemeentedossier.assessment.engine.subjects.covenant import CovenantSubject
from gemeentedossier.assessment.engine.subjects.flowing import flow_fields, together_fields
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import left_over_in, texts_of_agreement
from gemeentedossier.assessment.engine.subjects.truths import over_a_year_ago
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.dossier.agreements.engine.term import last_day
from gemeentedossier.dossier.agreements.enums import PartyKind, Point
from gemeentedossier.dossier.agreements.facts import Agreement

_DELICATE = frozenset({DataKind.SPECIAL, DataKind.CRIMINAL, DataKind.SENSITIVE, DataKind.NATIONAL_NUMBER})


def covenant_subject(covenant: Agreement, around: Surroundings, law: Law) -> CovenantSubject:
    """Return a covenant as a subject of rules on the law's day."""
    said = agreed_in(covenant, law.lint)
    taking_part = [each for each in covenant.parties if each.takes_part_on(law.day)]
    silent = [each for each in taking_part if over_a_year_ago(each.attested_on, on=law.day) is not False]
    return CovenantSubject(
        name=covenant.name,
        party_kinds=_party_kinds(covenant, law),
        is_public_partnership=said(Point.IS_PUBLIC_PARTNERSHIP),
        is_statutory_partnership=said(Point.IS_STATUTORY_PARTNERSHIP),
        shares_criminal_data=_shares(covenant, frozenset({DataKind.CRIMINAL}), Point.SHARES_CRIMINAL_DATA, law),
        shares_special_or_sensitive_data=_shares(covenant, _DELICATE, Point.SHARES_SPECIAL_OR_SENSITIVE_DATA, law),
        bases_per_flow=said(Point.BASES_PER_FLOW),
        data_and_need_per_phase=said(Point.DATA_AND_NEED_PER_PHASE),
        security_and_access=said(Point.SECURITY_AND_ACCESS),
        breach_reporting=said(Point.BREACH_REPORTING),
        retention_and_end=said(Point.RETENTION_AND_END),
        adopted_with_term_and_review=said(Point.ADOPTED_WITH_TERM_AND_REVIEW),
        impact_assessment_before_start=said(Point.IMPACT_ASSESSMENT_BEFORE_START),
        health_data_within_statutory_task=said(Point.HEALTH_DATA_WITHIN_STATUTORY_TASK),
        criminal_data_necessary_with_safeguards=said(Point.CRIMINAL_DATA_NECESSARY_WITH_SAFEGUARDS),
        legality_committee=said(Point.LEGALITY_COMMITTEE),
        privacy_audits=said(Point.PRIVACY_AUDITS),
        ends_on=last_day(covenant, on=law.day),
        expired=has_ended(covenant, law.day),
        activities_in_use_count=len(in_use(around.covered_by(covenant))) if covenant.activity_ids else None,
        participant_count=len(taking_part),
        unattested=tuple(each.party_name for each in silent),
        unattested_count=len(silent),
        **vars(flow_fields(covenant, around, law)),
        **vars(together_fields(covenant, around, law)),
        **vars(left_over_in(texts_of_agreement(covenant), law.lint)),
    )


def _party_kinds(covenant: Agreement, law: Law) -> tuple[str, ...] | None:
    """The kinds of those who take part on the day, the municipality first; unknown where one's kind is.

    A certified institution among them is known whatever the others are: the law asks more of it.
    """
    kinds = [each.kind for each in covenant.parties if each.takes_part_on(law.day)]
    known = tuple(dict.fromkeys(kind.value for kind in (PartyKind.MUNICIPALITY, *kinds) if kind))
    if None in kinds and PartyKind.CERTIFIED_INSTITUTION not in kinds:
        return None
    return known


def _shares(covenant: Agreement, kinds: frozenset[DataKind], point: Point, law: Law) -> bool | None:
    """By the data that it names, where one is of such a kind; else as somebody recorded."""
    if any(law.kinds.get(each) in kinds for each in covenant.data_categories or ()):
        return True
    return agreed_in(covenant, law.lint)(point)
