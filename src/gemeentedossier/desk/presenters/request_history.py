"""What happened to requests and consents, as a timeline."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.requests import enums
from gemeentedossier.dossier.requests.models import Consent, RequestActivity, SearchLine, Suspension
from gemeentedossier.dossier.snapshot.facts import Dossier

NOT_TOLD = frozenset({"request_id", "target_id"})
VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "right": DataSubjectRight,
    "channel": enums.Channel,
    "asked_by": enums.AskedBy,
    "proof": enums.RepresentationProof,
    "identity_method": enums.IdentityMethod,
    "extension_ground": enums.ExtensionGround,
    "closed_as": enums.ClosedAs,
    "question": enums.RequestQuestion,
    "form": enums.ConsentForm,
    "withdrawn_form": enums.ConsentForm,
    "given_by": enums.ConsentBy,
    "withdrawn_by": enums.ConsentBy,
}
BY_MODEL: Mapping[tuple[type[Model], str], type[StrEnum]] = {
    (Suspension, "ground"): enums.SuspensionGround,
    (SearchLine, "kind"): enums.LineKind,
    (Consent, "kind"): enums.ConsentKind,
}


def request_timeline(happenings: Iterable[Happening], dossier: Dossier, *, at: dt.datetime | None) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, in the order given."""
    words = words_of(dossier, at=at)
    names = {**words.names, **{each.id: each.name for each in dossier.activities}}

    def told(change: RowChange) -> Iterable[Change]:
        return changes(
            change,
            (each for each in change.columns if each not in NOT_TOLD),
            label=lambda column: f"{_of(change)}{_label(change.model, column)}",
            told=lambda column, value: _worded(change.model, column, value, names),
        )

    return timeline(happenings, titled=verb_words, told=told)


def verb_words(verb: str) -> str:
    """What was done, in words."""
    words = {
        "requests.record_request": _("Request recorded"),
        "requests.edit_request": _("Receipt corrected"),
        "requests.change_requester": _("Name and address changed"),
        "requests.acknowledge_request": _("Receipt confirmed"),
        "requests.suspend_request": _("Term stood still"),
        "requests.resume_request": _("Term went on"),
        "requests.extend_request": _("Term made longer"),
        "requests.lay_search_plan": _("Places taken from the register"),
        "requests.tick_line": _("Place ticked off"),
        "requests.remove_line": _("Place taken out"),
        "requests.follow_party": _("Two parties joined"),
        "requests.answer_questions": _("Questions answered"),
        "requests.write_parts": _("Part decided on"),
        "requests.advise_request": _("Advice given"),
        "requests.decide_request": _("Request decided on"),
        "requests.undo_decision": _("Decision taken back"),
        "requests.tell_request": _("Answer sent"),
        "requests.record_remedies": _("Objection or notice of default recorded"),
        "requests.close_request": _("Request closed"),
        "requests.reopen_request": _("Request opened again"),
        "requests.file_request": _("Filed on the website"),
        "requests.record_consent": _("Consent recorded"),
        "requests.withdraw_consent": _("Consent taken back"),
        "requests.check_use": _("Use of data looked at"),
        "exchange.load_dossier": _("Dossier loaded"),
    }
    return words.get(verb) or other_verb_words(verb)


def _of(change: RowChange) -> str:
    """Which place a line is about."""
    row = change.after or change.before
    return f"{row['name']}: " if change.model is SearchLine else ""


def _label(model: type[Model], column: str) -> str:
    if model is RequestActivity:
        return _("Processing activity")
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    return capfirst(str(field.verbose_name))


def _worded(model: type[Model], column: str, value: Any, names: Any) -> str:
    vocabulary = BY_MODEL.get((model, column)) or VOCABULARIES.get(column)
    return worded(column, value, names=names, vocabulary=vocabulary)
