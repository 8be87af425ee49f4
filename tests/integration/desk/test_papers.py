"""Documents that take their time: asked for, followed, and fetched."""

from collections.abc import Iterator

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from gemeentedossier.documents.actions import papers
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.jobs.process import do
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Job, Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

DOCUMENTS = "/duinveld/desk/documents/"


@pytest.fixture
def auditor(municipality: Municipality, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """In a municipality in which nothing is small enough to come at once."""
    monkeypatch.setattr(papers, "DIRECTLY", dict.fromkeys(Format, 0))
    insert_activities([an_activity(name="Beslissen op een aanvraag")])
    settle()
    yield signed_in(Role.AUDITOR)
    for job in Job.objects.exclude(file=""):
        default_storage.delete(job.file)


def ask(browser: Client, form: str = "html") -> Job:
    browser.post(f"{DOCUMENTS}part-a/{form}/ask/")
    job: Job = Job.objects.latest("asked_at")
    return job


def make(job: Job) -> Job:
    do(job.municipality_id, job.id)
    job.refresh_from_db()
    return job


def shown(browser: Client) -> str:
    return browser.get(f"{DOCUMENTS}made/").content.decode()


def test_a_large_document_is_asked_for_and_not_waited_for(auditor: Client) -> None:
    answer = auditor.get(f"{DOCUMENTS}part-a/pdf/")
    assert (answer.status_code, answer["Location"]) == (302, DOCUMENTS)
    assert {each.posts for document in auditor.get(DOCUMENTS).context["documents"] for each in document.files} == {True}


def test_what_is_asked_for_stands_in_the_list_with_who_asked(auditor: Client) -> None:
    assert ask(auditor).asked_by == "Jet"
    page = shown(auditor)
    assert ("in de rij" in page, "gevraagd door Jet" in page, "every 2s" in page) == (True, True, True)


def test_what_is_ready_is_fetched_and_no_longer_asked_after(auditor: Client) -> None:
    job = make(ask(auditor))
    assert job.state == JobState.DONE
    assert "every 2s" not in shown(auditor)
    file = auditor.get(f"{DOCUMENTS}made/{job.id}/")
    assert file["Content-Disposition"] == f'attachment; filename="{job.file_name}"'
    assert "Beslissen op een aanvraag" in file.content.decode()


def test_without_script_a_link_shows_how_far_it_is(auditor: Client) -> None:
    ask(auditor)
    assert '<noscript><p><a class="nl-link" href="' + DOCUMENTS in auditor.get(DOCUMENTS).content.decode()


def test_the_same_document_is_not_made_twice(auditor: Client) -> None:
    first = make(ask(auditor))
    assert ask(auditor).id == first.id
    assert auditor.get(f"{DOCUMENTS}part-a/html/")["Location"] == f"{DOCUMENTS}made/{first.id}/"


def test_a_change_in_the_register_asks_for_a_new_document_and_the_old_one_goes(auditor: Client) -> None:
    old = make(ask(auditor))
    insert_activities([an_activity(name="Iets nieuws")])
    settle()
    new = make(ask(auditor))
    assert new.id != old.id
    ask(auditor)
    assert list(Job.objects.values_list("id", flat=True)) == [new.id]


def test_what_was_interrupted_says_so_and_can_be_asked_for_again(auditor: Client) -> None:
    job = ask(auditor)
    Job.objects.filter(id=job.id).update(state=JobState.WORKING)
    assert "Probeer het opnieuw" in shown(auditor)
    auditor.post(f"{DOCUMENTS}made/{job.id}/again/")
    assert Job.objects.get().state == JobState.WAITING


def test_what_is_not_ready_cannot_be_fetched(auditor: Client) -> None:
    assert auditor.get(f"{DOCUMENTS}made/{ask(auditor).id}/").status_code == 404


def test_a_document_of_a_past_moment_can_be_asked_for(auditor: Client) -> None:
    auditor.post("/duinveld/desk/moment/", {"moment": "2026-11-23T12:00:00+00:00"})
    assert '"moment": "2026-11-23T12:00:00+00:00"' in ask(auditor).asked
