"""Clauses of policy as people read them: what is promised, how it is done, and by which measures."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, EmptyState, Row, Table
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import effect_badge, table, why_not
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.foundation.addresses import reverse


def clauses_table(sheet: Sheet, assessment: Assessment) -> Table | None:
    """The clauses by policy, with how far each is kept."""
    waiting = _open_per_clause(assessment)
    labels = (
        _("Clause"),
        _("Policy"),
        _("Who answers for it"),
        _("In the daily work"),
        _("Measures"),
        _("To do"),
    )
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.title, url=clause_url(sheet, each.id), note=each.text),
                Cell(text=each.policy),
                Cell(text=each.owner),
                Cell(badge=_done(each)),
                Cell(text=str(len(each.measure_ids))),
                Cell(text=str(waiting.get(each.id, 0))),
            )
        )
        for each in sheet.dossier.policy_clauses
    )
    return table(_("Clauses of policy"), labels, rows)


def _open_per_clause(assessment: Assessment) -> Mapping[UUID, int]:
    own = (each for each in assessment.cases if each.case.kind is SubjectKind.POLICY_CLAUSE)
    return {each.case.id: sum(finding.is_open for finding in each) for each in own}


def _done(clause: PolicyClause) -> Badge:
    if clause.procedure.strip():
        return Badge(word=pgettext("procedure", "Written down"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("procedure", "Not written down"), tone=Tone.OPEN, shape=Shape.HOLLOW)


def clause_said(clause: PolicyClause) -> Iterator[Definition]:
    """What is promised, where, and who answers for it."""
    yield said(_("What the policy says"), clause.text)
    yield said(_("Policy in which it stands"), clause.policy)
    yield said(_("Who answers for it"), clause.owner)


def carrying_table(sheet: Sheet, clause: PolicyClause) -> Table | None:
    """The measures that carry it out, with whether they count today."""
    by_key = {each.id: each for each in sheet.dossier.measures}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:measure", args=[sheet.slug, each.id])),
                Cell(
                    badge=effect_badge(each, sheet.dossier, sheet.today),
                    note=why_not(each, sheet.dossier, sheet.today),
                ),
            )
        )
        for key in clause.measure_ids
        if (each := by_key.get(key))
    )
    return table(_("Measures"), (_("Measure"), _("Counts")), rows)


def clause_url(sheet: Sheet, key: UUID) -> str:
    """The page of a clause."""
    return reverse("desk:clause", args=[sheet.slug, key])


def no_clauses(*, may_record: bool, url: str) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No clause of policy is recorded yet"),
        belongs=_("Here stands what the policy of the municipality promises, and how that is kept in the daily work."),
        reason=_("A policy that nobody carries out protects nobody (Article 24(2))."),
        step=Action(label=_("Record a clause"), url=url) if may_record else None,
    )
