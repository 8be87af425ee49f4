from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.dossier.register.models.fields import choice, line, tristate, words
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class Purpose(ActivityPart):
    """One specified, explicit and legitimate purpose (GDPR 5(1)(b))."""

    text = words(_("purpose"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("purpose")
        verbose_name_plural = _("purposes")


@tracked()
class LegalBasis(ActivityPart):
    """Why a purpose is lawful (GDPR 6(1), 6(3)), and the weighing behind it."""

    purpose = models.ForeignKey(Purpose, on_delete=models.CASCADE, related_name="legal_bases")
    article_6 = choice(_("point of Article 6(1)"), Article6)
    provision_id = line(_("provision"), length=120)
    provision_text = words(_("provision as written in the register"))
    necessity = words(_("necessity"))
    proportionality = words(_("proportionality"))
    subsidiarity = words(_("subsidiarity"))
    rejected_alternative = words(_("less intrusive alternative, and why it was rejected"))
    consent_evidence = words(_("how consent is proved"))
    consent_request_separate = tristate(_("consent is asked apart from other things"))
    withdrawal_method = words(_("how consent is withdrawn"))
    freely_given_reasoning = words(_("why consent is free in spite of dependence"))
    parental_consent_method = words(_("how parental authority is checked"))
    vital_interest = words(_("vital interest"))
    contract = words(_("contract with the data subject"))
    legitimate_interest = words(_("legitimate interest and its balance"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
