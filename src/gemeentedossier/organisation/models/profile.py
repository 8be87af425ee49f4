from django.contrib.postgres.fields import ArrayField
from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class OrganisationProfile(MunicipalityRecord):
    """What is recorded of the municipality as an organisation. Null is unknown."""

    is_public_authority = models.BooleanField(null=True, blank=True)
    policy_domains = ArrayField(models.CharField(max_length=60), null=True, blank=True)
    acts_as_processor = models.BooleanField(null=True, blank=True)
    data_protection_officer_designated = models.BooleanField(null=True, blank=True)
    contact_point = models.CharField(max_length=300, blank=True)
    data_protection_officer_contact = models.CharField(max_length=300, blank=True)
    data_protection_officer_number = models.CharField(max_length=50, blank=True, default="", db_default="")
    """Under which the officer is known to the supervisory authority (GDPR 37(7))."""
    rights_page = models.URLField(blank=True)
    complaint_page = models.URLField(blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality"], name="one_profile_a_municipality")]

    def __str__(self) -> str:
        return f"profile of {self.municipality}"
