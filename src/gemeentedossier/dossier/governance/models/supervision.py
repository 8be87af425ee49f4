from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.governance.enums import SampledKind, SampleVerdict, SupervisionManner
from gemeentedossier.foundation.models.fields import choice, closed, day, tristate, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person

COUNTED_IN_REPORT = f"""EXISTS (
  SELECT 1 FROM governance_officerreport AS report JOIN governance_sample AS drawn ON drawn.id = OLD.sample_id
   WHERE report.municipality_id = OLD.municipality_id AND report.adopted_at IS NOT NULL
     AND (drawn.drawn_at AT TIME ZONE '{settings.TIME_ZONE}')::date BETWEEN report.begins_on AND report.ends_on)"""  # noqa: S608 - no text of anybody
"""That the draw of a case falls in the period of a report that was adopted: its numbers count that case."""


@tracked()
class SupervisionCheck(MunicipalityRecord):
    """What the data protection officer looks at, why, how and by which day (GDPR 39(1)(b), 39(2)).

    It is closed with what was found, or with why it was not done. ``revision`` counts the edits.
    """

    topic = models.CharField(_("what is looked at"), max_length=200)
    reason = models.TextField(_("why this is looked at"))
    manner = choice(_("how"), SupervisionManner)
    due_on = models.DateField(_("done by"))
    was_done = tristate(_("done"))
    outcome = words(_("what was found"))
    closed_by = models.ForeignKey(
        Person, verbose_name=_("closed by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_on = day(_("closed on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["due_on", "topic", "id"]
        verbose_name = _("check of the supervision plan")
        verbose_name_plural = _("checks of the supervision plan")
        constraints = [
            written("topic", name="check_says_what_is_looked_at"),
            written("reason", name="check_says_why"),
            closed("manner", SupervisionManner, name="check_is_done_in_a_known_manner", known=True),
            models.CheckConstraint(
                condition=models.Q(was_done=None, outcome="", closed_by=None, closed_on=None)
                | models.Q(was_done__isnull=False, closed_by__isnull=False, closed_on__isnull=False)
                & ~models.Q(outcome=""),
                name="check_is_closed_by_somebody_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.topic


@tracked()
class Sample(MunicipalityRecord):
    """A draw that anybody can do again: from which records at which entry of the ledger, by which seed.

    The way of drawing stands in ``governance.engine.sampling``. Said once and for all.
    """

    only_changes = ()

    kind = choice(_("drawn from"), SampledKind)
    reason = models.TextField(_("why this is looked at"))
    ledger_number = models.PositiveBigIntegerField(_("last entry of the ledger"))
    population_size = models.PositiveIntegerField(_("number of records"))
    seed = models.CharField(_("seed"), max_length=64)
    planned_check = models.ForeignKey(
        SupervisionCheck,
        verbose_name=_("check of the supervision plan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    drawn_by = models.ForeignKey(Person, verbose_name=_("drawn by"), on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(_("drawn at"))

    class Meta:
        ordering = ["drawn_at", "id"]
        verbose_name = _("sample")
        verbose_name_plural = _("samples")
        constraints = [
            closed("kind", SampledKind, name="sample_is_of_a_known_kind", known=True),
            written("reason", name="sample_says_why"),
            written("seed", name="sample_has_a_seed"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.drawn_at}"


@tracked()
class SampledCase(MunicipalityRecord):
    """A record that was drawn, as it was called then, and how the officer judged it."""

    only_changes = ("verdict", "note", "judged_by_id", "judged_at")
    stands_once = COUNTED_IN_REPORT

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="cases")
    position = models.PositiveSmallIntegerField(default=0)
    subject_id = models.UUIDField()
    name = models.CharField(_("name"), max_length=500)
    verdict = choice(_("verdict"), SampleVerdict)
    note = words(_("what was seen"))
    judged_by = models.ForeignKey(
        Person, verbose_name=_("judged by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField(_("judged at"), null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("sampled case")
        verbose_name_plural = _("sampled cases")
        constraints = [
            models.UniqueConstraint(fields=["sample", "subject_id"], name="record_drawn_once_a_sample"),
            closed("verdict", SampleVerdict, name="sampled_case_has_a_known_verdict"),
            models.CheckConstraint(
                condition=models.Q(verdict="", note="", judged_by=None, judged_at=None)
                | models.Q(judged_by__isnull=False, judged_at__isnull=False)
                & ~models.Q(verdict="")
                & ~models.Q(note=""),
                name="sampled_case_is_judged_by_somebody_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class OfficerReport(MunicipalityRecord):
    """The officer's account of a period: the numbers follow from the dossier, the judgement is the officer's own.

    Adopted, it is locked, here and by its policy, and its text is kept as evidence. ``revision`` counts the edits.
    """

    stands_once = "OLD.adopted_at IS NOT NULL"

    begins_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    judgement = words(_("judgement of the officer"))
    advice = words(_("what the officer recommends"))
    written_by = models.ForeignKey(Person, verbose_name=_("written by"), on_delete=models.PROTECT, related_name="+")
    adopted_by = models.ForeignKey(
        Person, verbose_name=_("adopted by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    adopted_at = models.DateTimeField(_("adopted at"), null=True, blank=True)
    evidence = models.ForeignKey(
        Evidence,
        verbose_name=_("adopted text"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["begins_on", "id"]
        verbose_name = _("report of the data protection officer")
        verbose_name_plural = _("reports of the data protection officer")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("begins_on")), name="officer_report_ends_after_its_begin"
            ),
            models.UniqueConstraint(fields=["municipality", "begins_on", "ends_on"], name="one_report_a_period"),
            models.CheckConstraint(
                condition=models.Q(adopted_by=None, adopted_at=None, evidence=None)
                | models.Q(adopted_by__isnull=False, adopted_at__isnull=False, evidence__isnull=False)
                & ~models.Q(judgement=""),
                name="officer_report_is_adopted_by_somebody_with_a_judgement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begins_on} – {self.ends_on}"
