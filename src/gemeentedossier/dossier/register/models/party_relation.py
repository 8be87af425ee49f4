from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.models.fields import choice, line, tristate, words
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class PartyRelation(ActivityPart):
    """What a party is in one activity (GDPR 4(7), 4(8), 26, 28). The agreement itself is recorded elsewhere."""

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="relations")
    role = choice(_("role"), PartyRole)
    role_reasoning = words(_("why this role"))
    agreement_declared = tristate(_("the register says that there is an agreement"))
    agreement_reference = line(_("where the agreement is"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("processors and other parties")
