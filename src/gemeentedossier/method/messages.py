"""What the messages about terms say. No name of a person concerned and no title of a breach goes into an e-mail."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.citations import cited_together
from gemeentedossier.dossier.register.actions.confirming import LASTS, confirmation_token
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.method.engine.duties import Seen
from gemeentedossier.method.engine.term_words import term_name
from gemeentedossier.method.enums import DutyKind, DutyState
from gemeentedossier.method.facts import Duty
from gemeentedossier.organisation.facts import Person

MOST_LINES = 40
"""Of one heading: a message is read at once or not at all. The rest stands on the page."""


def digest_subject(duties: tuple[Duty, ...], municipality: Municipality) -> str:
    """How many terms are somebody's to do."""
    told = ngettext(
        "%(municipality)s: %(count)s term of yours", "%(municipality)s: %(count)s terms of yours", len(duties)
    )
    return told % {"municipality": municipality.name, "count": len(duties)}


def digest_text(person: Person, duties: tuple[Duty, ...], seen: Seen, municipality: Municipality) -> str:
    """Everything that is somebody's and is past or comes near, with a link where a record is to be confirmed."""
    told = {"municipality": municipality.name}
    lines = [*_greeting(person), _("This is what the dossier of %(municipality)s asks of you.") % told]
    states = {each.key: each.state(seen.dossier.moment) for each in duties}
    headings = (
        (pgettext("terms in a message", "Past and not yet done"), DutyState.OVERDUE),
        (pgettext("terms in a message", "Within a week"), DutyState.NOW),
        (pgettext("terms in a message", "In the weeks after that"), DutyState.AHEAD),
    )
    for heading, state in headings:
        lines += _listed(heading, [each for each in duties if states[each.key] is state], municipality, person, seen)
    if any(_is_asked(each, person, seen) for each in duties):
        lines += [
            "",
            _("The links are yours alone, and open for %(days)s days. Do not send them on.") % {"days": LASTS.days},
        ]
    return "\n".join([*lines, *_closing(municipality)])


def clock_subject(duties: tuple[Duty, ...], municipality: Municipality) -> str:
    """That hours run out."""
    told = ngettext(
        "%(municipality)s: a clock of the law ends within a day",
        "%(municipality)s: %(count)s clocks of the law end within a day",
        len(duties),
    )
    return told % {"municipality": municipality.name, "count": len(duties)}


def clock_text(person: Person, duties: tuple[Duty, ...], seen: Seen, municipality: Municipality) -> str:
    """Which clocks in hours end."""
    lines = [*_greeting(person), _("The law counts these in hours, also at night and at the weekend.")]
    lines += _listed(pgettext("terms in a message", "Now"), duties, municipality, person, seen)
    return "\n".join([*lines, *_closing(municipality)])


def escalation_subject(duties: tuple[Duty, ...], municipality: Municipality) -> str:
    """That others are late."""
    told = ngettext(
        "%(municipality)s: %(count)s term of a colleague is past",
        "%(municipality)s: %(count)s terms of colleagues are past",
        len(duties),
    )
    return told % {"municipality": municipality.name, "count": len(duties)}


def escalation_text(person: Person, duties: tuple[Duty, ...], seen: Seen, municipality: Municipality) -> str:
    """What others were to do, and whose it was."""
    told = _(
        "The municipality chose that you hear of it where something was not done for a while. Ask your colleague "
        "whether it can be done, or who else does it."
    )
    lines = [*_greeting(person), told]
    names = {each.id: each.name for each in seen.dossier.organisation.people}
    for each in duties[:MOST_LINES]:
        whose = names.get(each.owner_id) if each.owner_id else None
        lines += ["", _line(each), *([_("For: %(name)s") % {"name": whose}] if whose else ())]
    lines += _rest(len(duties))
    return "\n".join([*lines, *_closing(municipality)])


def _greeting(person: Person) -> tuple[str, str]:
    return _("Good day %(name)s,") % {"name": person.name}, ""


def _closing(municipality: Municipality) -> Iterator[str]:
    home = settings.GEMEENTEDOSSIER_URL
    yield ""
    yield _("All your terms: %(url)s") % {"url": f"{home}{reverse('desk:agenda', args=[municipality.slug])}?whose=mine"}
    settings_url = f"{home}{reverse('desk:reminders', args=[municipality.slug])}"
    yield _("Fewer messages, or your terms in your own calendar: %(url)s") % {"url": settings_url}


def _listed(
    heading: str, duties: Iterable[Duty], municipality: Municipality, person: Person, seen: Seen
) -> Iterator[str]:
    found = tuple(duties)
    if not found:
        return
    yield ""
    yield f"{heading.upper()} ({len(found)})"
    for each in found[:MOST_LINES]:
        yield ""
        yield _line(each)
        if _is_asked(each, person, seen):
            token = confirmation_token(each.record_id, person.id)
            yield f"{settings.GEMEENTEDOSSIER_URL}{reverse('guest:confirm', args=[municipality.slug, token])}"
    yield from _rest(len(found))


def _rest(count: int) -> Iterator[str]:
    if count > MOST_LINES:
        yield ""
        yield _("and %(count)s more") % {"count": count - MOST_LINES}


def _is_asked(duty: Duty, person: Person, seen: Seen) -> bool:
    """Whether a link confirms it: a record of their own that is due."""
    return duty.kind is DutyKind.CONFIRM and duty.owner_id == person.id and duty.on <= seen.day


def _line(duty: Duty) -> str:
    law = f" ({cited_together(duty.law, 'nl')})" if duty.law and duty.is_legal else ""
    return f"{_when(duty)}: {term_name(duty.kind).in_language('nl')}: {duty.discreet}{law}"


def _when(duty: Duty) -> str:
    if duty.at is None:
        return date_format(duty.on, "j F Y")
    at: dt.datetime = localtime(duty.at)
    return _("%(day)s, %(hour)s") % {"day": date_format(at, "j F Y"), "hour": date_format(at, "H:i")}
