from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.models.fields import count, day, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class Continuity(MunicipalityRecord):
    """How long people can do without an activity, and how they are helped meanwhile (GDPR 32(1)(b) and (c)).

    ``revision`` counts the edits.
    """

    activity = models.ForeignKey(
        Activity, verbose_name=_("processing activity"), on_delete=models.CASCADE, related_name="continuities"
    )
    outage_hours = count(_("people can do without it for, in hours"))
    fallback = words(_("how people are helped meanwhile"))
    tried_on = day(_("tried on"))
    outcome = words(_("what was seen"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["activity_id"]
        verbose_name = _("continuity")
        verbose_name_plural = _("continuity")
        constraints = [
            models.UniqueConstraint(fields=["activity"], name="one_continuity_an_activity"),
            models.CheckConstraint(
                condition=models.Q(tried_on=None, outcome="")
                | models.Q(tried_on__isnull=False) & ~models.Q(outcome=""),
                name="continuity_says_what_was_seen_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.outage_hours}"
