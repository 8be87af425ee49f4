"""The form of each section: its own fields, and the rows of its parts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.desk.forms.activity import parts
from gemeentedossier.desk.forms.activity.fields import (
    LONGEST_NAME,
    ChosenField,
    DomainField,
    LineField,
    ManyField,
    OptionalTermsField,
    StatuteField,
    SuggestedField,
    TermsField,
    VocabularyField,
    WordsField,
)
from gemeentedossier.desk.forms.activity.rows import Around, FactsForm, Resolve, RowForm, Rows
from gemeentedossier.desk.presenters.activity.nature import LISTED
from gemeentedossier.desk.presenters.activity.vocabulary import EuropeanCriterion
from gemeentedossier.dossier.register import facts, models
from gemeentedossier.dossier.register.enums import ActivityRole, DataSubjectRight, ProcessingState

NEW_ONES = _("Not in the list? Write new ones here, one on each line: they are recorded.")


class ActivityForm(FactsForm):
    """Fields of the activity itself, its characteristics and its account, whose names never meet."""

    model = models.Activity

    def initial_for(self, held: Any, around: Around) -> Mapping[str, Any]:
        told = (held.characteristics, held.account)
        return {n: getattr(each, n) for each in told for n in self.base_fields if hasattr(each, n)}

    def changed(self, activity: facts.Activity, resolve: Resolve) -> facts.Activity:
        """The activity as this form says it must read."""
        values = self.values(resolve)
        return dataclasses.replace(
            activity,
            **_of(facts.Activity, values),
            characteristics=dataclasses.replace(activity.characteristics, **_of(facts.Characteristics, values)),
            account=dataclasses.replace(activity.account, **_of(facts.Accountability, values)),
        )

    def values(self, resolve: Resolve) -> dict[str, Any]:
        """What the fields say, by fact."""
        return dict(self.cleaned_data)


def _of(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    names = {each.name for each in dataclasses.fields(kind)}
    return {name: value for name, value in values.items() if name in names}


class IdentityForm(ActivityForm):
    name = LineField(required=True)
    description = WordsField(rows=4)
    controller_ids = ChosenField("controllers", label=_("Controllers"))
    controllers_own = TermsField(help_text=_("What the list does not have, one on each line."))
    role = VocabularyField(ActivityRole)
    unit_name = SuggestedField("units", label=_("Unit"), help_text=_("A new name is recorded as a new unit."))
    owner_name = SuggestedField("people", label=_("Process owner"), help_text=_("Someone who is recorded here."))
    policy_domain = DomainField()
    sector_law = StatuteField()
    reference = LineField(max_length=60)
    processing_state = VocabularyField(ProcessingState)
    started_on = DayField(required=False)
    ended_on = DayField(required=False)

    def initial_for(self, held: Any, around: Around) -> Mapping[str, Any]:
        return {"unit_name": held.unit, "owner_name": held.owner}

    def clean_owner_name(self) -> str:
        name = str(self.cleaned_data["owner_name"])
        people = {label.casefold() for _key, label in self.around.records.get("people", ())}
        if name and name.casefold() not in people:
            raise forms.ValidationError(
                _(
                    "Nobody who can answer for a record is called “%(name)s”. Choose a name from the list; the "
                    "administrator adds people and gives them a role."
                ),
                params={"name": name},
            )
        return name

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        started, ended = given.get("started_on"), given.get("ended_on")
        if started and ended and ended < started:
            self.add_error("ended_on", _("The activity ends before it starts. Correct one of the two dates."))
        return given

    def values(self, resolve: Resolve) -> dict[str, Any]:
        values = super().values(resolve)
        unit, owner = values.pop("unit_name"), values.pop("owner_name")
        return {
            **values,
            "unit_id": resolve("unit", unit) if unit else None,
            "owner_id": self._owner(owner, resolve),
        }

    def _owner(self, name: str, resolve: Resolve) -> UUID | None:
        """Two people may have one name: who is owner stays so until another name is written."""
        if name == self.held.owner:
            owner: UUID | None = self.held.owner_id
            return owner
        return resolve("person", name) if name else None


class PurposesForm(ActivityForm):
    fairness = WordsField()
    shared_systems = AnswerField()
    purpose_separation = WordsField()


class DataForm(ActivityForm):
    minimisation = WordsField()
    accuracy = WordsField()
    free_text = AnswerField()
    free_text_instruction = WordsField(rows=2)
    uses_base_registry = AnswerField()
    base_registry_feedback = WordsField(rows=2)
    identification_not_needed = AnswerField()


class InformingForm(ActivityForm):
    information_given = AnswerField()
    information_method = WordsField(rows=2)
    information_moment = WordsField(rows=2)
    information_waived = AnswerField()
    information_waiver_reason = WordsField(rows=2)
    rights_offered = ManyField(DataSubjectRight)


class RecipientsForm(ActivityForm):
    cross_domain_sharing = AnswerField()
    transfer_outside_eea = AnswerField()


class RetentionForm(ActivityForm):
    destruction = WordsField()
    last_destruction_on = DayField(required=False)
    archiving_in_public_interest = AnswerField()
    research_or_statistics = AnswerField()
    archive_safeguards = WordsField(rows=2)


class PartiesForm(ActivityForm):
    covenant = AnswerField()
    covenant_name = LineField()
    joint_arrangement = WordsField(rows=2)


class SecurityForm(ActivityForm):
    system_ids = ChosenField("systems", label=_("Systems"))
    new_systems = TermsField(label=_("New systems"), longest=LONGEST_NAME, help_text=NEW_ONES)
    measure_ids = ChosenField("measures", label=_("Measures"))
    new_measures = TermsField(label=_("New measures"), longest=LONGEST_NAME, help_text=NEW_ONES)
    security = WordsField()

    def values(self, resolve: Resolve) -> dict[str, Any]:
        values = super().values(resolve)
        for kind in ("system", "measure"):
            new = (resolve(kind, name) for name in values.pop(f"new_{kind}s"))
            values[f"{kind}_ids"] = tuple(dict.fromkeys((*values[f"{kind}_ids"], *new)))
        return values


class CharacteristicsForm(ActivityForm):
    impact_assessment_required = AnswerField()
    impact_assessment_completed_on = DayField(required=False)
    authority_list_items = OptionalTermsField(help_text=_("One on each line. Write “geen” where none of them applies."))
    european_criteria = ManyField(EuropeanCriterion)


CharacteristicsForm.base_fields = {
    **{name: AnswerField() for name in LISTED},
    **CharacteristicsForm.base_fields,
}


class FurtherUseForm(ActivityForm):
    further_use = AnswerField()


class AutomatedForm(ActivityForm):
    automated_decision = AnswerField()
    automated_decision_ground = WordsField(rows=2)
    automated_decision_safeguards = WordsField(rows=2)
    profiling_with_effect = AnswerField()
    algorithm = AnswerField()
    algorithm_register = LineField()


class RemarksForm(ActivityForm):
    remarks = WordsField(rows=6)


Parts = tuple[tuple[str, type[RowForm]], ...]
FORMS: Mapping[str, tuple[type[ActivityForm], Parts]] = {
    "identity": (IdentityForm, ()),
    "purposes": (PurposesForm, (("purposes", parts.PurposeForm),)),
    "data": (DataForm, (("data_uses", parts.DataUseForm),)),
    "informing": (InformingForm, (("sources", parts.DataSourceForm),)),
    "recipients": (RecipientsForm, (("recipients", parts.RecipientForm), ("transfers", parts.TransferForm))),
    "retention": (RetentionForm, (("retention", parts.RetentionForm),)),
    "parties": (PartiesForm, (("parties", parts.PartyForm),)),
    "security": (SecurityForm, ()),
    "characteristics": (CharacteristicsForm, ()),
    "further-use": (FurtherUseForm, (("further_uses", parts.FurtherUseForm),)),
    "automated": (AutomatedForm, ()),
    "remarks": (RemarksForm, ()),
}
"""Per section the form of its own fields, and the parts of the activity that it holds."""


class SectionForm:
    """Everything of one section as it can be written."""

    def __init__(
        self, section: str, activity: facts.Activity, *, around: Around, data: Mapping[str, Any] | None = None
    ) -> None:
        kind, held_parts = FORMS[section]
        self.section, self.activity = section, activity
        self.led_by: tuple[str, str] | None = None  # the rule and the subject of the finding that led here
        self.form = kind(data, held=activity, around=around, prefix=section)
        self.rows = {
            name: Rows(form, prefix=name.replace("_", "-"), around=around, held=getattr(activity, name), data=data)
            for name, form in held_parts
        }
        written = str(data.get("revision", "")) if data is not None else ""
        self.revision = int(written[:9]) if written.isdecimal() else activity.revision

    def aim(self, field: str, record: UUID | None, *, asks: str) -> None:
        """Give the field the focus, and let it say what is asked: of this record, of any, or of a new one."""
        if not field or self.form.aim(field, asks=asks):
            return
        for wanted in dict.fromkeys((record, None)):
            if any(rows.aim(field, wanted, asks=asks) for rows in self.rows.values()):
                return
        for rows in self.rows.values():
            if rows.aim_anew(field, asks=asks):
                return

    def is_valid(self) -> bool:
        """Whether every value is possible; an incomplete record is."""
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def problems(self) -> Iterator[tuple[forms.BoundField, str]]:
        """Each refused value with its sentence."""
        yield from self.form.problems()
        for rows in self.rows.values():
            yield from rows.problems()

    @property
    def faults(self) -> tuple[tuple[forms.BoundField, str], ...]:
        """The same of a form that was sent; nothing of one that was not."""
        return tuple(self.problems()) if self.form.is_bound else ()

    def made(self, resolve: Resolve) -> facts.Activity:
        """The activity as it must read, at the revision that the writer saw."""
        changed = self.form.changed(self.activity, resolve)
        written: dict[str, Any] = {name: rows.made(resolve) for name, rows in self.rows.items()}
        activity = dataclasses.replace(changed, **written, revision=self.revision)
        return _without_lost_purposes(activity)


def _without_lost_purposes(activity: facts.Activity) -> facts.Activity:
    """A purpose that goes takes its mark on data uses along."""
    known = {purpose.id for purpose in activity.purposes}

    def kept(ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
        return tuple(each for each in ids if each in known)

    uses = tuple(dataclasses.replace(use, purpose_ids=kept(use.purpose_ids)) for use in activity.data_uses)
    return dataclasses.replace(activity, data_uses=uses)
