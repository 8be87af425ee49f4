"""The kinds of entry that packs hold, in the order in which they build on each other."""

from gemeentedossier.catalogue.engine import activity_builders as activities
from gemeentedossier.catalogue.engine import breach_builders as breaches
from gemeentedossier.catalogue.engine import holiday_builders as holidays
from gemeentedossier.catalogue.engine import law_builders as law
from gemeentedossier.catalogue.engine import leaflet_builders as leaflets
from gemeentedossier.catalogue.engine import norm_builders as norms
from gemeentedossier.catalogue.engine import request_builders as requests
from gemeentedossier.catalogue.engine import risk_builders as risks
from gemeentedossier.catalogue.engine import rule_builders as rules
from gemeentedossier.catalogue.engine import security_builders as security
from gemeentedossier.catalogue.engine.assessment_builders import ASSESSMENT_KINDS
from gemeentedossier.catalogue.engine.guidance_builders import FIELD_GUIDANCE
from gemeentedossier.catalogue.engine.kinds import Kind, Reference
from gemeentedossier.catalogue.engine.method_builders import METHOD_KINDS
from gemeentedossier.catalogue.facts.activities import ControllerKind, ReferenceActivity
from gemeentedossier.catalogue.facts.categories import DataCategory, RecipientCategory, SubjectCategory
from gemeentedossier.catalogue.facts.law import LegalBasis, Statute
from gemeentedossier.catalogue.facts.retention import RetentionConflict, RetentionRule
from gemeentedossier.catalogue.facts.vocabulary import Alias, AliasKind, GlossaryTerm, HeadingSynonyms, ListHeadings

_MUNICIPAL = frozenset(kind.value for kind in ControllerKind)
_RECIPIENTS = "recipient-categories"


def _broader(kind: str) -> Reference:
    return Reference(("broader",), (kind,), acyclic=True)


STANDARD_KINDS = (
    Kind("statutes", "statutes", Statute, law.statute, alias_kind=AliasKind.STATUTES),
    Kind(
        "data-categories",
        "data-categories",
        DataCategory,
        law.data_category,
        (_broader("data-categories"),),
        AliasKind.DATA_CATEGORIES,
    ),
    Kind(
        "subject-categories",
        "subject-categories",
        SubjectCategory,
        law.subject_category,
        (_broader("subject-categories"),),
        AliasKind.SUBJECT_CATEGORIES,
    ),
    Kind(
        _RECIPIENTS,
        _RECIPIENTS,
        RecipientCategory,
        law.recipient_category,
        (_broader(_RECIPIENTS),),
        AliasKind.RECIPIENT_CATEGORIES,
    ),
    Kind(
        "legal-bases",
        "legal-bases",
        LegalBasis,
        law.legal_basis,
        (
            Reference(("statute",), ("statutes",)),
            Reference(("subjects", "*"), ("subject-categories",)),
            Reference(("data", "*"), ("data-categories",)),
            Reference(("received_from", "*"), (_RECIPIENTS,), also=_MUNICIPAL),
            Reference(("provided_to", "*"), (_RECIPIENTS,), also=_MUNICIPAL),
            Reference(("replaced_by",), ("legal-bases",), acyclic=True),
        ),
        AliasKind.LEGAL_BASES,
    ),
    Kind(
        "retention-rules",
        "retention-rules",
        RetentionRule,
        law.retention_rule,
        (
            Reference(("legal_basis",), ("legal-bases",)),
            Reference(("specialises",), ("retention-rules",), acyclic=True),
        ),
        AliasKind.RETENTION_RULES,
    ),
    Kind(
        "retention-conflicts",
        "retention-conflicts",
        RetentionConflict,
        law.retention_conflict,
        (
            Reference(("first", "rules", "*"), ("retention-rules",)),
            Reference(("second", "rules", "*"), ("retention-rules",)),
        ),
    ),
    Kind(
        "reference-activities",
        "reference-activities",
        ReferenceActivity,
        activities.reference_activity,
        (
            Reference(("prefill", "purposes", "*", "legal_bases", "*"), ("legal-bases",)),
            Reference(("prefill", "data_uses", "*", "subject"), ("subject-categories",)),
            Reference(("prefill", "data_uses", "*", "data"), ("data-categories",)),
            Reference(("prefill", "data_uses", "*", "special_ground"), ("legal-bases",)),
            Reference(("prefill", "data_uses", "*", "national_number_provision"), ("legal-bases",)),
            Reference(("prefill", "recipients", "*"), (_RECIPIENTS,)),
            Reference(("prefill", "retention", "*"), ("retention-rules",)),
            Reference(("suggestions", "legal_bases", "*"), ("legal-bases",)),
            Reference(("suggestions", "subjects", "*"), ("subject-categories",)),
            Reference(("suggestions", "data", "*"), ("data-categories",)),
            Reference(("suggestions", "recipients", "*"), (_RECIPIENTS,)),
            Reference(("suggestions", "retention", "*"), ("retention-rules",)),
        ),
        AliasKind.REFERENCE_ACTIVITIES,
    ),
    Kind("headings", "headings", HeadingSynonyms, activities.heading_synonyms),
    Kind("list-headings", "list-headings", ListHeadings, activities.list_headings),
    Kind("aliases", "aliases", Alias, activities.alias),
    Kind("glossary", "glossary", GlossaryTerm, activities.glossary_term),
    rules.RULES,
    rules.WORD_LISTS,
    norms.OPEN_NORMS,
    norms.ARTICLES,
    norms.SCREENING_CRITERIA,
    security.CONTROLS,
    security.LEVELS,
    risks.RISK_SCALES,
    *breaches.BREACH_KINDS,
    *ASSESSMENT_KINDS,
    holidays.HOLIDAYS,
    *requests.REQUEST_KINDS,
    leaflets.LEAFLET_TERMS,
    *METHOD_KINDS,
    FIELD_GUIDANCE,
)
