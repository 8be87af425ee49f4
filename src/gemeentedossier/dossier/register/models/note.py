from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.models.activity import Activity
from gemeentedossier.dossier.register.models.fields import line, words
from gemeentedossier.foundation.models.fields import written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class ReviewNote(MunicipalityRecord):
    """What a reader remarks on a record before it is adopted, the answer to it, and that it was settled.

    ``field`` names the field that it is about, ``part_id`` the part of the activity where it is not the activity's own;
    both are empty for the record as a whole.
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="review_notes")
    part_id = models.UUIDField(_("part of the activity"), null=True, blank=True)
    field = line(_("field"), length=60)
    text = models.TextField(_("remark"))
    written_by = models.ForeignKey(Person, verbose_name=_("remarked by"), on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("remarked at"))
    answer = words(_("answer"))
    answered_by = models.ForeignKey(
        Person, verbose_name=_("answered by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        Person, verbose_name=_("settled by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)

    class Meta:
        ordering = ["written_at", "id"]
        verbose_name = _("remark of a reviewer")
        verbose_name_plural = _("remarks of reviewers")
        constraints = [
            written("text", name="review_note_says_something"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None)
                | ~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False),
                name="review_note_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(settled_by=None, settled_at=None)
                | models.Q(settled_by__isnull=False, settled_at__isnull=False),
                name="review_note_is_settled_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
