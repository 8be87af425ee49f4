from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.enums import FurtherUseBasis
from gemeentedossier.dossier.register.models.fields import choice, line, tristate, words
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class FurtherUse(ActivityPart):
    """A further use for another purpose, with the compatibility test of GDPR 6(4)(a) to (e)."""

    purpose = words(_("new purpose"))
    basis = choice(_("rests on"), FurtherUseBasis)
    provision_id = line(_("provision"), length=120)
    link = words(_("link with the first purpose"))
    context = words(_("context in which the data were collected"))
    nature = words(_("nature of the data"))
    consequences = words(_("consequences for people"))
    safeguards = words(_("safeguards"))
    conclusion = words(_("conclusion"))
    people_informed = tristate(_("people were informed of the new purpose"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("further use")
        verbose_name_plural = _("further uses")
