"""From what a file tells to a record of the register. Nothing is added that the file does not say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from gemeentedossier.dossier.register.enums import ActivityRole, PartyRole
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
    Transfer,
)
from gemeentedossier.exchange.enums import Sector
from gemeentedossier.exchange.facts import Declaration, DraftActivity, DraftPurpose, DraftRetention, Named, Taken

T = TypeVar("T")
NewId = Callable[[], UUID]
DATA_SUBJECT = "data-subject"
"""The recipient category of the catalogue that is the person; as a source it is the person too."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the municipality knows by name, in small letters: each name has an identifier."""

    controllers: Mapping[str, UUID]
    units: Mapping[str, UUID]
    parties: Mapping[str, UUID]
    systems: Mapping[str, UUID]
    measures: Mapping[str, UUID]


LONGEST_NAME = 300


def clipped(text: str) -> str:
    """A name that fits; what was cut off stands whole in the remarks of the activity."""
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"


def named_parties(draft: DraftActivity) -> Iterator[tuple[str, str, str]]:
    """Name, contact details and country of every organisation that the draft names."""
    for processor in _values(draft.processors):
        contact = ", ".join(part for part in (processor.address, processor.contact) if part)
        yield clipped(processor.name), contact, processor.country
    for partner in _values(draft.partners):
        yield clipped(partner.text), "", ""


def activity_from_draft(draft: DraftActivity, around: Surroundings, *, new_id: NewId) -> Activity:
    """The draft as a concept of the register."""
    controllers = _values(draft.controllers)
    return Activity(
        id=new_id(),
        name=clipped(draft.name.value),
        reference=clipped(_text(draft.reference)),
        description=f"Taak: {draft.task.value}" if draft.task else "",
        policy_domain=clipped(_id_or_text(draft.policy_domain)),
        role=_role(draft),
        processing_state=draft.processing_state.value if draft.processing_state else None,
        started_on=draft.started_on.value if draft.started_on else None,
        impact_assessment_completed_on=draft.impact_assessment.value.completed_on if draft.impact_assessment else None,
        unit_id=around.units.get(clipped(_text(draft.unit)).casefold()),
        controller_ids=_known((c.id or "" for c in controllers), around.controllers),
        controllers_own=tuple(c.text for c in controllers if (c.id or "") not in around.controllers),
        system_ids=_known((clipped(s).casefold() for s in _values(draft.systems)), around.systems),
        measure_ids=_known((clipped(m).casefold() for m in _values(draft.measures)), around.measures),
        purposes=tuple(_purpose(p, n, new_id) for n, p in enumerate(_values(draft.purposes))),
        data_uses=tuple(_data_uses(draft, new_id)),
        sources=tuple(_source(source, new_id) for source in _values(draft.sources)),
        recipients=tuple(
            Recipient(id=new_id(), category=r.id or "", text="" if r.id else r.text) for r in _values(draft.recipients)
        ),
        transfers=tuple(_transfers(draft, new_id)),
        retention=tuple(_retention(r, new_id) for r in _values(draft.retention)),
        parties=tuple(_parties(draft, around, new_id)),
        characteristics=_characteristics(draft),
        account=_account(draft),
    )


def _values(taken: Iterable[Taken[T]]) -> list[T]:
    return [each.value for each in taken]


def _text(taken: Taken[str] | None) -> str:
    return taken.value if taken else ""


def _id_or_text(taken: Taken[Named] | None) -> str:
    return (taken.value.id or taken.value.text) if taken else ""


def _known(names: Iterable[str], known: Mapping[str, UUID]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(known[name] for name in names if name in known))


def _role(draft: DraftActivity) -> ActivityRole | None:
    if draft.role:
        return draft.role.value
    joint = draft.joint_controllership
    return ActivityRole.JOINT_CONTROLLER if joint and joint.value.answer else None


def _purpose(purpose: DraftPurpose, position: int, new_id: NewId) -> Purpose:
    bases = tuple(
        LegalBasis(
            id=new_id(), article_6=basis.article_6, provision_id=basis.provision or "", provision_text=basis.text
        )
        for basis in _values(purpose.bases)
    )
    return Purpose(id=new_id(), position=position, text=purpose.text, legal_bases=bases)


def _data_uses(draft: DraftActivity, new_id: NewId) -> Iterator[DataUse]:
    """A use per group of people where the file pairs them with data; else one use of all."""
    paired: dict[Named, list[Named]] = {}
    for pair in _values(draft.data_uses):
        paired.setdefault(pair.subject, []).append(pair.data)
    uses: list[tuple[tuple[Named, ...], tuple[Named, ...]]] = [
        ((subject,), tuple(data)) for subject, data in paired.items()
    ]
    told = {id_or_text for _, data in uses for id_or_text in data}
    people = tuple(s for s in _values(draft.subject_categories) if s not in paired)
    rest = tuple(d for d in (*_values(draft.data_categories), *_values(draft.special_categories)) if d not in told)
    if people or rest:
        uses.append((people, rest))
    for position, (subjects, data) in enumerate(uses):
        yield DataUse(
            id=new_id(),
            position=position,
            subject_categories=_ids(subjects),
            subject_categories_own=_own(subjects),
            data_categories=_ids(data),
            data_categories_own=_own(data),
        )


