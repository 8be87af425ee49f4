"""Which data flows somebody looks for."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.assessment.engine.streams import Wanted
from gemeentedossier.desk.forms.choices import offer_or_all
from gemeentedossier.dossier.snapshot.facts import Dossier


class FlowsFilter(forms.Form):
    """Filters of the map; what is left empty does not matter."""

    unit = forms.ChoiceField(label=_("Unit"), required=False)
    activity = forms.ChoiceField(label=_("Processing activity"), required=False)
    about = forms.ChoiceField(label=_("Party or system"), required=False)
    only = forms.ChoiceField(label=_("Only flows"), required=False)

    def __init__(self, values: Mapping[str, str], *, dossier: Dossier) -> None:
        super().__init__(values)
        self._dossier = dossier
        activities = sorted(dossier.activities, key=lambda each: each.name.casefold())
        ends = [(each.id, each.name) for each in dossier.parties]
        ends += [(each.id, each.name) for each in dossier.systems]
        offer_or_all(self, "unit", ((str(each.id), each.name) for each in dossier.organisation.units))
        offer_or_all(self, "activity", ((str(each.id), each.name) for each in activities))
        offer_or_all(
            self, "about", ((str(key), name) for key, name in sorted(ends, key=lambda each: each[1].casefold()))
        )
        offer_or_all(
            self,
            "only",
            [
                ("special", str(_("with special or criminal data"))),
                ("outside", str(_("to outside the EEA"))),
                ("without", str(_("that ask an agreement and have none"))),
            ],
        )

    def wanted(self) -> Wanted:
        """What to look for; a value that does not exist counts as not chosen."""
        self.is_valid()
        chosen = self.cleaned_data
        unit, activity, about, only = (chosen.get(name, "") for name in ("unit", "activity", "about", "only"))
        narrowed = (
            each.id
            for each in self._dossier.activities
            if unit in ("", str(each.unit_id)) and activity in ("", str(each.id))
        )
        return Wanted(
            activities=frozenset(narrowed) if unit or activity else None,
            about=UUID(about) if about else None,
            special=only == "special",
            outside=only == "outside",
            without_agreement=only == "without",
        )
