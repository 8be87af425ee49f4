"""What happened to a system, a measure, or the levels and access of an activity, as a timeline."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, day
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.assets import enums
from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.snapshot.facts import Dossier

NOT_TOLD = frozenset({"system_id", "measure_id", "plan_id"})
"""Whose page it is."""
VOCABULARIES: Mapping[tuple[type[Model], str], type[StrEnum]] = {
    (assets.System, "state"): enums.SystemState,
    (assets.Measure, "state"): enums.MeasureState,
    (assets.Measure, "effects"): enums.Effect,
    (models.SystemLevel, "aspect"): SecurityAspect,
}


def security_timeline(happenings: Iterable[Happening], dossier: Dossier, words: Words) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, newest first."""
    names = {**words.names, **dict(_names(dossier))}
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, words, names))


def verb_words(verb: str) -> str:
    """What was done, in words; that it was changed where the verb has none of its own."""
    words = {
        "assets.record_system": _("System recorded"),
        "assets.edit_system": _("System edited"),
        "assets.record_measure": _("Measure recorded"),
        "assets.edit_measure": _("Measure edited"),
        "assets.show_measure": _("Evidence linked"),
        "assets.unlink_evidence": _("Evidence unlinked"),
        "security.classify_activity": _("Levels recorded"),
        "security.approve_classification": _("Levels approved"),
        "security.depart_from_level": _("Decided on another level"),
        "security.follow_inherited": _("The inherited level followed again"),
        "security.allow_access": _("Line added to the access matrix"),
        "security.change_access": _("Line of the access matrix edited"),
        "security.withdraw_access": _("Line of the access matrix withdrawn"),
        "security.record_right": _("Right recorded as it was found"),
        "security.remove_right": _("Recorded that a right is gone"),
        "security.plan_log_review": _("Planned how often its log is looked at"),
        "security.change_log_review": _("Plan for its log edited"),
        "security.end_log_review": _("Plan for its log ended"),
        "security.review_log": _("Its log was looked at"),
        "security.follow_up_review": _("Written down what became of it"),
        "security.plan_continuity": _("Plan for an outage recorded"),
    }
    return words.get(verb) or other_verb_words(verb)


def _names(dossier: Dossier) -> Iterator[tuple[UUID, str]]:
    yield from ((each.id, each.name) for each in dossier.activities)
    yield from ((p.id, p.text) for each in dossier.activities for p in each.purposes)
    yield from ((each.id, each.title) for each in dossier.evidence)


def _columns(change: RowChange, words: Words, names: Mapping[UUID, str]) -> Iterator[Change]:
    prefix = _part_name(change, names)
    kept_out = NOT_TOLD - {"system_id"} if change.model is models.AccessRight else NOT_TOLD
    yield from changes(
        change,
        (each for each in (*change.columns, *_links(change)) if each not in kept_out),
        label=lambda column: f"{prefix}{_label(change.model, column)}",
        told=lambda column, value: _worded(change.model, column, value, words, names),
    )


def _links(change: RowChange) -> Iterator[str]:
    """The purpose, which history leaves out for the register, and which says what a line is about."""
    if change.model in (models.AccessRule, models.AccessRight):
        yield "purpose_id"


def _part_name(change: RowChange, names: Mapping[UUID, str]) -> str:
    row = change.after or change.before
    if change.model is models.SystemLevel:
        return f"{name_of(SecurityAspect(row['aspect'])).capitalize()}: "
    if change.model is models.AccessRule:
        return f"{row['function']}: "
    if change.model is models.AccessRight:
        return f"{row['holder']}: "
    if change.model is models.LogReview:
        return f"{day(row['done_on'])}: "
    return ""


def _label(model: type[Model], column: str) -> str:
    own = {
        "aspect": _("Aspect"),
        "approved_by_id": _("Approved by"),
        "approved_at": _("Approved on"),
        "decided_by_id": _("Decided by"),
        "decided_at": _("Decided on"),
        "evidence_id": _("Evidence"),
        "system_id": _("System"),
    }
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    return own.get(column) or capfirst(str(field.verbose_name))


def _worded(model: type[Model], column: str, value: Any, words: Words, names: Mapping[UUID, str]) -> str:
    return worded(
        column,
        value,
        names=names,
        vocabulary=VOCABULARIES.get((model, column)),
        categories=(lambda ids: words.categories(DataCategory, ids)) if column == "data_categories" else None,
    )
