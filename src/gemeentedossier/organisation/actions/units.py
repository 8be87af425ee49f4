"""Recording the departments and teams of a municipality."""

from gemeentedossier.organisation.models import Unit


def ensure_unit(name: str) -> Unit:
    """The unit of that name, recorded where it was not yet. Part of a verb."""
    known: Unit | None = Unit.objects.filter(name__iexact=name).first()
    return known or Unit.objects.create(name=name)
