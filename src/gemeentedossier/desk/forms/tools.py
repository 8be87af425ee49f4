"""What is recorded of digital tools, what is asked of them, and what may go into them."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import (
    CategoriesField,
    LineField,
    TermsField,
    VocabularyField,
    WordsField,
)
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.assets import OwnedForm
from gemeentedossier.desk.forms.risks import ask
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.tools import Asked
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.dossier.snapshot.facts import Dossier

OWN, CATEGORY = "own:", "category:"


class ToolForm(OwnedForm):
    """A digital tool; whether it may be used is judged apart."""

    kind = VocabularyField(ToolKind, label=_("Kind of tool"))
    description = WordsField(label=_("What it is used for"), rows=2)
    supplier = LineField(label=_("Supplier"), help_text=_("A name that is not known is added to the parties."))
    system_id = RecordChoice(label=_("Part of the system"), required=False)
    may_go_in = WordsField(label=_("What may go in, whatever the work"), rows=2)
    may_not_go_in = WordsField(label=_("What may never go in"), rows=2)
    algorithm_entry = forms.URLField(
        label=_("Entry in the algorithm register"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text=_("The whole address."),
    )

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, dossier=dossier, **options)
        fields: Any = self.fields
        none = pgettext("tool", "Of no system")
        fields["system_id"].offer(((each.id, each.name) for each in dossier.systems), empty=none)


class JudgeForm(ReadForm):
    """Whether people may work with a tool, and why; ``revision`` is the one that was read."""

    state = VocabularyField(ToolState, label=_("May it be used"), required=True)
    conditions = WordsField(label=_("On which conditions"), rows=2)
    reviewed_on = DayField(label=_("Looked at on"))
    reason = WordsField(label=_("Why"), required=True, rows=2)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "state", ToolState)


class ToolRuleForm(forms.Form):
    """What may or may not go into a tool for an activity."""

    allowed = forms.TypedChoiceField(
        label=_("May it go in"),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, it may")), ("no", _("No, it may not"))],
    )
    purpose_id = RecordChoice(label=_("Purpose"), required=False)
    data_categories = CategoriesField(DataCategory, label=_("Data"))
    data_own = TermsField(
        label=_("Data in own words"), help_text=_("Nothing ticked or written is about all data of this purpose.")
    )
    reason = WordsField(label=_("Why"), required=True, rows=2)

    def __init__(self, *args: Any, activity: Activity, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        every = pgettext("purpose", "All purposes of this activity")
        fields["purpose_id"].offer(((each.id, each.text) for each in activity.purposes), empty=every)
        fields["data_categories"].offer(
            tuple(dict.fromkeys(each for use in activity.data_uses for each in use.data_categories))
        )


class ChooseActivityForm(forms.Form):
    """For which activity a rule is recorded."""

    activity = RecordChoice(label=_("Processing activity"))

    def __init__(self, *args: Any, activities: Iterator[Activity], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["activity"].offer((each.id, each.name) for each in activities)


class WithdrawRuleForm(forms.Form):
    """Which rule no longer holds, and why."""

    rule_id = RecordChoice(label=_("Rule"))
    reason = WordsField(label=_("Why"), required=True, rows=2)

    def __init__(self, *args: Any, rules: Iterator[tuple[ToolRule, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["rule_id"].offer((rule.id, told) for rule, told in rules)


class AskForm(forms.Form):
    """May these data go into a tool, for this work? The purposes and data are those of the activity that is chosen."""

    activity = RecordChoice(label=_("For which work"), required=False)
    purpose = RecordChoice(label=_("Purpose"), required=False)
    which = forms.MultipleChoiceField(
        label=_("Which data"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-pick"}),
        help_text=_("Nothing ticked asks about all of them."),
    )

    def __init__(self, *args: Any, dossier: Dossier, activity: Activity | None, words: Words, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["activity"].offer((each.id, each.name) for each in dossier.activities)
        if activity is None:
            del fields["purpose"], fields["which"]
            return
        every = pgettext("purpose", "All purposes of this activity")
        fields["purpose"].offer(((each.id, each.text) for each in activity.purposes), empty=every)
        fields["which"].choices = list(_data_of(activity, words))

    def asked(self, activity: Activity) -> Asked:
        """What is asked, as far as it was chosen."""
        self.is_valid()
        chosen = self.cleaned_data.get("which") or []
        return Asked(
            activity_id=activity.id,
            purpose_id=self.cleaned_data.get("purpose"),
            data_categories=tuple(each.removeprefix(CATEGORY) for each in chosen if each.startswith(CATEGORY)),
            data_own=tuple(each.removeprefix(OWN) for each in chosen if each.startswith(OWN)),
        )


def _data_of(activity: Activity, words: Words) -> Iterator[tuple[str, str]]:
    categories = tuple(dict.fromkeys(each for use in activity.data_uses for each in use.data_categories))
    for key, name in zip(categories, words.categories(DataCategory, categories), strict=True):
        yield f"{CATEGORY}{key}", name
    for own in dict.fromkeys(each for use in activity.data_uses for each in use.data_categories_own if each.strip()):
        yield f"{OWN}{own}", own
