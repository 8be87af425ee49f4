"""What a party tells about its product."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.dossier.agreements.engine.leaflets import QUESTIONS
from gemeentedossier.dossier.agreements.facts import Leaflet

LONGEST = 5_000
ONE_LINE = 500


class LeafletForm(ReadForm):
    """A leaflet as its party writes it; ``revision`` is the one that was read.

    What it is about and to which agreement it belongs is asked of a new one only.
    """

    party_id = forms.TypedChoiceField(label=gettext_lazy("For which party"), coerce=UUID)
    agreement_id = forms.TypedChoiceField(
        label=gettext_lazy("Belongs to"), coerce=UUID, empty_value=None, required=False
    )
    product = forms.CharField(label=gettext_lazy("Product or service"), max_length=300)

    def __init__(
        self,
        *args: Any,
        leaflet: Leaflet,
        parties: Iterable[tuple[UUID, str]],
        agreements: Iterable[tuple[UUID, str]],
        is_new: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        for name, question in QUESTIONS.items():
            asked, line = question.in_language(get_language() or "nl"), name == "contact"
            widget = forms.TextInput() if line else forms.Textarea(attrs={"rows": 3})
            longest = ONE_LINE if line else LONGEST
            fields[name] = forms.CharField(label=asked, widget=widget, max_length=longest, required=False)
        fields["issued_on"] = DayField(label=_("Written on"), required=False)
        told = _("After that day we ask you for a new one.")
        fields["valid_until"] = DayField(label=_("Holds up to and including"), required=False, help_text=told)
        held = (name for name in fields if name not in ("party_id", "agreement_id"))
        self.initial.update({name: getattr(leaflet, name) for name in held})
        known = [(str(key), name) for key, name in parties]
        fields["party_id"].choices = known
        fields["agreement_id"].choices = [("", _("No agreement")), *((str(key), name) for key, name in agreements)]
        if not is_new or len(known) == 1:
            del fields["party_id"]
        if not is_new:
            del fields["agreement_id"], fields["product"]
