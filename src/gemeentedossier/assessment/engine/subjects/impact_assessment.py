"""A data protection impact assessment as a subject of rules: ``impact_assessment.*`` (GDPR 35, 36).

One assessment may cover several activities (GDPR 35(1), last sentence).
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ContentFields:
    """What it holds (GDPR 35(7)); each part is there, is not, or is unknown."""

    name: str
    """What it is called."""
    required: bool | None
    """Whether one of its activities requires it."""
    description_complete: bool | None
    """Whether processing, purposes and (with 6(1)(f)) the interest are described (35(7)(a))."""
    necessity_assessed: bool | None
    """Whether necessity and proportionality are assessed (b)."""
    risks_assessed: bool | None
    """Whether each risk for people has a likelihood and an impact (c)."""
    measures_complete: bool | None
    """Whether each risk has a measure with owner and date, and a residual risk (d)."""
    open_markers: tuple[str, ...] | None
    """Left-overs in its text such as “nader invullen”."""
    open_marker_count: int | None
    """How many."""
    copied_from: str | None
    """Another assessment with nearly the same text; empty where there is none, unknown where nobody compared."""
    copy_confirmed: bool | None
    """Whether somebody confirmed that the same text holds here too; unknown where it is no copy."""


@dataclass(frozen=True, kw_only=True)
class AdviceFields:
    """Advice, views and decision (GDPR 35(2), 35(9), 36)."""

    drawn_up_by_officer: bool | None
    """Whether the data protection officer wrote it (38(6), 39(1)(c))."""
    advice_on: dt.date | None
    """When the officer advised (35(2))."""
    has_advice: bool | None
    """Whether the officer advised; unknown before adoption, since the advice may still come."""
    advice_answered: bool | None
    """Whether it is reasoned what was done with the advice; unknown without advice."""
    advice_answer_overdue: bool | None
    """Whether the answer stays out longer than the municipality's own term; unknown without advice or term."""
    views_sought_or_reasoned: bool | None
    """Whether people or their representatives were heard, or it is reasoned why not (35(9))."""
    signed: bool | None
    """Whether the controller adopted it and accepted the residual risk."""
    signed_on: dt.date | None
    """When."""
    signed_before_advice: bool | None
    """Whether that was before the officer's advice; unknown where either date is."""
    measures_followed_up: bool | None
    """Whether its measures are followed until they are carried out."""
    residual_risk: str | None
    """"low", "medium" or "high": the highest that remains."""
    residual_risk_above_appetite: bool | None
    """Whether that is above the appetite that the college set."""
    residual_risk_decided: bool | None
    """Whether the college decided on that risk."""
    consultation_requested: bool | None
    """Whether the authority was consulted (36(1))."""
    consultation_running: bool | None
    """Whether its advice is still awaited (36(2))."""
    consultation_term_watched: bool | None
    """Whether eight weeks, with six more at most, are watched and the processing waits."""
    consultation_file_complete: bool | None
    """Whether the request held all that 36(3) asks."""


@dataclass(frozen=True, kw_only=True)
class CurrencyFields:
    """Whether it still fits the register (GDPR 35(11))."""

    review_overdue: bool | None
    """Whether the review is past its day: three years, or sooner as decided."""
    stale_paragraphs: tuple[str, ...] | None
    """Parts whose facts changed since."""
    stale_paragraph_count: int | None
    """How many."""
    only_in_assessment: tuple[str, ...] | None
    """Data, recipients and periods that it names and the register does not, in words."""
    only_in_register: tuple[str, ...] | None
    """Those that the register names and it does not."""
    difference_count: int | None
    """How many differences there are, both ways."""


@dataclass(frozen=True, kw_only=True)
class ImpactAssessmentSubject(ContentFields, AdviceFields, CurrencyFields):
    """What rules can ask of one impact assessment."""
