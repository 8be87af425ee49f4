"""Receiving a request, saying what it is about, and closing it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.requests import Entitlement
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.rows import check_own, link_activities, locked, next_number, write
from gemeentedossier.dossier.requests.engine.clock import RequestLaw, objections_over
from gemeentedossier.dossier.requests.engine.entitlement import adult_from
from gemeentedossier.dossier.requests.enums import Channel, ClosedAs
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.dossier.requests.policies import (
    check_closing,
    check_identity,
    check_later_day,
    check_open,
    check_receipt,
    check_undecided,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.envelopes.actions import amend, destroy_from, open_envelope, pseudonym_of, seal
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted

SAID = (
    *("right", "received_on", "channel", "asked_by", "asks", "subject_age", "guardianship", "proof"),
    *("identity_method", "identity_on", "handler_id"),
)
"""What can be corrected until it is decided."""
CITIZEN = Actor(name="website")
"""Who files a request without an account: nobody that the dossier names."""


def record_request(
    request: DataSubjectRequest, *, requester: Mapping[str, str], mark: str = "", by: Actor
) -> DataSubjectRequest:
    """Record a request that came in; it gets its number here.

    ``requester`` are name, address and own words: they go into the envelope. ``mark`` tells the person apart (a client
    number); only the pseudonym of it stays.
    """
    check_permitted(by, "requests.record_request")
    check_receipt(request, today=clock.today())
    check_identity(request, today=clock.today())
    with verb("requests.record_request", by=by):
        _check_handler(request.handler_id)
        wanted = replace(
            request,
            number=next_number(request.received_on.year),
            subject_key=pseudonym_of(mark),
            revision=0,
        )
        models.DataSubjectRequest.objects.create(**stored_values(models.DataSubjectRequest, wanted))
        link_activities(wanted.id, wanted.activity_ids)
        content = {key: text.strip() for key, text in requester.items() if text.strip()}
        if content:
            seal(wanted.id, content)
    return wanted


def file_request(request: DataSubjectRequest, *, requester: Mapping[str, str], mark: str = "") -> DataSubjectRequest:
    """Record what somebody filed on the website, today; anybody may (GDPR 12(2)). It gets its number here."""
    filed = replace(
        DataSubjectRequest(request.id, "", request.right, clock.today(), Channel.WEB_FORM),
        asked_by=request.asked_by,
        subject_age=request.subject_age,
        guardianship=request.guardianship,
    )
    check_receipt(filed, today=clock.today())
    with verb("requests.file_request", by=CITIZEN):
        wanted = replace(filed, number=next_number(filed.received_on.year), subject_key=pseudonym_of(mark))
        models.DataSubjectRequest.objects.create(**stored_values(models.DataSubjectRequest, wanted))
        seal(wanted.id, {key: text.strip() for key, text in requester.items() if text.strip()})
    return wanted


def edit_request(request: DataSubjectRequest, *, by: Actor) -> DataSubjectRequest:
    """Correct what was said of a request, and which activities it is about; until it is decided."""
    check_permitted(by, "requests.edit_request")
    check_receipt(request, today=clock.today())
    check_identity(request, today=clock.today())
    with verb("requests.edit_request", by=by):
        stored = locked(request.id, read=request.revision)
        check_own(by, stored)
        check_open(stored)
        check_undecided(stored)
        if request.handler_id != stored.handler_id:
            _check_handler(request.handler_id)
        wanted = write(stored, **{name: getattr(request, name) for name in SAID})
        if wanted.activity_ids != request.activity_ids:
            link_activities(request.id, request.activity_ids)
    return replace(wanted, activity_ids=request.activity_ids)


def acknowledge_request(request_id: UUID, *, on: dt.date, read: int, by: Actor) -> None:
    """Record when receipt was confirmed, with the last day."""
    check_permitted(by, "requests.edit_request")
    with verb("requests.acknowledge_request", by=by):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        check_open(stored)
        check_later_day(on, stored, today=clock.today())
        write(stored, acknowledged_on=on)


def read_requester(request_id: UUID, *, reason: str, by: Actor) -> Mapping[str, str]:
    """Name, address and own words of who asks; who read them and what for is recorded. Empty where they are gone."""
    check_permitted(by, "requests.read_requester")
    if not reason.strip():
        raise Refused(_("Say what you need the name and address for: that is recorded."))
    with verb("requests.read_requester", by=by, reason=reason):
        models.DataSubjectRequest.objects.get(pk=request_id)
        return open_envelope(request_id, reason=reason, by=by) or {}


def change_requester(request_id: UUID, *, requester: Mapping[str, str], reason: str, read: int, by: Actor) -> None:
    """Correct what the envelope holds: it was wrong, or somebody moved. What is not filled in stays as it is.

    The person's own words stay as they came. The history tells that it was changed, by whom and why, never into what.
    """
    check_permitted(by, "requests.read_requester")
    content = {key: text.strip() for key, text in requester.items() if text.strip()}
    if not content:
        raise Refused(_("Fill in what changes; to destroy the envelope, close the request."))
    if not reason.strip():
        raise Refused(_("Say why the name and address are changed: that is recorded."))
    with verb("requests.change_requester", by=by, reason=reason):
        stored = locked(request_id, read=read)
        check_open(stored)
        amend(request_id, content, kept=("words",))
        write(stored)


def close_request(request_id: UUID, *, as_: ClosedAs, because: str = "", read: int, by: Actor) -> None:
    """Close a request. Its envelope is destroyed once nobody can object or go to court any more (Awb 6:7, 6:9)."""
    check_permitted(by, "requests.close_request")
    with verb("requests.close_request", by=by, reason=because):
        stored = locked(request_id, read=read)
        rules = current_catalogue().entries_of(Entitlement).values()
        check_closing(stored, as_, because=because, adult_from=adult_from(rules, on=stored.received_on))
        write(stored, closed_as=as_, closed_on=clock.today(), closed_because=because.strip())
        destroy_from(request_id, _destroyed_on(stored))


def reopen_request(request_id: UUID, *, reason: str, read: int, by: Actor) -> None:
    """Open a closed request again; its envelope stays until it is closed anew."""
    check_permitted(by, "requests.close_request")
    if not reason.strip():
        raise Refused(_("Say why the request is opened again."))
    with verb("requests.reopen_request", by=by, reason=reason):
        stored = locked(request_id, read=read)
        if stored.closed_on is None:
            raise Refused(_("This request is open."))
        write(stored, closed_as=None, closed_on=None, closed_because="")
        destroy_from(request_id, None)


def _destroyed_on(request: DataSubjectRequest) -> dt.date | None:
    """The day after the last one for an objection, or for the court after one; today where nothing can be objected to.

    None while an objection waits for its decision: that decision is sent to the name and address.
    """
    if request.objection_on and request.objection_decided_on is None:
        return None
    last = request.objection_decided_on or request.told_on
    if last is None:
        return clock.today()
    until = objections_over(last, RequestLaw.of(current_catalogue()))
    return max(until + dt.timedelta(days=1), clock.today()) if until else clock.today()


def _check_handler(person_id: UUID | None) -> None:
    if person_id and not Person.objects.filter(pk=person_id).exists():
        raise Refused(_("This person is not here. Choose somebody from the list."))
