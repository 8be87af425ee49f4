"""Who takes a step of the method, and by which day."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.snapshot.facts import Dossier


class PlanForm(ReadForm):
    """The plan of a step; ``revision`` is the one that was read."""

    owner_id = RecordChoice(label=_("Who leads it"))
    due_on = DayField(label=_("Done by"))
    note = WordsField(label=_("Agreements about it"), rows=2, help_text=_("With whom, and what comes first?"))

    def __init__(self, *args: Any, record: PlannedStep | None, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields} if record else {}
        super().__init__(*args, **{**options, "initial": held})
        owner: Any = self.fields["owner_id"]
        owner.offer(holding(dossier, record.owner_id if record else None))
