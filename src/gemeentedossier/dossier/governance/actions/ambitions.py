"""How far a theme must be by a day: for who answers for the municipality, and nobody for them (GDPR 5(2), 24(1))."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.dossier.governance.policies import check_ambition, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

CHOOSE = "governance.choose_ambition"
FIRST = 1
"""An ambition begins at one: who read that nobody chose one, read none."""


def choose_ambition(wanted: Ambition, *, by: Actor) -> Ambition:
    """Record how far a theme must be, of which nobody said so yet; who decides it and when follow from ``by``."""
    check_permitted(by, CHOOSE)
    check_ambition(wanted.level, wanted.because, due_on=wanted.due_on, before=None, today=clock.today())
    made = _decided(wanted, revision=FIRST, by=by)
    with verb(CHOOSE, by=by, reason=made.because), refusing_doubles(_taken()):
        if models.Ambition.objects.filter(theme=made.theme).exists():
            raise Refused(_taken())
        models.Ambition.objects.create(**stored_values(models.Ambition, made))
    return made


def change_ambition(wanted: Ambition, *, by: Actor) -> Ambition:
    """Decide anew how far a theme must be; ``wanted.revision`` is the one that was read."""
    check_permitted(by, CHOOSE)
    with verb("governance.change_ambition", by=by, reason=wanted.because):
        models.Ambition.objects.select_for_update().get(pk=wanted.id)
        stored = shaped(Ambition, models.Ambition.objects.filter(pk=wanted.id).values().get())
        check_unchanged(stored.revision, read=wanted.revision, name=_("The ambition of this theme"))
        check_ambition(wanted.level, wanted.because, due_on=wanted.due_on, before=stored.due_on, today=clock.today())
        made = _decided(replace(wanted, theme=stored.theme), revision=stored.revision + 1, by=by)
        write_difference_of(models.Ambition, before=stored, after=made)
    return made


def withdraw_ambition(ambition_id: UUID, *, reason: str, by: Actor) -> None:
    """The theme has no ambition any more; its history stays."""
    check_permitted(by, CHOOSE)
    check_says(reason, what=_("reason"))
    with verb("governance.withdraw_ambition", by=by, reason=reason):
        models.Ambition.objects.get(pk=ambition_id).delete()


def _decided(wanted: Ambition, *, revision: int, by: Actor) -> Ambition:
    if by.person_id is None:
        raise Refused(_("Only a person can decide how far a theme must be."))
    return replace(
        wanted,
        because=wanted.because.strip(),
        decided_by_id=by.person_id,
        decided_by=by.name,
        decided_on=clock.today(),
        revision=revision,
    )


def _taken() -> str:
    return _("An ambition was chosen for this theme already. Open it again and change what is there.")
