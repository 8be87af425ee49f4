from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.enums import ActivityRole, ProcessingState, RecordState
from gemeentedossier.dossier.register.models.account import AccountFields
from gemeentedossier.dossier.register.models.characteristics import CharacteristicFields
from gemeentedossier.dossier.register.models.fields import choice, day, line, optional_terms, terms, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person, Unit


@tracked()
class Activity(CharacteristicFields, AccountFields, MunicipalityRecord):
    """One processing activity of the register (GDPR 30(1) and 30(2)).

    ``revision`` counts the edits: who saves on an older one is told that somebody else was first.
    """

    name = models.CharField(_("name"), max_length=300)
    reference = line(_("own number"))
    description = words(_("description"))
    reference_activity = line(_("started from"))
    policy_domain = line(_("policy domain"))
    sector_law = line(_("sector law"))
    role = choice(_("role of the municipality"), ActivityRole)
    record_state = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in RecordState], default=RecordState.CONCEPT.value
    )
    processing_state = choice(_("state of the processing"), ProcessingState)
    version = models.PositiveIntegerField(default=0, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    started_on = day(_("in use since"))
    ended_on = day(_("ended on"))
    last_confirmed_on = day(_("last confirmed on"))
    last_destruction_on = day(_("last destruction on"))
    impact_assessment_completed_on = day(_("DPIA completed on"))
    authority_list_items = optional_terms(_("points of the supervisor's DPIA list"))
    european_criteria = optional_terms(_("European DPIA criteria"))
    rights_offered = optional_terms(_("rights that people are told of"))
    controllers_own = terms(_("controllers in own words"))
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner = models.ForeignKey(
        Person,
        verbose_name=_("process owner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["municipality", "name"])]
        verbose_name = _("processing activity")
        verbose_name_plural = _("processing activities")

    def __str__(self) -> str:
        return self.name
