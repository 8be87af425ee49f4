"""The central government's AVG register: the same drafts and the same promise as for a spreadsheet."""

from collections.abc import Mapping, Sequence

from gemeentedossier.dossier.register.enums import TransferMechanism
from gemeentedossier.exchange.engine.avg_parties import contacts_of, controllers_of, processors_of
from gemeentedossier.exchange.engine.avg_people import people_of
from gemeentedossier.exchange.engine.avg_record import Record, key_of
from gemeentedossier.exchange.engine.cells.declarations import read_transfer
from gemeentedossier.exchange.engine.cells.names import named
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.reading.workbook import Json
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.enums import Characteristic, RegisterField, RemarkCode, ResolvedKind, Severity
from gemeentedossier.exchange.facts import (
    Declaration,
    DraftActivity,
    DraftImpactAssessment,
    DraftNote,
    DraftPurpose,
    DraftTransfer,
    Interpretation,
    Named,
    Remark,
    Taken,
)

CHARACTERISTICS = {
    "Besluitvorming.HasBesluitvorming": Characteristic.AUTOMATED_DECISION,
    "GebPia.IsGeautomatiseerdProfilering": Characteristic.PROFILING_WITH_EFFECT,
    "GebPia.IsGrootschaligeVerwerking": Characteristic.LARGE_SCALE,
    "GebPia.IsGrootschaligeMonitoring": Characteristic.PUBLIC_MONITORING,
}
TECHNICAL = ("Id", "Versie", "DocumentType", "Type", "AanmaakDatum", "Aanmaakdatum", "HasBeveiliging")
MEASURES = ("Beveiliging.Pseudonimisering", "Beveiliging.Encryptie", "Beveiliging.Toegang[", "Beveiliging.Maatregelen[")
ATTACHMENTS = "Bijlagen["


def interpret_records(
    records: Sequence[Mapping[str, Json]], *, vocabulary: Vocabulary, resolver: Resolver
) -> Interpretation:
    """A draft for each record with a name, and every remark about the records."""
    readers = Readers(vocabulary=vocabulary, resolver=resolver)
    drafts, remarks = [], []
    for number, content in enumerate(records, start=1):
        record = Record(number, content)
        draft = _draft(record, readers=readers, resolver=resolver)
        drafts += [draft] if draft else []
        remarks += record.remarks
    remarks += _same_names(drafts)
    return Interpretation(tuple(drafts), tuple(remarks))


def _draft(record: Record, *, readers: Readers, resolver: Resolver) -> DraftActivity | None:
    names = record.read("Naam", readers.text, field=RegisterField.NAME)
    if not names:
        for path in record.paths():
            personal = path.startswith("Contactpersonen[") or key_of(path).startswith("Verwerkers.")
            record.lose(path, RemarkCode.NAMELESS_ROW, withheld=personal)
        return None
    people = people_of(record, readers=readers, resolver=resolver)
    transfer, transfer_notes = _transfer(record, resolver=resolver)
    return DraftActivity(
        place=record.place(""),
        name=names[0],
        reference=_first(record.read("Nummer", readers.text, field=RegisterField.REFERENCE)),
        unit=_first(record.read("Dienst", readers.text, field=RegisterField.UNIT)),
        controllers=controllers_of(record, resolver=resolver),
        purposes=_purposes(record, readers=readers),
        subject_categories=tuple(people.subjects),
        data_categories=tuple(people.data),
        special_categories=tuple(people.special),
        special_denied=tuple(people.denied),
        data_uses=tuple(people.uses),
        retention=tuple(people.retention),
        sources=tuple(people.sources),
        recipients=_described(record, "Ontvangers", RegisterField.RECIPIENTS, resolver=resolver),
        processors=processors_of(record),
        transfer=transfer,
        joint_controllership=_shared(record),
        measures=_measures(record),
        systems=tuple(
            Taken(each.value.text, each.origin)
            for each in _described(record, "Systemen", RegisterField.SYSTEMS, resolver=resolver)
        ),
        impact_assessment=_impact_assessment(record),
        characteristics=_characteristics(record),
        notes=(*contacts_of(record), *people.notes, *transfer_notes, *_rest(record)),
    )


def _first(found: tuple[Taken[str], ...]) -> Taken[str] | None:
    return found[0] if found else None


def _purposes(record: Record, *, readers: Readers) -> tuple[Taken[DraftPurpose], ...]:
    found = []
    for number in range(1, record.count("Doelen") + 1):
        purpose = record.take(f"Doelen[{number}].Doel", field=RegisterField.PURPOSES)
        bases = record.read(f"Doelen[{number}].Rechtsgrond", readers.bases, field=RegisterField.LEGAL_BASIS)
        if purpose is not None:
            found.append(Taken(DraftPurpose(purpose[0].text, bases), purpose[1]))
        elif bases:
            found.append(Taken(DraftPurpose("", bases), bases[0].origin))
    return tuple(found)


