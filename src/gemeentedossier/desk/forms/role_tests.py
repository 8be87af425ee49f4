"""The questions that tell what a party is, and the decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import AnswerField
from gemeentedossier.desk.forms.activity.fields import LineField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.dossier.agreements.engine.role import question_text
from gemeentedossier.dossier.agreements.engine.role_words import QUESTIONS
from gemeentedossier.dossier.agreements.enums import FoundRole, RoleQuestion
from gemeentedossier.dossier.agreements.facts import RoleAnswer
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id


class RoleTestForm(forms.Form):
    """Who is it about, and an answer to each question with what it rests on."""

    party_name = LineField(label=_("Party"), required=True, help_text=_("A name that is not known is added."))
    activity_id = RecordChoice(label=_("Processing activity"), required=False)

    def __init__(self, *args: Any, dossier: Dossier, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["activity_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        activities = ((each.id, each.name) for each in dossier.activities)
        field.offer(activities, empty=pgettext("role test", "Whatever the activity"))
        for question in QUESTIONS:
            self.fields[question.value] = AnswerField(label=question_text(question).in_language(language))
            self.fields[f"{question.value}-why"] = LineField(label=_("What this answer rests on"), max_length=1000)

    def answers(self) -> list[RoleAnswer]:
        """What was answered; a question that was left open is none."""
        given = self.cleaned_data
        return [
            RoleAnswer(new_id(), question, given[question.value], given[f"{question.value}-why"])
            for question in RoleQuestion
            if given[question.value] is not None or given[f"{question.value}-why"]
        ]


class DecideRoleForm(forms.Form):
    """What the party is."""

    role = VocabularyField(FoundRole, label=_("Role"), required=True)
    reason = WordsField(
        label=_("Reason"), rows=2, help_text=_("Needed where the answers say otherwise, or leave it open.")
    )
