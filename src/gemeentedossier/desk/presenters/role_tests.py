"""What was found and decided of a party, with the reasoning."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.template.defaultfilters import date as date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Action, Cell, Column, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, language
from gemeentedossier.dossier.agreements.engine.role import PROPOSED, Reason, question_text, role_of, role_text
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import RoleTest
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTest:
    """A test as its page shows it."""

    party: str
    outcome: str
    reasons: tuple[tuple[str, str], ...]
    conflicts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    definitions: tuple[Definition, ...]
    answers: Table
    next_step: Action | None


def role_tests_table(dossier: Dossier, *, slug: str) -> Table:
    """All tests, by party."""
    activities = {each.id: each.name for each in dossier.activities}
    labels = (_("Party"), _("Processing activity"), _("Follows from the answers"), _("Decided"), _("By"))
    return Table(
        caption=_("Role tests"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_row(each, activities, slug) for each in dossier.role_tests),
    )


def _row(test: RoleTest, activities: Mapping[UUID, str], slug: str) -> Row:
    activity = activities.get(test.activity_id, "") if test.activity_id else ""
    return Row(
        cells=(
            Cell(text=test.party_name, url=reverse("desk:role-test", args=[slug, test.id])),
            Cell(text=activity or pgettext("role test", "Whatever the activity")),
            Cell(text=name_of(test.outcome) if test.outcome else pgettext("role test", "still open")),
            Cell(text=name_of(test.decided) if test.decided else "", note=test.reason),
            Cell(text=test.decided_by),
        )
    )


def role_test_shown(test: RoleTest, dossier: Dossier, *, slug: str) -> ShownTest:
    """One test with its reasoning in the reader's language."""
    found, read = role_of(test.answers), language()
    return ShownTest(
        party=test.party_name,
        outcome=role_text(found.role).in_language(read) if found.role else "",
        reasons=tuple(_said(each, read) for each in found.reasons),
        conflicts=tuple(_said(each, read) for each in found.conflicts),
        missing=tuple(question_text(each).in_language(read) for each in found.missing),
        definitions=_definitions(test, dossier, slug),
        answers=_answers(test, read),
        next_step=_next(test, slug),
    )


def _said(reason: Reason, read: str) -> tuple[str, str]:
    return reason.text.in_language(read), reason.source.in_language(read)


def _definitions(test: RoleTest, dossier: Dossier, slug: str) -> tuple[Definition, ...]:
    activity = next((each for each in dossier.activities if each.id == test.activity_id), None)
    links = (Link(label=activity.name, url=reverse("desk:activity", args=[slug, activity.id])),) if activity else ()
    decided = (name_of(test.decided), test.reason) if test.decided else ()
    by = f"{test.decided_by}, {date_format(localtime(test.decided_at), 'j F Y, H:i')}" if test.decided_at else ""
    return (
        Definition(term=_("Processing activity"), links=links, missing=pgettext("role test", "Whatever the activity")),
        Definition(term=_("Decided"), texts=tuple(t for t in (*decided, by) if t), missing=_("Nobody decided yet")),
        Definition(term=_("Fitting agreement"), texts=(_fitting(test),)),
    )


def _fitting(test: RoleTest) -> str:
    kind = kind_for(test)
    if kind:
        return name_of(kind)
    if test.decided or test.outcome:
        return _("None: the provision stands in the register with its legal basis.")
    return _("Not known as long as the role is open.")


def kind_for(test: RoleTest) -> AgreementKind | None:
    """Which agreement fits what was decided, else what follows from the answers."""
    role = test.decided or test.outcome
    return PROPOSED[role] if role else None


def _answers(test: RoleTest, read: str) -> Table:
    labels = (_("Question"), _("Answer"), _("What it rests on"))
    rows = (
        Row(
            cells=(
                Cell(text=question_text(a.question).in_language(read)),
                Cell(text=answer(a.answer)),
                Cell(text=a.explanation),
            )
        )
        for a in test.answers
    )
    return Table(caption=_("Answers"), columns=tuple(Column(label=each) for each in labels), rows=tuple(rows))


def _next(test: RoleTest, slug: str) -> Action | None:
    kind = kind_for(test)
    if test.decided is None or kind is None:
        return None
    asked = urlencode({"party": test.party_name, "kind": kind.value})
    return Action(label=_("Record the agreement"), url=f"{reverse('desk:agreement-new', args=[slug])}?{asked}")


def no_role_tests(slug: str, *, may_take: bool) -> EmptyState:
    """What belongs here, and why."""
    step = Action(label=_("Test the role of a party"), url=reverse("desk:role-test-new", args=[slug]))
    return EmptyState(
        title=_("No role tests yet"),
        belongs=_("Here stands what each party is: controller, joint controller, processor or recipient, and why."),
        reason=_("Who decides on purposes and means is a controller, whatever the contract says (Article 4(7))."),
        step=step if may_take else None,
    )
