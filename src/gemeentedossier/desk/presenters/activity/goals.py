"""Where exactly an activity is mended: the section and the field of the fact on which a finding turns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.texts import WRITTEN
from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.desk.presenters.activity.sections import section_of, section_of_part


@dataclass(frozen=True, slots=True)
class Goal:
    """A field of a section; ``field`` is empty where only the section is known."""

    section: str
    field: str = ""


def _in(section: str, fields: Mapping[str, Iterable[str]]) -> dict[str, Goal]:
    return {fact: Goal(section, field) for field, facts in fields.items() for fact in facts}


OF_THE_ACTIVITY: Mapping[str, Goal] = {
    **_in(
        "identity",
        {
            "controller_ids": ("controller_count",),
            "role": ("role",),
            "sector_law": ("has_sector_law", "sector_law"),
            "owner_name": ("owner_written", "owner_in_office"),
            "processing_state": ("in_use", "processing_state"),
        },
    ),
    **_in(
        "purposes",
        {
            "text": ("purpose_count",),
            "fairness": ("fairness_written",),
            "purpose_separation": ("purpose_separation_written",),
            "necessity": ("copied_count",),
            "parental_consent_method": ("children_rule_recorded",),
            "article_6": (
                "rests_on_consent",
                "rests_on_contract",
                "rests_on_legal_obligation",
                "rests_on_public_task",
                "rests_on_legitimate_interests",
            ),
        },
    ),
    **_in(
        "data",
        {
            "subject_categories": ("subject_category_count",),
            "data_categories": (
                "data_category_count",
                "has_special_data",
                "has_criminal_data",
                "has_bsn",
                "denial_count",
            ),
            "accuracy": ("accuracy_written",),
            "free_text_instruction": ("free_text_instruction_written",),
            "base_registry_feedback": ("base_registry_feedback_written",),
        },
    ),
    **_in(
        "informing",
        {
            "information_given": ("information_given",),
            "information_method": ("information_method_written",),
            "information_moment": ("information_moment_written",),
            "information_waived": ("information_waived",),
            "information_waiver_reason": ("information_waiver_reason_written",),
            "from_data_subject": ("collects_from_data_subject", "uses_third_party_source", "source_count"),
            "rights_offered": (
                "rights_offered",
                "rights_include_objection",
                "rights_include_portability",
                "rights_include_withdrawal",
            ),
        },
    ),
    **_in(
        "recipients",
        {
            "text": ("recipient_count",),
            "transfer_outside_eea": ("transfer_outside_eea", "transfers_outside"),
            "cross_domain_sharing": ("cross_domain_sharing",),
            "country": ("transfer_count",),
        },
    ),
    **_in(
        "retention",
        {
            "period": ("retention_count",),
            "destruction": ("destruction_written",),
            "last_destruction_on": ("destruction_overdue",),
            "archive_safeguards": ("archive_safeguards_written",),
            "research_or_statistics": ("research_or_statistics",),
        },
    ),
    **_in("parties", {"party_name": ("joint_controller_count", "client_count")}),
    **_in(
        "security",
        {"measure_ids": ("measure_count", "measures_in_effect_count"), "security": ("security_written",)},
    ),
    **_in(
        "characteristics",
        {
            "impact_assessment_required": ("impact_assessment_required",),
            "impact_assessment_completed_on": ("has_impact_assessment", "impact_assessment_after_start"),
            "authority_list_items": ("authority_list_count",),
            "european_criteria": ("european_criteria_count", "european_criteria"),
            "children_under_16": ("children_under_16", "has_children"),
            "children_12_to_15": ("children_12_to_15",),
            "large_scale": ("large_scale",),
            "vulnerable_subjects": ("vulnerable_subjects",),
            "public_monitoring": ("public_monitoring",),
        },
    ),
    **_in("further-use", {"further_use": ("further_use", "further_use_count")}),
    **_in(
        "automated",
        {
            "automated_decision": ("automated_decision",),
            "automated_decision_ground": ("automated_decision_ground_written",),
            "automated_decision_safeguards": ("automated_decision_safeguards_written",),
            "profiling_with_effect": ("profiling_with_effect",),
            "algorithm": ("algorithm",),
            "algorithm_register": ("algorithm_register_written",),
        },
    ),
}
"""By the name of the fact, without its subject. A field of a part is that of its first row, or of a new one."""

OF_A_PART: Mapping[str, str] = {
    "purpose.is_vague": "text",
    "purpose.legal_basis_count": "article_6",
    "purpose.legal_basis_letters": "article_6",
    "legal_basis.has_catalogue_provision": "provision_id",
    "legal_basis.has_provision": "provision_id",
    "legal_basis.provision_unread": "provision_id",
    "legal_basis.provision_in_force": "provision_id",
    "legal_basis.provision_backs_article_6": "provision_id",
    "legal_basis.names_covenant": "provision_text",
    "legal_basis.names_consent": "provision_text",
    "legal_basis.has_consent_account": "consent_evidence",
    "data_use.has_special": "data_categories",
    "data_use.has_criminal": "data_categories",
    "data_use.has_bsn": "data_categories",
    "data_use.own_words_count": "data_categories",
    "data_use.data_category_count": "data_categories",
    "data_use.has_special_provision": "special_provision_id",
    "data_use.special_provision_in_force": "special_provision_id",
    "data_use.special_provision_backs_ground": "special_provision_id",
    "data_use.has_criminal_provision": "criminal_provision_id",
    "data_use.criminal_provision_in_force": "criminal_provision_id",
    "data_use.has_bsn_provision": "bsn_provision_id",
    "data_use.bsn_provision_in_force": "bsn_provision_id",
    "transfer.country_in_eea": "country",
    "transfer.mechanism_expired": "mechanism_valid_until",
    "transfer.has_assessment": "assessment_on",
    "transfer.assessment_overdue": "assessment_on",
    "retention.yields_date": "trigger",
    "retention.has_rule": "rule_id",
    "retention.longer_than_sector_rule": "period",
    "retention.period_months": "period",
    "retention.shorter_than_archive_duty": "period",
    "party.is_care_provider": "role",
    "party.role_differs_from_test": "role",
    "party.agreement_recorded": "agreement_declared",
    "party.agreement_in_force": "agreement_declared",
    "further_use.compatibility_answer_count": "link",
    "further_use.has_provision": "provision_id",
}
"""By the name of the fact; one that is not here is called like its field, but for ``has_`` or ``_written``."""

SECTION_OF_TEXT: Mapping[str, str] = {
    **{goal.field: goal.section for goal in OF_THE_ACTIVITY.values()},
    "name": "identity",
    "description": "identity",
    "minimisation": "data",
    "covenant_name": "parties",
    "joint_arrangement": "parties",
    "remarks": "remarks",
}
"""The section of each free text of the activity itself, by its field."""
LEFT_OVERS = "unfinished-text"
ELSEWHERE = frozenset({"organisation", "security_classification", "access_right", "security_risk"})
"""Facts of these subjects stand on other pages."""


BY_RULE: Mapping[str, Goal] = {
    "consent-on-statutory-task": Goal("purposes", "article_6"),
    "highest-confidentiality-without-measures": Goal("security", "measure_ids"),
    "impact-assessment-after-start": Goal("characteristics", "impact_assessment_completed_on"),
    "joint-role-without-partner": Goal("parties", "party_name"),
    "objection-without-ground": Goal("informing", "rights_offered"),
    "portability-without-ground": Goal("informing", "rights_offered"),
    "processor-outside-eea-transfer-denied": Goal("recipients", "country"),
    "recipient-outside-eea-not-recorded": Goal("recipients", "country"),
    "record-retention": Goal("retention", "rule_id"),
    "retention-missing-in-use": Goal("retention", "rule_id"),
    "retention-period-complete": Goal("retention", "rule_id"),
    "sector-retention-applied": Goal("retention", "rule_id"),
    "transfer-mechanism-expired": Goal("recipients", "mechanism"),
    "transfer-said-but-not-recorded": Goal("recipients", "country"),
    "transfer-without-mechanism": Goal("recipients", "mechanism"),
    "vulnerable-people-not-counted": Goal("characteristics", "european_criteria"),
}
"""Where the sentence of the repair asks for another field than the fact that comes first."""


def goal_of(finding: Finding) -> Goal:
    """The field where the finding is mended; its section alone where no field decides it."""
    known = BY_RULE.get(finding.rule_id)
    if known or finding.rule_id == LEFT_OVERS:
        return known or _left_over(finding)
    found = (goal_of_fact(name) for name in turning_facts(finding) if name.partition(".")[0] not in ELSEWHERE)
    return next((goal for goal in found if goal), Goal(section_of(finding.rule)))


def goal_of_fact(name: str) -> Goal | None:
    """The field that says this fact, such as ``data_use.has_bsn_provision``; None where no field does."""
    subject, _, fact = name.partition(".")
    if subject == "activity":
        return OF_THE_ACTIVITY.get(fact)
    section = section_of_part(subject)
    return Goal(section, OF_A_PART.get(name) or fact.removeprefix("has_").removesuffix("_written")) if section else None


def _left_over(finding: Finding) -> Goal:
    """The field of the first text that was not finished; the case names it by the words of the screen."""
    places = finding.case.fact("activity.unfinished_places")
    first = next(iter(places), "") if isinstance(places, tuple) else ""
    subject, field = WRITTEN.get(first, ("", ""))
    section = SECTION_OF_TEXT.get(field, "") if subject == "activity" else section_of_part(subject) if subject else ""
    return Goal(section, field) if section else Goal(section_of(finding.rule))
