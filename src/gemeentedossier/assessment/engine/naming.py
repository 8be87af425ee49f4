"""What the record is called that a case is about, what kinds of records are called, and what facts are."""

from collections.abc import Mapping

from gemeentedossier.assessment.engine.labels import FACTS
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.facts.sources import Text

AGREED = frozenset({SubjectKind.AGREEMENT, SubjectKind.COVENANT})
"""Kinds of records that are agreements: they stand beside the register, and in no activity."""
ASSETS = frozenset({SubjectKind.SYSTEM, SubjectKind.MEASURE})
"""Kinds of records that are systems and measures."""
GOVERNED = frozenset({SubjectKind.INTERPRETATION, SubjectKind.POSITION})
"""Kinds of records that say how the law is read."""
TOLD = frozenset({SubjectKind.TOOL, SubjectKind.LEAFLET})
"""Kinds of records that say what happens in a product: digital tools and leaflets."""
ASKED = frozenset({SubjectKind.REQUEST, SubjectKind.CONSENT})
"""Kinds of records of what people asked and agreed to."""
ALONE = frozenset({SubjectKind.POLICY_CLAUSE, SubjectKind.EVIDENCE, SubjectKind.IMPACT_ASSESSMENT, SubjectKind.BREACH})
"""Kinds of records of which each is a kind of its own."""
BESIDE = AGREED | ASSETS | GOVERNED | TOLD | ASKED | ALONE
"""Kinds of records that stand beside the register, each with a page of its own."""
KINDS: Mapping[SubjectKind, Text] = {
    SubjectKind.ACTIVITY: Text("verwerking", "processing activity"),
    SubjectKind.PURPOSE: Text("doel", "purpose"),
    SubjectKind.LEGAL_BASIS: Text("grondslag", "legal basis"),
    SubjectKind.DATA_USE: Text("gebruik van gegevens", "data use"),
    SubjectKind.DATA_SOURCE: Text("bron", "data source"),
    SubjectKind.RECIPIENT: Text("ontvanger", "recipient"),
    SubjectKind.TRANSFER: Text("doorgifte", "transfer"),
    SubjectKind.RETENTION: Text("bewaartermijn", "retention period"),
    SubjectKind.PARTY: Text("partij", "party"),
    SubjectKind.FURTHER_USE: Text("verder gebruik", "further use"),
    SubjectKind.ORGANISATION: Text("gemeente", "municipality"),
    SubjectKind.AGREEMENT: Text("overeenkomst", "agreement"),
    SubjectKind.COVENANT: Text("convenant", "covenant"),
    SubjectKind.IMPACT_ASSESSMENT: Text("DPIA", "impact assessment"),
    SubjectKind.SECURITY_CLASSIFICATION: Text("classificatie", "security classification"),
    SubjectKind.MEASURE: Text("maatregel", "measure"),
    SubjectKind.SYSTEM: Text("systeem", "system"),
    SubjectKind.ACCESS_RIGHT: Text("toegangsrecht", "access right"),
    SubjectKind.SECURITY_RISK: Text("beveiligingsrisico", "security risk"),
    SubjectKind.LOG_FINDING: Text("bevinding in de logging", "log finding"),
    SubjectKind.CONSENT: Text("toestemming", "consent"),
    SubjectKind.POLICY_CLAUSE: Text("bepaling van het beleid", "policy clause"),
    SubjectKind.PUBLICATION: Text("publicatie", "publication"),
    SubjectKind.REQUEST: Text("verzoek van betrokkene", "request of a data subject"),
    SubjectKind.BREACH: Text("datalek", "personal data breach"),
    SubjectKind.INTERPRETATION: Text("lezing van een open norm", "reading of an open norm"),
    SubjectKind.POSITION: Text("standpunt", "position"),
    SubjectKind.EVIDENCE: Text("bewijs", "evidence"),
    SubjectKind.TOOL: Text("digitaal middel", "digital tool"),
    SubjectKind.LEAFLET: Text("bijsluiter", "leaflet"),
}
"""What one record of each kind is called."""
_IN_CAPITALS = frozenset({"bsn", "eea"})


def record_name(case: Case, language: str = "nl") -> str:
    """Return the name of what stands beside the register, of the activity in which the case stands, or of the whole.

    What the municipality named itself has one name; only a reading is called by a norm of the catalogue.
    """
    kind = record_kind(case)
    translated = kind is SubjectKind.INTERPRETATION and language.startswith("en")
    return str(case.fact(f"{kind.value}.{'name_en' if translated else 'name'}"))


def record_kind(case: Case) -> SubjectKind:
    """Return what kind of record it is: one beside the register, an activity, or the municipality itself."""
    if case.kind in BESIDE:
        return case.kind
    return SubjectKind.ACTIVITY if case.activity_id else SubjectKind.ORGANISATION


def kind_label(kind: str) -> Text:
    """Return what a record of this kind is called; a kind that nobody knows keeps its own name."""
    return KINDS[SubjectKind(kind)] if kind in set(SubjectKind) else Text(kind, kind)


def fact_label(name: str) -> Text:
    """Return what a fact is called, with its subject before it: ``doel: te vaag``; one that is unknown stays itself."""
    subject, _, own = name.partition(".")
    dutch = FACTS.get(subject, {}).get(own)
    if dutch is None:
        return Text(name, name)
    kind = kind_label(subject)
    english = " ".join(word.upper() if word in _IN_CAPITALS else word for word in own.split("_"))
    return Text(f"{kind.nl}: {dutch}", f"{kind.en}: {english}")
