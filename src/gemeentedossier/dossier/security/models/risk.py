from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.models import Measure, System
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.foundation.models.fields import choice, closed, day, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person

LEVELS = ("likelihood", "impact", "residual_likelihood", "residual_impact")


@tracked()
class SecurityRisk(MunicipalityRecord):
    """What can go wrong with the data of an activity, what people then suffer, and what was decided (GDPR 32(2)).

    ``revision`` counts the edits.
    """

    activity = models.ForeignKey(
        Activity, verbose_name=_("processing activity"), on_delete=models.CASCADE, related_name="security_risks"
    )
    system = models.ForeignKey(
        System, verbose_name=_("system"), null=True, blank=True, on_delete=models.PROTECT, related_name="security_risks"
    )
    aspect = models.CharField(_("aspect"), max_length=20, choices=[(a.value, a.value) for a in SecurityAspect])
    threat = models.TextField(_("what can go wrong"))
    consequence = words(_("what people then suffer"))
    likelihood = choice(_("likelihood"), RiskLevel)
    impact = choice(_("impact on people"), RiskLevel)
    residual_likelihood = choice(_("likelihood that remains"), RiskLevel)
    residual_impact = choice(_("impact that remains"), RiskLevel)
    reason = words(_("why these levels"))
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decision = choice(_("decision"), RiskDecision)
    decided_by = models.ForeignKey(
        Person, verbose_name=_("decided by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_because = words(_("why it was decided so"))
    accepted_until = day(_("accepted up to and including"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["activity_id", "aspect", "id"]
        verbose_name = _("security risk")
        verbose_name_plural = _("security risks")
        constraints = [
            closed("aspect", SecurityAspect, name="risk_is_about_a_known_aspect", known=True),
            written("threat", name="risk_says_what_can_go_wrong"),
            *(closed(field, RiskLevel, name=f"risk_has_a_known_{field}") for field in LEVELS),
            closed("decision", RiskDecision, name="risk_is_decided_in_a_known_way"),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_by=None, decided_at=None, decided_because="")
                | models.Q(decided_by__isnull=False, decided_at__isnull=False)
                & ~models.Q(decision="")
                & ~models.Q(decided_because=""),
                name="risk_is_decided_by_somebody_and_why",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_until=None) | models.Q(decision=RiskDecision.ACCEPT.value),
                name="only_what_is_accepted_is_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.threat[:60]


@tracked()
class SecurityRiskMeasure(MunicipalityRecord):
    """A measure that makes a risk smaller."""

    risk = models.ForeignKey(SecurityRisk, on_delete=models.CASCADE, related_name="measures")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="security_risks")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["risk", "measure"], name="measure_once_a_security_risk")]

    def __str__(self) -> str:
        return f"{self.risk_id}: {self.measure_id}"
