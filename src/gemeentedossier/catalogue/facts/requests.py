"""What the law says of requests of data subjects: terms, who may ask, which right where, and on which ground not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import SourcedEntry
from gemeentedossier.catalogue.facts.holidays import TermRegime
from gemeentedossier.catalogue.facts.sources import Text


class RequestTermId(StrEnum):
    """The terms that a request knows, by the id of their entry."""

    ANSWER = "answer"
    EXTENSION = "extension"
    TARGET = "internal-target"
    OBJECTION = "objection"
    DEFAULT = "notice-of-default"
    ACKNOWLEDGEMENT = "acknowledgement"
    POSTED = "objection-posted-in-time"


class RightStanding(StrEnum):
    """Whether a right exists on a legal basis."""

    YES = "yes"
    LIMITED = "limited"
    """It exists, but the law that asks for the processing often stands in its way (GDPR 17(3)(b))."""
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTerm(SourcedEntry):
    """A term of a request: how many months, weeks or working days, and by which law its end is reckoned."""

    name: Text
    law: tuple[LawReference, ...]
    regime: TermRegime
    months: int = 0
    weeks: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement(SourcedEntry):
    """Who may exercise the rights of somebody of an age (UAVG 5). Ages are whole years, ``below_age`` not included."""

    name: Text
    law: tuple[LawReference, ...]
    by: tuple[str, ...]
    from_age: int | None = None
    below_age: int | None = None
    guardianship: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RightOnGround:
    """A right on one legal basis of GDPR 6(1), with the place in the law that says so."""

    standing: RightStanding
    law: LawReference


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRight(SourcedEntry):
    """A right that people can invoke: where it stands, on which legal bases it exists, what an answer holds.

    ``grounds`` has a letter of GDPR 6(1) as key. ``refusals`` are the grounds on which it can be refused, by id.
    """

    name: Text
    law: tuple[LawReference, ...]
    grounds: Mapping[str, RightOnGround]
    content: tuple[Text, ...]
    rules: tuple[Text, ...]
    refusals: tuple[str, ...]
    tells_recipients: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalPoint:
    """A lettered point of a ground for refusing."""

    letter: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRefusal(SourcedEntry):
    """A ground on which a request can be refused, wholly or in part. Where it has points, one must be named."""

    name: Text
    law: tuple[LawReference, ...]
    says: Text
    points: tuple[RefusalPoint, ...] = ()
    factors: tuple[Text, ...] = ()
    """What must be weighed, as far as it applies (UAVG 41(2))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorException(SourcedEntry):
    """Where another law has a regime of its own for a request, which goes first; told, never applied by itself."""

    name: Text
    law: tuple[LawReference, ...]
    says: Text
    domains: tuple[str, ...] = ()
    """Policy domains of activities where it is told; everywhere without one."""
    rights: tuple[str, ...] = ()
    of_the_deceased: bool = False
    """Whether it is about somebody who died; not told of who is known to live."""
