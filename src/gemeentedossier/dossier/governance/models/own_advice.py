from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.foundation.models.fields import choice, closed, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class OwnAdvice(MunicipalityRecord):
    """What the data protection officer advised without being asked (GDPR 38(3), 39(1)(a)), about any record.

    The record is named by kind and key. Whoever decides answers, once.
    """

    only_changes = ("answer", "answer_reason", "answered_by_id", "answered_at")
    """Locked in the database: an advice stands as it was given; only its answer is written beside it."""

    title = models.CharField(_("what it is about"), max_length=200)
    text = models.TextField(_("advice"))
    subject_kind = models.CharField(max_length=30)
    subject_id = models.UUIDField()
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
        verbose_name = _("advice of the officer's own accord")
        verbose_name_plural = _("advice of the officer's own accord")
        constraints = [
            written("title", name="own_advice_says_about_what"),
            written("text", name="own_advice_says_something"),
            written("subject_kind", name="own_advice_names_its_record"),
            closed("answer", AdviceAnswer, name="own_advice_is_answered_in_a_known_way"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None, answer_reason="")
                | models.Q(answered_by__isnull=False, answered_at__isnull=False)
                & ~models.Q(answer="")
                & ~models.Q(answer_reason=""),
                name="own_advice_is_answered_by_somebody_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title
