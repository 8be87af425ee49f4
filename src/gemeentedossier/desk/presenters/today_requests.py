"""Where requests of data subjects ask this very person to look."""

from django.utils.translation import ngettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.today import Waiting
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can


def places_to_look(dossier: Dossier, *, actor: Actor, slug: str) -> tuple[Waiting, ...]:
    """The places that wait for the actor's search, as one line; nothing where none does."""
    if not actor.person_id or not can(actor, "requests.tick_line"):
        return ()
    mine = sum(
        line.owner_id == actor.person_id and line.found is None
        for each in dossier.requests
        if each.is_open and each.decided_at is None
        for line in each.lines
    )
    if not mine:
        return ()
    told = ngettext(
        "%(count)s place where you look for data of a request",
        "%(count)s places where you look for data of requests",
        mine,
    )
    return (Waiting(sentence=Link(label=told % {"count": mine}, url=reverse("desk:requests", args=[slug]))),)
