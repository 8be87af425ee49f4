from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.risks.enums import ProposalAnswer
from gemeentedossier.dossier.risks.models.assessment import ImpactAssessment
from gemeentedossier.dossier.risks.models.prescan import Prescan
from gemeentedossier.foundation.models.fields import closed, line, written
from gemeentedossier.foundation.models.fields import words as own_words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class AnsweredProposal(MunicipalityRecord):
    """Something that Part C said of an activity and the register did not, with what its owner did with it."""

    prescan = models.ForeignKey(Prescan, on_delete=models.CASCADE, related_name="proposals")
    name = models.CharField(_("fact"), max_length=100)
    words = models.TextField(_("what was proposed"))
    answer = models.CharField(
        _("what was done with it"), max_length=20, choices=[(each.value, each.value) for each in ProposalAnswer]
    )
    reason = own_words(_("why"))
    answered_by = models.ForeignKey(
        Person, verbose_name=_("answered by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"))

    class Meta:
        ordering = ["answered_at", "id"]
        verbose_name = _("answered proposal to the register")
        verbose_name_plural = _("answered proposals to the register")
        constraints = [
            closed("answer", ProposalAnswer, name="proposal_is_answered_in_a_known_way", known=True),
            models.CheckConstraint(
                condition=~models.Q(answer="refused") | ~models.Q(reason=""), name="proposal_is_refused_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.answer}"


@tracked()
class ImportRemark(MunicipalityRecord):
    """What of a saved file was not taken over as it stood, with its place."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="remarks")
    position = models.PositiveIntegerField(default=0)
    place = line(_("place in the file"), length=200)
    told = models.TextField(_("what was not taken over"))
    told_en = own_words(_("what was not taken over, in English"))
    settled_by = models.ForeignKey(
        Person, verbose_name=_("dealt with by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(_("dealt with at"), null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("remark on a file that was taken over")
        verbose_name_plural = _("remarks on a file that was taken over")
        constraints = [
            written("told", name="import_remark_says_something"),
            models.CheckConstraint(
                condition=models.Q(settled_by=None) | models.Q(settled_at__isnull=False),
                name="import_remark_is_settled_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.told[:60]
