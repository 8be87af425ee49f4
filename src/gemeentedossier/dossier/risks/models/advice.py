from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.risks.models.assessment import ImpactAssessment
from gemeentedossier.foundation.models.fields import choice, closed, day, terms, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class OfficerAdvice(MunicipalityRecord):
    """What the data protection officer advised (GDPR 35(2), 39(1)(c)), and the answer of who decides."""

    only_changes = ("answer", "answer_reason", "answered_by_id", "answered_at")
    """Locked in the database: an advice stands as it was given; only its answer is written beside it."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.PROTECT, related_name="advice")
    version = models.PositiveIntegerField(default=1)
    text = models.TextField(_("advice"))
    advised_by = models.ForeignKey(Person, verbose_name=_("advised by"), on_delete=models.PROTECT, related_name="+")
    advised_at = models.DateTimeField(_("advised at"))
    answer = choice(_("what was done with the advice"), AdviceAnswer)
    answer_reason = words(_("why"))
    answered_by = models.ForeignKey(
        Person, verbose_name=_("answered by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        ordering = ["advised_at", "id"]
        verbose_name = _("advice of the data protection officer")
        verbose_name_plural = _("advice of the data protection officer")
        constraints = [
            written("text", name="advice_says_something"),
            closed("answer", AdviceAnswer, name="advice_is_answered_in_a_known_way"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None, answer_reason="")
                | models.Q(answered_by__isnull=False, answered_at__isnull=False)
                & ~models.Q(answer="")
                & ~models.Q(answer_reason=""),
                name="advice_is_answered_by_somebody_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


@tracked()
class PriorConsultation(MunicipalityRecord):
    """A request to the authority before the processing begins (GDPR 36)."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.PROTECT, related_name="consultations")
    position = models.PositiveSmallIntegerField(default=0)
    requested_on = models.DateField(_("requested on"))
    pieces = terms(_("what was enclosed"))
    received_on = day(_("received by the authority on"))
    extended_on = day(_("told on that it takes longer"))
    suspended_on = day(_("suspended on"))
    resumed_on = day(_("resumed on"))
    answered_on = day(_("advice of the authority of"))
    outcome = words(_("what the authority advised"))

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("prior consultation")
        verbose_name_plural = _("prior consultations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(resumed_on=None) | models.Q(suspended_on__isnull=False),
                name="only_what_was_suspended_resumes",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_on=None, outcome="")
                | models.Q(answered_on__isnull=False) & ~models.Q(outcome=""),
                name="consultation_says_what_was_advised_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.requested_on}"
