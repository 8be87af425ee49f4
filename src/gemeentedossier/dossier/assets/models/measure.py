from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.models.fields import choice, day, terms, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Measure(MunicipalityRecord):
    """A technical or organisational measure (GDPR 32(1)), with what shows that it works."""

    name = models.CharField(_("name"), max_length=300)
    description = models.TextField(_("description"), blank=True)
    control = models.CharField(
        _("control"), max_length=30, blank=True, help_text=_("Number of the control it fulfils.")
    )
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = choice(_("state"), MeasureState)
    baseline = terms(_("measures of the baseline"))
    effects = terms(_("what it brings about"))
    indicator = words(_("how one sees that it works"))
    result = words(_("what was seen"))
    measured_on = day(_("measured on"))
    repeated_incident_on = day(_("happened again on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="measure_name_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked()
class MeasureEvidence(MunicipalityRecord):
    """Evidence that shows that a measure works; it counts as long as the evidence stands."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="shown_by")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["measure", "evidence"], name="evidence_once_a_measure")]

    def __str__(self) -> str:
        return f"{self.measure_id}: {self.evidence_id}"
