"""Packs of a municipality's own that cannot be used, each in another way."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.unit.catalogue.packs import OWN_RULE, write_pack

SOUND = OWN_RULE.format(id="own-described")
DATA_CIRCLE = """\
- {id: one, name: {nl: Een, en: One}, kind: ordinary, broader: two, status: own_work, source: {location: eigen werk}}
- {id: two, name: {nl: Twee, en: Two}, kind: ordinary, broader: one, status: own_work, source: {location: eigen werk}}
"""


def in_a_circle(folder: Path) -> Path:
    return write_pack(folder, pack_id="own", rules=SOUND, data_categories=DATA_CIRCLE)


def with_an_unknown_field(folder: Path) -> Path:
    return write_pack(folder, pack_id="own", rules=SOUND + "  mets: 'true'\n")


def with_an_id_of_the_shipped_pack(folder: Path) -> Path:
    return write_pack(folder, pack_id="own", rules=SOUND + OWN_RULE.format(id="fairness-weighed"))


def with_too_many_rules(folder: Path) -> Path:
    return write_pack(folder, pack_id="own", rules="".join(OWN_RULE.format(id=f"own-{n}") for n in range(1_001)))


def unreadable(folder: Path) -> Path:
    pack = write_pack(folder, pack_id="own", rules=SOUND)
    (pack / "glossary.yaml").write_bytes(b"- id: \xff\xfe\n")
    return pack


def without_a_header(folder: Path) -> Path:
    pack = write_pack(folder, pack_id="own", rules=SOUND)
    (pack / "pack.yaml").unlink()
    return pack


BROKEN: Mapping[str, Callable[[Path], Path]] = {
    "a circle": in_a_circle,
    "too many rules": with_too_many_rules,
    "an unknown field": with_an_unknown_field,
    "an id used twice": with_an_id_of_the_shipped_pack,
    "no UTF-8": unreadable,
    "no header": without_a_header,
}
