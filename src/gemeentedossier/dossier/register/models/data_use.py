from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.enums import CriminalDataGround, SpecialCategoryGround
from gemeentedossier.dossier.register.models.fields import choice, line, terms, tristate, words
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class DataUse(ActivityPart):
    """Which data of which people are used, why they are needed, and on which exception (GDPR 9, 10; UAVG 46)."""

    subject_categories = terms(_("data subjects"))
    subject_categories_own = terms(_("data subjects in own words"))
    data_categories = terms(_("personal data"))
    data_categories_own = terms(_("personal data in own words"))
    purpose_ids = ArrayField(models.UUIDField(), verbose_name=_("for purposes"), blank=True, default=list)
    necessity = words(_("why these data are needed"))
    special_ground = choice(_("exception for special categories (Article 9(2))"), SpecialCategoryGround)
    special_provision_id = line(_("provision for the special categories"), length=120)
    special_reasoning = words(_("reasoning for the special categories"))
    criminal_ground = choice(_("ground for criminal data (Article 10)"), CriminalDataGround)
    criminal_provision_id = line(_("provision for the criminal data"), length=120)
    criminal_reasoning = words(_("reasoning for the criminal data"))
    bsn_provision_id = line(_("provision for the BSN"), length=120)
    bsn_reasoning = words(_("reasoning for the BSN"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("data use")
        verbose_name_plural = _("data and data subjects")


@tracked()
class DataSource(ActivityPart):
    """Where data come from (GDPR 13, 14)."""

    from_data_subject = tristate(_("from the data subject"))
    recipient_category = line(_("source"), length=120)
    text = words(_("source in own words"))

    class Meta(ActivityPart.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
