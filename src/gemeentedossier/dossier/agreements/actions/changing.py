"""How each verb changes an agreement: locked, checked as a whole, and only what differs is written."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.actions.rows import WRITE_ORDER, planned_rows
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.agreements.policies import check_is_whole
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.planned import write_difference
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for

Change: TypeAlias = Callable[[Agreement], Agreement]


def change(
    agreement_id: UUID,
    to: Change,
    *,
    name: str,
    permission: str,
    by: Actor,
    reason: str = "",
    revision: int | None = None,
) -> Agreement:
    """Return the agreement as it was made by ``to`` from how it stands; one verb of that name, with its trail.

    With ``revision``, EditedMeanwhile is raised where somebody saved since and nothing is written.
    Agreement.DoesNotExist (Django's) where the municipality has none of that id.
    """
    check_permitted(by, permission)
    with verb(name, by=by, reason=reason):
        locked = models.Agreement.objects.select_for_update().get(pk=agreement_id)
        check_permitted_for(by, permission, owner_id=locked.owner_id)
        stored = agreement_facts(agreement_id)
        if revision is not None:
            check_unchanged(stored.revision, read=revision, name=stored.name)
        wanted = replace(to(stored), revision=stored.revision + 1)
        check_is_whole(wanted)
        write_difference(WRITE_ORDER, before=planned_rows(stored), after=planned_rows(wanted))
    return agreement_facts(agreement_id)
