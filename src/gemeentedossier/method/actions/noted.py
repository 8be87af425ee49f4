"""Noting whom the privacy officer asked."""

from uuid import UUID

from gemeentedossier.foundation import clock
from gemeentedossier.method.enums import ReminderKind
from gemeentedossier.method.models import Reminder


def note_asked(person_id: UUID, *, records: int) -> None:
    """Somebody was asked today whether so many records are still right."""
    now, today = clock.now(), clock.today().isoformat()
    told = {"terms": records, "tried_at": now, "sent_at": now}
    Reminder.objects.update_or_create(person_id=person_id, kind=ReminderKind.CONFIRM, about=today, defaults=told)
