"""Reasons for the steps of a record, the start of a new one, and the answer to a criterion."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, WordsField, _Name
from gemeentedossier.dossier.evidence.enums import Answer


class ReasonForm(ReadForm):
    """Why a step is taken; ``revision`` is the one of the record that was read."""

    reason = WordsField(label=_("Reason"), rows=4)

    def __init__(self, *args: Any, must: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = must


class NewActivityForm(forms.Form):
    """The name is all that a new record needs."""

    name = LineField(
        label=_("Name of the processing activity"),
        required=True,
        help_text=_("Say what is done, such as: deciding on an application for household help."),
    )


class AnswerForm(forms.Form):
    """A person's answer to a criterion that no recorded fact can tell."""

    answer = forms.ChoiceField(
        label=_("Your answer"), widget=forms.RadioSelect, choices=[(a.value, _Name(a)) for a in Answer]
    )
    explanation = WordsField(label=_("Explanation"), rows=3)
    review_on = DayField(label=_("Look at this again on"), required=False)

    def offer(self, answers: Iterable[Answer]) -> None:
        """Ask only for these answers."""
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # for the type checker
        field.choices = [(each.value, _Name(each)) for each in answers]
