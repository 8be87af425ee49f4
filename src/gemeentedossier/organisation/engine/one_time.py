"""Codes beside a password: of an app, for half a minute (RFC 6238); and codes to keep, each for one time."""

import base64
import datetime as dt
import hmac
import secrets
from hashlib import sha256
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

SECRET = 20
"""Bytes: as long as the hash that every app knows (RFC 4226, 4)."""
DIGITS, SECONDS = 6, 30
KEPT = 10
"""How many codes are given to keep."""
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for each other."""


def new_secret() -> bytes:
    """What an app and we share."""
    return secrets.token_bytes(SECRET)


def written(secret: bytes) -> str:
    """The secret as people type it into an app, in groups of four."""
    plain = base64.b32encode(secret).decode()
    return " ".join(plain[place : place + 4] for place in range(0, len(plain), 4))


def app_address(secret: bytes, *, account: str, issuer: str) -> str:
    """What the picture says that an app reads."""
    asked = {"secret": base64.b32encode(secret).decode(), "issuer": issuer, "digits": DIGITS, "period": SECONDS}
    return f"otpauth://totp/{quote(issuer)}:{quote(account)}?{urlencode(asked, quote_via=quote)}"


def code_at(secret: bytes, step: int) -> str:
    """The code of one half minute, counted from 1970."""
    return HOTP(secret, DIGITS, SHA1()).generate(step).decode()  # noqa: S303 - RFC 4226 names this hash  # nosec B303


def step_of(moment: dt.datetime) -> int:
    """Which half minute it is."""
    return int(moment.timestamp()) // SECONDS


def step_told(code: str, secret: bytes, *, at: dt.datetime, after: int) -> int | None:
    """The half minute of a code that comes in now; None where it is no code of around now, or was used.

    A clock may be half a minute off. A code of a half minute up to and including ``after`` was used or could have been
    read along (RFC 6238, 5.2), and does not come in again.
    """
    plain, now = "".join(code.split()), step_of(at)
    if len(plain) != DIGITS or not (plain.isascii() and plain.isdigit()):
        return None
    return next(
        (
            step
            for step in (now, now - 1, now + 1)
            if step > after and hmac.compare_digest(code_at(secret, step), plain)
        ),
        None,
    )


def new_codes() -> tuple[str, ...]:
    """Codes to keep, for who lost the app: fifty bits each."""
    return tuple("-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(2)) for _ in range(KEPT))


def digest_of(code: str) -> str:
    """By which a code to keep is known again; from it nobody finds the code."""
    plain = "".join(each for each in code.casefold() if each.isalnum())
    return sha256(f"kept-code:{plain}".encode()).hexdigest()
