from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.models.fields import day, in_order, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class LogReviewPlan(MunicipalityRecord):
    """How often the log of a system is looked at, and for what (GDPR 32(1)(d)). ``revision`` counts the edits."""

    system = models.ForeignKey(
        System, verbose_name=_("system"), on_delete=models.PROTECT, related_name="log_review_plans"
    )
    looks_at = models.TextField(_("what is looked at"))
    sample = words(_("how is chosen what is looked at"))
    every_months = models.PositiveSmallIntegerField(_("every so many months"))
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField(_("from"))
    ended_on = day(_("ended on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["starts_on", "id"]
        verbose_name = _("plan for looking at a log")
        verbose_name_plural = _("plans for looking at logs")
        constraints = [
            written("looks_at", name="log_plan_says_what_is_looked_at"),
            models.CheckConstraint(condition=models.Q(every_months__gte=1), name="log_plan_comes_round"),
            in_order("starts_on", "ended_on", name="log_plan_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.system_id}: {self.every_months}"


@tracked()
class LogReview(MunicipalityRecord):
    """That somebody looked at a log: what was looked at, what was found, and what became of it."""

    plan = models.ForeignKey(LogReviewPlan, on_delete=models.PROTECT, related_name="reviews")
    done_on = models.DateField(_("done on"))
    done_by = models.ForeignKey(Person, verbose_name=_("done by"), on_delete=models.PROTECT, related_name="+")
    sample = words(_("what was looked at"))
    findings = models.TextField(_("what was found"))
    follow_up = words(_("what is done about it"))
    followed_up_on = day(_("done about it on"))
    evidence = models.ForeignKey(
        Evidence, verbose_name=_("evidence"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["done_on", "id"]
        verbose_name = _("review of a log")
        verbose_name_plural = _("reviews of logs")
        constraints = [
            written("findings", name="log_review_says_what_was_found"),
            models.CheckConstraint(
                condition=models.Q(followed_up_on=None) | ~models.Q(follow_up=""), name="follow_up_says_what_was_done"
            ),
            in_order("done_on", "followed_up_on", name="follow_up_comes_after_review"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.done_on}"
