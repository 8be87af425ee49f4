"""Statutes and the provisions in them on which a processing can rest."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.catalogue.facts.citations import LawReference, place_of
from gemeentedossier.catalogue.facts.entries import Entry, SourcedEntry
from gemeentedossier.catalogue.facts.sources import Text, Validity


class StatuteKind(StrEnum):
    """The rank of a text; a bill binds nobody yet."""

    EU_REGULATION = "eu_regulation"
    ACT = "act"
    DECREE = "decree"
    MINISTERIAL_REGULATION = "ministerial_regulation"
    BILL = "bill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute(Entry):
    """A law by its usual short name, with its BWB or CELEX id.

    `validity` is that of the statute: no provision is in force before it, though some came into force later.
    `validity_source` says who gives the dates; `oldest_text` is the date of the oldest text that was found, which
    proves that the statute was in force by then and nothing about the days before. `english_abbreviation` is what
    English texts call it, where that differs.
    """

    name: Text
    abbreviation: str
    english_abbreviation: str | None = None
    kind: StatuteKind
    bwb_id: str | None = None
    celex_id: str | None = None
    validity: Validity = Validity()  # noqa: RUF009  # frozen, so that one may serve all
    validity_source: str | None = None
    oldest_text: date | None = None
    note: Text | None = None


class ProvisionNature(StrEnum):
    """What a provision does."""

    GENERAL = "general"
    DUTY = "duty"
    POWER = "power"
    DISCLOSURE = "disclosure"
    NATIONAL_NUMBER = "national_number"
    CONFIDENTIALITY = "confidentiality"
    RETENTION = "retention"
    SUPERVISION = "supervision"
    DATA_SUBJECT_RIGHT = "data_subject_right"
    CONTROLLERSHIP = "controllership"
    PROCESSOR = "processor"
    DELEGATION = "delegation"
    ACCOUNTABILITY = "accountability"
    IDENTIFICATION = "identification"
    EXCEPTION = "exception"
    RESTRICTION = "restriction"
    REGISTER = "register"
    OUTSOURCING = "outsourcing"
    PURPOSE_LIMITATION = "purpose_limitation"
    BILL = "bill"


class ReadingBy(StrEnum):
    """Who says which GDPR ground a provision serves."""

    OWN = "own"
    STATUTE = "statute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Which grounds of the GDPR and the UAVG a provision serves, and who reads it so.

    The letters are those of Articles 6(1) and 9(2). A statute seldom says this itself: where `by` is
    `OWN`, the municipality's lawyer has the last word.
    """

    by: ReadingBy
    article_6: tuple[str, ...] = ()
    article_9: tuple[str, ...] = ()
    national_law: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(SourcedEntry):
    """One provision of a statute that has a bearing on processing, summarised in our own words.

    `received_from` and `provided_to` hold ids of recipient categories, or `college`, `burgemeester`,
    `gemeenteraad`; `parties_without_category` the words for which the catalogue has no category.
    """

    statute: str
    article: str
    paragraph: str | None = None
    nature: ProvisionNature
    addressees: tuple[str, ...]
    summary: Text
    purpose: Text | None = None
    subjects: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    data_kinds: tuple[DataKind, ...] = ()
    received_from: tuple[str, ...] = ()
    provided_to: tuple[str, ...] = ()
    parties_without_category: tuple[str, ...] = ()
    consent: Text | None = None
    reading: Reading | None = None
    themes: tuple[str, ...] = ()
    replaced_by: str | None = None

    def reference(self, statute: Statute | None) -> LawReference:
        """Return the place in the law, under the name of its statute where the catalogue has it."""
        return place_of(
            statute.abbreviation if statute else self.source.law or self.statute,
            article=self.article,
            paragraph=self.paragraph,
            is_european=statute is not None and statute.kind is StatuteKind.EU_REGULATION,
            english_law=statute.english_abbreviation if statute else None,
        )
