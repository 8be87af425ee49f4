"""Which records of who left go to whom, and why."""

from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.activity.fields import WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import offer
from gemeentedossier.method.facts import Held

MEANWHILE = _(
    "One of these records was changed since this page was opened, or is on another name now. Nothing was handed over; "
    "look at what stands here now and choose again."
)


class HandOverForm(forms.Form):
    """All or some of the records of one leaver, to one colleague. Each record is named as it was read."""

    records = forms.MultipleChoiceField(
        label=_("What is handed over"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose what is handed over. Nothing was chosen, so nothing changed."),
            "invalid_choice": MEANWHILE,
        },
    )
    to = RecordChoice(label=_("Who becomes accountable"))
    reason = WordsField(
        label=_("Why"), required=True, rows=2, help_text=_("It stands in the history of every record, with your name.")
    )

    def __init__(
        self,
        *args: Any,
        held: Sequence[Held],
        labels: Iterable[tuple[str, str]],
        people: Iterable[tuple[UUID, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **{**options, "initial": {"records": [each.key for each in held]}})
        self.held = {each.key: each for each in held}
        offer(self, "records", labels)
        cast("RecordChoice", self.fields["to"]).offer(people)

    def chosen(self) -> tuple[Held, ...]:
        """The records that were chosen, as they were read."""
        return tuple(self.held[each] for each in self.cleaned_data["records"])


class HandBackForm(forms.Form):
    """Why what was handed over goes back."""

    reason = WordsField(label=_("Why it goes back"), required=True, rows=2)
