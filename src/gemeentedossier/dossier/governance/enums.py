"""Closed vocabularies of governance."""

from enum import StrEnum


class PositionHolder(StrEnum):
    """Who holds a position on contested law."""

    SUPERVISOR = "supervisor"
    COURT = "court"
    ADVISORY_BODY = "advisory_body"
    LEGISLATOR = "legislator"
    OWN_COUNSEL = "own_counsel"
    OFFICER = "officer"
    """The municipality's own data protection officer."""


class AdviceAnswer(StrEnum):
    """What was done with the officer's advice."""

    FOLLOWED = "followed"
    PARTLY_FOLLOWED = "partly_followed"
    NOT_FOLLOWED = "not_followed"


class SupervisionManner(StrEnum):
    """How the data protection officer looks at something."""

    AUDIT = "audit"
    SAMPLE = "sample"
    INTERVIEW = "interview"
    DOCUMENTS = "documents"


class SampledKind(StrEnum):
    """Of which records a sample can be drawn."""

    ACTIVITIES = "activities"
    AGREEMENTS = "agreements"
    IMPACT_ASSESSMENTS = "impact_assessments"
    BREACHES = "breaches"
    REQUESTS = "requests"


class SampleVerdict(StrEnum):
    """What the officer found of a case that was drawn."""

    IN_ORDER = "in_order"
    NOT_IN_ORDER = "not_in_order"
    CANNOT_TELL = "cannot_tell"
