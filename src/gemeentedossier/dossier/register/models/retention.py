from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.enums import RetentionSource
from gemeentedossier.dossier.register.models.fields import choice, line, tristate, words
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class RetentionPeriod(ActivityPart):
    """How long data are kept: period, trigger and source, which yield a date (GDPR 5(1)(e), 30(1)(f))."""

    applies_to = words(_("for which data"))
    rule_id = line(_("rule"), length=120)
    period = line(_("period"), _("As ISO 8601, for example P15Y for fifteen years."), length=40)
    permanent = tristate(_("kept permanently"))
    trigger = line(_("starts at"), length=120)
    trigger_source = line(_("where that date is recorded"))
    source = choice(_("source"), RetentionSource)
    text = words(_("period as written in the register"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("retention period")
        verbose_name_plural = _("retention periods")
