"""Sealing, opening and destroying what is kept of a person; and the pseudonym by which they are known elsewhere."""

import datetime as dt
import hmac
import json
import secrets
import unicodedata
from collections.abc import Collection, Mapping
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.envelopes.keys import envelope_key
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Envelope, EnvelopeOpening
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor

NONCE = 12
"""Bytes, drawn anew for every sealing (NIST SP 800-38D)."""
PSEUDONYM = 20
"""Letters of a pseudonym: 80 bits, so that no two people of a municipality share one."""


def seal(record_id: UUID, content: Mapping[str, str]) -> None:
    """Put these texts in the envelope of a record, in the place of what was in it. Part of a verb."""
    nonce = secrets.token_bytes(NONCE)
    plain = json.dumps(dict(content), ensure_ascii=False).encode()
    sealed = nonce + _cipher().encrypt(nonce, plain, _belongs_to(record_id))
    values = {"sealed": sealed, "sealed_at": clock.now()}
    Envelope.objects.update_or_create(record_id=record_id, defaults=values)


def amend(record_id: UUID, content: Mapping[str, str], *, kept: Collection[str] = ()) -> None:
    """Put these texts over those in the envelope of a record; the others stay, and so does what is ``kept``.

    Nobody gets to see what was there, so this is no opening. Part of a verb. Raises Refused where the key does not fit.
    """
    found = Envelope.objects.filter(record_id=record_id).first()
    held = _opened(found) if found else {}
    seal(record_id, {**held, **content, **{name: held[name] for name in kept if name in held}})


def open_envelope(record_id: UUID, *, reason: str, by: Actor) -> Mapping[str, str] | None:
    """The texts in the envelope of a record, None where it is destroyed or never was; that it was read is recorded.

    Part of a verb. Raises Refused where the key does not fit.
    """
    found = Envelope.objects.filter(record_id=record_id).first()
    if found is None:
        return None
    content = _opened(found)
    _note(record_id, reason=reason, by=by)
    return content


def destroy_from(record_id: UUID, day: dt.date | None) -> None:
    """From this day on the envelope is destroyed; None: not before somebody gives a day. Part of a verb."""
    Envelope.objects.filter(record_id=record_id).update(destroy_on=day)


def destroy_due(*, reason: str, by: Actor) -> int:
    """Destroy every envelope whose day has come; returns how many. Part of a verb.

    Locked while it is read: one whose record is opened again meanwhile gets no day of before, and stays.
    """
    over = Envelope.objects.select_for_update().filter(destroy_on__lte=clock.today())
    due = list(over.values_list("record_id", flat=True))
    for record_id in due:
        _note(record_id, reason=reason, by=by)
    Envelope.objects.filter(record_id__in=due).delete()
    return len(due)


def seal_text(record_id: UUID, text: str) -> bytes:
    """The text under the key of the municipality, to be kept elsewhere than in an envelope; for this record only."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _cipher().encrypt(nonce, text.encode(), _belongs_to(record_id))


def open_text(record_id: UUID, sealed: bytes) -> str | None:
    """What ``seal_text`` sealed for this record; None where the key of this installation does not fit."""
    try:
        return _cipher().decrypt(sealed[:NONCE], sealed[NONCE:], _belongs_to(record_id)).decode()
    except InvalidTag:
        return None


def pseudonym_of(mark: str) -> str:
    """A pseudonym for the person whom this mark (a client number, a name with a date of birth) tells apart.

    The same mark gives the same pseudonym within a municipality and another one elsewhere, and nobody without the key
    can tell which mark it was. Empty for an empty mark.
    """
    plain = " ".join(unicodedata.normalize("NFKC", mark).casefold().split())
    if not plain:
        return ""
    key = hmac.digest(envelope_key(require_municipality_id()), b"pseudonym", sha256)
    return hmac.new(key, plain.encode(), sha256).hexdigest()[:PSEUDONYM]


def _opened(envelope: Envelope) -> Mapping[str, str]:
    sealed = bytes(envelope.sealed)
    try:
        plain = _cipher().decrypt(sealed[:NONCE], sealed[NONCE:], _belongs_to(envelope.record_id))
    except InvalidTag as error:
        raise Refused(
            _("This name and address cannot be read with the key of this installation. Put the right key back.")
        ) from error
    content: Mapping[str, str] = json.loads(plain)
    return content


def _cipher() -> AESGCM:
    return AESGCM(envelope_key(require_municipality_id()))


def _belongs_to(record_id: UUID) -> bytes:
    return require_municipality_id().bytes + record_id.bytes


def _note(record_id: UUID, *, reason: str, by: Actor) -> None:
    EnvelopeOpening.objects.create(
        record_id=record_id, opened_at=clock.now(), opened_by=by.name[:200], person_id=by.person_id, reason=reason[:300]
    )
