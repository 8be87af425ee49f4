"""Drawing a sample, and judging what was drawn; by the data protection officer alone (GDPR 39(1)(b))."""

import datetime as dt
import secrets
from collections.abc import Mapping
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.engine.sampling import drawn
from gemeentedossier.dossier.governance.enums import SampledKind, SampleVerdict
from gemeentedossier.dossier.governance.facts import Sample, SampledCase
from gemeentedossier.dossier.governance.policies import check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

DRAW, JUDGE = "governance.draw_sample", "governance.judge_sample"
LARGEST = 100
"""More than a hundred cases nobody judges one by one (our own choice)."""


def draw_sample(
    kind: SampledKind,
    *,
    population: Mapping[UUID, str],
    ledger_number: int,
    size: int,
    reason: str,
    planned_check_id: UUID | None,
    by: Actor,
) -> Sample:
    """Draw from records, named by key, as they stood at an entry of the ledger.

    The program makes the seed, so that nobody can choose one that suits. A draw cannot be changed or taken back.
    """
    check_permitted(by, DRAW)
    check_says(reason, what=_("why this is looked at"))
    if by.person_id is None:
        raise Refused(_("Only a person can draw a sample."))
    if not population:
        raise Refused(_("There are no records of this kind yet, so nothing can be drawn."))
    if not 1 <= size <= LARGEST:
        raise Refused(_("Draw between 1 and %(most)s cases.") % {"most": LARGEST})
    seed = secrets.token_hex(16)
    made = Sample(
        new_id(),
        kind,
        reason.strip(),
        ledger_number,
        len(population),
        seed,
        by.person_id,
        clock.now(),
        drawn_by=by.name,
        planned_check_id=planned_check_id,
        cases=tuple(SampledCase(new_id(), key, population[key]) for key in drawn(population, seed=seed, size=size)),
    )
    with verb(DRAW, by=by, reason=reason):
        _write(made)
    return made


def judge_case(read: SampledCase, verdict: SampleVerdict, *, note: str, by: Actor) -> None:
    """Say what was seen of a case that was drawn; it can be judged again, and history keeps both. Refused once a report
    that counts the case was adopted.

    ``read`` is the case as it stood when it was looked at; EditedMeanwhile where another judged it since.
    """
    check_permitted(by, JUDGE)
    check_says(note, what=_("what was seen"))
    if by.person_id is None:
        raise Refused(_("Only a person can judge."))
    with verb(JUDGE, by=by):
        stored = models.SampledCase.objects.select_for_update(of=("self",)).get(pk=read.id)
        stands = (stored.verdict or None, stored.judged_by_id, stored.judged_at)
        check_unchanged(stands, read=(read.verdict, read.judged_by_id, read.judged_at), name=read.name)
        _check_not_counted(localdate(stored.sample.drawn_at))
        models.SampledCase.objects.filter(pk=read.id).update(
            verdict=verdict.value, note=note.strip(), judged_by_id=by.person_id, judged_at=clock.now()
        )


def _check_not_counted(drawn_on: dt.date) -> None:
    adopted = models.OfficerReport.objects.filter(adopted_at__isnull=False)
    if adopted.filter(begins_on__lte=drawn_on, ends_on__gte=drawn_on).exists():
        raise Refused(
            _(
                "A report that was adopted counts this case as it stands. "
                "Write what you see now in an advice, or draw anew."
            )
        )


def _write(sample: Sample) -> None:
    models.Sample.objects.create(**stored_values(models.Sample, sample))
    models.SampledCase.objects.bulk_create(
        models.SampledCase(sample_id=sample.id, position=position, **stored_values(models.SampledCase, case))
        for position, case in enumerate(sample.cases)
    )
