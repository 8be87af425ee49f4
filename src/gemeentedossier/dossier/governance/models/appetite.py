from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.foundation.models.fields import closed, day, in_order, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Controller, Person


@tracked()
class RiskAppetite(MunicipalityRecord):
    """The highest level of risk to people that a body accepts to remain; a risk above it needs that body's decision."""

    level = models.CharField(
        _("highest risk that may remain"), max_length=10, choices=[(each.value, each.value) for each in RiskLevel]
    )
    statement = models.TextField(_("what that means"))
    controller = models.ForeignKey(
        Controller, verbose_name=_("body that decided"), on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(Person, verbose_name=_("decided by"), on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(_("decided on"))
    review_on = day(_("look at this again on"))
    ended_on = day(_("ended on"))

    class Meta:
        ordering = ["decided_on", "id"]
        verbose_name = _("risk appetite")
        constraints = [
            models.UniqueConstraint(
                fields=["controller"], condition=models.Q(ended_on=None), name="one_risk_appetite_a_body"
            ),
            closed("level", RiskLevel, name="risk_appetite_has_a_known_level", known=True),
            written("statement", name="risk_appetite_says_what_it_means"),
            in_order("decided_on", "ended_on", name="risk_appetite_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.level}, {self.decided_on}"
