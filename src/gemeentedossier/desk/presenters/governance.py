"""Findings that were set aside as people read them: what, about which record, who, why and until when."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Column, EmptyState, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.evidence import about_what, rule_named
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.dossier.governance.facts import Suppression
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import Role


def suppression_state(suppression: Suppression, today: dt.date) -> Badge:
    """Whether the finding is set aside on that day, in a word and a shape."""
    if suppression.lifted_at:
        return Badge(word=pgettext("state of a suppression", "Lifted"), tone=Tone.QUIET, shape=Shape.CHECK)
    if not suppression.holds_on(today):
        return Badge(word=pgettext("state of a suppression", "Over"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("state of a suppression", "Set aside"), tone=Tone.NOTE, shape=Shape.DASH)


def suppressions_table(judged: Judged, catalogue: Catalogue, *, slug: str, may_lift: bool) -> Table:
    """Everything that is or was set aside, the latest first."""
    labels = (_("Finding"), _("State"), _("Up to and including"), _("By"), _("Reason"))
    latest = sorted(judged.dossier.suppressions, key=lambda each: (each.suppressed_at, each.id), reverse=True)
    return Table(
        caption=_("Findings set aside"),
        caption_hidden=True,
        columns=tuple(Column(label=label) for label in labels),
        rows=tuple(_row(each, judged, catalogue, slug=slug, may_lift=may_lift) for each in latest),
    )


def _row(of: Suppression, judged: Judged, catalogue: Catalogue, *, slug: str, may_lift: bool) -> Row:
    where = reverse("desk:suppression-lift", args=[slug, of.id]) if may_lift and of.lifted_at is None else ""
    return Row(
        cells=(
            Cell(text=finding_name(of, catalogue), url=where, note=about_what(of.subject_kind, of.subject_id, judged)),
            Cell(badge=suppression_state(of, day_of(judged.dossier))),
            Cell(text=day(of.until)),
            Cell(text=of.suppressed_by, note=roles_in_words(of.suppressed_role.split(", "))),
            Cell(
                text=of.reason,
                note=_("Lifted: %(reason)s") % {"reason": of.lifted_because} if of.lifted_because else "",
            ),
        )
    )


def finding_name(of: Suppression, catalogue: Catalogue) -> str:
    """What the finding is called; the id of a rule that the catalogue no longer has."""
    rule = rule_named(of.rule, catalogue)
    return rule.label.in_language(language()) if rule else of.rule


def roles_in_words(roles: Iterable[str]) -> str:
    """What the person was for the municipality then; words that are no role stand as they were recorded."""
    known = {role.value for role in Role}
    return ", ".join(role_name(Role(each)) if each in known else each for each in roles)


def none_set_aside(slug: str) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No finding was set aside"),
        belongs=_("Here stands which findings wait with a reason: who decided that, why, and until when."),
        reason=_("What is set aside stays visible, so that the municipality can account for it (Article 5(2))."),
        step=Action(label=_("Show the findings"), url=reverse("desk:findings", args=[slug])),
    )
