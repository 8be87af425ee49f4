"""How a covenant compares with the register, with other agreements, and with what its participants tell."""

from collections.abc import Iterable, Iterator

from gemeentedossier.assessment.engine.subjects.agreed import Surroundings, in_use
from gemeentedossier.assessment.engine.subjects.covenant import FlowFields, TogetherFields
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.dossier.agreements.engine.leaflets import without_leaflet
from gemeentedossier.dossier.agreements.engine.term import holds_on, last_day
from gemeentedossier.dossier.agreements.enums import AgreementKind, Renewal
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity, DataUse, LegalBasis


def flow_fields(covenant: Agreement, around: Surroundings, law: Law) -> FlowFields:
    """Return how the covenant compares with the activities in use that it covers."""
    covered = in_use(around.covered_by(covenant))
    bare = tuple(purpose.text for each in covered for purpose in each.purposes if not _rests(purpose.legal_bases))
    absent = tuple(_absent(covenant, covered, law))
    special = [(each, use) for each in covered for use in each.data_uses if _is_special(use, law)]
    open_ones = tuple(dict.fromkeys(each.name for each, use in special if use.special_ground is None))
    unkept = tuple(each.name for each in covered if not each.retention)
    known = bool(covered)
    return FlowFields(
        purposes_without_basis=bare if known else None,
        purposes_without_basis_count=len(bare) if known else None,
        participants_not_in_register=absent if known else None,
        participants_not_in_register_count=len(absent) if known else None,
        special_use_count=len(special) if known else None,
        activities_without_exception=open_ones if known else None,
        activities_without_exception_count=len(open_ones) if known else None,
        activities_without_retention=unkept if known else None,
        activities_without_retention_count=len(unkept) if known else None,
    )


def together_fields(covenant: Agreement, around: Surroundings, law: Law) -> TogetherFields:
    """Return what the covenant says of who takes part on the law's day, and how other agreements compare."""
    members = [each for each in covenant.parties if each.takes_part_on(law.day)]
    roles = {each.party_id: _roles_of(each, covenant, around) for each in members}
    roleless = tuple(each.party_name for each in members if not roles[each.party_id])
    processors = [each for each in members if PartyRole.PROCESSOR in roles[each.party_id]]
    late = _joined_late(covenant, law)
    afterwards = tuple(each.party_name for each in covenant.parties if _attested_after_leaving(each))
    loose = tuple(each.party_name for each in processors if not _has_agreement(each, around, law))
    others = tuple(_other_terms(covenant, members, around, law))
    blank = tuple(_called(each.code, each.title) for each in covenant.clauses if not law.lint.says_something(each.text))
    unreasoned = tuple(
        _called(each.party_name, each.clause)
        for each in covenant.deviations
        if not law.lint.says_something(each.reason)
    )
    systems = [each for each in around.systems if each.id in set(covenant.system_ids)]
    untold = tuple(each.name for each in without_leaflet(covenant, around.leaflets, systems, around.tools))
    return TogetherFields(
        without_role=roleless,
        without_role_count=len(roleless),
        processor_count=len(processors),
        processors_without_agreement=loose,
        processors_without_agreement_count=len(loose),
        breach_report_hours=covenant.breach_report_hours,
        other_breach_terms=others,
        other_breach_terms_count=len(others),
        clause_count=len(covenant.clauses),
        clauses_without_text=blank,
        clauses_without_text_count=len(blank),
        deviation_count=len(covenant.deviations),
        deviations_without_reason=unreasoned,
        deviations_without_reason_count=len(unreasoned),
        product_count=len(systems),
        products_without_leaflet=untold,
        products_without_leaflet_count=len(untold),
        joined_after_end=late,
        joined_after_end_count=None if late is None else len(late),
        attested_after_leaving=afterwards,
        attested_after_leaving_count=len(afterwards),
    )


def _roles_of(party: AgreementParty, covenant: Agreement, around: Surroundings) -> frozenset[PartyRole]:
    """What the party is: as the covenant says, else as role tests on it or on what the covenant covers decided."""
    if party.role:
        return frozenset({party.role})
    told = [around.whole.decided, *(around.whole.covers_of(each).decided for each in around.covered_by(covenant))]
    return frozenset(each[party.party_id] for each in told if party.party_id in each)


def _joined_late(covenant: Agreement, law: Law) -> tuple[str, ...] | None:
    """Who joined when the covenant was over; unknown where nobody recorded until when it holds."""
    last = last_day(covenant, on=law.day)
    if last is None:
        return () if covenant.renewal is Renewal.TACIT else None
    return tuple(each.party_name for each in covenant.parties if each.joined_on and each.joined_on > last)


def _attested_after_leaving(party: AgreementParty) -> bool:
    return bool(party.left_on and party.attested_on and party.attested_on > party.left_on)


def _rests(bases: Iterable[LegalBasis]) -> bool:
    return any(each.article_6 is not None for each in bases)


def _absent(covenant: Agreement, covered: tuple[Activity, ...], law: Law) -> Iterator[str]:
    named = {p.party_id for each in covered for p in each.parties} | {r.party_id for a in covered for r in a.recipients}
    return (p.party_name for p in covenant.parties if p.takes_part_on(law.day) and p.party_id not in named)


def _is_special(use: DataUse, law: Law) -> bool:
    return any(law.kinds.get(each) is DataKind.SPECIAL for each in use.data_categories)


def _has_agreement(party: AgreementParty, around: Surroundings, law: Law) -> bool:
    own = (each for each in around.agreements if any(p.party_id == party.party_id for p in each.parties))
    return any(each.kind is AgreementKind.PROCESSOR and holds_on(each, law.day) for each in own)


def _other_terms(
    covenant: Agreement, members: Iterable[AgreementParty], around: Surroundings, law: Law
) -> Iterator[str]:
    """Agreements with a participant on the same activities that hold and name another term."""
    keys, work, hours = {each.party_id for each in members}, set(covenant.activity_ids), covenant.breach_report_hours
    if hours is None:
        return
    for each in around.agreements:
        differs = each.id != covenant.id and each.breach_report_hours not in (None, hours)
        same = differs and not work.isdisjoint(each.activity_ids) and any(p.party_id in keys for p in each.parties)
        if same and holds_on(each, law.day):
            yield each.name


def _called(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())