def _ids(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.id for n in named if n.id))


def _own(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.text for n in named if not n.id))


def _source(source: Named, new_id: NewId) -> DataSource:
    person = None if source.id is None else source.id == DATA_SUBJECT
    category = source.id if source.id and not person else ""
    return DataSource(id=new_id(), from_data_subject=person, recipient_category=category, text=source.text)


def _transfers(draft: DraftActivity, new_id: NewId) -> Iterator[Transfer]:
    if draft.transfer:
        transfer = draft.transfer.value
        for country in transfer.countries:
            yield Transfer(id=new_id(), country=country.id or country.text, mechanism=transfer.mechanism)


def _retention(retention: DraftRetention, new_id: NewId) -> RetentionPeriod:
    return RetentionPeriod(
        id=new_id(),
        applies_to=retention.applies_to,
        period=retention.duration or "",
        trigger=retention.trigger or "",
        text=retention.text,
    )


def _parties(draft: DraftActivity, around: Surroundings, new_id: NewId) -> Iterator[PartyRelation]:
    agreement = draft.agreement.value if draft.agreement else Declaration(None)
    for processor in _values(draft.processors):
        if (party := around.parties.get(clipped(processor.name).casefold())) is not None:
            yield PartyRelation(
                id=new_id(),
                party_id=party,
                party_name=processor.name,
                role=PartyRole.PROCESSOR,
                agreement_declared=agreement.answer,
                agreement_reference=clipped(agreement.text),
            )
    for partner in _values(draft.partners):
        if (party := around.parties.get(clipped(partner.text).casefold())) is not None:
            yield PartyRelation(id=new_id(), party_id=party, party_name=partner.text)


def _characteristics(draft: DraftActivity) -> Characteristics:
    told = {characteristic.value: answer for characteristic, answer in _values(draft.characteristics)}
    return Characteristics(
        **told,
        covenant=_answer(draft.covenant),
        further_use=_answer(draft.further_use),
        transfer_outside_eea=draft.transfer.value.declared if draft.transfer else None,
    )


ANSWERS: Mapping[bool | None, str] = {True: "ja", False: "nee", None: "onbekend"}
SECTORS: Mapping[Sector, str] = {Sector.PUBLIC: "publiek", Sector.PRIVATE: "privaat"}
"""What stands in a remark is a text of the register, and that is Dutch."""


def _answer(taken: Taken[Declaration] | None) -> bool | None:
    return taken.value.answer if taken else None


def _account(draft: DraftActivity) -> Accountability:
    joint = draft.joint_controllership.value.text if draft.joint_controllership else ""
    covenant = draft.covenant.value.text if draft.covenant else ""
    return Accountability(
        joint_arrangement=joint, covenant_name=clipped(covenant), remarks="\n".join(_remarks(draft, covenant))
    )


def _remarks(draft: DraftActivity, covenant: str) -> Iterator[str]:
    for note in _values(draft.notes):
        yield f"{note.label}: {note.text}"
    if draft.last_reviewed_on:
        # A date in a file is nobody's word that the record is right: only its owner can give that here.
        yield f"Laatste controle volgens het bestand: {draft.last_reviewed_on.value:%d-%m-%Y}"
    if draft.sector:
        yield f"Publiek/privaat: {SECTORS[draft.sector.value]}"
    if draft.further_use and draft.further_use.value.text:
        yield f"Verdere verwerking: {draft.further_use.value.text}"
    if draft.impact_assessment and draft.impact_assessment.value.completed_on is None:
        assessment = draft.impact_assessment.value
        yield f"DPIA: {assessment.text or ANSWERS[assessment.done]}"
    if draft.transfer and draft.transfer.value.text and not draft.transfer.value.countries:
        yield f"Doorgifte: {draft.transfer.value.text}"
    if draft.agreement and not draft.processors:
        yield f"Verwerkersovereenkomst: {draft.agreement.value.text or ANSWERS[draft.agreement.value.answer]}"
    for text in _long_names(draft, covenant):
        yield f"Voluit: {text}"


def _long_names(draft: DraftActivity, covenant: str) -> Iterator[str]:
    names = [draft.name.value, _text(draft.reference), _text(draft.unit), _id_or_text(draft.policy_domain), covenant]
    names += [*_values(draft.systems), *_values(draft.measures)]
    names += [p.name for p in _values(draft.processors)] + [p.text for p in _values(draft.partners)]
    names += [draft.agreement.value.text] if draft.agreement else []
    return (name for name in names if len(name) > LONGEST_NAME)
