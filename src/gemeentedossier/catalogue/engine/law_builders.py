"""From records to the facts about law, categories and retention."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.facts.categories import (
    DataCategory,
    DataKind,
    RecipientCategory,
    SubjectCategory,
)
from gemeentedossier.catalogue.facts.faults import told
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
from gemeentedossier.catalogue.facts.sources import Source, Status, Validity


def source_of(record: Record, *, article: str | None = None, paragraph: str | None = None) -> Source:
    """Return where the entry was read."""
    inner = record.record("source")
    return Source(
        location=inner.text("location"),
        read_version=inner.optional_text("read_version"),
        url=inner.optional_text("url"),
        article=article,
        paragraph=paragraph,
    )


def validity_of(record: Record) -> Validity:
    """Return the known first and last day; raises `EntryFault` when the last lies before the first."""
    valid_from, valid_to, seen = record.day("valid_from"), record.day("valid_to"), record.day("in_force_on")
    if valid_from and valid_to and valid_to < valid_from:
        raise EntryFault(
            ("valid_to",),
            told(
                f"It ends on {valid_to}, before it begins on {valid_from}.",
                f"Het eindigt op {valid_to}, voordat het op {valid_from} begint.",
            ),
        )
    if seen and ((valid_from and seen < valid_from) or (valid_to and seen > valid_to)):
        raise EntryFault(
            ("in_force_on",),
            told(
                f"It was in force on {seen}, outside its dates. Correct one of them.",
                f"Het gold op {seen}, buiten zijn data. Verbeter een ervan.",
            ),
        )
    return Validity(valid_from=valid_from, valid_to=valid_to, in_force_on=seen)


def statute(record: Record) -> Statute:
    validity = validity_of(record)
    if (validity.valid_from or validity.valid_to) and record.fields.get("validity_source") is None:
        raise EntryFault(
            (),
            told(
                "A date of entry into force needs its “validity_source”. Say who gives it.",
                "Een datum van inwerkingtreding vraagt haar “validity_source”. Zeg wie haar geeft.",
            ),
        )
    return Statute(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        abbreviation=record.text("abbreviation"),
        english_abbreviation=record.optional_text("english_abbreviation"),
        kind=record.choice("kind", StatuteKind),
        bwb_id=record.optional_text("bwb_id"),
        celex_id=record.optional_text("celex_id"),
        validity=validity,
        validity_source=record.optional_text("validity_source"),
        oldest_text=record.day("oldest_text"),
        note=record.optional_both("note"),
    )


def legal_basis(record: Record) -> LegalBasis:
    article, paragraph = record.text("article"), record.optional_text("paragraph")
    return LegalBasis(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record, article=article, paragraph=paragraph),
        validity=validity_of(record),
        note=record.optional_both("note"),
        statute=record.text("statute"),
        article=article,
        paragraph=paragraph,
        nature=record.choice("nature", ProvisionNature),
        addressees=record.texts("addressees"),
        summary=record.both("summary"),
        purpose=record.optional_both("purpose"),
        subjects=record.texts("subjects"),
        data=record.texts("data"),
        data_kinds=tuple(DataKind(kind) for kind in record.texts("data_kinds")),
        received_from=record.texts("received_from"),
        provided_to=record.texts("provided_to"),
        parties_without_category=record.texts("parties_without_category"),
        consent=record.optional_both("consent"),
        reading=_reading(record),
        themes=record.texts("themes"),
        replaced_by=record.optional_text("replaced_by"),
    )


def _reading(record: Record) -> Reading | None:
    inner = record.optional_record("reading")
    if inner is None:
        return None
    return Reading(
        by=inner.choice("by", ReadingBy),
        article_6=inner.texts("article_6"),
        article_9=inner.texts("article_9"),
        national_law=inner.optional_text("national_law"),
    )


def data_category(record: Record) -> DataCategory:
    return DataCategory(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        kind=record.choice("kind", DataKind),
        examples=record.texts("examples"),
        regime=record.optional_text("regime"),
        broader=record.optional_text("broader"),
    )


def subject_category(record: Record) -> SubjectCategory:
    return SubjectCategory(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        broader=record.optional_text("broader"),
    )


def recipient_category(record: Record) -> RecipientCategory:
    return RecipientCategory(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        broader=record.optional_text("broader"),
    )


def retention_rule(record: Record) -> RetentionRule:
    form = record.choice("form", RetentionForm)
    duration = record.optional_text("duration")
    if (form is RetentionForm.DURATION) != (duration is not None):
        raise EntryFault(
            ("form",),
            told(
                "A term of form “duration” has a “duration”, every other form has none.",
                "Een termijn van de vorm “duration” heeft een “duration”, elke andere vorm niet.",
            ),
        )
    return RetentionRule(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        basis=record.choice("basis", RetentionBasis),
        form=form,
        duration=duration,
        described=record.optional_both("described"),
        trigger=record.choice("trigger", RetentionTrigger),
        trigger_words=record.both("trigger_words"),
        holders=record.texts("holders"),
        legal_basis=record.optional_text("legal_basis"),
        selectielijst=_selectielijst(record),
        extension=record.optional_both("extension"),
        usable=record.truth("usable", unless_given=True),
        specialises=record.optional_text("specialises"),
    )


def _selectielijst(record: Record) -> SelectielijstResult | None:
    inner = record.optional_record("selectielijst")
    if inner is None:
        return None
    return SelectielijstResult(
        number=inner.text("number"),
        process_number=inner.integer("process_number"),
        process=inner.both("process"),
        result=inner.both("result"),
        subject=inner.optional_both("subject"),
        origin=inner.text("origin"),
        social_domain=inner.truth("social_domain", unless_given=False),
    )


def retention_conflict(record: Record) -> RetentionConflict:
    return RetentionConflict(
        id=record.text("id"),
        pack=record.pack,
        subject=record.both("subject"),
        first=_side(record.record("first")),
        second=_side(record.record("second")),
        reading=record.both("reading"),
    )


def _side(record: Record) -> ConflictSide:
    return ConflictSide(words=record.both("words"), rules=record.texts("rules"))
