from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.assets.models.system import System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.fields import choice, closed, day, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Tool(MunicipalityRecord):
    """A digital tool that people of the municipality put data in, and whether they may.

    ``revision`` counts the edits.
    """

    name = models.CharField(_("name"), max_length=300)
    kind = choice(_("kind of tool"), ToolKind)
    supplier = models.ForeignKey(
        Party, verbose_name=_("supplier"), null=True, blank=True, on_delete=models.PROTECT, related_name="tools"
    )
    system = models.ForeignKey(
        System, verbose_name=_("part of"), null=True, blank=True, on_delete=models.PROTECT, related_name="tools"
    )
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    description = words(_("what it is used for"))
    may_go_in = words(_("what may go in"))
    may_not_go_in = words(_("what may not go in"))
    state = choice(_("may it be used"), ToolState)
    conditions = words(_("on which conditions"))
    algorithm_entry = models.URLField(
        _("entry in the algorithm register"), max_length=2000, blank=True, default="", help_text=_("The whole address.")
    )
    reviewed_on = day(_("looked at on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("digital tool")
        verbose_name_plural = _("digital tools")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="tool_name_once"),
            written("name", name="tool_has_a_name"),
            closed("kind", ToolKind, name="tool_is_of_a_known_kind"),
            closed("state", ToolState, name="tool_is_in_a_known_state"),
            models.CheckConstraint(
                condition=~models.Q(state=ToolState.ALLOWED_ON_CONDITIONS.value) | ~models.Q(conditions=""),
                name="tool_says_its_conditions",
            ),
        ]

    def __str__(self) -> str:
        return self.name
