from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models import Activity, Purpose
from gemeentedossier.dossier.requests.enums import ConsentBy, ConsentForm, ConsentKind
from gemeentedossier.foundation.models.fields import (
    choice,
    closed,
    count,
    day,
    in_order,
    line,
    tristate,
    words,
    written,
)
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Consent(MunicipalityRecord):
    """That a person said yes to one thing, and when they took it back (GDPR 7); known by a pseudonym only.

    ``revision`` counts the edits.
    """

    kind = models.CharField(_("what it is"), max_length=40, choices=[(k.value, k.value) for k in ConsentKind])
    activity = models.ForeignKey(
        Activity, verbose_name=_("processing activity"), on_delete=models.PROTECT, related_name="consents"
    )
    purpose = models.ForeignKey(
        Purpose, verbose_name=_("purpose"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    subject_key = line(_("pseudonym"))
    scope = models.TextField(_("for what"))
    exceptions = words(_("exceptions"))
    text_version = line(_("version of the text"))
    given_on = models.DateField(_("given on"))
    form = models.CharField(_("how it was given"), max_length=40, choices=[(f.value, f.value) for f in ConsentForm])
    given_by = models.CharField(_("given by"), max_length=40, choices=[(b.value, b.value) for b in ConsentBy])
    subject_age = count(_("age on that day"))
    recorded_by = models.ForeignKey(
        Person, verbose_name=_("recorded by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_on = day(_("taken back on"))
    withdrawn_by = choice(_("taken back by"), ConsentBy)
    withdrawn_form = choice(_("how it was taken back"), ConsentForm)
    consequences = words(_("what was stopped"))
    used_after_withdrawal = tristate(_("data were used after that"))
    used_outside_exceptions = tristate(_("data were used outside the exceptions"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["given_on", "id"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            closed("kind", ConsentKind, name="consent_is_of_a_known_kind", known=True),
            closed("form", ConsentForm, name="consent_is_given_in_a_known_way", known=True),
            closed("given_by", ConsentBy, name="consent_is_given_by_somebody_known", known=True),
            closed("withdrawn_by", ConsentBy, name="consent_is_withdrawn_by_somebody_known"),
            closed("withdrawn_form", ConsentForm, name="consent_is_withdrawn_in_a_known_way"),
            written("scope", name="consent_says_for_what"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on=None, withdrawn_by="", withdrawn_form="")
                | models.Q(withdrawn_on__isnull=False) & ~models.Q(withdrawn_by=""),
                name="consent_is_withdrawn_by_somebody",
            ),
            in_order("given_on", "withdrawn_on", name="consent_is_withdrawn_after_it_was_given"),
        ]

    def __str__(self) -> str:
        return self.scope[:60]
