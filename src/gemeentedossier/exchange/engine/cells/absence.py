"""Texts that stand where a value should be and are none: placeholders, question marks, leftovers."""

import re

from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.enums import RemarkCode

NOT_APPLICABLE = frozenset({"n.v.t.", "n.v.t", "nvt", "nvt.", "niet van toepassing", "n/a", "na"})
NOT_VALUES = frozenset(
    {
        "onbekend", "niet bekend", "nog niet bekend", "onduidelijk", "weet niet",
        "n.t.b.", "n.t.b", "ntb", "n.n.b.", "n.n.b", "nnb", "nog te bepalen", "nader te bepalen",
        "nader invullen", "nader in te vullen", "nog invullen", "nog in te vullen", "invullen", "leeg",
        "tbd", "t.b.d.", "todo", "to do", "pm", "p.m.", "p.m", "volgt", "volgt nog", "xxx",
        "zie wet", "zie wetgeving", "zie de wet", "zie boven", "idem", "zie hierboven", "zie onder",
        "e.d.", "e.d", "etc", "etc.", "enz", "enz.", "etcetera", "enzovoort", "unknown", "none given",
    }
)  # fmt: skip
NONE_WORDS = frozenset({"geen", "geen enkele", "none", "niet"})

_MARKS_ONLY = re.compile(r"^[\s?!.…\-–—_/\\*]+$")
_LEFTOVER = re.compile(r"^(?:\[[^\]]*\]|<[^>]*>|\{\{?[^}]*\}?\}|«[^»]*»)$")
_PROMPT = re.compile(r"^(?:klik hier|klik of tik|kies een|vul hier|hier invullen)", re.IGNORECASE)
_ERROR = re.compile(
    r"^#(?:N/A|N/B|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!|SPILL!)$",
    re.IGNORECASE,
)


def absence_of(text: str) -> RemarkCode | None:
    """Why this text is no value, or None when it may be one."""
    if _ERROR.match(text):
        return RemarkCode.ERROR_CELL
    if _LEFTOVER.match(text) or _PROMPT.match(text):
        return RemarkCode.TEMPLATE_LEFTOVER
    if folded(text) in NOT_APPLICABLE:
        return RemarkCode.NOT_APPLICABLE
    if _MARKS_ONLY.match(text) or folded(text) in NOT_VALUES:
        return RemarkCode.NOT_A_VALUE
    return None


def says_none(text: str) -> bool:
    """Whether the cell declares that there are none, which is an answer and not an absence."""
    return folded(text).rstrip(".") in NONE_WORDS
