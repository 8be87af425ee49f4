"""What reading a register yields: drafts and remarks, each with its place. Nothing here is believed yet."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    ProcessingState,
    TransferMechanism,
)
from gemeentedossier.exchange.enums import Characteristic, Field, RemarkCode, Sector, Severity

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, as a person sees it: sheet, row (from 1) and column letter.

    In the central government's JSON the row is the number of the record and the column its path
    ("Doelen[1].Rechtsgrond"). Row 0 means the whole column or sheet; an empty column means the whole row.
    """

    sheet: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        cell = f"{self.column}{self.row or ''}" if len(self.column) <= 3 else f"{self.row} {self.column}"
        return f"{self.sheet}!{cell}" if self.sheet and cell else self.sheet or cell


class Origin(NamedTuple):
    """The cell a value was read from, with the cell's whole text as it stood there.

    A tuple, as a file has hundreds of thousands: a frozen dataclass takes three times as long to make.
    """

    sheet: str
    row: int
    column: str
    original: str

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        return Place(self.sheet, self.row, self.column)


class Taken(NamedTuple, Generic[Value]):
    """A value with the cell that it was read from. A tuple, for the reason of ``Origin``."""

    value: Value
    origin: Origin


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as cited in free text; ``law`` stays as it was written. Empty parts were not written."""

    law: str
    article: str
    paragraph: str = ""
    point: str = ""

    def __str__(self) -> str:
        place = LawReference(
            law=self.law, article=self.article, paragraph=self.paragraph or None, point=self.point or None
        )
        return place.citation()


class Named(NamedTuple):
    """A text of the file, with the catalogue's id where the catalogue knows it."""

    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DraftBasis:
    """A legal basis as far as the text says: the point of GDPR 6(1), a citation, or only words."""

    text: str
    article_6: Article6 | None = None
    citation: Citation | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class DraftPurpose:
    """A purpose with the legal bases that stand beside it. An empty text: the file names no purpose."""

    text: str
    bases: tuple[Taken[DraftBasis], ...] = ()


class DraftDataUse(NamedTuple):
    """Which data of which people, where the file says which belong together, and what they are collected for."""

    subject: Named
    data: Named
    collected_for: str = ""


@dataclass(frozen=True, slots=True)
class DraftRetention:
    """A retention period: ``duration`` is an ISO 8601 duration or None, the text is always kept."""

    text: str
    duration: str | None = None
    permanent: bool = False
    trigger_text: str = ""
    trigger: str | None = None
    applies_to: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a cell declares: yes, no, or (None) only a text; with the words beside the answer."""

    answer: bool | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DraftTransfer:
    """What the file declares about transfers outside the EEA (GDPR 30(1)(e)); None is unknown."""

    declared: bool | None
    countries: tuple[Named, ...] = ()
    mechanism: TransferMechanism | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DraftImpactAssessment:
    """Whether, and when, an impact assessment is said to be done (GDPR 35)."""

    done: bool | None
    completed_on: dt.date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DraftParty:
    """An organisation as the file names it; ``country`` in the file's words."""

    name: str
    address: str = ""
    country: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A text that belongs to no field of the register, with the heading above it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftActivity:
    """One processing activity as the file tells it. Empty or None: the file does not say."""

    place: Place
    name: Taken[str]
    reference: Taken[str] | None = None
    unit: Taken[str] | None = None
    task: Taken[str] | None = None
    policy_domain: Taken[Named] | None = None
    controllers: tuple[Taken[Named], ...] = ()
    role: Taken[ActivityRole] | None = None
    sector: Taken[Sector] | None = None
    purposes: tuple[Taken[DraftPurpose], ...] = ()
    subject_categories: tuple[Taken[Named], ...] = ()
    data_categories: tuple[Taken[Named], ...] = ()
    special_categories: tuple[Taken[Named], ...] = ()
    special_denied: tuple[Taken[Named], ...] = ()
    """Special categories of which the file says that they are not processed."""
    data_uses: tuple[Taken[DraftDataUse], ...] = ()
    """Pairs of people and data where the file says which belong together; else the two lists stand alone."""
    retention: tuple[Taken[DraftRetention], ...] = ()
    sources: tuple[Taken[Named], ...] = ()
    recipients: tuple[Taken[Named], ...] = ()
    processors: tuple[Taken[DraftParty], ...] = ()
    agreement: Taken[Declaration] | None = None
    transfer: Taken[DraftTransfer] | None = None
    partners: tuple[Taken[Named], ...] = ()
    covenant: Taken[Declaration] | None = None
    joint_controllership: Taken[Declaration] | None = None
    further_use: Taken[Declaration] | None = None
    measures: tuple[Taken[str], ...] = ()
    systems: tuple[Taken[str], ...] = ()
    impact_assessment: Taken[DraftImpactAssessment] | None = None
    processing_state: Taken[ProcessingState] | None = None
    started_on: Taken[dt.date] | None = None
    last_reviewed_on: Taken[dt.date] | None = None
    characteristics: tuple[Taken[tuple[Characteristic, bool]], ...] = ()
    notes: tuple[Taken[DraftNote], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSystem:
    """A system as a list tells it; each name is that of the field of a system. None: the list does not say."""

    place: Place
    name: Taken[str]
    description: tuple[Taken[str], ...] = ()
    supplier: Taken[str] | None = None
    owner: Taken[str] | None = None
    location: Taken[str] | None = None
    state: Taken[SystemState] | None = None
    supported_until: Taken[dt.date] | None = None
    legacy_reason: Taken[str] | None = None
    oldest_record_on: Taken[dt.date] | None = None
    oldest_record_measured_on: Taken[dt.date] | None = None
    accounts: Taken[int] | None = None
    accounts_reviewed_on: Taken[dt.date] | None = None
    recovery_hours: Taken[int] | None = None
    loss_hours: Taken[int] | None = None
    fallback: Taken[str] | None = None
    recovery_tested_on: Taken[dt.date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftListedParty:
    """A party as a list tells it. ``country`` is a code of ISO 3166-1."""

    place: Place
    name: Taken[str]
    country: Taken[str] | None = None
    contact: tuple[Taken[str], ...] = ()
    is_care_provider: Taken[bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSubProcessor:
    """Somebody whom a supplier says that it engages; ``above`` names who engages it, None is the supplier itself."""

    place: Place
    name: Taken[str]
    service: tuple[Taken[str], ...] = ()
    country: Taken[str] | None = None
    above: Taken[str] | None = None
    notified_on: Taken[dt.date] | None = None
    objection_until: Taken[dt.date] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader of the import must know about one value; ``presenters`` makes the sentence."""

    code: RemarkCode
    place: Place
    original: str = ""
    severity: Severity = Severity.LOST
    field: Field | None = None
    parameters: tuple[tuple[str, str], ...] = ()
    """Names and texts that the sentence is filled with."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """All that a file holds: drafts in the order of the file, and what must be said about it."""

    activities: tuple[DraftActivity, ...]
    remarks: tuple[Remark, ...]
