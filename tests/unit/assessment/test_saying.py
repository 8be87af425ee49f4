"""Facts that a text names read as words, in both languages."""

import datetime as dt

import pytest

from gemeentedossier.assessment.engine.saying import in_words, roles

SAID = [
    ("retention.period", "P10Y", "10 jaar", "10 years"),
    ("transfer.country", "IN", "India", "India"),
    ("transfer.country", "us", "de Verenigde Staten", "the United States"),
    ("agreement.countries_outside_eea", ("IN", "US"), "India en de Verenigde Staten", "India and the United States"),
    ("transfer.country", "overal", "overal", "overal"),
    ("organisation.policy_domains", ("social_support", "youth"), "maatschappelijke ondersteuning en jeugd",
     "social support and youth"),
    ("organisation.officer_other_roles", ("ciso",), "CISO", "CISO"),
    ("data_use.special_ground", "h", "artikel 9, lid 2, onder h, AVG", "Article 9(2)(h) GDPR"),
    ("data_use.special_ground", "uavg23", "artikel 23 UAVG", "Article 23 UAVG"),
    ("purpose.text", "P10Y", "P10Y", "P10Y"),
    ("activity.started_on", dt.date(2026, 3, 1), "1-3-2026", "1-3-2026"),
    ("activity.in_use", False, "nee", "no"),
    ("agreement.reviewed_on", None, "niet vastgelegd", "not recorded"),
    ("activity.special_names", (), "geen", "none"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "fact", "dutch", "english"), SAID, ids=[f"{n}-{name}" for n, (name, *_) in enumerate(SAID)]
)
def test_a_fact_reads_as_words(name: str, fact: object, dutch: str, english: str) -> None:
    assert (in_words(name, fact, language="nl"), in_words(name, fact, language="en")) == (dutch, english)


@pytest.mark.parametrize(
    ("written", "dutch"),
    [
        ("process_owner", "proceseigenaar"),
        ("ciso, privacy_officer", "CISO, privacy officer"),
        ("wethouder", "wethouder"),
    ],
    ids=["one", "two", "own words"],
)
def test_the_role_of_who_answered_reads_as_words(written: str, dutch: str) -> None:
    assert roles(written, language="nl") == dutch
