from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.foundation.models.fields import choice, closed, terms, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Prescan(MunicipalityRecord):
    """Whether an activity needs an impact assessment (GDPR 35(1), (3), (4)): answers, and what was decided.

    ``revision`` counts the edits.
    """

    activity = models.ForeignKey(
        Activity, verbose_name=_("processing activity"), on_delete=models.CASCADE, related_name="prescans"
    )
    decision = choice(_("outcome of the pre-scan"), PrescanVerdict)
    found = choice(_("what the facts gave"), PrescanVerdict)
    decided_because = words(_("why it was decided so"))
    decided_by = models.ForeignKey(
        Person, verbose_name=_("decided by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    basis_names = terms(_("facts it rests on"))
    basis_words = terms(_("what these facts said"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["activity_id"]
        verbose_name = _("pre-scan")
        verbose_name_plural = _("pre-scans")
        constraints = [
            models.UniqueConstraint(fields=["activity"], name="one_prescan_an_activity"),
            closed("decision", PrescanVerdict, name="prescan_is_decided_in_a_known_way"),
            closed("found", PrescanVerdict, name="prescan_found_something_known"),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_by=None, decided_at=None)
                | models.Q(decided_by__isnull=False, decided_at__isnull=False) & ~models.Q(decision=""),
                name="prescan_is_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(decision="") | models.Q(decision=models.F("found")) | ~models.Q(decided_because=""),
                name="prescan_departs_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.decision}"


@tracked()
class PrescanAnswer(MunicipalityRecord):
    """What somebody answered to a question of the pre-scan."""

    prescan = models.ForeignKey(Prescan, on_delete=models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField(default=0)
    question = models.CharField(_("question"), max_length=100)
    values = terms(_("answer"))

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("answer to the pre-scan")
        verbose_name_plural = _("answers to the pre-scan")
        constraints = [models.UniqueConstraint(fields=["prescan", "question"], name="one_answer_a_prescan_question")]

    def __str__(self) -> str:
        return f"{self.question}: {', '.join(self.values)}"