def _described(record: Record, key: str, field: RegisterField, *, resolver: Resolver) -> tuple[Taken[Named], ...]:
    found = []
    for number in range(1, record.count(key) + 1):
        text = record.take(f"{key}[{number}].Omschrijving", field=field)
        if text is not None:
            name = named(text[0].text, kind=ResolvedKind.RECIPIENT, resolver=resolver)
            found.append(Taken(name, text[1]))
    return tuple(found)


def _transfer(record: Record, *, resolver: Resolver) -> tuple[Taken[DraftTransfer] | None, list[Taken[DraftNote]]]:
    """What the form declares; the words beside it add countries and mechanism, and never the answer."""
    declared = record.flag("Doorgifte.BuitenEu")
    if declared is None:
        return None, []
    words = [
        taken
        for path in record.paths("Doorgifte.")
        if (taken := record.take(path, field=RegisterField.THIRD_COUNTRY_TRANSFER)) is not None
    ]
    mechanisms: set[TransferMechanism] = set()
    countries: list[Named] = []
    for text, _ in words:
        for said in read_transfer(text.text, resolver=resolver).values:
            countries += said.countries
            mechanisms |= {said.mechanism} if said.mechanism else set()
    mechanism = mechanisms.pop() if len(mechanisms) == 1 else None
    together = "; ".join(text.text for text, _ in words)
    draft = DraftTransfer(declared.value, tuple(dict.fromkeys(countries)), mechanism, together)
    notes = [Taken(DraftNote(_label(origin.place.column), text.text), origin) for text, origin in words]
    return Taken(draft, declared.origin), notes


def _shared(record: Record) -> Taken[Declaration] | None:
    found = record.take("VerdelingVerantwoordelijkheid", field=RegisterField.JOINT_CONTROLLERSHIP)
    return Taken(Declaration(None, found[0].text), found[1]) if found else None


def _measures(record: Record) -> tuple[Taken[str], ...]:
    found = []
    for path in record.paths("Beveiliging."):
        if path.startswith(MEASURES) and (taken := record.take(path, field=RegisterField.MEASURES)):
            label = key_of(path).rpartition(".")[2]
            text = taken[0].text if label == "Maatregelen" else f"{label}: {taken[0].text}"
            found.append(Taken(text, taken[1]))
    return tuple(found)


def _impact_assessment(record: Record) -> Taken[DraftImpactAssessment] | None:
    done = record.flag("GebPia.IsGebpiaAlUitgevoerd")
    return Taken(DraftImpactAssessment(done.value), done.origin) if done else None


def _characteristics(record: Record) -> tuple[Taken[tuple[Characteristic, bool]], ...]:
    flags = [(kind, record.flag(path)) for path, kind in CHARACTERISTICS.items()]
    return tuple(Taken((kind, flag.value), flag.origin) for kind, flag in flags if flag is not None)


def _rest(record: Record) -> list[Taken[DraftNote]]:
    """What belongs to no field: attachments and technical values are reported, words become notes."""
    notes = []
    for path in record.paths():
        if path.startswith(ATTACHMENTS) and not path.endswith((".Id", ".DocumentType")):
            record.lose(path, RemarkCode.ATTACHMENT)
        elif key_of(path).rpartition(".")[2] in TECHNICAL:
            record.lose(path, RemarkCode.TECHNICAL)
        elif (taken := record.take(path, field=RegisterField.REMARKS)) is not None:
            notes.append(Taken(DraftNote(_label(path), taken[0].text), taken[1]))
            said = Remark(
                RemarkCode.TAKEN_AS_REMARK,
                taken[1].place,
                taken[1].original,
                Severity.CHANGED,
                RegisterField.REMARKS,
            )
            record.remarks.append(said)
    return notes


def _label(path: str) -> str:
    return key_of(path).replace(".", " – ")


def _same_names(drafts: Sequence[DraftActivity]) -> list[Remark]:
    first: dict[str, DraftActivity] = {}
    remarks = []
    for draft in drafts:
        known = first.setdefault(draft.name.value.casefold(), draft)
        if known is not draft:
            told = (("row", str(known.place.row)),)
            origin = draft.name.origin
            remarks.append(
                Remark(RemarkCode.SAME_NAME, origin.place, origin.original, Severity.NOTICE, RegisterField.NAME, told)
            )
    return remarks
