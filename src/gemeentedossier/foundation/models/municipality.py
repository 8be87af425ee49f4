from django.db import models

from gemeentedossier.foundation.identifiers import new_id


class Municipality(models.Model):
    """A municipality: the tenant that every record belongs to. Listed for everyone; its rows are its own."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(unique=True, help_text="Names the municipality in addresses.")
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=4, blank=True, help_text="Four-digit code of Statistics Netherlands.")
    is_example = models.BooleanField(default=False, help_text="Invented, for demonstration.")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "municipalities"

    def __str__(self) -> str:
        return self.name
