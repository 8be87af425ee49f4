"""Each rule that found something in the example stands on the page that it declares, beside what it is about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment, Finding
from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.activity.sections import SECTIONS
from gemeentedossier.desk.presenters.findings import Reader, record_url
from gemeentedossier.exchange.actions.example import ensure_example
from gemeentedossier.exchange.example.organisation import PRIVACY_OFFICER, SLUG
from gemeentedossier.foundation.clock import clock_at
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.models import Account
from tests.integration.desk.untold import ELSEWHERE, NOTHING_TO_TELL

A_DAY = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
READER = Reader(slug=SLUG)
FOLDED = frozenset({Outcome.MET, Outcome.UNDECIDED})
"""What the page of an activity tells beside what is open."""


def told(finding: Finding) -> bool:
    """Whether the page of what it is about has to tell it."""
    folded = record_url(finding, READER).rpartition("#")[2] in SECTIONS and finding.outcome in FOLDED
    return finding.is_open or folded


def by_rule(assessment: Assessment) -> Mapping[str, list[Finding]]:
    """What has to be told, by rule, the worst first."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in filter(told, assessment.worst_first()):
        found[finding.rule_id].append(finding)
    return found


def fewest_pages(found: Iterable[list[Finding]]) -> Mapping[str, list[Finding]]:
    """One finding of each rule, by page, on as few pages as come easily."""
    pages: dict[str, list[Finding]] = defaultdict(list)
    for findings in found:
        worst = next((each for each in findings if page_of(each) in pages), findings[0])
        pages[page_of(worst)].append(worst)
    return pages


def page_of(finding: Finding) -> str:
    return record_url(finding, READER).partition("#")[0]


def stands_in(page: html.HtmlElement, finding: Finding) -> bool:
    """Whether the section to which the link leads has the name of the rule."""
    anchor = record_url(finding, READER).partition("#")[2]
    section = page.get_element_by_id(anchor, None) if anchor else page
    return section is not None and finding.rule.label.nl in " ".join(section.text_content().split())


@pytest.mark.django_db
def test_what_is_found_stands_where_its_link_leads(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    with clock_at(A_DAY):
        example = ensure_example()
        with municipality_scope(example.id):
            found = by_rule(assessment_of(example))
        client = Client()
        client.force_login(Account.objects.get(email=PRIVACY_OFFICER.email))
        missing = set()
        for url, findings in fewest_pages(found.values()).items():
            page = html.fromstring(client.get(url, follow=True).content.decode())
            missing |= {each.rule_id for each in findings if not stands_in(page, each)}
    assert missing == ELSEWHERE
    live = {rule.id for rule in current_catalogue().rules.values() if rule.awaits is None}
    assert live - set(found) == NOTHING_TO_TELL
