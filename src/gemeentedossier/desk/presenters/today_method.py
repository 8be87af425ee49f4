"""The steps of the method that this very person takes, and the ambitions that were not reached in time."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.ambition import missed
from gemeentedossier.desk.presenters.method import step_link
from gemeentedossier.desk.presenters.today import Waiting
from gemeentedossier.dossier.governance.actions.ambitions import CHOOSE
from gemeentedossier.dossier.governance.actions.plan import PLAN
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.engine.ambition import ambition_terms, standings_of
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.method.engine.progress import path_of, steps_of
from gemeentedossier.method.facts import SOON, Path, PlanTerm
from gemeentedossier.organisation.permissions import can

NAMED = 3


def steps_waiting(
    judged: Judged, catalogue: Catalogue, *, actor: Actor, today: dt.date, slug: str
) -> tuple[Waiting, ...]:
    """The open steps that the actor takes as one line, those past their day told; nothing where none is planned.

    Where the register is still empty, who leads the work is shown where to begin.
    """
    if not judged.dossier.activities and can(actor, PLAN):
        return _first_step(path_of(judged, catalogue), slug)
    if actor.person_id is None or not any(each.owner_id == actor.person_id for each in judged.dossier.planned_steps):
        return ()
    own = steps_of(path_of(judged, catalogue), actor.person_id)
    if not own:
        return ()
    late = sum(each.is_late(today) for each in own)
    told = (
        ngettext(
            "%(count)s step of the method that you lead; its day has passed",
            "%(count)s steps of the method that you lead; of %(late)s the day has passed",
            len(own),
        )
        if late
        else ngettext(
            "%(count)s step of the method that you lead", "%(count)s steps of the method that you lead", len(own)
        )
    )
    names = tuple(step_link(each.step, slug) for each in own[:NAMED])
    url = names[0].url if len(own) == 1 else reverse("desk:method", args=[slug])
    return (Waiting(sentence=Link(label=told % {"count": len(own), "late": late}, url=url), names=names),)


def ambitions_waiting(
    judged: Judged, catalogue: Catalogue, *, actor: Actor, today: dt.date, slug: str
) -> tuple[Waiting, ...]:
    """The themes that are not as far as was chosen by their day, to who chooses; the findings are read only then."""
    if not can(actor, CHOOSE) or not any(each.due_on < today for each in judged.dossier.ambitions):
        return ()
    late = tuple(missed(standings_of(maturity_of(judged, catalogue), judged.dossier.ambitions, catalogue), today))
    if not late:
        return ()
    told = ngettext(
        "%(count)s theme of the method is not as far as was chosen",
        "%(count)s themes of the method are not as far as was chosen",
        len(late),
    )
    names = tuple(
        Link(
            label=each.found.theme.name.in_language(language()),
            url=reverse("desk:maturity-theme", args=[slug, each.found.theme.id]),
        )
        for each in late[:NAMED]
    )
    sentence = Link(label=told % {"count": len(late)}, url=reverse("desk:maturity", args=[slug]))
    return (Waiting(sentence=sentence, names=names),)


def ambitions_to_come(judged: Judged, catalogue: Catalogue, *, actor: Actor, today: dt.date) -> tuple[PlanTerm, ...]:
    """The ambitions of which the day comes within a week, to who chooses; the findings are read only then."""
    near = tuple(each for each in judged.dossier.ambitions if today <= each.due_on <= today + SOON)
    if not near or not can(actor, CHOOSE):
        return ()
    return ambition_terms(standings_of(maturity_of(judged, catalogue), near, catalogue), language())


def _first_step(path: Path, slug: str) -> tuple[Waiting, ...]:
    if path.next_step is None:
        return ()
    told = _("The way from an empty dossier to accountability: what comes now")
    sentence = Link(label=told, url=reverse("desk:method", args=[slug]))
    return (Waiting(sentence=sentence, names=(step_link(path.next_step.step, slug),)),)
