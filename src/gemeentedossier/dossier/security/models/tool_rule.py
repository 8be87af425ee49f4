from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.models import Tool
from gemeentedossier.dossier.register.models import Activity, Purpose
from gemeentedossier.foundation.models.fields import terms, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class ToolRule(MunicipalityRecord):
    """Whether a digital tool may be used for a purpose with these data, and why (GDPR 5(1)(b), 25(2))."""

    tool = models.ForeignKey(Tool, verbose_name=_("digital tool"), on_delete=models.CASCADE, related_name="rules")
    activity = models.ForeignKey(
        Activity, verbose_name=_("processing activity"), on_delete=models.CASCADE, related_name="tool_rules"
    )
    purpose = models.ForeignKey(
        Purpose, verbose_name=_("purpose"), null=True, blank=True, on_delete=models.CASCADE, related_name="tool_rules"
    )
    data_categories = terms(_("data"))
    data_own = terms(_("data in own words"))
    allowed = models.BooleanField(_("may be used for it"))
    reason = models.TextField(_("reason"))

    class Meta:
        ordering = ["activity_id", "id"]
        verbose_name = _("rule for a digital tool")
        verbose_name_plural = _("rules for digital tools")
        constraints = [
            models.UniqueConstraint(
                fields=["tool", "activity", "purpose", "allowed"],
                name="one_answer_each_way_for_a_tool",
                nulls_distinct=False,
            ),
            written("reason", name="tool_rule_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.tool_id}: {self.allowed}"
