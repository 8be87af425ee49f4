"""Systems, digital tools and measures as immutable values. None is unknown; an empty text was never written."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState, ToolKind, ToolState
from gemeentedossier.dossier.evidence.facts import Evidence


@dataclass(frozen=True, slots=True)
class System:
    """An application or other means that personal data are processed with.

    ``supported_until`` is the last day on which its supplier maintains it. ``oldest_record_on`` is the date of the
    oldest record in it, as somebody measured on ``oldest_record_measured_on``. ``accounts`` counts who can sign in.
    ``recovery_hours`` is within how many hours it must be back, ``loss_hours`` how many hours of work may be lost;
    ``fallback`` says how people are helped meanwhile.
    """

    id: UUID
    name: str
    supplier_id: UUID | None = None
    owner_id: UUID | None = None
    owner: str = ""
    description: str = ""
    location: str = ""
    state: SystemState | None = None
    supported_until: dt.date | None = None
    legacy_reason: str = ""
    oldest_record_on: dt.date | None = None
    oldest_record_measured_on: dt.date | None = None
    accounts: int | None = None
    accounts_reviewed_on: dt.date | None = None
    recovery_hours: int | None = None
    loss_hours: int | None = None
    fallback: str = ""
    recovery_tested_on: dt.date | None = None
    revision: int = 0

    def is_outlived_on(self, day: dt.date) -> bool:
        """Whether it runs on although nobody maintains it any more."""
        if self.state is SystemState.LEGACY:
            return True
        ran_out = self.supported_until is not None and self.supported_until < day
        return ran_out and self.state not in (SystemState.ENDED, SystemState.PLANNED)


@dataclass(frozen=True, slots=True)
class Tool:
    """A digital tool that people of the municipality put data in: an application, a form, an AI tool.

    ``system_id`` is the system of which it is a part, where there is one. ``may_go_in`` and ``may_not_go_in`` say in
    words what may be put in, whatever the purpose; what holds for one purpose stands in rules of the room ``security``.
    ``algorithm_entry`` is the address of its entry in the algorithm register.
    """

    id: UUID
    name: str
    kind: ToolKind | None = None
    supplier_id: UUID | None = None
    system_id: UUID | None = None
    owner_id: UUID | None = None
    owner: str = ""
    description: str = ""
    may_go_in: str = ""
    may_not_go_in: str = ""
    state: ToolState | None = None
    conditions: str = ""
    algorithm_entry: str = ""
    reviewed_on: dt.date | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """A technical or organisational measure (GDPR 32(1)).

    ``baseline`` holds numbers of government measures or controls of the baseline, such as `8.15.01`; ``effects`` what
    it brings about. ``indicator`` says how one sees that it works, ``result`` what was seen on ``measured_on``.
    """

    id: UUID
    name: str
    description: str = ""
    control: str = ""
    owner_id: UUID | None = None
    owner: str = ""
    state: MeasureState | None = None
    baseline: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    indicator: str = ""
    result: str = ""
    measured_on: dt.date | None = None
    repeated_incident_on: dt.date | None = None
    revision: int = 0
    evidence_ids: tuple[UUID, ...] = ()

    def is_shown_on(self, day: dt.date, evidence: Mapping[UUID, Evidence]) -> bool:
        """Whether evidence that stands on the day shows it; ``evidence`` by key."""
        return any(evidence[key].stands_on(day) for key in self.evidence_ids if key in evidence)

    def is_in_effect_on(self, day: dt.date, evidence: Mapping[UUID, Evidence]) -> bool | None:
        """Whether it counts on the day: done, shown by evidence that stands, and nothing happened again since.

        Unknown where nobody recorded how far it is.
        """
        if self.state is None:
            return None
        if self.state is not MeasureState.DONE or self.repeated_incident_on is not None:
            return False
        return self.is_shown_on(day, evidence)
