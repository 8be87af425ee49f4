from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.breaches.enums import (
    DecisionKind,
    InformGround,
    Manner,
    MessageElement,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.models.breach import PersonalDataBreach
from gemeentedossier.dossier.breaches.models.fields import listed, signed
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.models.fields import choice, closed, count, line, terms, tristate, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class BreachDecision(MunicipalityRecord):
    """That a named person decided to notify, or to tell people, or not to, and why. Said once and for all."""

    only_changes = ()

    breach = models.ForeignKey(PersonalDataBreach, on_delete=models.PROTECT, related_name="decisions")
    kind = choice(_("decision"), DecisionKind)
    is_yes = models.BooleanField(_("yes"))
    ground = choice(_("ground for not telling people"), InformGround)
    reason = models.TextField(_("reason"))
    late_reason = words(_("why it was decided late"))
    decided_by = models.ForeignKey(Person, verbose_name=_("decided by"), on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        ordering = ["decided_at", "id"]
        verbose_name = _("decision on a breach")
        verbose_name_plural = _("decisions on breaches")
        constraints = [
            closed("kind", DecisionKind, name="breach_decision_is_of_a_known_kind", known=True),
            closed("ground", InformGround, name="breach_decision_has_a_known_ground"),
            written("reason", name="breach_decision_says_why"),
            models.CheckConstraint(
                condition=models.Q(ground="") | models.Q(kind=DecisionKind.INFORM_PEOPLE.value, is_yes=False),
                name="only_not_telling_people_has_a_ground",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.is_yes}"


@tracked()
class BreachNotification(MunicipalityRecord):
    """What was sent to an authority, when and under which number. Said once and for all."""

    only_changes = ()

    breach = models.ForeignKey(PersonalDataBreach, on_delete=models.PROTECT, related_name="notifications")
    kind = choice(_("what was sent"), NotificationKind)
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.ForeignKey(Person, verbose_name=_("sent by"), on_delete=models.PROTECT, related_name="+")
    number = line(_("number of the notification"), length=100)
    is_preliminary = tristate(_("more follows"))
    delay_reason = words(_("why it was later than the term"))
    note = words(_("note"))
    evidence = models.ForeignKey(
        Evidence, verbose_name=_("evidence"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["sent_at", "id"]
        verbose_name = _("notification of a breach")
        verbose_name_plural = _("notifications of breaches")
        constraints = [closed("kind", NotificationKind, name="notification_is_of_a_known_kind", known=True)]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


@tracked()
class SentAnswer(MunicipalityRecord):
    """What was really filled in at one question of the authority's form."""

    only_changes = ()

    notification = models.ForeignKey(BreachNotification, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(_("question"), max_length=60)
    answer = models.TextField(_("answer"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["notification", "question"], name="question_answered_once"),
            written("answer", name="sent_answer_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer[:40]}"


@tracked()
class BreachCommunication(MunicipalityRecord):
    """A message to the people concerned, as it was sent (GDPR 34). Said once and for all."""

    only_changes = ()

    breach = models.ForeignKey(PersonalDataBreach, on_delete=models.PROTECT, related_name="messages")
    manner = choice(_("manner"), Manner)
    told_at = models.DateTimeField(_("told at"))
    sent_by = models.ForeignKey(Person, verbose_name=_("sent by"), on_delete=models.PROTECT, related_name="+")
    people_count = count(_("number of people told"))
    text = words(_("text as it was sent"))
    tells = terms(_("what it tells"))
    told_data = terms(_("data that it names"))
    delay_reason = words(_("why it was late"))

    class Meta:
        ordering = ["told_at", "id"]
        verbose_name = _("message to people")
        verbose_name_plural = _("messages to people")
        constraints = [
            closed("manner", Manner, name="message_goes_in_a_known_manner", known=True),
            listed("tells", MessageElement, name="message_has_known_tells"),
        ]

    def __str__(self) -> str:
        return f"{self.manner}: {self.people_count}"


@tracked()
class BreachAdvice(MunicipalityRecord):
    """What the data protection officer advised. Nobody changes that; who decides answers it (GDPR 38(3), 39(1)(a))."""

    only_changes = ("answer", "answered_by_id", "answered_at")

    breach = models.ForeignKey(PersonalDataBreach, on_delete=models.PROTECT, related_name="advices")
    text = models.TextField(_("advice"))
    given_by = models.ForeignKey(Person, verbose_name=_("given by"), on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given at"))
    answer = words(_("answer"))
    answered_by = models.ForeignKey(
        Person, verbose_name=_("answered by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        ordering = ["given_at", "id"]
        verbose_name = _("advice on a breach")
        verbose_name_plural = _("advice on breaches")
        constraints = [
            written("text", name="breach_advice_says_something"),
            signed("answered", name="breach_advice_is_answered_by_somebody"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None) | ~models.Q(answer="") & ~models.Q(answered_at=None),
                name="breach_advice_is_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
