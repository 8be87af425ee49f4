"""Which municipalities show something of their register to everybody. Asked of all at once, outside every scope."""

from django.db.models import QuerySet

from gemeentedossier.dossier.register.models.version import SHOWING
from gemeentedossier.foundation.models import Municipality


def showing_municipalities() -> "QuerySet[Municipality]":
    """Those of which somebody published an activity that is still public, by name; the others stand on no list."""
    return Municipality.objects.filter(pk__in=[key for (key,) in SHOWING.answers()])
