"""What happened to an agreement, as a timeline: what was done, by whom, why, and what it changed."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.agreements import enums, models
from gemeentedossier.dossier.agreements.engine.points import POINTS
from gemeentedossier.dossier.register.enums import PartyRole, TransferMechanism
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.snapshot.facts import Dossier

NOT_TOLD = frozenset({"agreement_id", "point"})
VOCABULARIES: Mapping[tuple[type[Model], str], type[StrEnum]] = {
    (models.Agreement, "kind"): enums.AgreementKind,
    (models.Agreement, "renewal"): enums.Renewal,
    (models.Agreement, "subprocessor_authorisation"): enums.Authorisation,
    (models.Agreement, "end_choice"): enums.EndChoice,
    (models.Agreement, "mechanism"): TransferMechanism,
    (models.AgreementParty, "kind"): enums.PartyKind,
    (models.AgreementParty, "role"): PartyRole,
    (models.SubProcessor, "decision"): enums.SubProcessorDecision,
    (models.DividedDuty, "duty"): enums.Duty,
}
CATEGORIES: Mapping[str, type[DataCategory | SubjectCategory]] = {
    "data_categories": DataCategory,
    "subject_categories": SubjectCategory,
}


def agreement_timeline(happenings: Iterable[Happening], dossier: Dossier, words: Words) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, newest first."""
    names = {**words.names, **dict(_names(dossier))}
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, words, names))


def verb_words(verb: str) -> str:
    """What was done, in words; that it was changed where the verb has none of its own."""
    words = {
        "agreements.record_agreement": _("Agreement recorded"),
        "agreements.edit_agreement": _("Agreement edited"),
        "agreements.record_point": _("Points recorded"),
        "agreements.divide_duty": _("Duty divided"),
        "agreements.give_instruction": _("Instruction given"),
        "agreements.review_party": _("Party reviewed"),
        "agreements.sign_agreement": _("Agreement signed"),
        "agreements.give_notice": _("Notice was given"),
        "agreements.renew_agreement": _("Agreement renewed"),
        "agreements.end_agreement": _("Agreement ended"),
        "agreements.prove_erasure": _("Erasure proved"),
        "agreements.add_sub_processor": _("Sub-processor added"),
        "agreements.decide_sub_processor": _("Sub-processor decided on"),
        "agreements.remove_sub_processor": _("Sub-processor removed"),
        "agreements.join_covenant": _("Participant joined"),
        "agreements.attest_participation": _("Participant attested"),
        "agreements.leave_covenant": _("Participant left"),
        "agreements.record_deviation": _("Deviation recorded"),
        "agreements.withdraw_deviation": _("Deviation withdrawn"),
        "agreements.write_clause": _("Shared clause written"),
        "agreements.remove_clause": _("Shared clause removed"),
        "guest.attest_participation": _("The participant attested itself"),
        "guest.hand_in_erasure": _("The processor handed in proof of erasure"),
        "parties.merge_party": _("A party that was here twice became one"),
    }
    return words.get(verb) or other_verb_words(verb)


def _names(dossier: Dossier) -> Iterator[tuple[UUID, str]]:
    yield from ((each.id, each.name) for each in dossier.activities)
    yield from ((p.id, p.text) for each in dossier.activities for p in each.purposes)
    yield from ((each.id, each.title) for each in dossier.evidence)


def _columns(change: RowChange, words: Words, names: Mapping[UUID, str]) -> Iterator[Change]:
    prefix = _part_name(change, words, names)
    yield from changes(
        change,
        (each for each in (*change.columns, *_links(change)) if each not in NOT_TOLD),
        label=lambda column: f"{prefix}{_label(change.model, column)}",
        told=lambda column, value: _worded(change.model, column, value, words, names),
    )


def _links(change: RowChange) -> Iterator[str]:
    """Columns that history leaves out for the register, and that are all that a link says."""
    if change.model is models.AgreementActivity:
        yield "activity_id"
    if change.model is models.AgreementPurpose:
        yield "purpose_id"


def _part_name(change: RowChange, words: Words, names: Mapping[UUID, str]) -> str:
    row = change.after or change.before
    if change.model is models.AgreedPoint:
        return f"{POINTS[enums.Point(row['point'])].label.in_language(words.language)}: "
    if change.model is models.DividedDuty:
        return f"{name_of(enums.Duty(row['duty']))}: "
    if change.model in (models.AgreementParty, models.SubProcessor, models.Deviation):
        return f"{names.get(row['party_id'], '')}: "
    return ""


def _label(model: type[Model], column: str) -> str:
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    links = {
        "activity_id": _("Processing activity"),
        "purpose_id": _("Purpose"),
        "system_id": _("System"),
        "given_by_id": _("By"),
    }
    return links.get(column) or capfirst(str(field.verbose_name))


def _worded(model: type[Model], column: str, value: Any, words: Words, names: Mapping[UUID, str]) -> str:
    kind = CATEGORIES.get(column)
    return worded(
        column,
        value,
        names=names,
        vocabulary=VOCABULARIES.get((model, column)),
        categories=(lambda ids: words.categories(kind, ids)) if kind else None,
    )
