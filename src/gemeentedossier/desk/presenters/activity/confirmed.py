"""What follows a confirmation that somebody just gave: the next record that waits for theirs, and the way back."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Link
from gemeentedossier.desk.presenters.today import CONFIRMATION
from gemeentedossier.dossier.register.engine.freshness import Queue
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """``left`` says how many records wait still; ``next`` and ``all`` are empty where none does."""

    left: str
    next: Action | None
    all: Link | None
    undo: Action


def confirmed_shown(activity_id: UUID, queue: Queue | None, *, slug: str) -> Confirmed:
    """What is offered to who confirmed this record today."""
    undo = Action(
        label=_("Undo my confirmation"),
        url=reverse("desk:confirm-undo", args=[slug, activity_id]),
        weight=Weight.SUBTLE,
        posts=True,
    )
    if queue is None:
        return Confirmed(left=_("No other record waits for your confirmation."), next=None, all=None, undo=undo)
    left = ngettext(
        "%(count)s record still waits for your confirmation.",
        "%(count)s records still wait for your confirmation.",
        queue.left,
    )
    return Confirmed(
        left=left % {"count": queue.left},
        next=Action(
            label=_("Next: %(name)s") % {"name": queue.next.name},
            url=reverse("desk:activity", args=[slug, queue.next.id]),
            weight=Weight.PRIMARY,
        ),
        all=Link(label=_("All that waits"), url=reverse("desk:waiting", args=[slug, CONFIRMATION])),
        undo=undo,
    )
