"""What is recorded of systems and measures, and what can be done with one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, TermsField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding, nobody, offer
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.snapshot.facts import Dossier

MANY = 1_000_000


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MANY)


class OwnedForm(ReadForm):
    """A record with a name and somebody who answers for it; ``revision`` is the one that was read."""

    name = LineField(label=_("Name"), required=True)
    owner_id = RecordChoice(label=_("Who answers for it"), required=False)

    def __init__(self, *args: Any, record: object, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        field = self.fields["owner_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        field.offer(holding(dossier, getattr(record, "owner_id", None)), empty=nobody())


class SystemForm(OwnedForm):
    """A system as an asset."""

    description = WordsField(label=_("What it is used for"), rows=2)
    supplier = LineField(label=_("Supplier"), help_text=_("A name that is not known is added to the parties."))
    location = LineField(label=_("Where the data stand"))
    state = VocabularyField(SystemState, label=_("State"))
    supported_until = DayField(label=_("Maintained up to and including"), required=False)
    legacy_reason = WordsField(label=_("Why it still runs"), rows=2)
    oldest_record_on = DayField(label=_("Date of the oldest record"), required=False)
    oldest_record_measured_on = DayField(label=_("Measured on"), required=False)
    accounts = _count(_("Accounts that can sign in"))
    accounts_reviewed_on = DayField(label=_("Accounts gone through on"), required=False)
    recovery_hours = _count(_("Back within, in hours"))
    loss_hours = _count(_("Work that may be lost, in hours"))
    fallback = WordsField(label=_("How people are helped meanwhile"), rows=2)
    recovery_tested_on = DayField(label=_("Recovery tried on"), required=False)


class MeasureForm(OwnedForm):
    """A measure with how one sees that it works."""

    description = WordsField(label=_("Description"), rows=2)
    state = VocabularyField(MeasureState, label=_("State"))
    baseline = TermsField(
        label=_("Numbers of BIO2 1.3"), help_text=_("One control or measure a line, such as 8.15 or 8.15.01.")
    )
    effects = forms.MultipleChoiceField(
        label=_("What it brings about"), required=False, widget=forms.CheckboxSelectMultiple
    )
    indicator = WordsField(label=_("How one sees that it works"), rows=2)
    result = WordsField(label=_("What was seen"), rows=2)
    measured_on = DayField(label=_("Seen on"), required=False)
    repeated_incident_on = DayField(label=_("The same happened again on"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["effects"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(each.value, name_of(each)) for each in Effect]

    def clean_effects(self) -> tuple[Effect, ...]:
        """In the order of the vocabulary."""
        return tuple(each for each in Effect if each in self.cleaned_data["effects"])


class ShowForm(forms.Form):
    """Which evidence shows a measure."""

    evidence_id = RecordChoice(label=_("Evidence"), help_text=_("Add it as evidence first; here you link it."))

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["evidence_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        field.offer((each.id, each.title) for each in dossier.evidence if each.lost_at is None)


class UnlinkForm(forms.Form):
    """Which evidence does not show the measure after all, and why."""

    evidence_id = RecordChoice(label=_("Evidence"))
    reason = WordsField(label=_("Why it does not show this measure"), required=True, rows=2)

    def __init__(self, *args: Any, measure: Measure, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "unlink-%s", **options})
        field: Any = self.fields["evidence_id"]
        field.offer((each.id, each.title) for each in dossier.evidence if each.id in measure.evidence_ids)


class DepartureForm(forms.Form):
    """Another level for a system than it inherits."""

    aspect = VocabularyField(SecurityAspect, label=_("Aspect"), required=True)
    level = forms.TypedChoiceField(
        label=pgettext_lazy("security", "Level"), coerce=int, choices=[(n, n) for n in (1, 2, 3, 4)]
    )
    reason = WordsField(label=_("Why the system differs"), required=True, rows=2)


class FollowForm(forms.Form):
    """Of which aspect the system follows its activities again."""

    aspect = forms.TypedChoiceField(label=_("Aspect"), coerce=SecurityAspect)

    def __init__(self, *args: Any, system: System, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "follow-%s", **options})
        departed = (each.aspect for each in dossier.system_levels if each.system_id == system.id)
        offer(self, "aspect", ((each.value, name_of(each).capitalize()) for each in departed))


class RemoveForm(forms.Form):
    """Why a record is removed."""

    reason = WordsField(label=_("Why it is removed"), required=True, rows=2)
