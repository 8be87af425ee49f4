"""One change of many records: which, what it becomes, and why."""

from collections.abc import Iterable, Mapping
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.design.choosing import ChoiceOrOwn
from gemeentedossier.desk.forms.activity.fields import DayField, DomainField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding, offer
from gemeentedossier.desk.presenters.activity.domains import own_domains
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
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
            field = DomainChoiceField(dossier)
        case ManyField.ROLE:
            field = VocabularyField(ActivityRole, required=True)
        case ManyField.PROCESSING_STATE:
            field = VocabularyField(ProcessingState, required=True)
        case ManyField.STARTED_ON | ManyField.ENDED_ON:
            field = DayField(required=True)
    field.label = label
    return field


class DomainChoiceField(forms.MultiValueField):
    """A policy domain from the list of the catalogue or of what is in use here, or another one in own words."""

    def __init__(self, dossier: Dossier) -> None:
        choices = domain_choices(dossier)
        listed = forms.ChoiceField(choices=choices, required=False)
        widget = ChoiceOrOwn(choices=choices, own=_("Or in your own words"))
        super().__init__(fields=(listed, DomainField()), require_all_fields=False, widget=widget)

    def compress(self, data_list: list[Any]) -> str:
        """What was written, which goes before what the list says."""
        listed, own = [*data_list, "", ""][:2]
        return str(own or listed)


def domain_choices(dossier: Dossier) -> list[tuple[Any, Any]]:
    """Those of the catalogue and, apart from these, what the municipality uses besides."""
    own = (*own_domains(dossier.activities), *(dossier.organisation.policy_domains or ()))
    used = sorted({each for each in own if each not in set(PolicyDomain)}, key=str.casefold)
    every: list[tuple[Any, Any]] = [("", pgettext("policy domain", "Choose one"))]
    every.append((_("From the list"), [(each.value, name_of(each)) for each in PolicyDomain]))
    return [*every, (_("In use here"), [(each, each) for each in used])] if used else every


def said_value(what: ManyField, value: str, dossier: Dossier) -> dict[str, list[str]]:
    """The value as the form of this field sends it: of a policy domain that stands in no list, as own words."""
    if what is not ManyField.POLICY_DOMAIN:
        return {"value": [value]}
    listed = {key for _group, choices in domain_choices(dossier)[1:] for key, _name in choices}
    return {"value": [value], "value_own": [""]} if value in listed else {"value": [""], "value_own": [value]}


def _choice(choices: Iterable[tuple[UUID, str]]) -> RecordChoice:
    field = RecordChoice()
    field.offer(choices)
    return field
