"""Accountability: the places of the desk where somebody can see what was found, decided and recorded, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.desk.presenters.council import council_title
from gemeentedossier.desk.presenters.leavers import leavers_title
from gemeentedossier.desk.rules import Visit
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPlace:
    """A page of accountability: where it is, which permission it asks, and what it is for."""

    route: str
    permission: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page as it stands in the list."""

    title: str
    about: str
    url: str


def account_places(visit: Visit) -> tuple[Shown, ...]:
    """The pages that this person may open, in the order in which an account is given."""
    slug = visit.municipality.slug
    return tuple(
        Shown(title=each.title, about=each.about, url=reverse(each.route, args=[slug]))
        for each in _places()
        if can(visit.actor, each.permission)
    )


def _places() -> Iterator[AccountPlace]:
    yield AccountPlace(
        route="desk:coverage",
        permission="assessment.view_findings",
        title=pgettext("page of accountability", "Coverage"),
        about=_("What the law and the method ask, and how far it is met: per Part, article, role and controller."),
    )
    yield AccountPlace(
        route="desk:figures",
        permission="assessment.view_findings",
        title=pgettext("page of accountability", "Figures in charts"),
        about=_("What stands open, how mature each theme is, what came in and was in time, and what the weeks ask."),
    )
    yield AccountPlace(
        route="desk:council",
        permission="desk.view_council",
        title=council_title(),
        about=_("What a council member reads: eight figures in plain words, each with a question for the debate."),
    )
    yield AccountPlace(
        route="desk:flows",
        permission="register.view_activity",
        title=_("Map of data flows"),
        about=_("Of whom data come, for what they are used, in which system they are, and to whom they go."),
    )
    yield AccountPlace(
        route="desk:organisation",
        permission="organisation.view_organisation",
        title=pgettext("page of accountability", "Municipality and organisation"),
        about=_("The contact point, the data protection officer, the bodies that decide, units, people and roles."),
    )
    yield AccountPlace(
        route="desk:leavers",
        permission="method.view_leavers",
        title=leavers_title(),
        about=_("What is in the name of somebody who left, until a colleague is the accountable person of it."),
    )
    yield AccountPlace(
        route="desk:municipality",
        permission="assessment.view_findings",
        title=pgettext("page of accountability", "Questions about the municipality"),
        about=_("What is asked of the municipality as a whole, and the answers of named people."),
    )
    yield AccountPlace(
        route="desk:officer",
        permission="governance.view_supervision",
        title=_("Supervision by the officer"),
        about=_("What the officer advised and what was done with it, the supervision plan, samples and reports."),
    )
    yield from _told()


def _told() -> Iterator[AccountPlace]:
    """What shows that it is so: evidence, decisions about the law, and the ledger."""
    yield AccountPlace(
        route="desk:evidence",
        permission="evidence.view_evidence",
        title=pgettext("page of accountability", "Evidence"),
        about=_("Files and links that show that answers are true, until when they hold, and what rests on them."),
    )
    yield AccountPlace(
        route="desk:readings",
        permission="governance.view_decisions",
        title=_("How open norms are read"),
        about=_("Words that the law leaves open: how the municipality reads them, who decided that, and where."),
    )
    yield AccountPlace(
        route="desk:matters",
        permission="governance.view_decisions",
        title=_("Contested law"),
        about=_("Questions on which supervisor, court and counsel disagree, and the decisions that rest on them."),
    )
    yield AccountPlace(
        route="desk:suppressions",
        permission="governance.view_decisions",
        title=_("Findings set aside"),
        about=_("Which findings wait with a reason: who decided that, why, and until when."),
    )
    yield AccountPlace(
        route="desk:ledger",
        permission="ledger.view_ledger",
        title=pgettext("page of accountability", "Ledger"),
        about=_("The proof that nobody rewrote the dossier afterwards: every change with fingerprint and signature."),
    )
