from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Evidence(MunicipalityRecord):
    """What shows that an answer is true: a file, kept outside the web root, or a link with what was seen there."""

    kind = models.CharField(max_length=10, choices=[(k, k) for k in EvidenceKind])
    title = models.CharField(_("title"), max_length=300)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("owner"))
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    seen = models.TextField(_("what was seen there"), blank=True)
    lost_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=EvidenceKind.FILE.value, url="", size__gt=0) & ~models.Q(sha256="")
                | models.Q(kind=EvidenceKind.LINK.value, sha256="", size=None) & ~models.Q(url="") & ~models.Q(seen=""),
                name="evidence_is_a_file_or_a_link",
            )
        ]
        ordering = ["title", "id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.title
