"""One version as data: self-describing, and the same at every request until a newer version takes its place."""

import json

from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.portal.engine.redaction import WITHHELD, public_content
from gemeentedossier.portal.presenters.activity import Addresses

FORMAT = "gemeentedossier/register-version"
FORMAT_VERSION = 1


def version_file(
    version: ActivityVersion, *, municipality: Municipality, successor: ActivityVersion | None, addresses: Addresses
) -> bytes:
    """The version as UTF-8 JSON. What is not known is an absent key: no ``valid_until`` means that it holds."""
    described = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "address": addresses.version,
        "current_address": addresses.newest,
        "municipality": {
            "slug": municipality.slug,
            "name": municipality.name,
            "code": municipality.code or None,
            "is_example": municipality.is_example or None,
        },
        "activity_id": str(version.activity_id),
        "number": version.number,
        "catalogue_version": version.catalogue_version,
        "adopted_at": version.adopted_at.isoformat(),
        "published_at": version.published_at.isoformat() if version.published_at else None,
        "withdrawn_at": version.withdrawn_at.isoformat() if version.withdrawn_at else None,
        "valid_from": version.published_at.isoformat() if version.published_at else None,
        "valid_until": successor.published_at.isoformat() if successor and successor.published_at else None,
        "replaced_by": successor.number if successor else None,
        "withheld": list(WITHHELD),
        "content": public_content(version.content),
    }
    return json.dumps(_known(described), ensure_ascii=False, indent=1).encode()


def _known(described: dict[str, object]) -> dict[str, object]:
    """Without what is not known; the text of the version itself is left as it stands."""
    return {
        key: _known(held) if key == "municipality" and isinstance(held, dict) else held
        for key, held in described.items()
        if held is not None
    }
