"""What may be known of an envelope without opening it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.foundation.models import Envelope, EnvelopeOpening


@dataclass(frozen=True, slots=True)
class EnvelopeStanding:
    """Whether there is an envelope, until when, and who read it, the latest first."""

    is_there: bool
    destroy_on: dt.date | None
    openings: tuple[tuple[dt.datetime, str, str], ...]
    """Moment, name, what for."""


def standing_of(record_id: UUID, *, latest: int = 20) -> EnvelopeStanding:
    """How the envelope of a record stands; of who read it the last so many."""
    found: Sequence[dt.date | None] = list(
        Envelope.objects.filter(record_id=record_id).values_list("destroy_on", flat=True)
    )
    openings = EnvelopeOpening.objects.filter(record_id=record_id).order_by("-opened_at", "-id")
    return EnvelopeStanding(
        is_there=bool(found),
        destroy_on=found[0] if found else None,
        openings=tuple(openings.values_list("opened_at", "opened_by", "reason")[:latest]),
    )
