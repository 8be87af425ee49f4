"""Asking who answers for a record whether it is still right: one e-mail to each, with a link of its own per record."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.dossier.register.actions.confirming import LASTS, confirmation_token
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.mail import NotSent, asking_once, send
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.method.actions.noted import note_asked
from gemeentedossier.method.queries import asked_on
from gemeentedossier.organisation.facts import Person
from gemeentedossier.organisation.queries import people_with_roles

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many people were written to about how many records, who was written to today already, who has no address or
    role here, for whom the mail server took no message, and of how many records nobody is the owner."""

    people: int = 0
    records: int = 0
    asked_already: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    not_sent: tuple[str, ...] = ()
    ownerless: int = 0


@asking_once()
def remind_owners(activities: Iterable[Activity], municipality: Municipality) -> Reminded:
    """Write to each owner about those of these records that are theirs.

    Who was written to today already, has no address, or no role here any more, is not written to, and is named in the
    answer; so is whose message the mail server did not take, and the others are written to all the same.
    """
    today = clock.today()
    people = {each.id: each for each in people_with_roles() if each.works_here_on(today)}
    by_owner: dict[tuple[UUID | None, str], list[Activity]] = {}
    for activity in activities:
        by_owner.setdefault((activity.owner_id, activity.owner), []).append(activity)
    ownerless = len(by_owner.pop((None, ""), ()))
    reached, already, unreached, not_sent = [], [], [], []
    for (owner_id, name), theirs in by_owner.items():
        person = people.get(owner_id) if owner_id else None
        if person is None or not person.email or not person.roles:
            unreached.append(name)
            continue
        if asked_on([person.id]).get(person.id) == today:
            already.append(name)
            continue
        if _reached(person, theirs, municipality):
            reached.append(len(theirs))
        else:
            not_sent.append(name)
    said = [tuple(sorted(each)) for each in (already, unreached, not_sent)]
    return Reminded(len(reached), sum(reached), said[0], said[1], said[2], ownerless)


def _reached(person: Person, activities: list[Activity], municipality: Municipality) -> bool:
    """Whether the message went; what goes wrong with one takes nothing away from what was noted of the others."""
    try:
        with transaction.atomic():
            note_asked(person.id, records=len(activities))
            _write(person, activities, municipality)
    except NotSent:
        return False
    except Exception:
        log.exception("a message to %s could not be made", person.id)
        return False
    return True


def _write(person: Person, activities: list[Activity], municipality: Municipality) -> None:
    count = len(activities)
    subject = ngettext(
        "%(municipality)s: is %(count)s record still right?",
        "%(municipality)s: are %(count)s records still right?",
        count,
    ) % {"municipality": municipality.name, "count": count}
    send(person.email, subject=subject, text=_text(person, activities, municipality))


def _text(person: Person, activities: list[Activity], municipality: Municipality) -> str:
    lines = [
        _("Good day %(name)s,") % {"name": person.name},
        "",
        _(
            "You answer for what stands below in the register of %(municipality)s. A register is only worth something "
            "when it is right today. Open each link, read the few lines, and say: still right, or something changed. "
            "It takes less than a minute for each, and you need not sign in."
        )
        % {"municipality": municipality.name},
    ]
    for activity in activities:
        address = reverse("guest:confirm", args=[municipality.slug, confirmation_token(activity.id, person.id)])
        lines += ["", f"{activity.name} ({_confirmed(activity)})", f"{settings.GEMEENTEDOSSIER_URL}{address}"]
    told = {"days": LASTS.days}
    lines += ["", _("The links are yours alone, and open for %(days)s days. Do not send them on.") % told]
    return "\n".join(lines)


def _confirmed(activity: Activity) -> str:
    if activity.last_confirmed_on is None:
        return _("never confirmed")
    return _("last confirmed on %(day)s") % {"day": date_format(activity.last_confirmed_on, "j F Y")}
