"""From a processing activity and the law of the day to the activity as a subject of rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from gemeentedossier.assessment.engine.subjects.account import AccountFields, CharacteristicFields
from gemeentedossier.assessment.engine.subjects.activity import (
    ActivitySubject,
    DataFields,
    FlowFields,
    KeepingFields,
    LawfulnessFields,
    PartBAndCFields,
    RecordFields,
    RightsFields,
    TextFields,
)
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.lawfulness import letters_of
from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.assessment.engine.subjects.texts import looked_at
from gemeentedossier.assessment.engine.subjects.truths import (
    any_of,
    joined,
    or_unknown,
    over_a_year_ago,
    written,
)
from gemeentedossier.assessment.engine.subjects.use import DataUseSubject, RecipientSubject, includes_children
from gemeentedossier.assessment.engine.subjects.whole import Assessed, Whole
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.dossier.register.enums import (
    Article6,
    DataSubjectRight,
    PartyRole,
    ProcessingState,
    RecordState,
)
from gemeentedossier.dossier.register.facts import Activity, LegalBasis
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan

_CHARACTERISTICS = tuple(CharacteristicFields.__annotations__)
_said = attrgetter(*_CHARACTERISTICS)
_ACCOUNT = tuple(AccountFields.__annotations__)
_told = attrgetter(*(name.removesuffix("_written") for name in _ACCOUNT))


@dataclass(frozen=True, slots=True)
class Parts:
    """What was made before the activity itself: subjects of its parts, and what it must know of the rest."""

    data_uses: tuple[DataUseSubject, ...]
    recipients: tuple[RecipientSubject, ...]
    whole: Whole


def activity_subject(activity: Activity, parts: Parts, law: Law) -> ActivitySubject:
    """Return an activity as a subject of rules on the law's day."""
    bases = tuple(basis for purpose in activity.purposes for basis in purpose.legal_bases)
    return _laid_together(
        _record(activity, parts.whole, law),
        _lawfulness(activity, bases, law.lint),
        _data(activity, parts.data_uses, bases, law),
        _flows(activity, parts.recipients),
        _keeping(activity),
        _rights(activity, parts.whole.assessed_of(activity)),
        _texts(activity, parts.whole, law),
        _part_b(parts.whole.secured_of(activity), parts.whole.assessed_of(activity), law.lint),
        _characteristics(activity, parts.whole.assessed_of(activity)),
        _account(activity, law.lint),
    )


def _laid_together(*parts: object) -> ActivitySubject:
    """Return the fields of the parts as one subject; each was made by its own class, so none is checked twice."""
    found = object.__new__(ActivitySubject)
    fields = vars(found)
    for part in parts:
        fields.update(vars(part))
    return found


def _part_b(secured: Secured, assessed: Assessed, lint: Lint) -> PartBAndCFields:
    return PartBAndCFields(
        security_classified=secured.is_classified(lint),
        measures_in_effect_count=secured.in_effect_count,
        assessment_departure_reasoned=_departure(assessed.prescan, lint),
    )


def _departure(prescan: Prescan | None, lint: Lint) -> bool | None:
    """Whether who decided that no assessment is needed said why; unknown where nobody decided that."""
    if prescan is None or prescan.decision in (None, PrescanVerdict.REQUIRED):
        return None
    return lint.says_something(prescan.decided_because)


def _characteristics(activity: Activity, assessed: Assessed) -> CharacteristicFields:
    found = CharacteristicFields(**dict(zip(_CHARACTERISTICS, _said(activity.characteristics), strict=True)))
    if assessed.prescan and assessed.prescan.decision and found.impact_assessment_required is None:
        found = replace(found, impact_assessment_required=assessed.prescan.decision is PrescanVerdict.REQUIRED)
    return found


def _chosen(assessed: Assessed, question: str) -> tuple[str, ...] | None:
    """What the pre-scan says of a list where the register says nothing; None where it does not either."""
    answers = assessed.prescan.answers if assessed.prescan else ()
    found = next((each.values for each in answers if each.question == question), None)
    return None if found is None else tuple(each for each in found if each != "none")


