"""When something may be recorded of the municipality itself. Each refusal is a sentence."""

import datetime as dt
from collections.abc import Collection
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.organisation.enums import ControllerKind


class LongEnough(MinimumLengthValidator):
    """A password has a least length; told in the words of this program, because Django has no Dutch for it."""

    def get_error_message(self) -> str:
        """What is wrong, and what to do."""
        told = ngettext(
            "This password is too short. Choose one of at least %(count)d character.",
            "This password is too short. Choose one of at least %(count)d characters.",
            self.min_length,
        )
        return told % {"count": self.min_length}


LEAST_OWN = 6
"""Characters from which a name in an address is too much of a password that holds it."""


def check_not_own_address(password: str, email: str) -> None:
    """Raises ValidationError for a password that holds the own address, or its name where that is not short."""
    typed, name = password.casefold(), email.casefold().partition("@")[0]
    if email and (email.casefold() in typed or (len(name) >= LEAST_OWN and name in typed)):
        raise ValidationError(_("Your own e-mail address is the first thing that others try. Choose something else."))


BY_LAW = frozenset({ControllerKind.COLLEGE, ControllerKind.BURGEMEESTER, ControllerKind.GEMEENTERAAD})
"""The bodies that every municipality has (Gemeentewet, article 6)."""


def check_page(url: str) -> None:
    """Raises Refused where a page cannot be opened by residents: anything but an address on the web."""
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        raise Refused(
            _("“%(url)s” is no address of a web page. Write it in full, such as https://www.gemeente.nl/privacy.")
            % {"url": url}
        )


def check_named(name: str) -> None:
    """Raises Refused for a body or unit without a name that can be read."""
    if not any(map(str.isalnum, name)):
        raise Refused(_("Give it a name: the register and the public pages show it."))


def check_can_go(kind: ControllerKind, *, others: int) -> None:
    """Raises Refused for the last body of a kind that every municipality has; ``others`` are of the same kind."""
    if kind in BY_LAW and not others:
        raise Refused(
            _("Every municipality has this body by law (Gemeentewet, Article 6), so it stays. You can change its name.")
        )


def check_not_themselves(actor: UUID | None, person: UUID) -> None:
    """Raises Refused where somebody arranges their own roles: who gives rights does not take them (GDPR 32(4))."""
    if actor is not None and actor == person:
        raise Refused(_("Nobody arranges their own roles. Ask another administrator, so that two people know of it."))


def check_proved(email: str, *, is_by_invitation: bool) -> None:
    """Raises Refused for an account that an invitation made: it serves who acts for a party, and nobody else."""
    if is_by_invitation:
        raise Refused(
            _(
                "The account of “%(email)s” was made with the link of an invitation, so whoever held that link knows "
                "its password. It gives no access to the work of a municipality. Ask the owner of the address, and "
                "give the account another password: gemeentedossier people MUNICIPALITY --add NAME EMAIL "
                "--new-password."
            )
            % {"email": email}
        )


def check_last_day(on: dt.date, *, today: dt.date) -> None:
    """Raises Refused for a last day before yesterday: what somebody could do until now stays true."""
    if on < today - dt.timedelta(days=1):
        raise Refused(_("A role ends today at the earliest: what somebody could do until now cannot be undone."))


def check_until(until: dt.date | None, *, today: dt.date) -> None:
    """Raises Refused for a role that would be over before it begins."""
    if until is not None and until < today:
        raise Refused(_("The last day of this role is past already. Choose a day from today on, or leave it open."))


def check_same_roles(held: Collection[str], *, read: Collection[str] | None) -> None:
    """Raises EditedMeanwhile where the roles of somebody are not those that were read; ``read`` None was not asked."""
    if read is not None and set(held) != set(read):
        raise EditedMeanwhile(
            _("Somebody else changed the roles of this person while you were writing. Look at them and decide again.")
        )


def check_same_name(stored: str, *, read: str) -> None:
    """Raises EditedMeanwhile where a unit is not called any more as it was when it was read."""
    if stored != read:
        raise EditedMeanwhile(
            _("Somebody else named this unit “%(name)s” while you were writing. Nothing was overwritten; look again.")
            % {"name": stored}
        )
