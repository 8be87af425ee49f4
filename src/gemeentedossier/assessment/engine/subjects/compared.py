"""What is found when a breach or a request is held against other records; part of ``breach.*`` and ``request.*``."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BreachComparedFields:
    """A breach against its own texts, and against the duty to keep it (GDPR 33(5))."""

    text_differences: tuple[str, ...] | None
    """Where the authority's form, the register and the message to people differ, in words."""
    text_differences_en: tuple[str, ...] | None
    """The same, in English."""
    text_difference_count: int | None
    """In how many points they do."""
    integrity_incident: bool | None
    """Whether an incident of integrity lies behind it, such as somebody looking where that was not allowed."""
    triaged: bool | None
    """Whether it was judged if that incident is a breach."""
    deletion_planned_on: dt.date | None
    """When the record would be deleted."""
    deletion_before_term: bool | None
    """Whether that is before the municipality's own term for breach records; unknown without either."""


@dataclass(frozen=True, kw_only=True)
class RequestComparedFields:
    """A request against register and log (GDPR 15(1)(c), 12(3))."""

    omitted_recipients: tuple[str, ...] | None
    """Recipients that register or log show and the answer does not name."""
    omitted_recipient_count: int | None
    """How many."""
    extension_count: int | None
    """How many times the term was extended."""
