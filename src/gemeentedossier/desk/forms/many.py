"""One change of many records: which, what it becomes, and why."""

from collections.abc import Iterable, Mapping
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.activity.fields import DayField, DomainField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding, offer
from gemeentedossier.dossier.register.enums import ActivityRole, ManyField, ProcessingState
from gemeentedossier.dossier.register.queries.many import Value
from gemeentedossier.dossier.snapshot.facts import Dossier

LONGEST_REVISION = 9
"""In digits: no record was edited a thousand million times."""


class ManyForm(forms.Form):
    """Records as they were read, the one value that all of them get, and the reason."""

    value = forms.Field()
    reason = WordsField(
        label=_("Why"), required=True, rows=2, help_text=_("It stands in the history of every record, with your name.")
    )
    records = forms.MultipleChoiceField(
        label=_("Records that change"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one record. Nothing was chosen, so nothing changed.")},
    )

    def __init__(
        self,
        *args: Any,
        what: ManyField,
        label: str,
        read: Mapping[UUID, int],
        names: Mapping[UUID, str],
        dossier: Dossier,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["value"] = _field_for(what, label, dossier)
        offer(self, "records", ((_key(each, read[each]), name) for each, name in names.items()))

    def read(self) -> dict[UUID, int]:
        """The records that stayed chosen, each with the revision as it was read."""
        return dict(read_key(each) for each in self.cleaned_data["records"])

    def value_chosen(self) -> Value:
        """What all of them get, as it is stored."""
        value = self.cleaned_data["value"]
        return str(value) if isinstance(value, ProcessingState | ActivityRole) else cast("Value", value)


def read_key(told: str) -> tuple[UUID, int]:
    """The record and the revision that a box names. Raises ValueError for anything else."""
    key, _dot, revision = told.partition(".")
    if not (revision.isascii() and revision.isdigit() and len(revision) <= LONGEST_REVISION):
        raise ValueError(told)
    return UUID(key), int(revision)


def _key(record: UUID, revision: int) -> str:
    return f"{record}.{revision}"


def _field_for(what: ManyField, label: str, dossier: Dossier) -> forms.Field:
    match what:
        case ManyField.OWNER:
            field: forms.Field = _choice(holding(dossier, None))
        case ManyField.UNIT:
            field = _choice((each.id, each.name) for each in dossier.organisation.units)
        case ManyField.POLICY_DOMAIN:
            field = DomainField(required=True)
        case ManyField.ROLE:
            field = VocabularyField(ActivityRole, required=True)
        case ManyField.PROCESSING_STATE:
            field = VocabularyField(ProcessingState, required=True)
        case ManyField.STARTED_ON | ManyField.ENDED_ON:
            field = DayField(required=True)
    field.label = label
    return field


def _choice(choices: Iterable[tuple[UUID, str]]) -> RecordChoice:
    field = RecordChoice()
    field.offer(choices)
    return field
