"""What is recorded of systems, measures, levels and access."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.desk.forms.activity.fields import (
    CategoriesField,
    LineField,
    TermsField,
    VocabularyField,
    WordsField,
)
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.snapshot.facts import Dossier

MANY = 1_000_000


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MANY)


class OwnedForm(forms.Form):
    """A record with a name and somebody who answers for it; ``revision`` is the one that was read."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    name = LineField(label=_("Name"), required=True)
    owner_id = RecordChoice(label=_("Who answers for it"), required=False)

    def __init__(self, *args: Any, record: object, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        field = self.fields["owner_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        people = ((each.id, each.name) for each in dossier.organisation.colleagues)
        field.offer(people, empty=pgettext("choice", "Nobody yet"))


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


class LevelsForm(forms.Form):
    """The level of each aspect, with its reason."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, found: Classification | None, **options: Any) -> None:
        super().__init__(*args, **options)
        language = get_language() or "nl"
        self.initial["revision"] = found.revision if found else 0
        for aspect in SecurityAspect:
            levels = [each for each in current_catalogue().security_levels.values() if each.aspect is aspect]
            choices = [
                (str(e.level), f"{e.level}. {e.name.in_language(language)}: {e.guide.in_language(language)}")
                for e in sorted(levels, key=lambda each: each.level)
            ]
            self.fields[aspect.value] = forms.TypedChoiceField(
                label=name_of(aspect).capitalize(),
                required=False,
                coerce=int,
                empty_value=None,
                choices=[("", pgettext("choice", "Not classified yet")), *choices],
                initial=found.levels[aspect] if found else None,
            )
            self.fields[f"{aspect.value}_reason"] = WordsField(
                label=_("Why: what can go wrong for people"), rows=2, initial=found.reasons[aspect] if found else ""
            )


class DepartureForm(forms.Form):
    """Another level for a system than it inherits."""

    aspect = VocabularyField(SecurityAspect, label=_("Aspect"), required=True)
    level = forms.TypedChoiceField(
        label=pgettext_lazy("security", "Level"), coerce=int, choices=[(n, n) for n in (1, 2, 3, 4)]
    )
    reason = WordsField(label=_("Why the system differs"), required=True, rows=2)


class AccessForm(forms.Form):
    """A line of the access matrix."""

    function = LineField(label=_("Function"), required=True, help_text=_("A function of the organisation, no person."))
    purpose_id = RecordChoice(label=_("Purpose"), required=False)
    data_categories = CategoriesField(DataCategory, label=_("Data"))
    may_change = AnswerField(label=_("May change them"))
    reason = LineField(label=_("Why the task needs it"), required=True)

    def __init__(self, *args: Any, activity: Activity, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["purpose_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        purposes = ((each.id, each.text) for each in activity.purposes)
        field.offer(purposes, empty=pgettext("purpose", "All purposes of this activity"))
        data: Any = self.fields["data_categories"]
        data.offer(tuple(dict.fromkeys(each for use in activity.data_uses for each in use.data_categories)))


class RightForm(forms.Form):
    """A right as it was found in a system."""

    holder = LineField(label=_("Account or group"), required=True, help_text=_("As the system calls it."))
    function = LineField(label=_("Function"), required=True, help_text=_("The function that it belongs to."))
    system_id = RecordChoice(label=_("System"))
    purpose_id = RecordChoice(label=_("Purpose"), required=False)
    account_active = AnswerField(label=_("The account can sign in"))
    role_ended_on = DayField(label=_("Role or employment ended on"), required=False)
    seen_on = DayField(label=_("Seen on"))

    def __init__(self, *args: Any, activity: Activity, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        systems: Any = self.fields["system_id"]
        systems.offer((each.id, each.name) for each in dossier.systems if each.id in activity.system_ids)
        purposes: Any = self.fields["purpose_id"]
        every = pgettext("purpose", "All purposes of this activity")
        purposes.offer(((each.id, each.text) for each in activity.purposes), empty=every)


class GoneForm(forms.Form):
    """Which right is gone."""

    right_id = RecordChoice(label=_("Account or group"))
    reason = WordsField(label=_("Since when, and how you know"), required=True, rows=2)

    def __init__(self, *args: Any, activity: Activity, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["right_id"]
        field.offer((each.id, each.holder) for each in dossier.access_rights if each.activity_id == activity.id)
