"""Writing to people about their terms: once a week what is theirs, at once where hours run out, and on to the next one.

What was sent stands in a table, from the moment that it went, so that nobody hears of the same thing twice, also where
the program was stopped in the middle, started again, or serves twice; that there was nothing to tell of a week stands
there as well. What the mail server did not take stays there as not sent, and is tried again every hour.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import override

from gemeentedossier.dossier.breaches.models import PersonalDataBreach
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.mail import NotSent, send
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope, require_municipality_id
from gemeentedossier.method import messages
from gemeentedossier.method.engine.duties import Seen, duties_of
from gemeentedossier.method.engine.escalation import late_since, next_for
from gemeentedossier.method.enums import DutyState, ReminderKind
from gemeentedossier.method.facts import Duty
from gemeentedossier.method.models import Reminder
from gemeentedossier.method.queries import escalation, seen_of, without_weekly
from gemeentedossier.organisation.facts import Person
from gemeentedossier.organisation.permissions import READERS

AHEAD = dt.timedelta(days=30)
"""How far the weekly message looks ahead."""
BEFORE = dt.timedelta(hours=24)
"""How long before it ends a clock in hours is told at once."""
LONGEST = 200
"""Characters of a key that is kept as it is."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """What is written to somebody: of which kind, about what, and how it is put into words."""

    kind: ReminderKind
    subject: Callable[[tuple[Duty, ...], Municipality], str]
    text: Callable[[Person, tuple[Duty, ...], Seen, Municipality], str]


DIGEST = Message(ReminderKind.DIGEST, messages.digest_subject, messages.digest_text)
CLOCK = Message(ReminderKind.CLOCK, messages.clock_subject, messages.clock_text)
ESCALATION = Message(ReminderKind.ESCALATION, messages.escalation_subject, messages.escalation_text)


def remind_daily() -> None:
    """The weekly message to who did not get that of this week, and what is so late that the next one hears of it.

    It goes on Monday. Where nothing served on Monday, it goes on the first day of the week on which something does.
    """
    with override("nl"):
        _round(weekly=True)


def remind_hourly() -> None:
    """Clocks that end within a day, and what could not be sent before; nothing is read where neither can be."""
    with municipality_scope(require_municipality_id()):
        waits = PersonalDataBreach.objects.filter(closed_at=None).exists()
        if not waits and not Reminder.objects.filter(sent_at=None).exists():
            return
    with override("nl"):
        _round(weekly=False)


def _round(*, weekly: bool) -> None:
    """Write to everybody, each message in a transaction of its own: what went stands before the next is made."""
    with municipality_scope(require_municipality_id()):
        municipality = Municipality.objects.get(pk=require_municipality_id())
        seen = seen_of(municipality, "nl")
        duties, rule, off = duties_of(seen), escalation(), without_weekly()
    for person in people_of(seen):
        with _message_to(person, municipality):
            _write_clocks(person, duties, seen, municipality)
        with _message_to(person, municipality):
            if weekly or _waits(person, ReminderKind.DIGEST):
                _write_digest(person, duties, seen, municipality, only_law=person.id in off)
        with _message_to(person, municipality):
            if rule and rule.escalate_after:
                _write_escalations(person, duties, seen, municipality, after=rule.escalate_after)


@contextmanager
def _message_to(person: Person, municipality: Municipality) -> Iterator[None]:
    """One message at most: where it cannot be made, what was sent before it stays noted and the next one is made."""
    try:
        with municipality_scope(municipality.pk):
            yield
    except Exception:
        log.exception("a message to %s could not be made", person.id)


def people_of(seen: Seen) -> tuple[Person, ...]:
    """Return who can be written to: they work here, read the dossier in some role today, and have an address."""
    day = seen.day
    every = seen.dossier.organisation.colleagues(day)
    return tuple(each for each in every if each.email and any(each.holds_on(role, day) for role in READERS))


def own_duties_of(person: Person, duties: Iterable[Duty], seen: Seen) -> tuple[Duty, ...]:
    """Return what is a person's to do and can be late."""
    roles = frozenset(str(role.role) for role in person.roles if role.holds_on(seen.day))
    return tuple(d for d in duties if not d.ends_by_itself and d.is_for(person.id, roles, here=seen.here))


