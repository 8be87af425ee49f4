"""Why a sentence stands in a document: the rule, the record, the law or our own clause it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from .text import printable, web_address


class MissingProvenanceError(ValueError):
    """A sentence was built that cannot say why it stands there."""


def _require(origin: object, *names: str) -> None:
    for name in names:
        if not str(getattr(origin, name)).strip():
            raise ValueError(f"{type(origin).__name__}: {name} is empty; name what the sentence rests on.")


def _clean(origin: "Origin") -> None:
    for name in origin.__slots__:
        value = getattr(origin, name)
        if isinstance(value, str):
            object.__setattr__(origin, name, printable(value))
    if origin.url:
        web_address(origin.url, where=type(origin).__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionOrigin:
    """A criterion or rule of the catalogue, as that version of the catalogue has it."""

    kind: ClassVar[str] = "criterion"
    rule: str
    catalogue_version: str
    label: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        _require(self, "rule", "catalogue_version")
        _clean(self)

    @property
    def lasting(self) -> tuple[str, ...]:
        """What stays the same when only the version moves on."""
        return (self.kind, self.rule)

    @property
    def source(self) -> tuple[str, ...]:
        """What counts as one entry in the list of sources."""
        return (self.kind, self.rule, self.catalogue_version)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOrigin:
    """A field of a record of the dossier, as that version of the record has it."""

    kind: ClassVar[str] = "record"
    record_kind: str
    record_id: str
    version: int
    field: str
    label: str = ""
    field_label: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        _require(self, "record_kind", "record_id", "field")
        if self.version < 1:
            raise ValueError(f"RecordOrigin: version {self.version} does not exist; versions count from 1.")
        _clean(self)

    @property
    def lasting(self) -> tuple[str, ...]:
        """What stays the same when only the version moves on."""
        return (self.kind, self.record_kind, self.record_id, self.field)

    @property
    def source(self) -> tuple[str, ...]:
        """What counts as one entry in the list of sources: the record, with all its fields."""
        return (self.kind, self.record_kind, self.record_id, str(self.version))


@dataclass(frozen=True, slots=True, kw_only=True)
class LawOrigin:
    """An article of a law, or the law as a whole where ``article`` is empty, with where to read it."""

    kind: ClassVar[str] = "law"
    law: str
    article: str
    url: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        _require(self, "law")
        _clean(self)

    @property
    def lasting(self) -> tuple[str, ...]:
        """What stays the same when only the version moves on."""
        return (self.kind, self.law, self.article)

    @property
    def source(self) -> tuple[str, ...]:
        """What counts as one entry in the list of sources."""
        return (self.kind, self.law, self.article)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseOrigin:
    """A clause of our own templates, or a setting of the municipality."""

    kind: ClassVar[str] = "clause"
    clause: str
    version: str
    label: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        _require(self, "clause", "version")
        _clean(self)

    @property
    def lasting(self) -> tuple[str, ...]:
        """What stays the same when only the version moves on."""
        return (self.kind, self.clause)

    @property
    def source(self) -> tuple[str, ...]:
        """What counts as one entry in the list of sources."""
        return (self.kind, self.clause, self.version)


Origin: TypeAlias = CriterionOrigin | RecordOrigin | LawOrigin | ClauseOrigin
ORIGINS = (CriterionOrigin, RecordOrigin, LawOrigin, ClauseOrigin)


@dataclass(frozen=True, slots=True)
class Provenance:
    """One or more origins; never none."""

    origins: tuple[Origin, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "origins", tuple(self.origins))
        if not self.origins:
            raise MissingProvenanceError(
                "A provenance without origins: name the criterion, record, law or clause it rests on."
            )
        for origin in self.origins:
            if not isinstance(origin, ORIGINS):
                raise MissingProvenanceError(f"{origin!r:.80} is no origin; use a criterion, record, law or clause.")

    @property
    def lasting(self) -> tuple[tuple[str, ...], ...]:
        """The origins without their versions, in a fixed order: equal in two versions of a document."""
        return tuple(sorted(origin.lasting for origin in self.origins))


def because(*origins: Origin) -> Provenance:
    """The provenance of a sentence that rests on these origins."""
    return Provenance(origins)


def combined(provenances: Iterable[Provenance]) -> Provenance:
    """One provenance with every origin of several, each once, in order of first appearance."""
    return Provenance(tuple(dict.fromkeys(origin for each in provenances for origin in each.origins)))