def _account(activity: Activity, lint: Lint) -> AccountFields:
    truths = (written(text, lint) for text in _told(activity.account))
    return AccountFields(**dict(zip(_ACCOUNT, truths, strict=True)))


def _texts(activity: Activity, whole: Whole, law: Law) -> TextFields:
    seen, copies = looked_at(activity, law), whole.copies_of(activity)
    unfinished, denied = seen.unfinished, seen.denied
    return TextFields(
        unfinished_count=len(unfinished.nl),
        unfinished_places=unfinished.nl,
        unfinished_places_en=unfinished.en,
        unfinished_words=unfinished.words,
        copied_count=len(copies.places.nl),
        copied_places=copies.places.nl,
        copied_places_en=copies.places.en,
        copied_from=copies.others,
        denial_count=len(denied.nl),
        denial_places=denied.nl,
        denial_places_en=denied.en,
    )


def _record(activity: Activity, whole: Whole, law: Law) -> RecordFields:
    state, statute = activity.processing_state, law.statute_name(activity.sector_law)
    return RecordFields(
        name=activity.name,
        reference=or_unknown(activity.reference),
        description_written=written(activity.description, law.lint),
        reference_activity=or_unknown(activity.reference_activity),
        policy_domain=or_unknown(activity.policy_domain),
        in_social_domain=law.in_social_domain(activity.policy_domain),
        sector_law=or_unknown(activity.sector_law),
        sector_law_name=or_unknown(statute.nl),
        sector_law_name_en=or_unknown(statute.in_language("en")),
        has_sector_law=bool(activity.sector_law),
        role=activity.role.value if activity.role else None,
        record_state=activity.record_state.value,
        is_adopted=activity.record_state in (RecordState.ADOPTED, RecordState.PUBLISHED),
        processing_state=state.value if state else None,
        in_use=state is ProcessingState.IN_USE if state else None,
        started_on=activity.started_on,
        ended_on=activity.ended_on,
        last_confirmed_on=activity.last_confirmed_on,
        review_overdue=over_a_year_ago(activity.last_confirmed_on, on=law.day),
        last_destruction_on=activity.last_destruction_on,
        destruction_overdue=over_a_year_ago(activity.last_destruction_on, on=law.day),
        unit=or_unknown(activity.unit),
        owner=or_unknown(activity.owner),
        owner_written=written(activity.owner, law.lint),
        owner_in_office=whole.owner_in_office(activity),
    )


def _lawfulness(activity: Activity, bases: tuple[LegalBasis, ...], lint: Lint) -> LawfulnessFields:
    without = sum(not purpose.legal_bases for purpose in activity.purposes)
    letters = [basis.article_6 for basis in bases]
    is_open = bool(without) or not letters or None in letters

    def rests_on(letter: Article6) -> bool | None:
        return True if letter in letters else None if is_open else False

    return LawfulnessFields(
        controller_count=len(activity.controllers) + sum(map(lint.says_something, activity.controllers_own)),
        named_controller=joined((*activity.controllers, *activity.controllers_own)),
        purpose_count=sum(lint.says_something(purpose.text) for purpose in activity.purposes),
        legal_basis_count=len(bases),
        purposes_without_legal_basis_count=without,
        legal_bases_letters=None if without else letters_of(bases),
        rests_on_consent=rests_on(Article6.CONSENT),
        rests_on_contract=rests_on(Article6.CONTRACT),
        rests_on_legal_obligation=rests_on(Article6.LEGAL_OBLIGATION),
        rests_on_vital_interests=rests_on(Article6.VITAL_INTERESTS),
        rests_on_public_task=rests_on(Article6.PUBLIC_TASK),
        rests_on_legitimate_interests=rests_on(Article6.LEGITIMATE_INTERESTS),
    )


