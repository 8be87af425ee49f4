from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.fields import line, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class PolicyClause(MunicipalityRecord):
    """What a policy promises, who answers for it, and how it is kept in the daily work (GDPR 24(2)).

    Measures are named by plain ids, for their room lies above this one. ``revision`` counts the edits.
    """

    title = models.CharField(_("title"), max_length=300)
    text = words(_("what the policy says"))
    policy = line(_("policy in which it stands"))
    owner = models.ForeignKey(
        Person, verbose_name=_("who answers for it"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    procedure = words(_("how it is done in the daily work"))
    measure_ids = ArrayField(models.UUIDField(), verbose_name=_("measures that carry it out"), blank=True, default=list)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["policy", "title", "id"]
        verbose_name = _("policy clause")
        verbose_name_plural = _("policy clauses")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "policy", "title"], name="clause_once_a_policy"),
            written("title", name="policy_clause_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
