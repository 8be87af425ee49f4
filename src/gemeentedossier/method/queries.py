"""Reads of the method: everything that somebody is to do, and what is known of messages and addresses."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from uuid import UUID

from django.utils.timezone import localdate

from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.queries import began_at
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.method.engine.ambition import ambition_terms, standings_of
from gemeentedossier.method.engine.duties import Seen
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.method.engine.months import months_over
from gemeentedossier.method.engine.progress import path_of, plan_terms
from gemeentedossier.method.enums import ReminderKind
from gemeentedossier.method.facts import MonthCount, PartCount, SharedLevel
from gemeentedossier.method.models import (
    CalendarFeed,
    FindingCount,
    Reminder,
    ReminderChoice,
    ReminderRule,
    SharedMaturity,
)
from gemeentedossier.organisation.queries import held_since


def seen_of(municipality: Municipality, language: str, *, moment: dt.datetime | None = None) -> Seen:
    """Return what the terms are read from; nothing of the plan is reckoned where nobody planned or chose anything."""
    judged, catalogue = judged_of(municipality, moment=moment), catalogue_at(moment)
    dossier = judged.dossier
    steps = plan_terms(path_of(judged, catalogue), language) if dossier.planned_steps else ()
    standings = standings_of(maturity_of(judged, catalogue), dossier.ambitions, catalogue) if dossier.ambitions else ()
    return Seen(dossier, catalogue, (*steps, *ambition_terms(standings, language)), language)


def feed_of(person_id: UUID | None) -> CalendarFeed | None:
    """The address of a person's own calendar; None where there is none."""
    found: CalendarFeed | None = CalendarFeed.objects.filter(person_id=person_id).first()
    return found


def person_of_feed(digest: str) -> UUID | None:
    """Whose address it is; None for one that was withdrawn or never was, and for one that was made before its person
    took another password, signed out everywhere, or had no role here for a day."""
    feed = CalendarFeed.objects.select_related("person__account").filter(digest=digest).first()
    if feed is None:
        return None
    account = feed.person.account
    if account is not None and account.ended_at is not None and feed.made_at <= account.ended_at:
        return None
    held = held_since(feed.person_id, localdate(feed.made_at))
    return feed.person_id if held else None


def wants_weekly(person_id: UUID | None) -> bool:
    """Whether a person gets the weekly message; who never chose does."""
    return not ReminderChoice.objects.filter(person_id=person_id, weekly=False).exists()


def without_weekly() -> frozenset[UUID]:
    """Who set the weekly message off."""
    return frozenset(ReminderChoice.objects.filter(weekly=False).values_list("person_id", flat=True))


def escalation() -> ReminderRule | None:
    """After how many days the next one is written to; None where nobody chose that."""
    found: ReminderRule | None = ReminderRule.objects.first()
    return found


def undelivered() -> tuple[int, dt.datetime | None]:
    """How many messages the mail server did not take yet, and since when."""
    waiting = list(Reminder.objects.filter(sent_at=None).values_list("tried_at", flat=True))
    return len(waiting), min(waiting, default=None)


def asked_on(people: Iterable[UUID]) -> Mapping[UUID, dt.date]:
    """The day on which each of these people was last written to about records to confirm."""
    asked = Reminder.objects.filter(person_id__in=list(people), sent_at__isnull=False, terms__gt=0)
    of_confirming = asked.filter(kind__in=[ReminderKind.CONFIRM, ReminderKind.DIGEST]).order_by("sent_at")
    return {each.person_id: each.sent_at.astimezone(clock.AMSTERDAM).date() for each in of_confirming}


def shared_levels() -> tuple[SharedLevel, ...]:
    """What the municipality in scope shows to the others; nothing where it does not take part."""
    return tuple(map(_shared, SharedMaturity.objects.select_related("municipality")))


def levels_of_others() -> tuple[SharedLevel, ...]:
    """What the others show; nothing to who shows nothing, because taking part goes both ways."""
    own = require_municipality_id()
    if not SharedMaturity.objects.exists():
        return ()
    every = SharedMaturity._base_manager.select_related("municipality")  # the one read that crosses municipalities
    return tuple(map(_shared, every.exclude(municipality_id=own)))


def _shared(row: SharedMaturity) -> SharedLevel:
    return SharedLevel(row.municipality.name, row.theme, row.level, row.met, row.applying, row.as_of)


def month_counts(days: Collection[dt.date]) -> tuple[MonthCount, ...]:
    """What was counted at the end of these last days of months, as far as it was, the oldest first."""
    rows = FindingCount.objects.filter(as_of__in=days)
    return tuple(
        MonthCount(
            as_of,
            {Part(each.part): PartCount(each.met, each.not_met, each.unknown) for each in found},
            found[0].edition,
            found[0].counted_at,
        )
        for as_of, found in ((as_of, list(group)) for as_of, group in groupby(rows, key=lambda each: each.as_of))
    )


def months_known(today: dt.date) -> tuple[dt.date, ...]:
    """The last days of the months that are over and at the end of which there was a dossier, the oldest first."""
    began = began_at()
    return months_over(today, since=began.astimezone(clock.AMSTERDAM).date()) if began else ()


def months_uncounted(today: dt.date) -> tuple[dt.date, ...]:
    """Those of which nothing was counted yet, the oldest first."""
    counted = set(FindingCount.objects.values_list("as_of", flat=True).distinct().order_by())
    return tuple(each for each in months_known(today) if each not in counted)
