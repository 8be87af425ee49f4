"""Answering the pre-scan of an activity, and deciding on it (GDPR 35(1))."""

from collections.abc import Mapping
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.assessments import PrescanQuestion
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.engine.prescan import PrescanResult
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.policies import check_answer, check_prescan_decision
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for

Answers = Mapping[PrescanQuestion, tuple[str, ...]]


def answer_prescan(activity_id: UUID, answers: Answers, *, revision: int, by: Actor) -> None:
    """Record what a person answers; a question without values is open again. What is not named here stays.

    ``revision`` is the one that was read, 0 where there was no pre-scan yet.
    """
    check_permitted(by, "risks.answer_prescan")
    for question, values in answers.items():
        if values:
            check_answer(question, values)
    with verb("risks.answer_prescan", by=by):
        prescan = _of_activity(activity_id, "risks.answer_prescan", revision=revision, by=by)
        for question, values in answers.items():
            rows = models.PrescanAnswer.objects.filter(prescan=prescan, question=question.id)
            if not values:
                rows.delete()
            elif not rows.filter(values=list(values)).exists():
                rows.delete()
                models.PrescanAnswer.objects.create(
                    id=uuid5(prescan.pk, f"{question.id} {revision}"),
                    prescan=prescan,
                    question=question.id,
                    values=list(values),
                    position=int(question.number.replace(".", "")[:4]),
                )
        models.Prescan.objects.filter(pk=prescan.pk).update(revision=revision + 1)


def decide_prescan(
    activity_id: UUID, decision: PrescanVerdict, *, because: str, result: PrescanResult, revision: int, by: Actor
) -> None:
    """Decide whether an assessment is needed; ``result`` is what the facts give, on which it then rests."""
    check_permitted(by, "risks.decide_prescan")
    if by.person_id is None:
        raise Refused(_("Only a person can decide whether an assessment is needed."))
    check_prescan_decision(decision, result=result, because=because)
    basis = sorted(result.statements)
    with verb("risks.decide_prescan", by=by, reason=because):
        prescan = _of_activity(activity_id, "risks.decide_prescan", revision=revision, by=by)
        models.Prescan.objects.filter(pk=prescan.pk).update(
            decision=decision.value,
            found=result.verdict.value if result.verdict else "",
            decided_because=because.strip(),
            decided_by_id=by.person_id,
            decided_at=clock.now(),
            basis_names=[name for name, _ in basis],
            basis_words=[words for _, words in basis],
            revision=revision + 1,
        )


def _of_activity(activity_id: UUID, permission: str, *, revision: int, by: Actor) -> models.Prescan:
    """The pre-scan of an activity, made where there is none. Part of a verb."""
    activity = Activity.objects.select_for_update().get(pk=activity_id)
    check_permitted_for(by, permission, owner_id=activity.owner_id)
    found = models.Prescan.objects.filter(activity=activity).first()
    check_unchanged(found.revision if found else 0, read=revision, name=activity.name)
    if found is None:
        found = models.Prescan.objects.create(id=uuid5(activity.pk, "prescan"), activity=activity)
    prescan: models.Prescan = found
    return prescan
