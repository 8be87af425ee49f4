from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachType,
    Circumstance,
    DataContext,
    Harm,
    Identification,
    IncidentKind,
    Loss,
    MunicipalRole,
    ReportedBy,
)
from gemeentedossier.dossier.breaches.models.fields import listed, moment, person, signed
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.models.fields import (
    choice,
    closed,
    count,
    day,
    line,
    optional_terms,
    terms,
    tristate,
    words,
    written,
)
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked

CHOICES = {
    "reported_by": ReportedBy,
    "kind": IncidentKind,
    "municipal_role": MunicipalRole,
    "context": DataContext,
    "identification": Identification,
    "confidentiality_loss": Loss,
    "integrity_loss": Loss,
    "availability_loss": Loss,
    "risk": BreachRisk,
}
LISTS = {"types": BreachType, "harms": Harm, "circumstances": Circumstance}


@tracked()
class PersonalDataBreach(MunicipalityRecord):
    """A breach of personal data from the first report to the closing (GDPR 33(5)). ``revision`` counts the edits.

    The database lets nobody delete one, nor change its number or whether it is an exercise.
    """

    number = models.CharField(_("number"), max_length=20)
    title = models.CharField(_("title"), max_length=200)
    reported_at = models.DateTimeField(_("reported at"))
    reported_by = choice(_("told by"), ReportedBy)
    reporter = line(_("who told it, by function"))
    first_account = words(_("first account"))
    is_exercise = models.BooleanField(_("exercise"), default=False)
    exercise_case = models.CharField(max_length=80, blank=True, default="")
    lead = person(_("who leads the work"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    began_at = moment(_("began at"))
    ended_at = moment(_("ended at"))
    is_ongoing = tristate(_("still going on"))
    discovered_at = moment(_("discovered at"))
    discovered_by = line(_("discovered by, by function"))
    how_discovered = words(_("how it was discovered"))
    internally_reported_at = moment(_("reported internally at"))
    late_report_reason = words(_("why it was reported late"))
    aware_at = moment(_("aware at"))
    aware_who = line(_("who became aware, by function"))
    aware_grounds = words(_("why the municipality knew from then"))

    at_processor = tristate(_("happened at a processor"))
    party = models.ForeignKey(
        Party, verbose_name=_("processor"), null=True, blank=True, on_delete=models.PROTECT, related_name="breaches"
    )
    processor_knew_at = moment(_("the processor knew at"))
    processor_told_at = moment(_("the processor told at"))
    processor_account = words(_("what the processor told"))

    kind = choice(_("kind of incident"), IncidentKind)
    summary = words(_("what happened"))
    cause = words(_("cause"))
    cause_found = tristate(_("the cause was found"))
    protection = words(_("protection beforehand"))
    is_unintelligible = tristate(_("unreadable for others"))
    harms = terms(_("what people can suffer"))
    consequences = words(_("likely consequences"))

    data_categories = terms(_("data"))
    data_own = terms(_("data in own words"))
    subject_categories = terms(_("people"))
    subjects_own = terms(_("people in own words"))
    people_min = count(_("number of people, from"))
    people_max = count(_("number of people, up to"))
    record_count = count(_("number of records"))
    is_cross_border = tristate(_("people in other countries"))
    under_sixteen = tristate(_("people under sixteen"))
    looked_into_at = moment(_("looked into at"))

    security_broken = tristate(_("security was broken"))
    personal_data = tristate(_("personal data were hit"))
    municipal_role = choice(_("the municipality is"), MunicipalRole)
    controller = models.ForeignKey(
        Party, verbose_name=_("controller"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    types = terms(_("type of breach"))
    police_data = tristate(_("police data"))
    significant_incident = tristate(_("significant incident"))
    triage_reason = words(_("why it was judged so"))
    triaged_by = person(_("judged by"))
    triaged_at = moment(_("judged at"))

    context = choice(_("kind of data"), DataContext)
    context_value = models.PositiveSmallIntegerField(_("context of the data"), null=True, blank=True)
    context_reason = words(_("why this context"))
    identification = choice(_("ease of identification"), Identification)
    identification_reason = words(_("why so easily"))
    confidentiality_loss = choice(_("loss of confidentiality"), Loss)
    integrity_loss = choice(_("loss of integrity"), Loss)
    availability_loss = choice(_("loss of availability"), Loss)
    is_malicious = tristate(_("on purpose, to do harm"))
    circumstances = optional_terms(_("circumstances"))
    circumstances_reason = words(_("why these circumstances"))

    risk = choice(_("risk to people"), BreachRisk)
    risk_method = line(_("method"))
    risk_reason = words(_("why this risk"))
    judged_by = person(_("weighed by"))
    judged_at = moment(_("weighed at"))
    police_duty = words(_("what the Wpg asks"))

    closed_at = moment(_("closed at"))
    closed_by = person(_("closed by"))
    closed_because = words(_("why it can be closed"))
    deletion_planned_on = day(_("to be destroyed on"))

    class Meta:
        ordering = ["-reported_at", "id"]
        verbose_name = _("breach")
        verbose_name_plural = _("breaches")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="breach_number_once"),
            written("title", name="breach_has_a_title"),
            written("number", name="breach_has_a_number"),
            *(closed(field, known, name=f"breach_has_a_known_{field}") for field, known in CHOICES.items()),
            *(listed(field, known, name=f"breach_has_known_{field}") for field, known in LISTS.items()),
            models.CheckConstraint(
                condition=models.Q(context_value=None) | models.Q(context_value__range=(1, 4)),
                name="breach_context_is_on_the_scale",
            ),
            models.CheckConstraint(
                condition=models.Q(people_min=None)
                | models.Q(people_max=None)
                | models.Q(people_max__gte=models.F("people_min")),
                name="breach_numbers_are_in_order",
            ),
            signed("triaged", name="breach_is_triaged_by_somebody"),
            signed("judged", name="breach_is_weighed_by_somebody"),
            signed("closed", name="breach_is_closed_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


_FIXED = {"id", "municipality_id", "number", "is_exercise", "exercise_case", "reported_at"}
PersonalDataBreach.only_changes = tuple(  # type: ignore[attr-defined]  # read by ``foundation.locks``
    field.attname for field in PersonalDataBreach._meta.concrete_fields if field.attname not in _FIXED
)


@tracked()
class BreachActivity(MunicipalityRecord):
    """That an activity was hit by a breach."""

    breach = models.ForeignKey(PersonalDataBreach, on_delete=models.CASCADE, related_name="activities")
    activity = models.ForeignKey(
        Activity, verbose_name=_("processing activity"), on_delete=models.PROTECT, related_name="breaches"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["breach", "activity"], name="activity_once_a_breach")]

    def __str__(self) -> str:
        return f"{self.breach_id}: {self.activity_id}"
