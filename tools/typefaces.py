"""Cuts static TrueType faces out of the variable web fonts; documents need every Dutch letter in one file."""

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Gemeentedossier Sans"
"""Not the name of the original: that one is reserved (SIL OFL 1.1, condition 3), and these cuts are changed."""
BOLD = 700


def write_cut(parts: list[Path], *, weight: int, name: str, target: Path) -> None:
    """Writes the face of this weight; latin and latin-ext are merged, since ĳ lives in the second."""
    with tempfile.TemporaryDirectory() as folder:
        cuts = [_cut(part, weight=weight, target=Path(folder) / f"{part.stem}.ttf") for part in parts]
        font = Merger().merge([str(cut) for cut in cuts])
    _set_names(font, name=name)
    _set_style(font, weight=weight, name=name)
    if ord("ĳ") not in font.getBestCmap():
        raise ValueError(f"{target.name}: the letter ĳ is missing, documents could not be made with it.")
    font.save(target)


def _cut(part: Path, *, weight: int, target: Path) -> Path:
    font = instantiateVariableFont(TTFont(part), {"wght": weight})
    font.flavor = None
    font.save(target)
    return target


def _set_names(font: TTFont, *, name: str) -> None:
    plain = name in ("Regular", "Bold", "Italic")
    texts = {
        1: FAMILY if plain else f"{FAMILY} {name}",
        2: name if plain else "Regular",
        3: f"{FAMILY} {name}",
        4: f"{FAMILY} {name}",
        6: f"{FAMILY.replace(' ', '')}-{name}",
        16: FAMILY,
        17: name,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for number, text in texts.items():
        table.setName(text, number, 3, 1, 0x409)


def _set_style(font: TTFont, *, weight: int, name: str) -> None:
    bold, italic = weight >= BOLD, name == "Italic"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (italic << 0) | (bold << 5) | ((not bold and not italic) << 6)
    font["head"].macStyle = (bold << 0) | (italic << 1)
