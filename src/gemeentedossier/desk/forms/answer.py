"""An answer to a criterion with what it rests on, and a piece of evidence by itself."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.desk.forms.activity.fields import LineField, WordsField
from gemeentedossier.desk.forms.activity.steps import AnswerForm
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.dossier.evidence.enums import Answer

People: TypeAlias = Iterable[tuple[UUID, str]]


class EvidenceForm(forms.Form):
    """A file, or a link with what was seen there: one of the two, or neither."""

    title = LineField(label=_("What the evidence is called"), help_text=_("Left empty, the name of the file."))
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("PDF, an office file, an image or plain text, at most 25 MB. It is kept here, unchanged."),
    )
    url = LineField(label=_("Or the address where it stands"))
    seen = WordsField(label=_("What you saw there"), rows=2)
    valid_until = DayField(
        label=_("Valid until"), required=False, help_text=_("From the day after, no answer can rest on it.")
    )
    owner_id = RecordChoice(
        label=_("Who looks after it"), required=False, help_text=_("They see to it that it is renewed in time.")
    )

    def __init__(self, *args: Any, people: People, myself: UUID | None, **options: Any) -> None:
        super().__init__(*args, **options)
        owner = self.fields["owner_id"]
        assert isinstance(owner, RecordChoice)  # noqa: S101  # for the type checker
        owner.offer([each for each in people if each[0] != myself], empty=pgettext("owner of evidence", "I do"))


class AnswerWithEvidenceForm(AnswerForm, EvidenceForm):
    """A person's answer to a criterion, with evidence that is here already or is added now."""

    evidence = forms.MultipleChoiceField(
        label=_("Evidence that is here already"), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = (
        *("answer", "explanation", "evidence"),
        *("title", "file", "url", "seen", "valid_until", "owner_id"),
        "review_on",
    )

    def __init__(
        self,
        *args: Any,
        pieces: Sequence[tuple[str, str]],
        answers: Sequence[Answer],
        must_explain: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offer(answers)
        self.fields["explanation"].required = must_explain
        if pieces or self.is_bound:  # what somebody chose and is gone since is an error, never an answer without it
            self.fields["evidence"].choices = pieces  # type: ignore[attr-defined]  # a choice field has choices
        else:
            del self.fields["evidence"]


class ProlongForm(forms.Form):
    """Until when the evidence holds, and why."""

    valid_until = DayField(label=_("Valid until"))
    reason = WordsField(label=_("Why it still holds"), rows=2)


class HandOverForm(forms.Form):
    """Who looks after the evidence from now on, and why."""

    owner_id = RecordChoice(label=_("Who looks after it from now on"))
    reason = WordsField(label=_("Reason"), rows=2)

    def __init__(self, *args: Any, people: People, **options: Any) -> None:
        super().__init__(*args, **options)
        owner = self.fields["owner_id"]
        assert isinstance(owner, RecordChoice)  # noqa: S101  # for the type checker
        owner.offer(people)


class WithdrawForm(forms.Form):
    """Why the evidence no longer counts."""

    reason = WordsField(label=_("Why it no longer counts"), rows=2)
