from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.fields import words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class PlannedStep(MunicipalityRecord):
    """Who takes a step of the method, and by which day; whether it is done follows from the dossier, never from here.

    ``step`` is an id of the catalogue. ``revision`` counts the edits.
    """

    step = models.CharField(_("step"), max_length=100)
    owner = models.ForeignKey(Person, verbose_name=_("who leads it"), on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("done by"))
    note = words(_("agreements about it"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["due_on", "step", "id"]
        verbose_name = _("planned step")
        verbose_name_plural = _("planned steps")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "step"], name="step_planned_once"),
            written("step", name="planned_step_names_its_step"),
        ]

    def __str__(self) -> str:
        return f"{self.step}, {self.due_on}"
