"""The matrix of risks: how many stand at which likelihood and impact; each number leads to its risks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.desk.presenters.risks import Weighed, level_word
from gemeentedossier.desk.presenters.security_sheet import Sheet

RESIDUAL, INHERENT = "residual", "inherent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """One place in the matrix; ``level`` is the level of risk that the two give."""

    level: RiskLevel
    word: str
    count: int
    url: str
    label: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The places of one likelihood, the lowest impact first."""

    word: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole matrix, the highest likelihood first."""

    title: str
    impacts: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One place of one of the two matrices."""

    matrix: str
    likelihood: RiskLevel
    impact: RiskLevel

    def has(self, each: Weighed) -> bool:
        """Whether the risk stands there."""
        return place_of(each, self.matrix) == (self.likelihood, self.impact)


def chosen_in(query: Mapping[str, str]) -> Chosen | None:
    """The place that somebody chose; None where the address names none."""
    known = {each.value for each in RiskLevel}
    matrix, likelihood, impact = (query.get(name, "") for name in ("matrix", "likelihood", "impact"))
    if matrix not in (RESIDUAL, INHERENT) or likelihood not in known or impact not in known:
        return None
    return Chosen(matrix=matrix, likelihood=RiskLevel(likelihood), impact=RiskLevel(impact))


def place_of(each: Weighed, matrix: str) -> tuple[RiskLevel | None, RiskLevel | None]:
    """The likelihood and impact at which a risk stands."""
    risk = each.risk
    if matrix == RESIDUAL:
        return risk.residual_likelihood, risk.residual_impact
    return risk.likelihood, risk.impact


def matrices(sheet: Sheet, risks: Iterable[Weighed], chosen: Chosen | None) -> tuple[Matrix, ...]:
    """What there was without the measures, and what remains; none where the catalogue has no scale."""
    every, scale = tuple(risks), sheet.catalogue.risk_scale
    if scale is None:
        return ()
    titles = {INHERENT: _("Without measures"), RESIDUAL: _("With measures")}
    return tuple(_matrix(sheet, every, chosen, name, title) for name, title in titles.items())


def _matrix(sheet: Sheet, every: tuple[Weighed, ...], chosen: Chosen | None, name: str, title: str) -> Matrix:
    unknown = sum(None in place_of(each, name) for each in every)
    told = ngettext("%(count)s risk was not weighed yet.", "%(count)s risks were not weighed yet.", unknown)
    return Matrix(
        title=title,
        impacts=tuple(level_word(each, sheet) for each in RiskLevel),
        lines=tuple(
            Line(
                word=level_word(likelihood, sheet),
                squares=tuple(_square(sheet, every, chosen, (name, likelihood, impact)) for impact in RiskLevel),
            )
            for likelihood in reversed(RiskLevel)
        ),
        note=told % {"count": unknown} if unknown else "",
    )


def _square(
    sheet: Sheet, every: tuple[Weighed, ...], chosen: Chosen | None, place: tuple[str, RiskLevel, RiskLevel]
) -> Square:
    name, likelihood, impact = place
    here = Chosen(matrix=name, likelihood=likelihood, impact=impact)
    count = sum(here.has(each) for each in every)
    scale = sheet.catalogue.risk_scale
    level = (scale.level_of(likelihood, impact) if scale else None) or RiskLevel.HIGH
    words = {"likelihood": level_word(likelihood, sheet), "impact": level_word(impact, sheet)}
    told = pgettext("place in the matrix", "likelihood %(likelihood)s, impact %(impact)s") % words
    asked = urlencode({"matrix": name, "likelihood": likelihood.value, "impact": impact.value})
    return Square(
        level=level,
        word=level_word(level, sheet),
        count=count,
        url=f"?{asked}#risks" if count else "",
        label=told,
        current=here == chosen,
    )
