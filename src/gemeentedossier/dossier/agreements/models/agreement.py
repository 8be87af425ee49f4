from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.agreements.enums import AgreementKind, Authorisation, EndChoice
from gemeentedossier.dossier.agreements.models.term import TermFields
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.register.enums import TransferMechanism
from gemeentedossier.dossier.register.models.fields import (
    choice,
    day,
    line,
    optional_terms,
    terms,
    tristate,
    words,
)
from gemeentedossier.foundation.models.tracked import tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Agreement(TermFields):
    """What was agreed with one or more parties (GDPR 26, 28, 46), and what of the register it covers.

    ``revision`` counts the edits: who saves on an older one is told that somebody else was first.
    """

    name = models.CharField(_("name"), max_length=300)
    kind = choice(_("kind of agreement"), AgreementKind)
    reference = line(_("number of the contract"))
    subject = words(_("what it is about"))
    place = line(_("where it is kept"))
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    signed_text_evidence = models.ForeignKey(
        Evidence,
        verbose_name=_("the text that was signed"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    data_categories = optional_terms(_("data that it covers"))
    data_categories_own = terms(_("data in own words"))
    subject_categories = optional_terms(_("people that it covers"))
    subject_categories_own = terms(_("people in own words"))
    breach_report_hours = models.PositiveIntegerField(
        _("hours within which a breach is reported"), null=True, blank=True
    )
    breach_contact = line(_("where a breach is reported"))
    reviewed_on = day(_("last review of the party"))
    review_outcome = words(_("what the review found"))
    uses_subprocessors = tristate(_("the processor engages others"))
    subprocessor_authorisation = choice(_("how others are allowed"), Authorisation)
    objection_days = models.PositiveIntegerField(_("days to object"), null=True, blank=True)
    end_choice = choice(_("at the end"), EndChoice)
    erasure_evidence = models.ForeignKey(
        Evidence,
        verbose_name=_("proof of erasure or return"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    erasure_proved_on = day(_("erased or returned on"))
    countries = optional_terms(_("countries in which the party processes"))
    parent_country = line(
        _("country of the parent company"),
        _("Two-letter country code. Belongs the party to no other company, give its own country."),
        length=2,
    )
    mechanism = choice(_("mechanism of transfer"), TransferMechanism)
    mechanism_reference = line(_("which decision or contract"))
    mechanism_valid_until = day(_("valid until"))
    transfer_assessment_on = day(_("transfer assessment of"))
    expected_of_party = words(_("what the municipality may expect"))
    expected_of_municipality = words(_("what the other may expect of the municipality"))
    essence = words(_("essence for citizens"))
    essence_place = line(_("where citizens read it"), length=500)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["municipality", "name"])]
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on=None)
                | models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="agreement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(notice_given_on=None, notice_ends_on=None)
                | models.Q(notice_given_on__isnull=False, notice_ends_on__isnull=False),
                name="notice_says_until_when",
            ),
            models.CheckConstraint(
                condition=models.Q(erasure_evidence=None, erasure_proved_on=None)
                | models.Q(erasure_evidence__isnull=False, erasure_proved_on__isnull=False),
                name="erasure_is_proved_by_evidence",
            ),
            models.CheckConstraint(
                condition=models.Q(signed_text_evidence=None) | models.Q(signed_on__isnull=False),
                name="only_a_signed_agreement_has_a_signed_text",
            ),
        ]

    def __str__(self) -> str:
        return self.name
