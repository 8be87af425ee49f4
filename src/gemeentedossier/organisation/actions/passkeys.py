"""Passkeys: a device signs a challenge of ours for our own address, so that nothing can be read along or led astray."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.actions.tries import WRONG, trying
from gemeentedossier.organisation.models import Account, KeptCode, Passkey

LONGEST = 80
MOST = 10
"""Passkeys of one account."""
PRODUCT = "Gemeentedossier"
BAD_ANSWERS = (ValueError, KeyError, TypeError, AttributeError)
"""What comes of an answer that no device of the account gave to this question."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the browser is told, and what is kept here until it answers."""

    options: Mapping[str, Any]
    kept: Mapping[str, Any]


def can_have_passkeys(host: str) -> bool:
    """Whether a device makes a passkey for this address: for a name, never for a number."""
    try:
        ipaddress.ip_address(_name(host))
    except ValueError:
        return True
    return False


def ask_to_make(account: Account, *, host: str) -> Question:
    """The question by which a device makes a passkey that it does not have yet."""
    user = PublicKeyCredentialUserEntity(id=account.pk.bytes, name=account.email, display_name=account.email)
    options, kept = _server(host).register_begin(
        user, _credentials(account), user_verification=UserVerificationRequirement.PREFERRED
    )
    return Question(dict(options), kept)


def keep_passkey(account: Account, answer: Mapping[str, Any], *, name: str, kept: Mapping[str, Any], host: str) -> None:
    """The passkey that was made serves from now on; raises Refused where the answer is not to this question."""
    name = name.strip()[:LONGEST]
    if not any(map(str.isalnum, name)):
        raise Refused(_("Give the passkey a name, so that you know which device it is."))
    if Passkey.objects.filter(account=account).count() >= MOST:
        raise Refused(_("An account has at most %(most)d passkeys. Remove one first.") % {"most": MOST})
    try:
        made = _server(host).register_complete(kept, answer)
    except BAD_ANSWERS as error:
        raise Refused(not_taken()) from error
    if made.credential_data is None:
        raise Refused(not_taken())
    Passkey.objects.create(
        account=account,
        name=name,
        credential=bytes(made.credential_data),
        signatures=made.counter,
        added_at=clock.now(),
    )


def ask_to_use(account: Account, *, host: str) -> Question:
    """The question that a passkey of this account answers."""
    options, kept = _server(host).authenticate_begin(
        _credentials(account), user_verification=UserVerificationRequirement.PREFERRED
    )
    return Question(dict(options), kept)


def take_passkey(account: Account, answer: Mapping[str, Any], *, kept: Mapping[str, Any], host: str) -> None:
    """A passkey of the account signed the question; raises Refused for any other answer, and for a copied key.

    Ten refused answers make the account wait, as wrong codes do.
    """
    with trying(account):
        owned = tuple(Passkey.objects.select_for_update().filter(account=account))
        held = {AttestedCredentialData(bytes(each.credential)).credential_id: each for each in owned}
        try:
            used = _server(host).authenticate_complete(kept, _credentials(account), answer)
            signed = AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
        except BAD_ANSWERS as error:
            raise Refused(not_taken()) from error
        passkey = held[used.credential_id]
        if (signed or passkey.signatures) and signed <= passkey.signatures:
            raise Refused(_("This passkey looks like a copy. Remove it from your account, and tell your CISO."))
        passkey.signatures, passkey.used_at = signed, clock.now()
        passkey.save(update_fields=["signatures", "used_at"])
    WRONG.forget(str(account.pk))


def drop_passkey(account: Account, passkey: Passkey) -> None:
    """The passkey serves no longer; with the last way beside the password the codes to keep go too."""
    passkey.delete()
    if not Passkey.objects.filter(account=account).exists() and not hasattr(account, "app"):
        KeptCode.objects.filter(account=account).delete()


def not_taken() -> str:
    """Why an answer of a device does not count."""
    return _("This passkey was not recognised. Try again, or use a code.")


def _credentials(account: Account) -> list[AttestedCredentialData]:
    return [AttestedCredentialData(bytes(each.credential)) for each in Passkey.objects.filter(account=account)]


def _server(host: str) -> Fido2Server:
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=_name(host), name=PRODUCT), verify_origin=lambda origin: _is_ours(origin, host)
    )


def _is_ours(origin: str, host: str) -> bool:
    """Whether the device signed for our own address; without TLS only on the machine itself."""
    told = urlsplit(origin)
    return told.netloc == host and (told.scheme == "https" or told.hostname == "localhost")


def _name(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""
