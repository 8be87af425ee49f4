"""What of the register everybody can read: of each activity the newest publication, where that was not withdrawn."""

from collections.abc import Iterable
from uuid import UUID

from gemeentedossier.dossier.register.facts import AdoptedVersion


def last_published(versions: Iterable[AdoptedVersion]) -> tuple[AdoptedVersion, ...]:
    """Of each activity the newest version that was ever published; it may have been withdrawn since."""
    newest: dict[UUID, AdoptedVersion] = {}
    for each in sorted((each for each in versions if each.published_at), key=lambda each: each.number):
        newest[each.activity_id] = each
    return tuple(newest.values())


def public_versions(versions: Iterable[AdoptedVersion]) -> tuple[AdoptedVersion, ...]:
    """Those that everybody can read still. Where the newest was withdrawn, no older one comes back in its place."""
    return tuple(each for each in last_published(versions) if each.is_public)
