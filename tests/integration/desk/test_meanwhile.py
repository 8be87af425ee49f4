"""Every form over a record: who saves after another is told, sees theirs, and can then save on purpose."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import resolve

from gemeentedossier.dossier.agreements.models import Leaflet
from gemeentedossier.dossier.assets.models import Tool
from gemeentedossier.dossier.breaches.models import PersonalDataBreach
from gemeentedossier.dossier.security.models import SecurityRisk
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.integration.desk.conftest import Whole, make_whole
from tests.integration.desk.test_routes import GUARDED, address, undone

DAY = "2026-01-05"
NOT_KEPT = {"reason"}
"""Words that are about the change and are not kept in the record."""
READ = {
    "activity-levels", "agreement-edit", "agreement-points", "assessment-edit", "assessment-point", "assessment-risk",
    "breach-concerned", "breach-judgement", "breach-moments", "breach-name", "breach-nature", "breach-processor",
    "breach-score", "breach-triage", "clause-edit", "continuity-edit", "controller-edit",
    "leaflet-edit", "log-review-edit", "matter-edit", "measure-edit", "organisation-edit", "party-edit",
    "position-correct", "request-edit", "request-line", "request-part", "risk-decide", "risk-edit",
    "request-remedies",
    "system-edit", "tool-edit", "tool-judge",
    "prescan-decide",
    "method-plan", "maturity-ambition", "check-edit", "sample-judge",
}  # fmt: skip
"""Where the forms over a record that was read are sent; those that begin a record read none."""


def is_day(given: dict[str, str]) -> bool:
    """Whether an input with these attributes takes a day or a time, which no other words fit."""
    return "gd-day__text" in given.get("class", "").split()


class Forms(HTMLParser):
    """The forms of a page as a browser sends them, with something in each field that must be filled in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.words: list[list[str]] = []
        self.text = self.select = ""
        self.must = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, kind, must = given.get("name", ""), given.get("type", ""), "required" in given
        if tag == "form":
            self.found.append((given.get("action", ""), {}))
            self.words.append([])
        if not self.found:
            return
        sent = self.found[-1][1]
        if tag == "textarea" or (tag == "input" and kind == "text" and not is_day(given)):
            self.words[-1].append(name)
        if tag == "textarea":
            self.text, sent[name] = name, ""
        elif tag == "select":
            self.select, self.must = name, must
        elif tag == "option" and self.select:
            if "selected" in given or self.select not in sent or (self.must and not sent[self.select]):
                sent[self.select] = given.get("value", "")
        elif tag == "input" and name:
            self.typed(given, sent)

    def typed(self, given: dict[str, str], sent: dict[str, str]) -> None:
        """What an input sends; of those that are ticked, what is, or what must be."""
        name, kind, must = given["name"], given.get("type", ""), "required" in given
        if kind not in ("radio", "checkbox"):
            sent[name] = given.get("value", "") or (DAY if must and is_day(given) else "")
        elif "checked" in given or (must and name not in sent):
            sent[name] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.text = ""

    def handle_data(self, data: str) -> None:
        if self.text:
            self.found[-1][1][self.text] = (self.found[-1][1][self.text] + data).strip()


def over_what_was_read(client: Client, url: str) -> dict[str, tuple[dict[str, str], str]]:
    """By where it is sent: what each form of a page that sends a revision holds, and a field of it with words."""
    page = client.get(url)
    if page.streaming or page.headers.get("Content-Type", "")[:9] != "text/html":
        return {}
    read = Forms(page.content.decode())
    return {
        action or url: (sent, next((each for each in words if each not in NOT_KEPT), ""))
        for (action, sent), words in zip(read.found, read.words, strict=True)
        if "revision" in sent and "seen" in sent
    }


@pytest.fixture(scope="module")
def whole_once(empty_afterwards: None, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """One of everything, so far on that each form over a record has something to change."""
    made = make_whole(tmp_path_factory.mktemp("home"))
    with municipality_scope(made.municipality.id):
        decided = {"decided_by_id": made.activity.id, "decided_at": clock.now(), "decided_because": "Eerst."}
        SecurityRisk.objects.update(decision="treat", **decided)
        Tool.objects.update(state="allowed_on_conditions", conditions="Geen namen.")
        Leaflet.objects.update(agreement_id=None)
        PersonalDataBreach.objects.update(security_broken=True, personal_data=True, risk_reason="Eerst.")
    return made


def saved_after_another(client: Client, url: str, sent: dict[str, str], field: str) -> tuple[object, ...]:
    """What came of saving first, of saving after that, and of then saving on purpose."""
    given = {name: value or ("Omdat het zo is." if name in NOT_KEPT else "") for name, value in sent.items()}
    first = client.post(url, {**given, field: "Van de een."})
    page = client.post(url, {**given, field: "Van de ander."}).content.decode()
    told = set(re.findall(r"Nu vastgelegd: ([^<]*)", page))
    again = next((held for _, held in Forms(page).found if held.get(field) == "Van de ander."), {})
    return first.status_code, [each.rpartition(", ")[2] for each in told], client.post(url, again).status_code


def test_who_saves_after_another_is_told_and_can_then_save_on_purpose(everybody_once: Client, whole: Whole) -> None:
    client, found, forms = everybody_once, dict[str, tuple[object, ...]](), dict[str, tuple[dict[str, str], str]]()
    for name in GUARDED:  # all of them before anything is written
        forms.update(over_what_was_read(client, address(name, whole.municipality, whole.activity)))
    for url, (sent, field) in forms.items():
        to = str(resolve(url).url_name)
        if field and not to.endswith("-new") and to not in found:
            with undone():
                found[to] = saved_after_another(client, url, sent, field)
    assert found == dict.fromkeys(READ, (302, ["Van de een."], 302))
