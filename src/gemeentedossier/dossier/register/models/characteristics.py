from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models.fields import tristate


class CharacteristicFields(models.Model):
    """What the processing is like: yes, no or unknown."""

    large_scale = tristate(_("large scale"))
    vulnerable_subjects = tristate(_("people who depend on the municipality or are vulnerable"))
    children_under_16 = tristate(_("children under 16"))
    children_12_to_15 = tristate(_("children of 12 to 15"))
    guardianship = tristate(_("people under guardianship, administration or mentorship"))
    personnel = tristate(_("own personnel"))
    online_service_to_children = tristate(_("online service offered directly to children"))
    free_text = tristate(_("free text or reports"))
    shared_systems = tristate(_("system used for more tasks"))
    uses_base_registry = tristate(_("uses a base registry"))
    archiving_in_public_interest = tristate(_("archiving in the public interest"))
    research_or_statistics = tristate(_("research or statistics"))
    public_monitoring = tristate(_("systematic monitoring of a public area"))
    profiling_with_effect = tristate(_("profiling with legal or similar effect"))
    automated_decision = tristate(_("decision by automated means only"))
    algorithm = tristate(_("algorithm with effect on people"))
    identification_not_needed = tristate(_("people need not be identified"))
    care_provider_role = tristate(_("the municipality itself gives care or help"))
    care_contract = tristate(_("care bought from a provider"))
    cross_domain_sharing = tristate(_("sharing across policy domains"))
    blacklist_shared = tristate(_("warning list shared with others"))
    criminal_data_from_police_or_justice = tristate(_("criminal data received from police or justice"))
    criminal_data_for_own_use = tristate(_("criminal data for own use"))
    covenant = tristate(_("partnership with a covenant"))
    information_given = tristate(_("people are informed"))
    information_waived = tristate(_("informing people is left out"))
    transfer_outside_eea = tristate(_("transfer outside the EEA, remote access included"))
    further_use = tristate(_("further use for another purpose"))
    impact_assessment_required = tristate(_("DPIA required"))

    class Meta:
        abstract = True
