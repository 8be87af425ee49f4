from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.agreements.enums import Duty, PartyKind, Point, SubProcessorDecision
from gemeentedossier.dossier.agreements.models.agreement import Agreement
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.foundation.models.fields import choice, day, line, tristate, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


class AgreementPart(MunicipalityRecord):
    """A part of one agreement, in the order in which it is written down."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="%(class)s_set")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} of {self.agreement_id}"


@tracked()
class AgreementParty(AgreementPart):
    """Somebody with whom it was agreed, besides the municipality; in a covenant a participant."""

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="agreements")
    role = choice(_("role"), PartyRole)
    kind = choice(_("kind of organisation"), PartyKind)
    joined_on = day(_("joined on"))
    attested_on = day(_("attested on"))
    attested_by = line(_("attested by"))
    attested_person = models.ForeignKey(
        Person,
        verbose_name=_("attested through the own account of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    attestation = words(_("what was attested"))
    attestation_evidence = models.ForeignKey(
        Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("evidence")
    )
    left_on = day(_("takes part up to and including"))
    left_because = words(_("why the party left"))

    class Meta(AgreementPart.Meta):
        verbose_name_plural = _("parties to the agreement")
        constraints = [
            models.UniqueConstraint(fields=["agreement", "party"], name="party_once_an_agreement"),
            models.CheckConstraint(
                condition=models.Q(attested_person=None)
                | models.Q(attested_on__isnull=False) & ~models.Q(attested_by=""),
                name="who_attested_did_so_on_a_day",
            ),
        ]


@tracked()
class AgreedPoint(AgreementPart):
    """What was agreed on one point, for a processor those of GDPR 28(3)(a) to (h)."""

    point = models.CharField(max_length=60, choices=[(p.value, p.value) for p in Point])
    agreed = tristate(_("agreed"))
    text = words(_("in which words"))
    place = line(_("where in the contract"))

    class Meta(AgreementPart.Meta):
        constraints = [models.UniqueConstraint(fields=["agreement", "point"], name="point_once_an_agreement")]


@tracked()
class SubProcessor(AgreementPart):
    """Somebody whom the processor, or another sub-processor, engages (GDPR 28(2), 28(4)).

    Whoever removes one hangs those below it elsewhere in the same transaction; the database looks at its end.
    """

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="sub_processings")
    above = models.ForeignKey(
        "self", verbose_name=_("engaged by"), null=True, blank=True, on_delete=models.DO_NOTHING, related_name="below"
    )
    service = line(_("for what"))
    country = line(_("country"), _("Two-letter country code."), length=2)
    listed = tristate(_("the agreement names it"))
    seen_in = line(_("where it was seen"))
    notified_on = day(_("told on"))
    objection_until = day(_("objection possible up to and including"))
    decision = choice(_("decision"), SubProcessorDecision)
    decided_on = day(_("decided on"))
    decided_because = words(_("reason"))

    class Meta(AgreementPart.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agreement", "above", "party"], name="sub_processor_once_below_another")
        ]


@tracked()
class DividedDuty(AgreementPart):
    """Which joint controller meets a duty (GDPR 26(1)); without a party the municipality does."""

    duty = models.CharField(max_length=30, choices=[(d.value, d.value) for d in Duty])
    party = models.ForeignKey(
        Party, verbose_name=_("party"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = words(_("how"))

    class Meta(AgreementPart.Meta):
        constraints = [models.UniqueConstraint(fields=["agreement", "duty"], name="duty_once_an_agreement")]


@tracked()
class SharedClause(AgreementPart):
    """A clause of a covenant that holds for every participant."""

    code = models.CharField(_("number of the clause"), max_length=30)
    title = line(_("title"))
    text = words(_("text"))

    class Meta(AgreementPart.Meta):
        verbose_name = _("shared clause")
        verbose_name_plural = _("shared clauses")
        constraints = [
            models.UniqueConstraint(fields=["agreement", "code"], name="shared_clause_once_a_covenant"),
            written("code", name="shared_clause_has_a_number"),
        ]


@tracked()
class Deviation(AgreementPart):
    """Where a participant departs from a shared clause, and why.

    Whoever removes a clause lets no deviation name it in the same transaction; the database looks at its end.
    """

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="+")
    clause = line(_("clause"))
    shared_clause = models.ForeignKey(
        SharedClause,
        verbose_name=_("shared clause"),
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        related_name="deviations",
    )
    shared_text = words(_("the shared text"))
    own_text = words(_("the text of this party"))
    reason = models.TextField(_("reason"))
    recorded_on = day(_("recorded on"))

    class Meta(AgreementPart.Meta):
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="deviation_has_a_reason")]


@tracked()
class Instruction(AgreementPart):
    """A documented instruction to a processor (GDPR 28(3)(a), 29)."""

    given_on = models.DateField(_("given on"))
    text = models.TextField(_("instruction"))
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
