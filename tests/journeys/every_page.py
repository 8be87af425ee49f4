"""Opening page after page: who looks, what is a page, and where the next one is."""

from collections.abc import Iterable
from functools import cache

from django.test import Client
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.journeys.sight import DESK, HEIGHT, Eyes

NO_PAGE = ("Download is starting", "ERR_ABORTED", "ERR_HTTP_RESPONSE_CODE_FAILURE")
"""How a browser says that it was handed a file, or an answer without a page."""
LINKS = "[...document.querySelectorAll('a[href]')].map((each) => new URL(each.getAttribute('href'), location).pathname)"
ASKS = """() => {
    const asked = '[required]:is(input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, select)'
    const form = [...document.querySelectorAll('main form[method=post]:not([hx-post])')].find(
        (each) => each.querySelector(asked))
    if (!form) return ''
    form.id = 'sent-empty'
    const kinds = [...form.elements].map((each) =>
        [each.type, each.required, each.parentElement.className, each.closest('fieldset')?.className].join())
    return [form.className, form.parentElement.className, ...new Set(kinds)].sort().join(' ')
}"""
"""The shape of a form that asks something that cannot stay open, which is marked; nothing where there is none."""
SEND_EMPTY = """() => {
    const form = document.getElementById('sent-empty')
    form.noValidate = true
    form.querySelectorAll('[required]').forEach((each) => { each.value = '' })
    form.submit()
}"""


class Walk:
    """A walk over pages in one window; `faults` is what was seen, `names` are the addresses that were pages."""

    def __init__(self, page: Page, *, width: int = DESK) -> None:
        self.page, self.eyes = page, Eyes(width)
        self.faults: list[str] = []
        self.names: set[str] = set()
        self.found: dict[str, str] = {}
        self._met: set[str] = set()
        self._sent: set[str] = set()
        page.set_viewport_size({"width": width, "height": HEIGHT})

    def gather(self, urls: Iterable[str]) -> None:
        """Remember where these pages lead to."""
        for url in urls:
            self.page.goto(url)
            self._remember()

    def look(self, url: str) -> None:
        """Open an address and look at the page; then at the same page with its form, of a new shape, sent empty."""
        try:
            if not opened(self.page, url):
                return
        except Broken as broken:
            self._note(url, [str(broken)])
            return
        here = self.page.url.partition("?")[0]
        self.names.add(name_of(url))
        if here in self._met:
            return
        self._met.add(here)
        self._remember()
        self._note(url, self.eyes.faults(self.page))
        shape = self.page.evaluate(ASKS)
        if shape and shape not in self._sent:
            self._sent.add(shape)
            with self.page.expect_navigation():
                self.page.evaluate(SEND_EMPTY)
            self._note(f"{url} sent empty", self.eyes.faults(self.page))

    def follow(self, starts: Iterable[str], *, spaces: frozenset[str]) -> None:
        """Look at these, and at one of every other address in these parts of the program that a page leads to."""
        for url in starts:
            self.look(url)
        while ahead := [
            path for name, path in self.found.items() if name.partition(":")[0] in spaces and name not in self.names
        ]:
            for path in ahead:
                self.names.add(name_of(path))
                self.look(path)

    def _remember(self) -> None:
        for path in self.page.evaluate(LINKS):
            self.found.setdefault(name_of(path), path)

    def _note(self, url: str, seen: list[str]) -> None:
        self.faults += [f"{url}: {each}" for each in seen]


class Broken(Exception):
    """The program failed to answer."""


def opened(page: Page, url: str) -> bool:
    """Whether the address is a page; a file, a piece of a page, or an address that only takes writing, is none."""
    try:
        answer = page.goto(url)
    except Error as error:
        if any(each in str(error) for each in NO_PAGE):
            return False
        raise
    if answer and answer.status >= 500:
        raise Broken(f"answered with {answer.status}")
    is_text = bool(answer and answer.status == 200 and "text/html" in answer.headers.get("content-type", ""))
    return is_text and bool(page.evaluate("document.doctype !== null"))


@cache
def name_of(path: str) -> str:
    """What the address is called in the program; nothing where there is none."""
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


def main_pages(page: Page, slug: str) -> list[str]:
    """Where the rail of the desk leads to."""
    page.goto(f"/{slug}/desk/")
    return list(page.evaluate("[...document.querySelectorAll('.gd-rail a')].map((each) => each.pathname)"))


def enter(page: Page, *slugs: str, at: str = "") -> None:
    """Somebody with every role in each of these municipalities is signed in; the desk may be turned to a moment."""
    account = Account.objects.create_account(email="sam@duinveld.example", password=None)
    for made in Municipality.objects.filter(slug__in=slugs):
        with municipality_scope(made.id):
            person = Person.objects.create(name="Sam de Tester", email=account.email, account=account)
            RoleAssignment.objects.bulk_create([RoleAssignment(person=person, role=role.value) for role in Role])
    client = Client()
    client.force_login(account)
    if at:
        for slug in slugs:
            client.post(f"/{slug}/desk/moment/", {"moment": at})
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}])
