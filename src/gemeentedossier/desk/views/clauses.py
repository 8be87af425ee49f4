"""Clauses of policy: the list, one clause, its form, and its end."""

from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Action, Definition, Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.weighed import ClauseForm
from gemeentedossier.desk.presenters.agreement import Section, said
from gemeentedossier.desk.presenters.clauses import carrying_table, clause_said, clauses_table, no_clauses
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import form_page, sheet_of
from gemeentedossier.desk.views.weighed_pages import (
    cases_of,
    history_link,
    history_page,
    list_page,
    reason_fold,
    record_page,
    url_of,
    with_reason,
)
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.clauses import delete_clause, edit_clause, record_clause
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can, can_for, check_permitted_for

VIEW, RECORD = "governance.view_decisions", "governance.record_clause"
EDIT, DELETE = "governance.edit_clause", "governance.delete_clause"
WHOLE = Whole(models.PolicyClause, (models.PolicyClause,), "")


@staff(VIEW)
def clauses(visit: Visit) -> HttpResponse:
    """What the policy promises, clause by clause, and how far that is kept."""
    judged = judged_by(visit)
    sheet, may, url = sheet_of(visit, judged), _may_record(visit), url_of(visit, "clause-new")
    return list_page(
        visit,
        title=clauses_title(),
        lead=_("What the policy of the municipality promises, who answers for it, and how it is kept."),
        table=clauses_table(sheet, judged.assessment),
        empty=no_clauses(may_record=may, url=url),
        step=Action(label=_("Record a clause"), url=url) if may and sheet.dossier.policy_clauses else None,
    )


@staff(VIEW)
def clause(visit: Visit, key: UUID) -> HttpResponse:
    """One clause: what is promised, how it is done, by which measures, and what was found."""
    judged = judged_by(visit)
    return _page(visit, judged, _in(judged, key))


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a clause."""
    blank = PolicyClause(new_id(), "")
    form = ClauseForm(visit.request.POST or None, record=blank, dossier=judged_by(visit).dossier)
    if done(visit, form, lambda: record_clause(replace(blank, **form.cleaned_data), by=visit.actor)):
        return redirect(url_of(visit, "clause", blank.id))
    return form_page(visit, title=_("Record a clause"), lead="", form=form, back=url_of(visit, "clauses"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A clause, opened for editing."""
    judged = judged_by(visit)
    found = _in(judged, key)
    check_permitted_for(visit.actor, EDIT, owner_id=found.owner_id)
    form = ClauseForm(visit.request.POST or None, record=found, dossier=judged.dossier)
    aimed(form, visit.request.GET.get("field", ""))
    back = url_of(visit, "clause", key)
    if done(visit, form, lambda: edit_clause(replace(found, **form.cleaned_data), by=visit.actor)):
        return redirect(back)
    return form_page(visit, title=_("Edit"), lead=found.title, form=form, back=back)


@staff(DELETE)
def remove(visit: Visit, key: UUID) -> HttpResponse:
    """Take away a clause that no policy has any more; only asked by POST."""
    judged = judged_by(visit)
    found = _in(judged, key)
    return with_reason(
        visit,
        lambda reason: delete_clause(key, reason=reason, by=visit.actor),
        to=url_of(visit, "clauses"),
        back=url_of(visit, "clause", key),
        again=lambda form: _page(visit, judged, found, bound=form),
    )


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a clause."""
    found = _in(judged_by(visit), key)
    back = Link(label=found.title, url=url_of(visit, "clause", key))
    return history_page(visit, WHOLE, key, title=found.title, back=back, every=_every(visit))


def _page(visit: Visit, judged: Judged, found: PolicyClause, *, bound: Form | None = None) -> HttpResponse:
    sheet, now = sheet_of(visit, judged), visit.moment is None
    may_edit = now and can_for(visit.actor, EDIT, owner_id=found.owner_id)
    edit_url = url_of(visit, "clause-edit", found.id) if may_edit else ""
    may_remove, remove_url = now and can(visit.actor, DELETE), url_of(visit, "clause-remove", found.id)
    ending = reason_fold(_("The policy no longer says this"), _("Remove"), remove_url, bound=bound, anchor="remove")
    how: tuple[Definition, ...] = (said(_("How it is done in the daily work"), found.procedure),)
    sections = (
        Section(
            anchor="what",
            title=_("What is promised"),
            about="",
            definitions=tuple(clause_said(found)),
            edit_url=edit_url,
            folds=(ending,) if may_remove else (),
        ),
        Section(
            anchor="how",
            title=_("How it is kept"),
            about="",
            definitions=how,
            edit_url=f"{edit_url}?field=procedure" if edit_url else "",
            cases=cases_of(visit, judged, found.id),
        ),
        Section(
            anchor="measures",
            title=_("Measures that carry it out"),
            about="",
            table=carrying_table(sheet, found),
            edit_url=f"{edit_url}?field=measure_ids" if edit_url else "",
        ),
    )
    links = (history_link(url_of(visit, "clause-history", found.id)),)
    return record_page(visit, every=_every(visit), title=found.title, sections=sections, links=links)


def _may_record(visit: Visit) -> bool:
    return visit.moment is None and can(visit.actor, RECORD)


def _in(judged: Judged, key: UUID) -> PolicyClause:
    return found_in(judged.dossier.policy_clauses, key)


def _every(visit: Visit) -> Link:
    return Link(label=clauses_title(), url=url_of(visit, "clauses"))


def clauses_title() -> str:
    """What the list is called."""
    return _("Clauses of policy")
