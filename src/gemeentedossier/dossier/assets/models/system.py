from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.fields import choice, count, day, line, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class System(MunicipalityRecord):
    """An application or other means that personal data are processed with, as an asset of the municipality.

    ``revision`` counts the edits: who saves on an older one is told that somebody else was first.
    """

    name = models.CharField(_("name"), max_length=300)
    supplier = models.ForeignKey(
        Party,
        verbose_name=_("supplier"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="systems",
    )
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    description = words(_("what it is used for"))
    location = line(_("where the data stand"))
    state = choice(_("state"), SystemState)
    supported_until = day(_("maintained up to and including"))
    legacy_reason = words(_("why it still runs"))
    oldest_record_on = day(_("date of the oldest record"))
    oldest_record_measured_on = day(_("measured on"))
    accounts = count(_("accounts that can sign in"))
    accounts_reviewed_on = day(_("accounts gone through on"))
    recovery_hours = count(_("back within, in hours"))
    loss_hours = count(_("work that may be lost, in hours"))
    fallback = words(_("how people are helped meanwhile"))
    recovery_tested_on = day(_("recovery tried on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="system_name_once"),
            models.CheckConstraint(
                condition=models.Q(oldest_record_on=None, oldest_record_measured_on=None)
                | models.Q(oldest_record_on__isnull=False, oldest_record_measured_on__isnull=False),
                name="oldest_record_says_when_measured",
            ),
        ]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
