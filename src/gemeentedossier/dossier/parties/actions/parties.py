"""Recording with whom a municipality processes."""

from gemeentedossier.dossier.parties.models import Party


def ensure_party(name: str) -> Party:
    """The party of that name, recorded where it was not yet. Part of a verb."""
    known: Party | None = Party.objects.filter(name__iexact=name).first()
    return known or Party.objects.create(name=name)
