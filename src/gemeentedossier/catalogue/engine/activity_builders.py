"""From records to reference activities, and to the words of registers and of the trade."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.records import Record
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
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.sources import Status
from gemeentedossier.catalogue.facts.vocabulary import (
    Alias,
    AliasKind,
    GlossaryTerm,
    HeadingSynonyms,
    ListField,
    ListHeadings,
    RegisterField,
)


def reference_activity(record: Record) -> ReferenceActivity:
    return ReferenceActivity(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        domain=record.choice("domain", PolicyDomain),
        controller_words=record.both("controller_words"),
        prefill=_prefill(record.record("prefill")),
        suggestions=_suggestions(record.record("suggestions")),
        doubts=tuple(_doubt(inner) for inner in record.records("doubts")),
        status=record.choice("status", Status),
    )


def _prefill(record: Record) -> Prefill:
    controller = record.optional_text("controller")
    return Prefill(
        controller=ControllerKind(controller) if controller else None,
        purposes=tuple(_purpose(inner) for inner in record.records("purposes")),
        data_uses=tuple(_data_use(inner) for inner in record.records("data_uses")),
        recipients=record.texts("recipients"),
        retention=record.texts("retention"),
    )


def _purpose(record: Record) -> ReferencePurpose:
    return ReferencePurpose(
        text=record.both("text"),
        article_6=record.texts("article_6"),
        legal_bases=record.texts("legal_bases"),
    )


def _data_use(record: Record) -> ReferenceDataUse:
    return ReferenceDataUse(
        subject=record.text("subject"),
        data=record.text("data"),
        special_ground=record.optional_text("special_ground"),
        national_number_provision=record.optional_text("national_number_provision"),
    )


def _suggestions(record: Record) -> Suggestions:
    return Suggestions(
        article_6=record.texts("article_6"),
        legal_bases=record.texts("legal_bases"),
        subjects=record.texts("subjects"),
        data=record.texts("data"),
        recipients=record.texts("recipients"),
        retention=record.texts("retention"),
        systems=record.texts("systems"),
        dpia=record.choice("dpia", DpiaIndication),
        dpia_reason=record.both("dpia_reason"),
        classification=_classification(record.record("classification")),
    )


def _classification(record: Record) -> ClassificationEstimate:
    return ClassificationEstimate(
        availability=record.integer("availability"),
        integrity=record.integer("integrity"),
        confidentiality=record.integer("confidentiality"),
    )


def _doubt(record: Record) -> Doubt:
    return Doubt(
        kind=record.choice("kind", DoubtKind),
        about=record.texts("about"),
        reason=record.both("reason"),
    )


def heading_synonyms(record: Record) -> HeadingSynonyms:
    return HeadingSynonyms(
        id=record.text("id"),
        pack=record.pack,
        field=record.choice("field", RegisterField),
        name=record.both("name"),
        headings=record.texts("headings"),
        read_in=record.texts("read_in"),
    )


def list_headings(record: Record) -> ListHeadings:
    return ListHeadings(
        id=record.text("id"),
        pack=record.pack,
        field=record.choice("field", ListField),
        name=record.both("name"),
        headings=record.texts("headings"),
    )


def alias(record: Record) -> Alias:
    targets, unresolved = record.texts("targets"), record.optional_both("unresolved")
    if bool(targets) == (unresolved is not None):
        raise EntryFault(
            (),
            told(
                "Write either “targets” or, where it stands for nothing, the reason in “unresolved”.",
                "Schrijf “targets” of, als het nergens voor staat, de reden in “unresolved”.",
            ),
        )
    return Alias(
        id=record.text("id"),
        pack=record.pack,
        kind=record.choice("kind", AliasKind),
        words=record.texts("words"),
        targets=targets,
        unresolved=unresolved,
        status=record.choice("status", Status) if "status" in record.fields else Status.OWN_WORK,
    )


def glossary_term(record: Record) -> GlossaryTerm:
    return GlossaryTerm(
        id=record.text("id"),
        pack=record.pack,
        term=record.both("term"),
        code=record.texts("code"),
        article=record.optional_text("article"),
        explanation=record.both("explanation"),
    )
