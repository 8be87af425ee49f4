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


class PlanRowForm(PlanForm):
    """The same of one of several steps on one page; a step that nobody planned may stay so."""

    def __init__(self, *args: Any, record: PlannedStep | None, dossier: Dossier, row_name: str, **options: Any) -> None:
        super().__init__(*args, record=record, dossier=dossier, **options)
        self.record, self.row_name = record, row_name
        del self.fields["note"]  # agreements about a step stand on its own page
        for name in ("owner_id", "due_on"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Who leads it and by which day go together; a step is taken off the plan where a reason is asked."""
        said = super().clean() or {}
        for name in ("owner_id", "due_on"):
            if name in said and not said[name] and (self.record or any(map(said.get, ("owner_id", "due_on")))):
                self.add_error(name, _TAKE_OFF if self.record else _BOTH)
        return said

    @property
    def says_more(self) -> bool:
        """Whether something else is said than what stands on the plan."""
        now = (self.record.owner_id, self.record.due_on) if self.record else (None, None)
        return (self.cleaned_data.get("owner_id"), self.cleaned_data.get("due_on")) != now


_BOTH = _("Give both who leads it and by which day, or neither.")
_TAKE_OFF = _("This step stands on the plan. Take it off on the page of the step, where you give the reason.")
