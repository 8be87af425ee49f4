"""A real browser on the running program. Skipped, with the reason, where no Chromium is on the machine."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest, HttpResponseBase
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.sight import axe_on

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs an event loop in this thread

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
expect.set_options(timeout=20_000)  # a busy machine answers late
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Lasting(StaticFilesHandler):
    """Gives out what does not change; a browser asks for it once."""

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        answer = super().serve(request)
        answer.headers["Cache-Control"] = "max-age=3600"
        return answer


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; install it to run the journeys")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The name of a database with the example municipality in it."""
    from gemeentedossier.exchange.actions.example import ensure_example
    from tests.database import filled_database

    with django_db_blocker.unblock(), filled_database(ensure_example) as name:
        yield name


@pytest.fixture
def example(loaded: str, empty_afterwards: None, django_db_blocker: Any) -> Iterator[str]:
    """The example municipality as it was loaded, for who writes with more than one connection; its short name."""
    from gemeentedossier.exchange.example.organisation import SLUG
    from tests.database import become

    with django_db_blocker.unblock():
        become(loaded)
        yield SLUG


@pytest.fixture(scope="session")
def program(django_db_setup: None) -> Iterator[LiveServer]:
    """The running program. It is not `live_server`, after which every table is emptied."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = Lasting
    server.start()
    yield server
    server.stop()


@pytest.fixture
def samples(example: str, settings: Any, tmp_path: Any) -> tuple[Any, Any]:
    """A municipality with one record of everything, and its activity."""
    from gemeentedossier.dossier.register.actions.activities import insert_activities
    from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
    from gemeentedossier.foundation.models import Municipality
    from gemeentedossier.foundation.tenancy import municipality_scope
    from tests.builders import an_activity
    from tests.integration.desk.samples import one_of_everything

    settings.HOME = tmp_path
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(made.id):
        activity = an_activity()
        insert_activities([activity])
        one_of_everything(activity.id)
        settle()
        make_checkpoint(made)
    return made, activity


@pytest.fixture
def page(browser: Browser, program: LiveServer, example: str) -> Iterator[Page]:
    """A window at the running program, in Dutch."""
    context = browser.new_context(
        base_url=program.url, locale="nl-NL", viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(45_000)
    yield page
    context.close()


def sign_in(page: Page, mailbox: str, *, to: str) -> None:
    """Sign in as someone of the example municipality and go where they want to be."""
    from gemeentedossier.exchange.actions.example import PASSWORD

    page.goto(to)
    page.fill("input[name=username]", f"{mailbox}@duinrade.example")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"**{to}")


def faults_of_access(page: Page) -> list[str]:
    """What axe finds on the page against WCAG 2.2 AA: rule and first element."""
    page.wait_for_load_state("networkidle")  # a click may have started the way to the page that is meant
    return [f"{page.url} {fault}" for fault in axe_on(page)]
