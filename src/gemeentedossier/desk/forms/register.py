"""What someone looks for in the register."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.choices import offer_or_all
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.words import processing_state, record_state
from gemeentedossier.dossier.register.enums import Article6, ProcessingState, RecordState
from gemeentedossier.dossier.register.queries.search import Wanted


class RegisterFilter(forms.Form):
    """Filters of the register; what is left empty does not matter."""

    q = forms.CharField(label=_("Words"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    record_state = forms.ChoiceField(label=_("State of the record"), required=False)
    processing_state = forms.ChoiceField(label=_("State of the processing"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    with_data = forms.ChoiceField(label=_("With data on"), required=False)
    basis = forms.ChoiceField(label=_("Legal basis"), required=False)

    def __init__(self, *args: object, units: Iterable[str], data: Iterable[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # handed on as they came
        offer_or_all(self, "record_state", ((s.value, record_state(s)) for s in RecordState))
        offer_or_all(self, "processing_state", ((s.value, processing_state(s)) for s in ProcessingState))
        offer_or_all(self, "unit", ((unit, unit) for unit in units))
        offer_or_all(self, "with_data", data)
        offer_or_all(self, "basis", ((a.value, name_of(a)) for a in Article6))

    def wanted(self, *, order: str) -> Wanted:
        """What to look for; a value that does not exist counts as not chosen."""
        self.is_valid()
        chosen = self.cleaned_data
        return Wanted(
            text=chosen.get("q", "").strip(),
            record_state=chosen.get("record_state", ""),
            processing_state=chosen.get("processing_state", ""),
            unit=chosen.get("unit", ""),
            data_category=chosen.get("with_data", ""),
            article_6=chosen.get("basis", ""),
            order=order,
        )
