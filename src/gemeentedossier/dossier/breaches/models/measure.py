from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.models import Measure
from gemeentedossier.dossier.breaches.enums import MeasureKind
from gemeentedossier.dossier.breaches.models.breach import PersonalDataBreach
from gemeentedossier.dossier.breaches.models.fields import moment, person
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.models.fields import choice, closed, day, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class BreachMeasure(MunicipalityRecord):
    """What is done about a breach: by whom, until when, done or not, and whether it worked."""

    only_changes = (
        *("what", "owner_id", "due_on", "measure_id"),
        *("done_on", "done_how", "evidence_id", "effect", "effect_seen_on"),
    )

    breach = models.ForeignKey(PersonalDataBreach, on_delete=models.PROTECT, related_name="measures")
    kind = choice(_("kind of measure"), MeasureKind)
    what = models.TextField(_("what is done"))
    owner = person(_("who does it"))
    due_on = day(_("done by"))
    measure = models.ForeignKey(
        Measure, verbose_name=_("measure of Part B"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    done_on = day(_("done on"))
    done_how = words(_("what was done"))
    evidence = models.ForeignKey(
        Evidence, verbose_name=_("evidence"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    effect = words(_("whether it worked"))
    effect_seen_on = day(_("looked at on"))
    recorded_at = moment(_("recorded at"))

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name = _("measure after a breach")
        verbose_name_plural = _("measures after breaches")
        constraints = [
            closed("kind", MeasureKind, name="breach_measure_is_of_a_known_kind", known=True),
            written("what", name="breach_measure_says_what"),
            models.CheckConstraint(
                condition=models.Q(done_on=None) | ~models.Q(done_how=""), name="breach_measure_says_how_it_was_done"
            ),
            models.CheckConstraint(
                condition=models.Q(effect="", effect_seen_on=None)
                | ~models.Q(effect="") & models.Q(effect_seen_on__isnull=False),
                name="breach_measure_says_what_was_seen_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.what[:60]
