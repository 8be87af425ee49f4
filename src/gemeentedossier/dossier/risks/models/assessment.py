from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.risks.enums import AssessmentState, Conclusion
from gemeentedossier.foundation.models.fields import choice, closed, day, line, terms, tristate, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class ImpactAssessment(MunicipalityRecord):
    """A data protection impact assessment (GDPR 35) of one activity, or of several that are alike (35(1)).

    ``version`` counts what was adopted; ``revision`` counts the edits.
    """

    name = models.CharField(_("name"), max_length=300)
    reference = line(_("own number"))
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=[(s.value, s.value) for s in AssessmentState],
        default=AssessmentState.DRAFT.value,
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    summary = words(_("summary for who decides"))
    drawn_up_by = models.ForeignKey(
        Person, verbose_name=_("drawn up by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    views_sought = tristate(_("people or their representatives were asked"))
    views = words(_("what people think of it"))
    views_reason = words(_("why people were not asked"))
    conclusion = choice(_("conclusion"), Conclusion)
    conclusion_reason = words(_("why this conclusion"))
    asked_at = models.DateTimeField(_("put to the data protection officer at"), null=True, blank=True)
    adopted_by = models.ForeignKey(
        Person, verbose_name=_("adopted by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    adopted_at = models.DateTimeField(_("adopted at"), null=True, blank=True)
    adopted_because = words(_("why it was adopted"))
    review_on = day(_("to be reviewed on"))
    exempt_under = line(_("law of which the legislator assessed this processing"))
    exempt_reason = words(_("why that assessment covers exactly this processing"))
    copied_from = models.ForeignKey(
        "self", verbose_name=_("copied from"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    copy_confirmed_by = models.ForeignKey(
        Person, verbose_name=_("copy confirmed by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    copy_confirmed_at = models.DateTimeField(_("copy confirmed at"), null=True, blank=True)
    public_summary = words(_("summary for everyone"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("impact assessment")
        verbose_name_plural = _("impact assessments")
        constraints = [
            written("name", name="assessment_has_a_name"),
            closed("state", AssessmentState, name="assessment_is_in_a_known_state", known=True),
            closed("conclusion", Conclusion, name="assessment_concludes_in_a_known_way"),
            models.CheckConstraint(
                condition=models.Q(adopted_by=None, adopted_at=None, version=0)
                | models.Q(adopted_by__isnull=False, adopted_at__isnull=False, version__gt=0),
                name="assessment_is_adopted_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["adopted", "under_revision"]) | models.Q(version__gt=0),
                name="what_is_adopted_has_a_version",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at=None) | models.Q(version__gt=0) & ~models.Q(public_summary=""),
                name="what_is_published_was_adopted",
            ),
            models.CheckConstraint(
                condition=models.Q(copy_confirmed_by=None, copy_confirmed_at=None)
                | models.Q(copy_confirmed_by__isnull=False, copy_confirmed_at__isnull=False),
                name="copy_is_confirmed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class AssessedActivity(MunicipalityRecord):
    """That an assessment is about an activity."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="activities")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="impact_assessments")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("assessed activity")
        verbose_name_plural = _("assessed activities")
        constraints = [models.UniqueConstraint(fields=["assessment", "activity"], name="activity_once_an_assessment")]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.activity_id}"


@tracked()
class AssessmentParagraph(MunicipalityRecord):
    """One of the seventeen points of an assessment: own words, beside the statements of the register they rest on."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="paragraphs")
    number = models.PositiveSmallIntegerField(_("point"))
    text = words(_("own words"))
    basis_names = terms(_("facts it rests on"))
    basis_words = terms(_("what these facts said"))
    noted_by = models.ForeignKey(
        Person, verbose_name=_("noted by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    noted_at = models.DateTimeField(_("noted at"), null=True, blank=True)

    class Meta:
        ordering = ["number", "id"]
        verbose_name = _("paragraph of an impact assessment")
        verbose_name_plural = _("paragraphs of impact assessments")
        constraints = [
            models.UniqueConstraint(fields=["assessment", "number"], name="paragraph_once_an_assessment"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=17), name="paragraph_is_one_of_seventeen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.number}"
