"""Categories of data, of people and of recipients: Article 30(1)(c) and (d) GDPR."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.entries import SourcedEntry
from gemeentedossier.catalogue.facts.sources import Text


class DataKind(StrEnum):
    """Which regime the data fall under; `SENSITIVE` is practice, not a class of the GDPR."""

    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"
    SPECIAL = "special"
    CRIMINAL = "criminal"
    NATIONAL_NUMBER = "national_number"
    OUTSIDE_GDPR = "outside_gdpr"

    @property
    def needs_exception(self) -> bool:
        """Say whether processing is forbidden unless an exception applies: Articles 9 and 10 GDPR."""
        return self in {DataKind.SPECIAL, DataKind.CRIMINAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCategory(SourcedEntry):
    """A category of personal data: Article 30(1)(c), with the regime of Articles 9, 10 and 87."""

    name: Text
    kind: DataKind
    examples: tuple[str, ...] = ()
    regime: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectCategory(SourcedEntry):
    """A category of data subjects: Article 30(1)(c)."""

    name: Text
    broader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientCategory(SourcedEntry):
    """A category of recipients: Articles 4(9) and 30(1)(d)."""

    name: Text
    broader: str | None = None
