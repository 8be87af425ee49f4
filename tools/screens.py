"""Take the pictures of `docs/screens` from a running example: each main page, on a desk and on a phone.

    make demo                       # in another terminal
    .venv/bin/python tools/screens.py http://127.0.0.1:8000

Look at every picture before committing it: that is what they are for.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
PASSWORD = "duinrade-voorbeeld"  # noqa: S105 - that of the invented people of the example
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PAGES = (
    ("noor", "today", "/duinrade/desk/"),
    ("noor", "register", "/duinrade/desk/register/"),
    ("noor", "activity", "/duinrade/desk/register/#first"),
    ("noor", "findings", "/duinrade/desk/findings/"),
    ("noor", "method", "/duinrade/desk/method/"),
    ("noor", "sitting", "/duinrade/desk/method/sitting/"),
    ("noor", "agenda", "/duinrade/desk/agenda/"),
    ("noor", "parties", "/duinrade/desk/parties/"),
    ("noor", "requests", "/duinrade/desk/requests/"),
    ("noor", "documents", "/duinrade/desk/documents/"),
    ("noor", "part-a", "/duinrade/desk/documents/part-a/"),
    ("noor", "assessments", "/duinrade/desk/assessments/"),
    ("noor", "accountability", "/duinrade/desk/accountability/"),
    ("noor", "figures", "/duinrade/desk/figures/"),
    ("pieter", "window-for-the-council", "/duinrade/desk/council/"),
    ("jet", "today-of-a-process-owner", "/duinrade/desk/"),
    ("ali", "today-of-an-executive", "/duinrade/desk/"),
    ("femke", "supervision", "/duinrade/desk/officer/"),
    ("ruben", "security", "/duinrade/desk/security/"),
    ("ruben", "breaches", "/duinrade/desk/breaches/"),
    ("sanne", "ledger", "/duinrade/desk/ledger/"),
    ("bas", "people", "/duinrade/desk/people/"),
    ("", "sign-in", "/sign-in/"),
    ("", "public-register", "/duinrade/"),
)
"""Who looks, what the picture is called, and where."""


def main() -> None:
    """Take every picture anew."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("There is no Chromium on this machine; install it to take pictures.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for who in dict.fromkeys(each[0] for each in PAGES):
            for size in SIZES:
                with _window(browser, size) as page:
                    _of_person(page, who, size)
        browser.close()


@contextmanager
def _window(browser: Browser, size: str) -> Iterator[Page]:
    width, height = SIZES[size]
    context = browser.new_context(
        base_url=sys.argv[1], locale="nl-NL", viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def _of_person(page: Page, who: str, size: str) -> None:
    if who:
        page.goto("/sign-in/")
        page.fill("input[name=username]", f"{who}@duinrade.example")
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_load_state("networkidle")
    for _who, name, address in (each for each in PAGES if each[0] == who):
        place, _hash, first = address.partition("#")
        page.goto(place)
        if first:
            page.goto(str(page.locator(f"main table tbody a[href*='{place}']").first.get_attribute("href")))
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}-{size}.png")
        print(f"{name}-{size}", page.title())


if __name__ == "__main__":
    main()
