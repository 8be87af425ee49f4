"""What is recorded of levels and access."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import CategoriesField, LineField, TermsField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import AccessRule, Classification
from gemeentedossier.dossier.snapshot.facts import Dossier


class LevelsForm(ReadForm):
    """The level of each aspect, with its reason."""

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
            )
            self.fields[f"{aspect.value}_reason"] = WordsField(label=_("Why: what can go wrong for people"), rows=2)
            held = (found.levels[aspect], found.reasons[aspect]) if found else (None, "")
            self.initial.update(zip((aspect.value, f"{aspect.value}_reason"), held, strict=True))


class AccessForm(forms.Form):
    """A line of the access matrix."""

    function = LineField(label=_("Function"), required=True, help_text=_("A function of the organisation, no person."))
    purpose_id = RecordChoice(label=_("Purpose"), required=False)
    data_categories = CategoriesField(DataCategory, label=_("Data"))
    data_own = TermsField(label=_("Data in own words"), help_text=_("What the list does not have, one on each line."))
    may_change = AnswerField(label=_("May change them"))
    reason = LineField(label=_("Why the task needs it"), required=True)

    def __init__(self, *args: Any, activity: Activity, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "access-%s", **options})
        field = self.fields["purpose_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        purposes = ((each.id, each.text) for each in activity.purposes)
        field.offer(purposes, empty=pgettext("purpose", "All purposes of this activity"))
        data: Any = self.fields["data_categories"]
        used = [each for use in activity.data_uses for each in use.data_categories]
        data.offer(tuple(dict.fromkeys((*used, *self.initial.get("data_categories", ())))))


class LineForm(AccessForm):
    """A line of the access matrix, opened for editing; ``read`` is the mark of the line as it was read."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, line: AccessRule, **options: Any) -> None:
        held = {name: getattr(line, name) for name in AccessForm.base_fields}
        super().__init__(*args, **{**options, "initial": {**held, "read": line.mark}})


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
        super().__init__(*args, **{"auto_id": "right-%s", **options})
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
        super().__init__(*args, **{"auto_id": "gone-%s", **options})
        field: Any = self.fields["right_id"]
        field.offer((each.id, each.holder) for each in dossier.access_rights if each.activity_id == activity.id)
