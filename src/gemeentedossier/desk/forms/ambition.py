"""How far a theme must be, by which day, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import WordsField
from gemeentedossier.desk.presenters.ambition import level_choices
from gemeentedossier.dossier.governance.facts import Ambition


class AmbitionForm(ReadForm):
    """The ambition of a theme; ``revision`` is the one that was read."""

    level = forms.TypedChoiceField(
        label=_("Level to reach"),
        coerce=int,
        help_text=_("Whether improvements were really carried out, which the fifth level asks, no record can tell."),
    )
    due_on = DayField(label=_("Reached by"))
    because = WordsField(
        label=_("Why this level"), required=True, help_text=_("What do people and the council get from it?")
    )

    def __init__(self, *args: Any, record: Ambition | None, catalogue: Catalogue, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields} if record else {}
        super().__init__(*args, **{**options, "initial": held})
        level: Any = self.fields["level"]
        level.choices = level_choices(catalogue)
