"""Taking part in the comparison between municipalities: it is agreed to, refreshed and ended on purpose."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.method.facts import ThemeMaturity
from gemeentedossier.method.models import SharedMaturity
from gemeentedossier.organisation.permissions import check_permitted

SHARE, REFRESH, STOP = "method.share_maturity", "method.refresh_shared", "method.stop_sharing"


def share_maturity(found: Iterable[ThemeMaturity], *, by: Actor, reason: str) -> None:
    """Agree to show the level of each theme, as it is today, to the other municipalities here that take part.

    Refused without a reason, and where nothing can be told of any theme.
    """
    check_permitted(by, SHARE)
    _check_reason(reason)
    _write(found, name=SHARE, by=by, reason=reason)


def refresh_shared(found: Iterable[ThemeMaturity], *, by: Actor) -> None:
    """Show the levels of today in place of those of before; refused where the municipality does not take part."""
    check_permitted(by, REFRESH)
    if not SharedMaturity.objects.exists():
        raise Refused(_("This municipality does not take part, so there is nothing to bring up to date."))
    _write(found, name=REFRESH, by=by)


def stop_sharing(*, by: Actor, reason: str) -> None:
    """Show nothing any more, and see nothing of the others either; refused without a reason."""
    check_permitted(by, STOP)
    _check_reason(reason)
    with verb(STOP, by=by, reason=reason):
        if not SharedMaturity.objects.all().delete()[0]:
            raise Refused(_("This municipality does not take part, so there is nothing to end."))


def _write(found: Iterable[ThemeMaturity], *, name: str, by: Actor, reason: str = "") -> None:
    told = list(found)
    if all(each.level is None for each in told):
        raise Refused(_("Nothing can be told of any theme yet. Record first how things are, and share that then."))
    today = clock.today()
    with verb(name, by=by, reason=reason):
        SharedMaturity.objects.exclude(theme__in=[each.theme.id for each in told]).delete()
        for each in told:
            values = {"level": each.level, "met": each.met, "applying": each.applying, "as_of": today}
            SharedMaturity.objects.update_or_create(theme=each.theme.id, defaults=values)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Say why, so that it can be followed later."))
