from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.parties.models.party import Party
from gemeentedossier.foundation.models.fields import day, in_order
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class PartyRepresentative(MunicipalityRecord):
    """That a person may act for a party, from and until a day: see its agreements, show evidence, attest."""

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="representatives")
    person = models.ForeignKey(
        Person, verbose_name=_("who acts for it"), on_delete=models.PROTECT, related_name="represented_parties"
    )
    starts_on = models.DateField(_("from"))
    ends_on = day(_("up to and including"))
    invited_until = day(_("invitation can be taken up to and including"))

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "person"], condition=models.Q(ends_on=None), name="represents_a_party_once_at_a_time"
            ),
            in_order("starts_on", "ends_on", name="representative_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.party_id}"
