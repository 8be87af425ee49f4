"""What a published text never shows: who of the staff answers for it, and how the data are secured.

Names of staff are not part of the record that Article 30 GDPR asks for. The description of security (30(1)(g)) is
for the supervisory authority, not for whoever wants to break in. Remarks are notes between colleagues.
"""

from collections.abc import Mapping

from gemeentedossier.foundation.engine.plain import Plain

WITHHELD: tuple[str, ...] = ("owner", "owner_id", "account.remarks", "account.security")
"""Places in the text of a version, with a dot between a part and its field."""


def public_content(content: Mapping[str, Plain]) -> dict[str, Plain]:
    """A copy of a version's text without what is withheld; every other field stands word for word."""
    return _without(content, WITHHELD)


def _without(content: Mapping[str, Plain], places: tuple[str, ...]) -> dict[str, Plain]:
    kept: dict[str, Plain] = {}
    for name, held in content.items():
        inside = tuple(place.removeprefix(f"{name}.") for place in places if place.startswith(f"{name}."))
        if name not in places:
            kept[name] = _without(held, inside) if inside and isinstance(held, dict) else held
    return kept