def _data(activity: Activity, uses: tuple[DataUseSubject, ...], bases: tuple[LegalBasis, ...], law: Law) -> DataFields:
    special, kept = _union(use.special_categories for use in uses), activity.data_uses

    def own(words: tuple[str, ...]) -> Iterable[str]:
        return filter(law.lint.says_something, words)

    return DataFields(
        data_use_count=len(uses),
        subject_category_count=len(
            _union((*each.subject_categories, *own(each.subject_categories_own)) for each in kept)
        ),
        data_category_count=len(_union((*each.data_categories, *own(each.data_categories_own)) for each in kept)),
        own_words_count=sum(use.own_words_count for use in uses),
        has_special_data=_any_known(use.has_special for use in uses),
        special_categories=special,
        special_category_count=len(special),
        special_names=joined(law.names_of_data(special)) if special else None,
        special_names_en=joined(law.names_of_data(special, "en")) if special else None,
        has_health_data=_any_known(use.has_health_data for use in uses),
        has_criminal_data=_any_known(use.has_criminal for use in uses),
        has_bsn=_any_known(use.has_bsn for use in uses),
        has_children=_has_children(activity, law),
        children_rule_recorded=_children_rule_recorded(activity, bases, law.lint),
    )


def _has_children(activity: Activity, law: Law) -> bool | None:
    said = activity.characteristics.children_under_16
    return _any_known(includes_children(use, law) for use in activity.data_uses) if said is None else said


def _children_rule_recorded(activity: Activity, bases: tuple[LegalBasis, ...], lint: Lint) -> bool:
    said = activity.characteristics
    return (
        said.guardianship is not None
        or said.children_12_to_15 is not None
        or any(lint.says_something(basis.parental_consent_method) for basis in bases)
    )


def _flows(activity: Activity, recipients: tuple[RecipientSubject, ...]) -> FlowFields:
    from_person = [source.from_data_subject for source in activity.sources]
    return FlowFields(
        source_count=len(from_person),
        sources_known=None not in from_person if from_person else None,
        collects_from_data_subject=_any_known(from_person),
        uses_third_party_source=_any_known(None if each is None else not each for each in from_person),
        recipient_count=len(recipients),
        recipients_outside_eea_count=sum(each.country_in_eea is False for each in recipients),
        transfer_count=len(activity.transfers),
        transfers_outside=True if activity.transfers else activity.characteristics.transfer_outside_eea,
    )


def _keeping(activity: Activity) -> KeepingFields:
    roles = [party.role for party in activity.parties]
    processors = [party for party in activity.parties if party.role is PartyRole.PROCESSOR]
    return KeepingFields(
        retention_count=len(activity.retention),
        retention_without_trigger_count=sum(
            not period.trigger and not period.permanent for period in activity.retention
        ),
        party_count=len(activity.parties),
        processor_count=len(processors),
        processors_without_agreement_count=sum(party.agreement_declared is False for party in processors),
        care_provider_processor_count=sum(party.party_is_care_provider is True for party in processors),
        joint_controller_count=roles.count(PartyRole.JOINT_CONTROLLER),
        client_count=roles.count(PartyRole.CLIENT),
        further_use_count=len(activity.further_uses),
        system_count=len(activity.system_ids),
        measure_count=len(activity.measure_ids),
    )


def _rights(activity: Activity, assessed: Assessed) -> RightsFields:
    rights, done, started = (
        activity.rights_offered,
        activity.impact_assessment_completed_on or assessed.first_adopted_on,
        activity.started_on,
    )
    listed, european = activity.authority_list_items, activity.european_criteria
    listed = _chosen(assessed, "authority-list") if listed is None else listed
    european = _chosen(assessed, "european-criteria") if european is None else european

    def includes(right: DataSubjectRight) -> bool | None:
        return None if rights is None else right in rights

    return RightsFields(
        rights_offered=None if rights is None else tuple(right.value for right in rights),
        rights_include_objection=includes(DataSubjectRight.OBJECTION),
        rights_include_portability=includes(DataSubjectRight.PORTABILITY),
        rights_include_withdrawal=includes(DataSubjectRight.WITHDRAW_CONSENT),
        authority_list_count=None if listed is None else len(listed),
        european_criteria=european,
        european_criteria_count=None if european is None else len(european),
        has_impact_assessment=done is not None or assessed.is_adopted,
        impact_assessment_after_start=done > started if done and started else None,
    )


def _any_known(truths: Iterable[bool | None]) -> bool | None:
    """Like ``any_of``, but of nothing it is unknown: where nothing is recorded, nothing is denied."""
    every = tuple(truths)
    return any_of(every) if every else None


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))
