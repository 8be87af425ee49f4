"""What a policy promises, who answers for it, and how the work is done so that it is kept (GDPR 24(2))."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.dossier.governance.policies import check_says
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can_for, check_permitted, check_permitted_for


def record_clause(clause: PolicyClause, *, by: Actor) -> PolicyClause:
    """Record a new clause; who may edit own clauses only answers for it."""
    check_permitted(by, "governance.record_clause")
    wanted = replace(clause, title=clause.title.strip(), policy=clause.policy.strip(), revision=0)
    if not can_for(by, "governance.edit_clause", owner_id=wanted.owner_id):
        wanted = replace(wanted, owner_id=by.person_id, owner=by.name)
    check_says(wanted.title, what=_("title"))
    with verb("governance.record_clause", by=by):
        _check_is_new(wanted)
        with refusing_doubles(_taken(wanted)):
            models.PolicyClause.objects.create(**stored_values(models.PolicyClause, wanted))
    return wanted


def edit_clause(clause: PolicyClause, *, by: Actor) -> PolicyClause:
    """Write the clause as it must become; ``clause.revision`` is the one that was read."""
    check_permitted(by, "governance.edit_clause")
    check_says(clause.title, what=_("title"))
    with verb("governance.edit_clause", by=by):
        locked = models.PolicyClause.objects.select_for_update().get(pk=clause.id)
        check_permitted_for(by, "governance.edit_clause", owner_id=locked.owner_id)
        stored = shaped(PolicyClause, models.PolicyClause.objects.filter(pk=clause.id).values().get())
        check_unchanged(stored.revision, read=clause.revision, name=stored.title)
        wanted = replace(clause, title=clause.title.strip(), policy=clause.policy.strip(), revision=stored.revision + 1)
        _check_is_new(wanted)
        with refusing_doubles(_taken(wanted)):
            write_difference_of(models.PolicyClause, before=stored, after=wanted)
    return wanted


def delete_clause(clause_id: UUID, *, reason: str, by: Actor) -> None:
    """Remove a clause that no policy has any more; its history stays."""
    check_permitted(by, "governance.delete_clause")
    check_says(reason, what=_("reason"))
    with verb("governance.delete_clause", by=by, reason=reason):
        models.PolicyClause.objects.get(pk=clause_id).delete()


def _check_is_new(clause: PolicyClause) -> None:
    same = models.PolicyClause.objects.filter(policy=clause.policy, title=clause.title).exclude(pk=clause.id)
    if same.exists():
        raise Refused(_taken(clause))


def _taken(clause: PolicyClause) -> str:
    return _("This policy has a clause “%(title)s” already. Choose another title.") % {"title": clause.title}
