from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.enums import TransferMechanism
from gemeentedossier.dossier.register.models.fields import choice, day, line, words
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class Recipient(ActivityPart):
    """Who receives data (GDPR 30(1)(d))."""

    category = line(_("recipient"), length=120)
    text = words(_("recipient in own words"))
    party = models.ForeignKey(
        Party, verbose_name=_("party"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = words(_("why, and on what ground, this recipient receives data"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")


@tracked()
class Transfer(ActivityPart):
    """A transfer outside the EEA (GDPR 44 to 49)."""

    recipient = line(_("recipient outside the EEA"))
    country = line(_("country"), length=60)
    mechanism = choice(_("mechanism"), TransferMechanism)
    mechanism_reference = line(_("where the mechanism is laid down"))
    mechanism_valid_until = day(_("valid until"))
    assessment_on = day(_("transfer impact assessment on"))
    derogation_reasoning = words(_("why the derogation holds"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers outside the EEA")
