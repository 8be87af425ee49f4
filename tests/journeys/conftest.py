"""A real browser on the running program. Skipped, with the reason, where no Chromium is on the machine."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs an event loop in this thread

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
expect.set_options(timeout=20_000)  # a busy machine answers late
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; install it to run the journeys")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def example(transactional_db: None) -> str:
    """The example municipality, loaded afresh; returns its short name."""
    from gemeentedossier.exchange.actions.example import ensure_example

    return ensure_example().slug


@pytest.fixture
def samples(transactional_db: None, settings: Any, tmp_path: Any) -> tuple[Any, Any]:
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
def page(browser: Browser, live_server: Any, example: str) -> Iterator[Page]:
    """A window at the running program, in Dutch."""
    context = browser.new_context(base_url=live_server.url, locale="nl-NL", viewport={"width": 1440, "height": 900})
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
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    page.wait_for_load_state("networkidle")  # a click may have started the way to the page that is meant
    found = Axe().run(page, options=options).response["violations"]
    return [f"{page.url} {fault['id']}: {fault['nodes'][0]['target']}" for fault in found]
