from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    ClosedAs,
    ExtensionGround,
    IdentityMethod,
    RepresentationProof,
)
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

VOCABULARIES = {
    "proof": RepresentationProof,
    "identity_method": IdentityMethod,
    "extension_ground": ExtensionGround,
    "closed_as": ClosedAs,
}


@tracked()
class DataSubjectRequest(MunicipalityRecord):
    """A request of a data subject (GDPR 15 to 22, 7(3)); who asks is known by a pseudonym only.

    ``revision`` counts the edits. ``advice``, ``advised_*`` and ``advice_answer`` hold what the officer advised before
    an advice stood in a table of its own: no verb writes them, and they are read as the first advice, also of the past.
    """

    number = models.CharField(_("number"), max_length=30)
    right = models.CharField(_("right"), max_length=40, choices=[(r.value, r.value) for r in DataSubjectRight])
    received_on = models.DateField(_("received on"))
    channel = models.CharField(_("how it came in"), max_length=40, choices=[(c.value, c.value) for c in Channel])
    asked_by = models.CharField(_("who asks"), max_length=40, choices=[(a.value, a.value) for a in AskedBy])
    subject_key = line(_("pseudonym"))
    asks = words(_("what is asked"))
    subject_age = count(_("age on the day of receipt"))
    guardianship = tristate(_("guardianship, administration or mentorship"))
    proof = choice(_("shown that they may ask by"), RepresentationProof)
    identity_method = choice(_("established who asks by"), IdentityMethod)
    identity_on = day(_("established who asks on"))
    acknowledged_on = day(_("receipt confirmed on"))
    handler = models.ForeignKey(
        Person, verbose_name=_("handled by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    extension_ground = choice(_("ground for the extension"), ExtensionGround)
    extension_reason = words(_("why the term is longer"))
    extension_months = models.PositiveSmallIntegerField(_("extended by, in months"), null=True, blank=True)
    extension_told_on = day(_("extension told on"))
    advice = words(_("advice of the data protection officer"))
    advised_by = models.ForeignKey(
        Person, verbose_name=_("advice by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    advised_at = models.DateTimeField(_("advice given at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, verbose_name=_("decided by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_because = words(_("why it was decided so"))
    advice_answer = words(_("answer to the advice"))
    told_on = day(_("answer sent on"))
    late_because = words(_("why it is late"))
    objection_on = day(_("objection received on"))
    objection_decided_on = day(_("objection decided on"))
    objection_outcome = words(_("outcome of the objection"))
    default_on = day(_("notice of default received on"))
    closed_as = choice(_("closed as"), ClosedAs)
    closed_on = day(_("closed on"))
    closed_because = words(_("why it was closed"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-received_on", "number"]
        verbose_name = _("request of a data subject")
        verbose_name_plural = _("requests of data subjects")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="request_has_a_number_of_its_own"),
            written("number", name="request_has_a_number"),
            closed("right", DataSubjectRight, name="request_is_about_a_known_right", known=True),
            closed("channel", Channel, name="request_came_in_a_known_way", known=True),
            closed("asked_by", AskedBy, name="request_is_asked_by_somebody_known", known=True),
            *(closed(name, kind, name=f"request_has_a_known_{name}") for name, kind in VOCABULARIES.items()),
            models.CheckConstraint(
                condition=models.Q(advice="", advised_by=None, advised_at=None)
                | models.Q(advised_by__isnull=False, advised_at__isnull=False) & ~models.Q(advice=""),
                name="request_advice_is_of_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None, decided_at=None, decided_because="")
                | models.Q(decided_by__isnull=False, decided_at__isnull=False) & ~models.Q(decided_because=""),
                name="request_is_decided_by_somebody_and_why",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_as="", closed_on=None)
                | models.Q(closed_on__isnull=False) & ~models.Q(closed_as=""),
                name="request_is_closed_on_a_day",
            ),
            in_order("received_on", "told_on", name="request_is_answered_after_receipt"),
            in_order("received_on", "closed_on", name="request_is_closed_after_receipt"),
        ]

    def __str__(self) -> str:
        return self.number
