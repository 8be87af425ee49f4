"""What somebody typed is text and stays text: on every page, in every document, whatever it looks like."""

import dataclasses
import io
import re
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.documents.engine import rendering
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.queries import document_of
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, publish_activity, submit_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, Unit
from tests.builders import an_activity, another
from tests.integration.desk.people import browser_of, someone

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7|add:7 }}{% now 'Y' %}]]>&#60;b>=1+1 #eval(1)"
AS_MARKUP = re.compile(r"<script>alert|<img src=x|&#60;b>|(?<!&amp;)&#60;b&gt;|<b>=1")
CODES = {"period", "trigger", "owner"}


def hostile(value: Any) -> Any:
    """The same facts with every free text replaced."""
    if isinstance(value, tuple):
        return tuple(hostile(each) for each in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {f.name: _text(f, getattr(value, f.name)) for f in dataclasses.fields(value)}
    return dataclasses.replace(value, **changed)


def _text(field: "dataclasses.Field[Any]", held: Any) -> Any:
    kind = str(field.type)
    if kind in ("str", "<class 'str'>") and field.name not in CODES:
        return HOSTILE[:60] if field.name == "reference" else HOSTILE
    return (HOSTILE,) if field.name.endswith("_own") else hostile(held)


@pytest.fixture
def record(municipality: Municipality, everyone: Actor) -> Activity:
    """A published record that is hostile from end to end, kept by hostile people."""
    unit = Unit.objects.create(name=HOSTILE)
    owner = Person.objects.create(name=HOSTILE)
    made = dataclasses.replace(hostile(an_activity()), unit_id=unit.pk, owner_id=owner.pk, controllers_own=(HOSTILE,))
    insert_activities([made])
    submit_activity(made.id, revision=0, by=another(everyone), reason=HOSTILE)
    adopt_activity(made.id, revision=1, catalogue_version="1", by=everyone, reason=HOSTILE)
    publish_activity(made.id, revision=2, by=everyone, reason=HOSTILE)
    return made


def browser() -> Client:
    return browser_of(someone(*(set(Role) - {Role.PRIVACY_OFFICER}), Role.PRIVACY_OFFICER))


PAGES = ["home", "register", "findings", "documents", "exchange"]
SIDES = ["activity", "activity-history", "activity-versions"]
SECTIONS = ["identity", "purposes", "data", "recipients", "retention", "parties", "security", "remarks", "further-use"]


def pages(record: Activity) -> list[str]:
    """Every page that shows something of the record, forms included."""
    one = [reverse(f"desk:{name}", args=["duinveld", record.id]) for name in SIDES]
    forms = [f"{one[0]}?edit={section}" for section in SECTIONS]
    public = ["/duinveld/register/", f"/duinveld/register/{record.id}/", f"/duinveld/register/{record.id}/versions/1"]
    return [*(reverse(f"desk:{name}", args=["duinveld"]) for name in PAGES), *one, *forms, *public]


def test_no_page_takes_text_for_markup(record: Activity) -> None:
    reader = browser()
    shown = {url: reader.get(url, follow=True).content.decode() for url in pages(record)}
    assert {url: AS_MARKUP.findall(page) for url, page in shown.items() if AS_MARKUP.search(page)} == {}
    assert sum("&lt;script&gt;alert(1)" in page for page in shown.values()) >= 12


def test_what_is_searched_for_is_text_too(record: Activity) -> None:
    for address in ("/duinveld/desk/register/", "/duinveld/register/", "/duinveld/desk/findings/"):
        page = browser().get(address, {"q": HOSTILE, "page": HOSTILE, "order": HOSTILE, "group": HOSTILE})
        assert (page.status_code, AS_MARKUP.findall(page.content.decode())) == (200, [])


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_no_document_takes_text_for_markup(record: Activity, municipality: Municipality, kind: DocumentKind) -> None:
    document = document_of(municipality, kind=kind, language="nl", moment=None)
    assert AS_MARKUP.findall(rendering.render(document, Format.HTML).decode()) == []
    for form in (Format.ODT, Format.DOCX):
        archive = zipfile.ZipFile(io.BytesIO(rendering.render(document, form)))
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
        assert [AS_MARKUP.findall(part) for part in parts if AS_MARKUP.search(part)] == []
        assert not any("<text:script" in part or ("w:instrText" in part and "DDE" in part) for part in parts)


def test_a_typesetter_runs_nothing_of_the_text(record: Activity, municipality: Municipality) -> None:
    document = document_of(municipality, kind=DocumentKind.PART_A, language="nl", moment=None)
    assert rendering.render(document, Format.PDF).startswith(b"%PDF")


def test_what_machines_read_is_data_and_not_a_page(record: Activity) -> None:
    answer = Client().get(f"/duinveld/register/{record.id}/versions/1.json")
    told = (answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"], answer.json()["content"]["name"])
    assert told == ("application/json; charset=utf-8", "nosniff", HOSTILE)
