"""Every main page in an installation that serves a country: milliseconds, queries and bytes, through all middleware.

People work in sessions: somebody of one municipality opens all main pages, in any order; then somebody of another. The
process keeps all of them (``GEMEENTEDOSSIER_KEPT_ACTIVITIES``) and has judged them ahead, as one that serves does in
its first minutes; the first page of a process that did not come so far yet is told apart.
"""

import gzip
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client

from benchmarks.copied import copies
from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.municipalities import PROGRAM
from benchmarks.timing import memory_now
from gemeentedossier.assessment.ahead import judge_ahead
from gemeentedossier.assessment.queries import forget_what_stands
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.serving import work_out
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.models import Account, Person

MUNICIPALITIES, ACTIVITIES = 342, 100_000
INVENTED = 4
"""So many differ; the others are copies of them, each with records and a ledger of its own."""
MOST_MS, MOST_QUERIES, MOST_KB = 150.0, 12.0, 200.0
SESSIONS = 40
FIRST = 9
PAGES = (
    "", "register/", "security/", "security/applicability/", "assessments/", "assessments/prescans/", "breaches/",
    "agreements/", "requests/", "findings/", "documents/", "method/", "method/maturity/", "exchange/",
    "accountability/", "coverage/", "evidence/", "ledger/", "organisation/", "parties/", "municipality/",
    "search/?q=voorziening",
)  # fmt: skip
"""What the rail leads to, and what stands a click behind it; under the desk of a municipality."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as it was answered."""

    page: str
    milliseconds: float
    worked: float
    queries: int
    kilobytes: float
    beside: float
    """Kilobytes of what the page links to; a browser keeps that."""


def figures(*, quick: bool) -> Iterator[Figure]:
    """Milliseconds at the 95th percentile, the most queries, and the bytes of a first view."""
    municipalities, sessions = (6, 6) if quick else (MUNICIPALITIES, SESSIONS)
    each = ACTIVITIES // MUNICIPALITIES
    invented = [_loaded(each) for _ in range(min(INVENTED, municipalities))]
    known = [*invented, *copies(invented, count=municipalities - len(invented))]
    for municipality in known:
        _account_in(municipality)  # whoever signs in has one already: to give it changes the dossier
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    chance = random.Random(municipalities)  # noqa: S311 - which of them are visited
    for municipality in chance.sample(known, min(2, len(known))):
        list(_session(municipality, chance))  # templates and catalogue are read once in the life of a process
    yield from _first_pages(known, chance)
    yield from _judged_ahead(len(known))
    visited = (chance.choice(known) for _ in range(sessions))
    seen = [one for municipality in visited for one in _session(municipality, chance)]
    yield from _told(seen, f"{each * municipalities:,} activities, {municipalities} municipalities")


def _first_pages(known: list[Municipality], chance: random.Random) -> Iterator[Figure]:
    """The first page of a process that has judged nothing yet, of some municipalities."""
    took = list[float]()
    for municipality in chance.sample(known, min(FIRST, len(known))):
        forget_what_stands()
        took.append(_seen(_signed_in(municipality), municipality, "").milliseconds)
    yield Figure("the first page of a process that judged nothing yet", statistics.median(took), "ms", note="median")


def _judged_ahead(municipalities: int) -> Iterator[Figure]:
    """What it costs to have judged everything before anybody asks: processor time and memory."""
    before, worked = memory_now(), time.process_time()
    judged = judge_ahead(work_out, rest=lambda seconds: None)
    worked, more = time.process_time() - worked, memory_now() - before
    assert judged >= municipalities - 1, judged  # the last first page judged one
    note = f"{worked / judged * 1000:.0f} ms of processor each, {more / judged:.1f} MiB each"
    yield Figure(f"judging {judged} municipalities ahead", worked, "s", note=note)
    yield Figure("  memory of the process with all of them", memory_now(), "MiB")


def _told(seen: list[Seen], where: str) -> Iterator[Figure]:
    times = [each.milliseconds for each in seen]
    worked = f"{_high(each.worked for each in seen):.0f} ms of this process's processor"
    yield Figure(f"a page ({where}), 95th percentile", _high(times), "ms", limit=MOST_MS, note=worked)
    yield Figure("  its median", statistics.median(times), "ms")
    yield Figure("  most queries", float(max(each.queries for each in seen)), "", limit=MOST_QUERIES)
    heaviest = max(seen, key=lambda each: each.kilobytes + each.beside)
    note = f"/{heaviest.page}, of which {heaviest.beside:.0f} kB stays in the browser"
    yield Figure("  first view, compressed", heaviest.kilobytes + heaviest.beside, "kB", limit=MOST_KB, note=note)
    pages: dict[str, list[Seen]] = defaultdict(list)
    for each in seen:
        pages[each.page].append(each)
    for page, found in pages.items():
        note = f"{max(s.queries for s in found)} queries, {max(s.kilobytes for s in found):.1f} kB"
        yield Figure(f"  /{page}", _high(s.milliseconds for s in found), "ms", limit=MOST_MS, note=note)


def _high(values: Any) -> float:
    """The 95th percentile."""
    found = sorted(values)
    return float(found[min(len(found) - 1, int(len(found) * 0.95))])


def _session(municipality: Municipality, chance: random.Random) -> Iterator[Seen]:
    client = _signed_in(municipality)
    pages = list(PAGES)
    chance.shuffle(pages)
    for page in pages:
        yield _seen(client, municipality, page)


def _seen(client: Client, municipality: Municipality, page: str) -> Seen:
    asked: list[str] = []

    def counted(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    start, worked = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(counted):
        answer = client.get(f"/{municipality.slug}/desk/{page}", headers={"Accept-Encoding": "gzip"})
    elapsed, worked = time.perf_counter() - start, time.process_time() - worked
    assert answer.status_code == 200, f"{page}: {answer.status_code}"
    told = gzip.decompress(answer.content).decode()
    return Seen(page, elapsed * 1000, worked * 1000, len(asked), len(answer.content) / 1000, _beside(told))


def _loaded(activities: int) -> Municipality:
    return load_dossier(invented_dossier(activities, current_catalogue()), by=PROGRAM).municipality


def _account_in(municipality: Municipality) -> Account:
    with municipality_scope(municipality.id):
        person = Person.objects.select_related("account").get(name="Sam de Meter")
        return person.account or give_account(person, password=None, by=PROGRAM)


def _signed_in(municipality: Municipality) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(_account_in(municipality))
    return client


def _beside(page: str) -> float:
    """The kilobytes of styles, scripts, typefaces and drawings that a page links to, compressed."""
    names = set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))
    found = (finders.find(name) for name in names)
    return sum(len(gzip.compress(Path(str(path)).read_bytes(), 6)) for path in found if path) / 1000