def _write_digest(
    person: Person, duties: Iterable[Duty], seen: Seen, municipality: Municipality, *, only_law: bool
) -> None:
    until = seen.day + AHEAD
    own = (each for each in own_duties_of(person, duties, seen) if each.on <= until)
    told = tuple(each for each in own if each.is_legal or not only_law)
    year, week, _day = clock.today().isocalendar()
    about = f"{year}-W{week:02}"
    _deliver(DIGEST, person, {about: told}, seen, municipality)
    if not told:  # what comes up later in the week is for the next message
        now = clock.now()
        nothing = {"terms": 0, "tried_at": now, "sent_at": now}
        Reminder.objects.get_or_create(person_id=person.id, kind=ReminderKind.DIGEST, about=about, defaults=nothing)


def _write_clocks(person: Person, duties: Iterable[Duty], seen: Seen, municipality: Municipality) -> None:
    now = seen.dossier.moment
    own = own_duties_of(person, duties, seen)
    found = {_about(each): (each,) for each in own if each.at and each.at - now <= BEFORE}
    _deliver(CLOCK, person, found, seen, municipality)


def _write_escalations(
    person: Person, duties: Iterable[Duty], seen: Seen, municipality: Municipality, *, after: int
) -> None:
    """Not on a day on which they got their weekly message: then tomorrow."""
    today = Reminder.objects.filter(person_id=person.id, sent_at__gte=_midnight(), terms__gt=0)
    today = today.exclude(kind=ReminderKind.CLOCK)
    if today.exists():
        return
    late = (each for each in duties if each.state(seen.dossier.moment) is DutyState.OVERDUE)
    so_late = (each for each in late if late_since(each, seen).days >= after)
    found = {_about(each): (each,) for each in so_late if person.id in next_for(each, seen)}
    _deliver(ESCALATION, person, found, seen, municipality)


def _about(duty: Duty) -> str:
    """By what it is remembered that it was told: its key, shortened where names make it long."""
    return duty.key if len(duty.key) <= LONGEST else sha256(duty.key.encode()).hexdigest()


def _deliver(
    message: Message, person: Person, about: Mapping[str, tuple[Duty, ...]], seen: Seen, municipality: Municipality
) -> None:
    """Send one message about what they did not hear of yet; what is not there any more needs none."""
    rows = Reminder.objects.filter(person_id=person.id, kind=message.kind)
    rows.filter(sent_at=None).exclude(about__in=[key for key, told in about.items() if told]).delete()
    heard = set(rows.filter(about__in=list(about), sent_at__isnull=False).values_list("about", flat=True))
    new = {key: told for key, told in about.items() if told and key not in heard}
    if not new:
        return
    for key, told in new.items():
        defaults = {"terms": len(told), "tried_at": clock.now()}
        Reminder.objects.get_or_create(person_id=person.id, kind=message.kind, about=key, defaults=defaults)
    duties = tuple(each for told in new.values() for each in told)
    try:
        send(
            person.email,
            subject=message.subject(duties, municipality),
            text=message.text(person, duties, seen, municipality),
        )
    except NotSent:
        return  # it stays as not sent: tried again within the hour, and told to the administrator
    rows.filter(about__in=list(new)).update(sent_at=clock.now())


def _waits(person: Person, kind: ReminderKind) -> bool:
    return bool(Reminder.objects.filter(person_id=person.id, kind=kind, sent_at=None).exists())


def _midnight() -> dt.datetime:
    return dt.datetime.combine(clock.today(), dt.time(), clock.AMSTERDAM)
