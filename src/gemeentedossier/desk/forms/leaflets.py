"""What a leaflet tells about one product."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.dossier.agreements.engine.leaflets import QUESTIONS
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.snapshot.facts import Dossier


class LeafletForm(ReadForm):
    """A leaflet; ``revision`` is the one that was read. Whose it is stays once it is recorded."""

    party_name = LineField(
        label=_("Whose leaflet it is"), required=True, help_text=_("A name that is not known is added to the parties.")
    )
    system_id = RecordChoice(label=_("About the system"), required=False)
    tool_id = RecordChoice(label=_("Or about the digital tool"), required=False)
    product = LineField(
        label=_("Or about this product or service"),
        help_text=_("Where it is no system or tool that is recorded here. One of the three."),
    )
    agreement_id = RecordChoice(label=_("Belongs to"), required=False)
    used_for = WordsField(rows=2)
    which_data = WordsField(rows=2)
    of_whom = WordsField(rows=2)
    where_processed = WordsField(rows=2)
    shared_with = WordsField(rows=2)
    kept_for = WordsField(rows=2)
    protection = WordsField(rows=2)
    contact = LineField(max_length=500)
    issued_on = DayField(label=_("Written on"), required=False)
    valid_until = DayField(
        label=_("Valid up to and including"), required=False, help_text=_("After that day it is looked at again.")
    )
    evidence_id = RecordChoice(label=_("Evidence"), required=False, help_text=_("The leaflet as the party gave it."))

    def __init__(self, *args: Any, leaflet: Leaflet, dossier: Dossier, is_new: bool, **options: Any) -> None:
        held = {name: getattr(leaflet, name) for name in self.base_fields}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        for field, question in QUESTIONS.items():
            self.fields[field].label = question.in_language(language())
        if not is_new:
            del self.fields["party_name"]
        fields: Any = self.fields
        none = pgettext("leaflet", "Not about one")
        fields["system_id"].offer(((each.id, each.name) for each in dossier.systems), empty=none)
        fields["tool_id"].offer(((each.id, each.name) for each in dossier.tools), empty=none)
        agreements = ((each.id, each.name) for each in dossier.agreements)
        fields["agreement_id"].offer(agreements, empty=pgettext("leaflet", "No agreement yet"))
        pieces = [e for e in dossier.evidence if e.id == leaflet.evidence_id or not (e.lost_at or e.withdrawn_at)]
        fields["evidence_id"].offer(((each.id, each.title) for each in pieces), empty=pgettext("evidence", "None"))
