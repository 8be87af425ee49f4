"""When something may be recorded of the municipality itself. Each refusal is a sentence."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.organisation.enums import ControllerKind

BY_LAW = frozenset({ControllerKind.COLLEGE, ControllerKind.BURGEMEESTER, ControllerKind.GEMEENTERAAD})
"""The bodies that every municipality has (Gemeentewet, article 6)."""


def check_read(stored: int, *, read: int) -> None:
    """Raises EditedMeanwhile where somebody saved since the reader opened it."""
    if stored != read:
        raise EditedMeanwhile(
            _(
                "Somebody else changed this while you were writing. Nothing of theirs was overwritten; "
                "look at their version and save yours again."
            )
        )


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
