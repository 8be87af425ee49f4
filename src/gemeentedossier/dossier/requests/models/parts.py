from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.requests.enums import LineKind, RequestQuestion, SuspensionGround
from gemeentedossier.dossier.requests.models.request import DataSubjectRequest
from gemeentedossier.foundation.models.fields import closed, day, in_order, line, tristate, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class RequestActivity(MunicipalityRecord):
    """A processing activity that a request is about."""

    request = models.ForeignKey(DataSubjectRequest, on_delete=models.CASCADE, related_name="activities")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="requests")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["request", "activity"], name="activity_once_a_request")]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.activity_id}"


@tracked()
class Suspension(MunicipalityRecord):
    """That the term of a request stood still, and on which ground."""

    request = models.ForeignKey(DataSubjectRequest, on_delete=models.CASCADE, related_name="suspensions")
    ground = models.CharField(_("ground"), max_length=40, choices=[(g.value, g.value) for g in SuspensionGround])
    since = models.DateField(_("asked on"))
    until = day(_("answered on"))
    reason = models.TextField(_("what was asked, and why"))

    class Meta:
        ordering = ["since", "id"]
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        constraints = [
            closed("ground", SuspensionGround, name="suspension_has_a_known_ground", known=True),
            written("reason", name="suspension_has_a_reason"),
            in_order("since", "until", name="suspension_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.since}"


@tracked()
class SearchLine(MunicipalityRecord):
    """A place where data of the person are looked for: a system, a processor or a recipient of the register."""

    request = models.ForeignKey(DataSubjectRequest, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(_("kind"), max_length=40, choices=[(k.value, k.value) for k in LineKind])
    target_id = models.UUIDField(_("record"))
    name = models.CharField(_("name"), max_length=300)
    owner = models.ForeignKey(
        Person, verbose_name=_("who looks"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_on = day(_("asked on"))
    found = tristate(_("data were found"))
    delivered_on = day(_("delivered on"))
    note = words(_("remark"))
    named_in_answer = tristate(_("named in the answer"))
    told_on = day(_("told of the change on"))
    untold_because = words(_("why it was not told"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("line of a search plan")
        verbose_name_plural = _("lines of search plans")
        constraints = [
            closed("kind", LineKind, name="search_line_has_a_known_kind", known=True),
            written("name", name="search_line_has_a_name"),
            models.UniqueConstraint(fields=["request", "kind", "target_id"], name="place_once_a_request"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class QuestionAnswer(MunicipalityRecord):
    """The answer to one question of the law about a request."""

    request = models.ForeignKey(DataSubjectRequest, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(_("question"), max_length=60, choices=[(q.value, q.value) for q in RequestQuestion])
    answer = models.BooleanField(_("answer"))
    note = words(_("note"))

    class Meta:
        ordering = ["question"]
        constraints = [
            closed("question", RequestQuestion, name="request_question_is_known", known=True),
            models.UniqueConstraint(fields=["request", "question"], name="one_answer_a_question"),
        ]

    def __str__(self) -> str:
        return self.question


@tracked()
class DecisionPart(MunicipalityRecord):
    """A part of what is asked, with what was decided about it."""

    request = models.ForeignKey(DataSubjectRequest, on_delete=models.CASCADE, related_name="parts")
    what = models.TextField(_("part of the request"))
    granted = models.BooleanField(_("granted"))
    reason = words(_("why"))
    refusal = line(_("ground for refusing"))
    point = line(_("point of that ground"), length=4)
    provision = line(_("provision"))
    factors_weighed = tristate(_("the points of UAVG 41(2) were weighed"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("part of a decision")
        verbose_name_plural = _("parts of decisions")
        constraints = [written("what", name="decision_part_says_what")]

    def __str__(self) -> str:
        return self.what[:60]


@tracked()
class RequestAdvice(MunicipalityRecord):
    """What the data protection officer advised. Nobody changes that; who decides answers it (GDPR 38(3), 39(1)(a))."""

    only_changes = ("answer", "answered_by_id", "answered_at")
    """Locked in the database: an advice stands as it was given; only its answer is written beside it."""

    request = models.ForeignKey(DataSubjectRequest, on_delete=models.PROTECT, related_name="advices")
    text = models.TextField(_("advice"))
    given_by = models.ForeignKey(Person, verbose_name=_("given by"), on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given at"))
    answer = words(_("what is done with the advice"))
    answered_by = models.ForeignKey(
        Person, verbose_name=_("answered by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        ordering = ["given_at", "id"]
        verbose_name = _("advice on a request")
        verbose_name_plural = _("advice on requests")
        constraints = [
            written("text", name="request_advice_says_something"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None)
                | models.Q(answered_by__isnull=False, answered_at__isnull=False) & ~models.Q(answer=""),
                name="request_advice_is_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
