"""What happened to a breach, as a timeline."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.wording import Words, language, words_of
from gemeentedossier.desk.presenters.breaches import told_at
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.breaches import enums
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.snapshot.facts import Dossier

NOT_TOLD = frozenset({"id", "breach_id", "notification_id", "revision", "position", "is_exercise", "exercise_case"})
VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "reported_by": enums.ReportedBy,
    "municipal_role": enums.MunicipalRole,
    "types": enums.BreachType,
    "harms": enums.Harm,
    "context": enums.DataContext,
    "identification": enums.Identification,
    "confidentiality_loss": enums.Loss,
    "integrity_loss": enums.Loss,
    "availability_loss": enums.Loss,
    "circumstances": enums.Circumstance,
    "risk": enums.BreachRisk,
    "ground": enums.InformGround,
    "manner": enums.Manner,
    "tells": enums.MessageElement,
}
KINDS: Mapping[str, type[StrEnum]] = {
    "PersonalDataBreach": enums.IncidentKind,
    "BreachDecision": enums.DecisionKind,
    "BreachNotification": enums.NotificationKind,
    "BreachMeasure": enums.MeasureKind,
}


def breach_timeline(happenings: Iterable[Happening], dossier: Dossier, *, at: dt.datetime | None) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, in the order given."""
    words = words_of(dossier, at=at)
    names = {
        **words.names,
        **{each.id: each.name for each in dossier.activities},
        **{each.id: each.name for each in dossier.parties},
        **{each.id: each.name for each in dossier.measures},
        **{each.id: each.title for each in dossier.evidence},
    }
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, words, names))


def verb_words(verb: str) -> str:
    """What was done, in words."""
    words = {
        "breaches.report_breach": _("Breach reported"),
        "breaches.report_by_link": _("Reported by an employee through the link"),
        "breaches.report_by_party": _("Reported by a party on its own page"),
        "breaches.name_breach": _("Title or lead changed"),
        "breaches.record_moments": _("Moments recorded"),
        "breaches.record_processor": _("Processor recorded"),
        "breaches.record_nature": _("What happened recorded"),
        "breaches.record_concerned": _("Data and people recorded"),
        "breaches.triage_breach": _("Judged whether it is a breach"),
        "breaches.score_breach": _("Severity reckoned"),
        "breaches.judge_breach": _("Risk weighed"),
        "breaches.decide": _("Decided"),
        "breaches.advise": _("Officer advised"),
        "breaches.answer_advice": _("Advice answered"),
        "breaches.record_notification": _("Notification recorded"),
        "breaches.record_message": _("Message to people recorded"),
        "breaches.add_measure": _("Measure recorded"),
        "breaches.finish_measure": _("Measure done"),
        "breaches.see_effect": _("Effect of a measure seen"),
        "breaches.close_breach": _("Closed"),
        "breaches.reopen_breach": _("Opened again"),
        "breaches.plan_deletion": _("Destruction planned"),
        "exchange.load_dossier": _("Dossier loaded"),
    }
    return words.get(verb) or other_verb_words(verb)


def _columns(change: RowChange, words: Words, names: Mapping[UUID, str]) -> Iterator[Change]:
    yield from changes(
        change,
        (each for each in change.columns if each not in NOT_TOLD),
        label=lambda column: _label(change, column),
        told=lambda column, value: _worded(change, column, value, words, names),
    )


def _label(change: RowChange, column: str) -> str:
    field = next(each for each in change.model._meta.concrete_fields if each.attname == column)
    return capfirst(str(field.verbose_name))


def _worded(change: RowChange, column: str, value: Any, words: Words, names: Mapping[UUID, str]) -> str:
    if isinstance(value, dt.datetime):
        return told_at(value)
    vocabulary = KINDS.get(change.model.__name__) if column == "kind" else VOCABULARIES.get(column)
    if vocabulary and value:
        each = value if isinstance(value, list) else [value]
        return ", ".join(word(vocabulary(one), language()) for one in each)
    of = {"data_categories": DataCategory, "told_data": DataCategory, "subject_categories": SubjectCategory}
    return worded(
        column,
        value,
        names=names,
        categories=(lambda ids: words.categories(of[column], ids)) if column in of else None,
    )
