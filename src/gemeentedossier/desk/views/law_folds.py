"""What may be done on the pages of the law, as forms that open where they belong; and what was found there."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias
from uuid import UUID

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.readings import Standing
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.desk.forms.findings import beside_the_register
from gemeentedossier.desk.forms.readings import (
    CarryForm,
    ConfirmForm,
    CorrectPositionForm,
    EndForm,
    Groups,
    Record,
    RestForm,
)
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.matters import named_position
from gemeentedossier.desk.presenters.resting import (
    LawSight,
    readings_to_choose,
    records_to_choose,
    resting_choices,
    short,
)
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can, can_for

DECIDE, RECORD = "governance.decide_interpretation", "governance.record_position"
RELY = "governance.record_reliance"
Bound: TypeAlias = Mapping[str, Form]
"""Forms that need attention, by where they stand."""
Folds: TypeAlias = Mapping[UUID, tuple[Fold, ...]]


def fold(title: str, button: str, url: str, form: Form, *, anchor: str) -> Fold:
    """A form that opens where it belongs."""
    return Fold(title=title, button=button, url=url, form=form, anchor=anchor)


def may_rely(visit: Visit, judged: Judged) -> Callable[[Record], bool]:
    """Whether this visit may say what a record rests on: a process owner only of their own records."""
    if visit.moment or not can(visit.actor, RELY):
        return lambda record: False
    dossier = judged.dossier
    owners = {each.id: each.owner_id for each in (*beside_the_register(dossier), *dossier.activities)}

    def may(record: Record) -> bool:
        return can_for(visit.actor, RELY, owner_id=owners.get(record[1]))

    return may


def reading_folds(
    visit: Visit, judged: Judged, law: LawSight, readings: Iterable[Interpretation], *, bound: Bound
) -> Folds:
    """Per reading what this visit may do: apply it, look at it again, end it, or carry what rests on one that ended."""
    if visit.moment:
        return {}
    may, found = may_rely(visit, judged), defaultdict[UUID, list[Fold]](list)
    groups = records_to_choose(judged.dossier, may)
    for each in readings:
        if each.ended_on is None:
            found[each.id] += _holding_folds(visit, each, groups, bound)
        elif carry := _carry_fold(law, each, may, bound):
            found[each.id].append(carry)
    return {key: tuple(folds) for key, folds in found.items()}


def _holding_folds(visit: Visit, reading: Interpretation, groups: Groups, bound: Bound) -> list[Fold]:
    key, slug, anchor = reading.id, visit.municipality.slug, f"reading-{reading.id}"

    def url(step: str) -> str:
        return reverse(f"desk:reading-{step}", args=[slug, key])

    folds = []
    if any(groups.values()):
        form: Form = bound.get(f"apply-{key}") or RestForm(groups=groups, auto_id=f"apply-{key}-%s")
        folds.append(fold(_("A record applies this"), pgettext("verb", "Record"), url("apply"), form, anchor=anchor))
    if can(visit.actor, DECIDE):
        again = bound.get(f"confirm-{key}") or ConfirmForm(auto_id=f"confirm-{key}-%s")
        folds.append(
            fold(_("Looked at again: it still holds"), pgettext("verb", "Record"), url("confirm"), again, anchor=anchor)
        )
        over = bound.get(f"end-{key}") or EndForm(auto_id=f"end-{key}-%s")
        folds.append(fold(_("It does not hold any more"), _("End this reading"), url("end"), over, anchor=anchor))
    return folds


def _carry_fold(law: LawSight, reading: Interpretation, may: Callable[[Record], bool], bound: Bound) -> Fold | None:
    form = bound.get(f"carry-{reading.id}") or reading_carry_form(law, reading, may)
    if not form.fields["reliance_ids"].choices:  # type: ignore[attr-defined]  # a choice field has choices
        return None
    url = reverse("desk:reading-carry", args=[law.slug, reading.id])
    title = _("These records were looked at again")
    return fold(title, _("Record what came of it"), url, form, anchor=f"reading-{reading.id}")


def reading_carry_form(
    law: LawSight, reading: Interpretation, may: Callable[[Record], bool], values: Mapping[str, Any] | None = None
) -> CarryForm:
    """What rests on a reading, and which readings of the same norm it can rest on from now on."""
    return CarryForm(
        values,
        resting=resting_choices(law, [reading.id], may),
        targets=[(each.id, short(each.reading)) for each in law.readings.holding(reading.norm)],
        auto_id=f"carry-{reading.id}-%s",
    )


def position_folds(visit: Visit, judged: Judged, law: LawSight, matter: ContestedMatter, *, bound: Bound) -> Folds:
    """Per position what this visit may do: rest a decision on it, look at those again, or write it down better."""
    if visit.moment:
        return {}
    may = may_rely(visit, judged)
    groups = deciding_groups(judged, law, may)
    return {each.id: tuple(_position_folds(visit, law, each, groups, may, bound)) for each in matter.positions}


def _position_folds(
    visit: Visit, law: LawSight, position: Position, groups: Groups, may: Callable[[Record], bool], bound: Bound
) -> list[Fold]:
    key, anchor, folds = position.id, f"position-{position.id}", []

    def url(step: str) -> str:
        return reverse(f"desk:position-{step}", args=[law.slug, key])

    carry = bound.get(f"carry-{key}") or position_carry_form(law, position, may)
    if carry.fields["reliance_ids"].choices:  # type: ignore[attr-defined]  # a choice field has choices
        title = _("These decisions were looked at again")
        folds.append(fold(title, _("Record what came of it"), url("carry"), carry, anchor=anchor))
    if any(groups.values()):
        form = bound.get(f"decide-{key}") or decision_form(key, groups)
        folds.append(
            fold(_("A decision rests on this"), pgettext("verb", "Record"), url("decide"), form, anchor=anchor)
        )
    if can(visit.actor, RECORD):
        better = bound.get(f"correct-{key}") or correction_of(position)
        folds.append(fold(_("Written down wrongly"), _("Correct"), url("correct"), better, anchor=anchor))
    return folds


def deciding_groups(judged: Judged, law: LawSight, may: Callable[[Record], bool]) -> Groups:
    """What a decision on contested law can be about: any record, or a reading of an open norm."""
    return {**records_to_choose(judged.dossier, may), **readings_to_choose(law, may)}


def decision_form(key: UUID, groups: Groups, values: Mapping[str, Any] | None = None) -> RestForm:
    """Which decision rests on a position."""
    return RestForm(values, groups=groups, asks=_("Which decision rests on it"), auto_id=f"decide-{key}-%s")


def correction_of(position: Position, values: Mapping[str, Any] | None = None) -> CorrectPositionForm:
    """A position, opened to be written down better."""
    names = ("holder", "statement", "stated_on", "reference", "url", "revision")
    held = {name: getattr(position, name) for name in names}
    return CorrectPositionForm(values, initial=held, auto_id=f"correct-{position.id}-%s")


def position_carry_form(
    law: LawSight, position: Position, may: Callable[[Record], bool], values: Mapping[str, Any] | None = None
) -> CarryForm:
    """The decisions on a position that a later one overtook, and the positions that they can rest on from now on."""
    overtaken = {
        each.id for each in law.readings.resting_on(position.id) if law.readings.standing_of(each) is Standing.OVERTAKEN
    }
    matter = law.readings.matters[position.id]
    return CarryForm(
        values,
        resting=[(key, name) for key, name in resting_choices(law, [position.id], may) if key in overtaken],
        targets=[(each.id, named_position(each)) for each in reversed(matter.positions)],
        auto_id=f"carry-{position.id}-%s",
    )


def open_cases(visit: Visit, judged: Judged, keys: Collection[UUID]) -> Mapping[UUID, tuple[Shown, ...]]:
    """The open findings about records that stand beside the register, by record, the gravest first."""
    found = defaultdict[UUID, list[Finding]](list)
    for each in judged.assessment.cases:
        if each.case.id in keys:
            found[each.case.id] += [finding for finding in each if finding.is_open]
    reader = reader_of(visit, judged)
    return {key: shown_findings(sorted(every, key=lambda f: f.weight), judged, reader) for key, every in found.items()}
