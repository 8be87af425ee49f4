from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.assets.models import Measure
from gemeentedossier.dossier.risks.enums import TreatmentKind
from gemeentedossier.dossier.risks.models.assessment import ImpactAssessment
from gemeentedossier.foundation.models.fields import choice, closed, day, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person

LEVELS = ("likelihood", "impact", "residual_likelihood", "residual_impact")


@tracked()
class AssessedRisk(MunicipalityRecord):
    """A risk to people (GDPR 35(7)(c)): what can happen, how it comes, what people suffer, and what remains."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="risks")
    position = models.PositiveSmallIntegerField(default=0)
    threat = models.TextField(_("what can happen to people"))
    origin = words(_("where it comes from"))
    consequence = words(_("what people then suffer"))
    likelihood = choice(_("likelihood"), RiskLevel)
    likelihood_reason = words(_("why this likelihood"))
    impact = choice(_("impact on people"), RiskLevel)
    impact_reason = words(_("why this impact"))
    level_reason = words(_("why this level fits"))
    residual_likelihood = choice(_("likelihood that remains"), RiskLevel)
    residual_impact = choice(_("impact that remains"), RiskLevel)
    residual_reason = words(_("why this may remain"))

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("risk to people")
        verbose_name_plural = _("risks to people")
        constraints = [
            written("threat", name="assessed_risk_says_what_can_happen"),
            *(closed(field, RiskLevel, name=f"assessed_risk_has_a_known_{field}") for field in LEVELS),
        ]

    def __str__(self) -> str:
        return self.threat[:60]


@tracked()
class RiskTreatment(MunicipalityRecord):
    """What makes a risk smaller: a measure of the municipality or one in own words, with who does it and when."""

    risk = models.ForeignKey(AssessedRisk, on_delete=models.CASCADE, related_name="treatments")
    position = models.PositiveSmallIntegerField(default=0)
    measure = models.ForeignKey(
        Measure,
        verbose_name=_("measure"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assessed_risks",
    )
    text = words(_("measure in own words"))
    kind = choice(_("kind of measure"), TreatmentKind)
    owner = models.ForeignKey(
        Person, verbose_name=_("who does it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = day(_("done on at the latest"))
    done_on = day(_("done on"))

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("measure against a risk to people")
        verbose_name_plural = _("measures against risks to people")
        constraints = [
            closed("kind", TreatmentKind, name="treatment_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=models.Q(measure__isnull=False) | ~models.Q(text=""), name="treatment_says_what_is_done"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.risk_id}: {self.position}"
