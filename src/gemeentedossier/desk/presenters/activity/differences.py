"""Where two readings of an activity differ, field by field, in words."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory, RecipientCategory, RetentionRule, SubjectCategory
from gemeentedossier.design.parts import Change
from gemeentedossier.desk.presenters.activity.blocks import label_of
from gemeentedossier.desk.presenters.activity.subjects import subject_names
from gemeentedossier.desk.presenters.activity.vocabulary import EuropeanCriterion
from gemeentedossier.desk.presenters.activity.wording import Words, answer, day, listing, vocabulary_word
from gemeentedossier.dossier.register import enums, models
from gemeentedossier.dossier.register.facts import Accountability, Activity, Characteristics

NOT_TOLD = frozenset({"id", "position", "revision", "version", "party_id", "party_country", "party_is_care_provider"})
LISTS: Mapping[str, type[DataCategory | SubjectCategory]] = {
    "subject_categories": SubjectCategory,
    "data_categories": DataCategory,
}
VOCABULARIES: Mapping[tuple[type[Model] | None, str], type[StrEnum]] = {
    (models.PartyRelation, "role"): enums.PartyRole,
    (models.Activity, "role"): enums.ActivityRole,
    (None, "record_state"): enums.RecordState,
    (None, "processing_state"): enums.ProcessingState,
    (None, "article_6"): enums.Article6,
    (None, "special_ground"): enums.SpecialCategoryGround,
    (None, "criminal_ground"): enums.CriminalDataGround,
    (None, "mechanism"): enums.TransferMechanism,
    (None, "basis"): enums.FurtherUseBasis,
    (None, "source"): enums.RetentionSource,
    (None, "european_criteria"): EuropeanCriterion,
    (None, "rights_offered"): enums.DataSubjectRight,
}
PARTS: Mapping[str, type[Model]] = {
    "purposes": models.Purpose,
    "legal_bases": models.LegalBasis,
    "data_uses": models.DataUse,
    "sources": models.DataSource,
    "recipients": models.Recipient,
    "transfers": models.Transfer,
    "retention": models.RetentionPeriod,
    "parties": models.PartyRelation,
    "further_uses": models.FurtherUse,
}
Told = Mapping[tuple[UUID, str], tuple[str, str]]
"""Per record and field: what it is called and what it says."""


def differences(before: Activity, after: Activity, words: Words) -> tuple[Change, ...]:
    """Every field that differs, in the order of the record; what came or went has an empty side."""
    first, second = told(before, words), told(after, words)
    keys = dict.fromkeys((*first, *second))
    changed = (key for key in keys if _text(first, key) != _text(second, key))
    return tuple(
        Change(label=(second.get(key) or first[key])[0], before=_text(first, key), after=_text(second, key))
        for key in changed
    )


def _text(found: Told, key: tuple[UUID, str]) -> str:
    return found[key][1] if key in found else ""


def told(activity: Activity, words: Words) -> Told:
    """The whole record as labels and texts."""
    names = subject_names(activity, words)
    found: dict[tuple[UUID, str], tuple[str, str]] = {}
    for owner, model, facts in _holders(activity):
        prefix = f"{part_name(model)} “{names.get(owner, '')}”: " if owner != activity.id else ""
        for field in dataclasses.fields(facts):
            text = _field_text(model, field.name, getattr(facts, field.name), words)
            if text is not None:
                found[(owner, field.name)] = (f"{prefix}{_label(model, field.name)}", text)
    return found


def _holders(activity: Activity) -> Iterator[tuple[UUID, type[Model], Any]]:
    yield activity.id, models.Activity, activity
    yield activity.id, models.Activity, activity.characteristics
    yield activity.id, models.Activity, activity.account
    for purpose in activity.purposes:
        yield purpose.id, models.Purpose, purpose
        yield from ((basis.id, models.LegalBasis, basis) for basis in purpose.legal_bases)
    for field in ("data_uses", "sources", "recipients", "transfers", "retention", "parties", "further_uses"):
        yield from ((part.id, PARTS[field], part) for part in getattr(activity, field))


def _field_text(model: type[Model], name: str, value: Any, words: Words) -> str | None:
    if name in NOT_TOLD or name in PARTS or isinstance(value, Characteristics | Accountability):
        return None
    if name in {"unit_id", "owner_id", "controller_ids"}:
        return None
    return worded(model, name, value, words)


def _label(model: type[Model], name: str) -> str:
    named = {
        "controllers": _("Controllers"),
        "system_ids": _("Systems"),
        "measure_ids": _("Measures"),
        "party_name": _("Party"),
        "record_state": _("State of the record"),
        "version": pgettext("number of an adopted text", "Version"),
    }
    return named.get(name) or label_of(model, {"party_id": "party"}.get(name, name))


def column_label(model: type[Model], column: str) -> str:
    """What a column of a table is called."""
    keys = {"unit_id", "owner_id", "party_id", "controller_id", "system_id", "measure_id"}
    return _label(model, column.removesuffix("_id") if column in keys else column)


def part_name(model: type[Model]) -> str:
    """What a kind of record is called."""
    return capfirst(str(model._meta.verbose_name))


def worded(model: type[Model], name: str, value: Any, words: Words) -> str:
    """A value of a field in words; empty for unknown."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return answer(value)
    if isinstance(value, UUID):
        return words.names.get(value, _("a record that is gone"))
    if hasattr(value, "isoformat"):
        return day(value)
    if isinstance(value, tuple | list):
        return _worded_list(model, name, value, words)
    return _worded_text(model, name, str(value), words)


def _worded_list(model: type[Model], name: str, values: Iterable[Any], words: Words) -> str:
    if name in LISTS:
        return listing(words.categories(LISTS[name], values))
    return listing(worded(model, name, each, words) for each in values)


def _worded_text(model: type[Model], name: str, text: str, words: Words) -> str:
    vocabulary = VOCABULARIES.get((model, name)) or VOCABULARIES.get((None, name))
    if vocabulary:
        return vocabulary_word(vocabulary, text)
    if name.endswith("provision_id"):
        return words.provision_text(text)
    by_name = {
        "rule_id": lambda: words.categories(RetentionRule, [text])[0],
        "category": lambda: words.categories(RecipientCategory, [text])[0],
        "recipient_category": lambda: words.categories(RecipientCategory, [text])[0],
        "trigger": lambda: words.trigger(text),
        "period": lambda: words.period(text),
        "policy_domain": lambda: words.domain(text),
        "sector_law": lambda: words.statute(text),
        "reference_activity": lambda: words.reference(text),
    }
    return by_name[name]() if name in by_name else text
