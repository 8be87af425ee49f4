from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models.fields import line, words


class AccountFields(models.Model):
    """How the principles are lived up to, in the municipality's own words."""

    fairness = words(_("fairness: what people may expect"))
    purpose_separation = words(_("how use for other purposes is prevented"))
    minimisation = words(_("why no less data will do"))
    free_text_instruction = words(_("instruction for free text"))
    accuracy = words(_("how data are kept accurate"))
    base_registry_feedback = words(_("how doubts are reported to the base registry"))
    destruction = words(_("how data are destroyed"))
    archive_safeguards = words(_("safeguards for archive, research or statistics"))
    information_method = words(_("how people are informed"))
    information_moment = words(_("when people are informed"))
    information_waiver_reason = words(_("why informing is left out, and on which ground"))
    automated_decision_ground = words(_("on what the automated decision rests"))
    automated_decision_safeguards = words(_("safeguards for the automated decision"))
    algorithm_register = line(_("entry in the algorithm register"))
    security = words(_("security measures in outline"))
    covenant_name = line(_("covenant"))
    joint_arrangement = words(_("arrangement between joint controllers"))
    remarks = words(_("remarks"))

    class Meta:
        abstract = True
