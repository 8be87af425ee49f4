from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.agreements.enums import Renewal
from gemeentedossier.dossier.register.models.fields import choice, day, line, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


class TermFields(MunicipalityRecord):
    """From when until when an agreement holds. How it stands on a day follows from these dates (``engine.term``)."""

    signed_on = day(_("signed on"))
    signed_by = line(_("signed by"), _("Names and functions of who signed, on both sides."), length=500)
    starts_on = day(_("holds from"))
    ends_on = day(_("holds up to and including"))
    renewal = choice(_("on the last day"), Renewal)
    renewal_months = models.PositiveIntegerField(_("renewed by, in months"), null=True, blank=True)
    notice_months = models.PositiveIntegerField(_("term of notice in months"), null=True, blank=True)
    notice_given_on = day(_("notice given on"))
    notice_ends_on = day(_("holds after notice up to and including"))
    ended_on = day(_("ended on"))
    end_reason = words(_("why it ended"))

    class Meta:
        abstract = True
