"""Shared clauses of a covenant: written and taken out. A deviation keeps the text from which it departs."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, SharedClause
from gemeentedossier.dossier.agreements.policies import check_kind, check_says
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor

EDITING = "agreements.edit_agreement"


def write_clause(agreement_id: UUID, clause: SharedClause, *, revision: int | None = None, by: Actor) -> Agreement:
    """Record a shared clause, or write the one with this key anew; clauses stand in the order of their numbers.

    One is only written anew by who read it: ``revision`` is that of the agreement as it was read then. EditedMeanwhile
    is raised, and nothing written, where somebody saved since or nothing was read.
    """
    made = replace(clause, code=clause.code.strip(), title=clause.title.strip(), text=clause.text.strip())

    def written(stored: Agreement) -> Agreement:
        check_kind(stored, AgreementKind.COVENANT)
        if any(each.id == made.id for each in stored.clauses):
            check_unchanged(stored.revision, read=revision, name=stored.name)
        others = (each for each in stored.clauses if each.id != made.id)
        return replace(stored, clauses=tuple(sorted((*others, made), key=_in_order)))

    return change(agreement_id, written, name="agreements.write_clause", permission=EDITING, by=by, revision=revision)


def remove_clause(agreement_id: UUID, *, clause_id: UUID, reason: str, by: Actor) -> Agreement:
    """Take a shared clause out. Who departed from it keeps that on record, with the text it departed from."""
    check_says(reason, sentence=_("Say why this clause is removed."))

    def removed(stored: Agreement) -> Agreement:
        if not any(each.id == clause_id for each in stored.clauses):
            raise Refused(_("This clause is not in the covenant any more."))
        deviations = (replace(d, shared_clause_id=None) if d.shared_clause_id == clause_id else d
                      for d in stored.deviations)  # fmt: skip
        kept = tuple(each for each in stored.clauses if each.id != clause_id)
        return replace(stored, clauses=kept, deviations=tuple(deviations))

    return change(agreement_id, removed, name="agreements.remove_clause", permission=EDITING, by=by, reason=reason)


def _in_order(clause: SharedClause) -> tuple[tuple[int, str], ...]:
    """By number where a part of the code is one, so that 10 comes after 9."""
    return tuple((int(part), "") if part.isdecimal() and part.isascii() else (10**9, part.casefold())
                 for part in clause.code.replace("-", ".").split("."))  # fmt: skip
