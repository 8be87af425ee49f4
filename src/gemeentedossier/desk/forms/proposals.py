"""What is done with something that Part C proposes to the register."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.activity.fields import VocabularyField, WordsField
from gemeentedossier.desk.forms.risks import ask
from gemeentedossier.dossier.risks.enums import ProposalAnswer


class ProposalForm(forms.Form):
    """Take it over or refuse it; ``revision`` is the one of the record that was read."""

    calls_optional = False
    """A refusal asks its reason."""
    revision = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(widget=forms.HiddenInput, strip=False)
    answer = VocabularyField(ProposalAnswer, label=_("What is done with it"), required=True)
    reason = WordsField(label=_("Why the register stays as it is"), rows=2, help_text=_("Only where you refuse it."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "answer", ProposalAnswer)
