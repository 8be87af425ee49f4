from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.fields import written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Ambition(MunicipalityRecord):
    """How far the executive wants a theme to be by a day, and why; how far it is follows from the dossier alone.

    ``theme`` is an id of the catalogue. ``revision`` counts the decisions.
    """

    theme = models.CharField(_("theme"), max_length=100)
    level = models.PositiveSmallIntegerField(_("level to reach"))
    due_on = models.DateField(_("reached by"))
    because = models.TextField(_("why this level"))
    decided_by = models.ForeignKey(Person, verbose_name=_("decided by"), on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(_("decided on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["theme", "id"]
        verbose_name = _("ambition")
        verbose_name_plural = _("ambitions")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "theme"], name="one_ambition_a_theme"),
            written("theme", name="ambition_names_its_theme"),
            written("because", name="ambition_says_why"),
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="ambition_is_one_of_five_levels"),
        ]

    def __str__(self) -> str:
        return f"{self.theme}, {self.level}"
