"""Recording what a municipality is as a whole: where it can be reached, and what rules ask of it."""

from dataclasses import replace

from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.facts import Organisation
from gemeentedossier.organisation.models import OrganisationProfile
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_page


def edit_profile(wanted: Organisation, *, by: Actor) -> None:
    """Write what is recorded of the municipality as a whole; its bodies, units and people have verbs of their own.

    ``wanted.revision`` is the one that was read. A saving that changes nothing leaves no trace.
    """
    check_permitted(by, "organisation.edit_organisation")
    check_page(wanted.rights_page or "")
    check_page(wanted.complaint_page or "")
    with verb("organisation.edit_profile", by=by):
        stored, _new = OrganisationProfile.objects.select_for_update().get_or_create()
        check_unchanged(stored.revision, read=wanted.revision)
        columns = stored_values(OrganisationProfile, replace(wanted, revision=stored.revision + 1))
        changed = {name: value for name, value in columns.items() if name != "id" and getattr(stored, name) != value}
        if changed.keys() - {"revision"}:
            OrganisationProfile.objects.filter(pk=stored.pk).update(**changed)
