"""What of security waits for this very person: decisions that only their role can take, and reviews that are late."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import ngettext

from gemeentedossier.catalogue.facts.risks import RiskScale
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.today import Matter, Waiting
from gemeentedossier.dossier.security.engine.appetite import level_accepted, standing_of
from gemeentedossier.dossier.security.engine.reviews import due_on
from gemeentedossier.dossier.security.enums import RiskStanding, SecurityTermKind
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can

ASKED = frozenset({RiskStanding.UNDECIDED, RiskStanding.RAN_OUT})
"""More remains than may, and no decision holds."""


def decisions(
    dossier: Dossier, scale: RiskScale | None, *, actor: Actor, today: dt.date, slug: str
) -> tuple[Waiting, ...]:
    """What waits for the actor, each with how many; nothing for whoever cannot do it."""
    return tuple(_waiting(dossier, scale, actor, today, slug))


def _waiting(dossier: Dossier, scale: RiskScale | None, actor: Actor, today: dt.date, slug: str) -> Iterator[Waiting]:
    if can(actor, "security.decide_risk") and (count := _risks(dossier, scale, today)):
        told = ngettext(
            "%(count)s risk is greater than may remain, and waits for a decision",
            "%(count)s risks are greater than may remain, and wait for a decision",
            count,
        )
        yield _line(told, count, reverse("desk:risks", args=[slug]))
    open_ones = sum(each.granted is None for each in dossier.exclusions)
    if can(actor, "security.decide_exclusion") and open_ones:
        told = ngettext(
            "%(count)s exclusion from the baseline waits for a decision",
            "%(count)s exclusions from the baseline wait for a decision",
            open_ones,
        )
        yield _line(told, open_ones, reverse("desk:applicability", args=[slug]))
    late = frozenset(each.id for each in dossier.log_review_plans if each.holds_on(today) and due_on(each) < today)
    if can(actor, "security.review_log") and late:
        told = ngettext(
            "%(count)s log should have been looked at", "%(count)s logs should have been looked at", len(late)
        )
        about = frozenset((each, SecurityTermKind.LOG_REVIEW) for each in late)
        yield _line(told, len(late), reverse("desk:log-reviews", args=[slug]), about=about)


def _risks(dossier: Dossier, scale: RiskScale | None, today: dt.date) -> int:
    controllers = {each.id: each.controller_ids for each in dossier.activities}
    standings = (
        standing_of(
            risk, scale, level_accepted(dossier.appetites, controllers.get(risk.activity_id, ()), on=today), on=today
        )
        for risk in dossier.security_risks
    )
    return sum(each in ASKED for each in standings)


def _line(told: str, count: int, url: str, *, about: frozenset[Matter] = frozenset()) -> Waiting:
    return Waiting(sentence=Link(label=told % {"count": count}, url=url), about=about)
