"""A form that cannot be taken says so first of all: in the title of the page and in a summary that has the focus."""

import re
from typing import Any

from django.test import Client
from django.urls import resolve

from gemeentedossier.desk.forms.activity.sections import FORMS
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.integration.desk.conftest import Whole
from tests.integration.desk.test_meanwhile import Forms
from tests.integration.desk.test_routes import GUARDED, address, undone

AT_A_FIELD = re.compile(r'class="gd-field[^"]* gd-field--invalid|class="gd-error[ "]')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
UNTOUCHED = {"csrfmiddlewaretoken", "revision", "draft"}
WRONG = "\u2014 31-2-x"
"""No day, number, address or choice, and in a field of words not enough where nothing else is filled in."""


def spoilt(sent: dict[str, str], word: str) -> dict[str, str]:
    """The form as it was, with this in every field that somebody can fill in."""
    kept = {name: value for name, value in sent.items() if name in UNTOUCHED or name.endswith(("-count", "-id"))}
    return {**dict.fromkeys(sent, word), **kept}


def sent_from(client: Client, url: str) -> list[tuple[str, dict[str, str]]]:
    """Every form that a page posts, to where."""
    page = client.get(url)
    if page.status_code != 200 or page.streaming or page.headers.get("Content-Type", "")[:9] != "text/html":
        return []
    found = [(action or url, sent) for action, sent in Forms(page.content.decode()).found]
    return [(to, sent) for to, sent in found if "csrfmiddlewaretoken" in sent and "/desk/" in to]


def refused(client: Client, url: str, sent: dict[str, str]) -> str:
    """The page on which a form says what is wrong; empty where it was taken, or is of another kind."""
    with undone():
        answer = client.post(url, sent)
    if answer.status_code != 200 or answer.streaming or answer.headers.get("Content-Type", "")[:9] != "text/html":
        return ""
    page = answer.content.decode()
    return page if AT_A_FIELD.search(page) else ""


def name_of(url: str) -> str:
    return str(resolve(url.partition("?")[0]).url_name)


def test_every_form_of_the_desk_says_in_title_and_summary_that_something_is_wrong(
    everybody_once: Client, whole_once: Whole, settings: Any
) -> None:
    settings.HOME = whole_once.home
    with municipality_scope(whole_once.municipality.id):
        urls = [address(name, whole_once.municipality, whole_once.activity) for name in GUARDED]
        record = address("activity", whole_once.municipality, whole_once.activity)
        urls += [f"{record}?edit={section}" for section in FORMS]
        forms = {(to, tuple(sent)): sent for url in urls for to, sent in sent_from(everybody_once, url)}
        pages = [
            (name_of(to), page)
            for (to, _names), sent in forms.items()
            for word in ("", WRONG)
            if (page := refused(everybody_once, to, spoilt(sent, word)))
        ]
    told = {name for name, _page in pages}
    untitled = {name for name, page in pages if not TITLE.findall(page)[0].startswith("Fout: ")}
    unsummed = {name for name, page in pages if " data-focus>" not in page}
    assert (untitled, unsummed) == (set(), set())
    assert told >= {"activity-save", "attest", "note-answer", "agreement-step", "evidence-prolong"}, sorted(told)
