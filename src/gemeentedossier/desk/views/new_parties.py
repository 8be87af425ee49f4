"""Saying that a form made a new party, and which known one it looks like."""

from django.contrib import messages
from django.utils.translation import gettext as _

from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.parties.engine.alike import NamesAlike
from gemeentedossier.dossier.snapshot.facts import Dossier

NAMED = 3
"""Parties that a new one looks like which one sentence names."""


def tell_new_party(visit: Visit, before: Dossier, name: str, *, on_purpose: bool = False) -> None:
    """Say that a party was recorded that was not known: a name that was mistyped shows at once.

    Where somebody recorded a party ``on_purpose`` it is told only of one that looks like another.
    """
    name, known = " ".join(name.split()), [each.name for each in before.parties]
    if not name or name.casefold() in {" ".join(each.split()).casefold() for each in known}:
        return
    if alike := NamesAlike(known).like(name)[:NAMED]:
        told = _(
            "“%(name)s” was recorded as a new party and looks like %(alike)s. Is it the same one? Then merge the two."
        )
        messages.warning(visit.request, told % {"name": name, "alike": listing(f"“{each}”" for each in alike)})
    elif not on_purpose:
        told = _(
            "“%(name)s” was not known yet and was recorded as a new party. Mistyped? Then merge it with the right one."
        )
        messages.warning(visit.request, told % {"name": name})
