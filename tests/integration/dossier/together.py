"""One change of every record at once, and undoing it, for random histories."""

from uuid import UUID

from gemeentedossier.dossier.register.actions.many import edit_many, undo_many
from gemeentedossier.dossier.register.enums import ManyField
from gemeentedossier.dossier.register.queries.history import happenings_of
from gemeentedossier.dossier.register.queries.many import EDIT_MANY
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.trail import Actor

TOGETHER = ("change all", "change all", "undo that")


def change_together(what: str, now: Dossier, activity: UUID, by: Actor) -> None:
    """Every record says that it is in use since today; or what was changed last in one and its like goes back."""
    if what == "change all":
        read = {each.id: each.revision for each in now.activities}
        edit_many(read, field=ManyField.STARTED_ON, value=clock.today(), reason="Nagelopen.", by=by)
        return
    last = happenings_of(activity)[0]
    if last.verb == EDIT_MANY:
        undo_many(UUID(last.case), reason="Vergissing.", by=by)
