"""From what a file tells to a record of the register. Nothing is added that the file does not say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
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
from gemeentedossier.exchange.enums import Characteristic, Sector
from gemeentedossier.exchange.facts import (
    Declaration,
    DraftActivity,
    DraftBasis,
    DraftDataUse,
    DraftRetention,
    DraftTransfer,
    Named,
    Taken,
)

T = TypeVar("T")
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
NOBODY = UUID(int=0)
"""The identifier of a part that belongs to no activity yet: many activities get one of the same words."""
UNKNOWN = Declaration(None)


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


def activity_from_draft(draft: DraftActivity, around: Surroundings, *, key: UUID) -> Activity:
    """The draft as a concept of the register, without its parts: what equal cells become is worked out once."""
    controllers = _values(draft.controllers)
    return Activity(
        id=key,
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


def purpose(text: str) -> Purpose:
    """The purpose of these words, still nobody's and without its bases."""
    return Purpose(id=NOBODY, position=0, text=text)


def legal_basis(basis: DraftBasis) -> LegalBasis:
    """The legal basis as far as the file tells it."""
    return LegalBasis(
        id=NOBODY, article_6=basis.article_6, provision_id=basis.provision or "", provision_text=basis.text
    )


UsedData = tuple[tuple[DraftDataUse, ...], tuple[Named, ...], tuple[Named, ...]]
"""Pairs of people and data, the people, and the data."""


def used_data(draft: DraftActivity) -> UsedData:
    """What a draft says of the data it uses, and of whom they are."""
    data = (*draft.data_categories, *draft.special_categories)
    return tuple(_values(draft.data_uses)), tuple(_values(draft.subject_categories)), tuple(_values(data))


def data_uses(used: UsedData) -> Iterator[DataUse]:
    """A use per group of people where the file pairs them with data; else one use of all."""
    pairs, everyone, everything = used
    paired: dict[Named, list[Named]] = {}
    for pair in pairs:
        paired.setdefault(pair.subject, []).append(pair.data)
    uses: list[tuple[tuple[Named, ...], tuple[Named, ...]]] = [
        ((subject,), tuple(data)) for subject, data in paired.items()
    ]
    told = {id_or_text for _, data in uses for id_or_text in data}
    people = tuple(s for s in everyone if s not in paired)
    rest = tuple(d for d in everything if d not in told)
    if people or rest:
        uses.append((people, rest))
    for subjects, data in uses:
        yield DataUse(
            id=NOBODY,
            position=0,
            subject_categories=_ids(subjects),
            subject_categories_own=_own(subjects),
            data_categories=_ids(data),
            data_categories_own=_own(data),
        )


def _ids(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.id for n in named if n.id))


def _own(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.text for n in named if not n.id))


def source(named: Named) -> DataSource:
    """Where data come from: the person, a category of the catalogue, or own words."""
    person = None if named.id is None else named.id == DATA_SUBJECT
    category = named.id if named.id and not person else ""
    return DataSource(id=NOBODY, from_data_subject=person, recipient_category=category, text=named.text)


def recipient(named: Named) -> Recipient:
    """Who receives data."""
    return Recipient(id=NOBODY, category=named.id or "", text="" if named.id else named.text)


def transfers(transfer: DraftTransfer) -> Iterator[Transfer]:
    """One for each country that the file names."""
    for country in transfer.countries:
        yield Transfer(id=NOBODY, country=country.id or country.text, mechanism=transfer.mechanism)


def retention_period(retention: DraftRetention) -> RetentionPeriod:
    """How long data are kept, as far as the file tells it."""
    return RetentionPeriod(
        id=NOBODY,
        applies_to=retention.applies_to,
        period=retention.duration or "",
        trigger=retention.trigger or "",
        text=retention.text,
    )


Related = tuple[str, PartyRole | None, Declaration]
"""The name of a party, what it is, and what the file says of an agreement with it."""


def related_parties(draft: DraftActivity) -> Iterator[Related]:
    """Processors, then partners; a partner's agreement is no processor agreement."""
    agreement = draft.agreement.value if draft.agreement else UNKNOWN
    for processor in _values(draft.processors):
        yield processor.name, PartyRole.PROCESSOR, agreement
    for partner in _values(draft.partners):
        yield partner.text, None, UNKNOWN


def party_relation(related: Related) -> PartyRelation:
    """What a party is in an activity."""
    name, role, agreement = related
    return PartyRelation(
        id=NOBODY,
        party_id=NOBODY,
        party_name=name,
        role=role,
        agreement_declared=agreement.answer,
        agreement_reference=clipped(agreement.text),
    )


def _characteristics(draft: DraftActivity) -> Characteristics:
    return _characterised(
        tuple(_values(draft.characteristics)),
        covenant=_answer(draft.covenant),
        further_use=_answer(draft.further_use),
        transfer=draft.transfer.value.declared if draft.transfer else None,
    )


@lru_cache(maxsize=1_000)
def _characterised(
    told: tuple[tuple[Characteristic, bool], ...],
    *,
    covenant: bool | None,
    further_use: bool | None,
    transfer: bool | None,
) -> Characteristics:
    """The same few answers stand in most rows of a file."""
    answers = {characteristic.value: answer for characteristic, answer in told}
    return Characteristics(**answers, covenant=covenant, further_use=further_use, transfer_outside_eea=transfer)


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
    return iter([name for name in names if len(name) > LONGEST_NAME])
