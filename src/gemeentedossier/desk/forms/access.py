"""What somebody looks for in the access matrix of all activities."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.choices import offer_or_all
from gemeentedossier.desk.presenters.access_matrix import WantedAccess
from gemeentedossier.dossier.snapshot.facts import Dossier


class AccessFilter(forms.Form):
    """Filters of the matrix; what is left empty does not matter."""

    function = forms.ChoiceField(label=_("Function"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    activity = forms.ChoiceField(label=_("Processing activity"), required=False)

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        functions = sorted({each.function for each in dossier.access_rules})
        units = sorted({each.unit for each in dossier.activities if each.unit})
        offer_or_all(self, "function", ((each, each) for each in functions))
        offer_or_all(self, "unit", ((each, each) for each in units))
        offer_or_all(self, "activity", ((str(each.id), each.name) for each in dossier.activities))

    def wanted(self) -> WantedAccess:
        """What to look for; a value that does not exist counts as not chosen."""
        self.is_valid()
        return WantedAccess(**{name: self.cleaned_data.get(name, "") for name in self.fields})
