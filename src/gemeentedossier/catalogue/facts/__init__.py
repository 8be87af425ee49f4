"""The facts of the catalogue: frozen values, plain Python."""

from gemeentedossier.catalogue.facts.activities import (
    ClassificationEstimate,
    ControllerKind,
    Doubt,
    DoubtKind,
    DpiaIndication,
    PolicyDomain,
    Prefill,
    ReferenceActivity,
    ReferenceDataUse,
    ReferencePurpose,
    Suggestions,
)
from gemeentedossier.catalogue.facts.catalogue import Catalogue, Pack, UnknownEntry
from gemeentedossier.catalogue.facts.categories import (
    DataCategory,
    DataKind,
    RecipientCategory,
    SubjectCategory,
)
from gemeentedossier.catalogue.facts.entries import Entry, SourcedEntry
from gemeentedossier.catalogue.facts.law import (
    LegalBasis,
    ProvisionNature,
    Reading,
    ReadingBy,
    Statute,
    StatuteKind,
)
from gemeentedossier.catalogue.facts.retention import (
    ConflictSide,
    RetentionBasis,
    RetentionConflict,
    RetentionForm,
    RetentionRule,
    RetentionTrigger,
    SelectielijstResult,
)
from gemeentedossier.catalogue.facts.risks import RiskGuide, RiskLevel, RiskScale
from gemeentedossier.catalogue.facts.sources import Source, Status, Text, Validity
from gemeentedossier.catalogue.facts.vocabulary import (
    Alias,
    AliasKind,
    GlossaryTerm,
    HeadingSynonyms,
    RegisterField,
)

__all__ = [
    "Alias",
    "AliasKind",
    "Catalogue",
    "ClassificationEstimate",
    "ConflictSide",
    "ControllerKind",
    "DataCategory",
    "DataKind",
    "Doubt",
    "DoubtKind",
    "DpiaIndication",
    "Entry",
    "GlossaryTerm",
    "HeadingSynonyms",
    "LegalBasis",
    "Pack",
    "PolicyDomain",
    "Prefill",
    "ProvisionNature",
    "Reading",
    "ReadingBy",
    "RecipientCategory",
    "ReferenceActivity",
    "ReferenceDataUse",
    "ReferencePurpose",
    "RegisterField",
    "RetentionBasis",
    "RetentionConflict",
    "RetentionForm",
    "RetentionRule",
    "RetentionTrigger",
    "RiskGuide",
    "RiskLevel",
    "RiskScale",
    "SelectielijstResult",
    "Source",
    "SourcedEntry",
    "Status",
    "Statute",
    "StatuteKind",
    "SubjectCategory",
    "Suggestions",
    "Text",
    "UnknownEntry",
    "Validity",
]
