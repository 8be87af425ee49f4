"""Recording what a municipality processes with, and protects it by."""

from gemeentedossier.dossier.assets.models import Measure, System


def ensure_system(name: str) -> System:
    """The system of that name, recorded where it was not yet. Part of a verb."""
    known: System | None = System.objects.filter(name__iexact=name).first()
    return known or System.objects.create(name=name)


def ensure_measure(name: str) -> Measure:
    """The measure of that name, recorded where it was not yet. Part of a verb."""
    known: Measure | None = Measure.objects.filter(name__iexact=name).first()
    return known or Measure.objects.create(name=name)
