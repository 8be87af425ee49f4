from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.agreements.models.agreement import Agreement
from gemeentedossier.dossier.assets.models import System, Tool
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.fields import day, in_order, line, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class Leaflet(MunicipalityRecord):
    """What a party tells about one product or service: what happens with which data, for people without the law.

    ``revision`` counts the edits.
    """

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="leaflets")
    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="leaflets",
    )
    system = models.ForeignKey(
        System, verbose_name=_("system"), null=True, blank=True, on_delete=models.PROTECT, related_name="leaflets"
    )
    tool = models.ForeignKey(
        Tool, verbose_name=_("digital tool"), null=True, blank=True, on_delete=models.PROTECT, related_name="leaflets"
    )
    product = line(_("product or service"))
    used_for = words(_("what it is used for"))
    which_data = words(_("which data"))
    of_whom = words(_("of whom"))
    where_processed = words(_("where the data stand"))
    shared_with = words(_("who else sees them"))
    kept_for = words(_("how long they are kept"))
    protection = words(_("how they are protected"))
    contact = line(_("whom to ask"), length=500)
    issued_on = day(_("issued on"))
    valid_until = day(_("valid up to and including"))
    evidence = models.ForeignKey(
        Evidence, verbose_name=_("evidence"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["party_id", "issued_on", "id"]
        verbose_name = _("privacy leaflet")
        verbose_name_plural = _("privacy leaflets")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(system__isnull=False, tool=None, product="")
                | models.Q(system=None, tool__isnull=False, product="")
                | models.Q(system=None, tool=None) & ~models.Q(product=""),
                name="leaflet_is_about_one_product",
            ),
            in_order("issued_on", "valid_until", name="leaflet_ends_after_it_is_issued"),
        ]

    def __str__(self) -> str:
        return self.product or str(self.system_id or self.tool_id)
