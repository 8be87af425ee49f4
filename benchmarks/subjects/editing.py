"""From an edit to the findings on the screen: what the server needs, through all its middleware."""

import itertools
import statistics
from collections.abc import Callable, Iterator
from functools import partial

from django.test import Client

from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.municipalities import PROGRAM, loaded
from benchmarks.timing import medians_ms, timed_with_processor
from gemeentedossier.assessment import queries
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.models import Person

SIZE, MOST_MS, COLD_MS, WARM_MS = 2_000, 50.0, 1_500.0, 300.0


def figures(*, quick: bool) -> Iterator[Figure]:
    """One section saved in place; the whole page beside it; the register and the findings as they are seen first."""
    rounds = 5 if quick else 20
    invented = invented_dossier(SIZE, current_catalogue())
    municipality = loaded(invented)
    desk, client = f"/{municipality.slug}/desk", _signed_in(municipality)
    one = invented.activities[SIZE // 2].id
    page, college = f"{desk}/register/{one}/", invented.organisation.controllers[0].id
    with municipality_scope(municipality.id):
        revisions = itertools.count(activity_facts(one).revision)

    def save() -> None:
        revision = next(revisions)
        values = {
            "identity-name": "Verwerking",
            "identity-reference": f"V-{revision}",
            "identity-controller_ids": college,
        }
        sent = {**values, "revision": revision, "done": "1"}
        answer = client.post(f"{page}sections/identity/save/", sent, headers={"HX-Request": "true"})
        assert f"V-{revision}" in answer.content.decode(), answer.status_code

    yield _figure(f"save a section, see its findings ({SIZE:,} activities)", save, rounds=rounds, limit=MOST_MS)
    yield _figure("  the whole page of the activity", lambda: _read(client, page), rounds=rounds)
    yield _figure("  the page register", partial(_read, client, f"{desk}/register/"), rounds=rounds)
    yield from _findings(partial(_read, client, f"{desk}/findings/"), save, rounds=3 if quick else 10)


def _findings(read: Callable[[], None], save: Callable[[], None], *, rounds: int) -> Iterator[Figure]:
    """The page of findings: where nothing is kept yet, where nothing changed, and just after an edit."""

    def cold() -> None:
        queries.forget_what_stands()
        read()

    yield _figure("  the page findings, judged anew", cold, rounds=3, limit=COLD_MS)
    yield _figure("  the page findings", read, rounds=rounds, limit=WARM_MS)
    times = []
    for _ in range(rounds):
        save()
        times.append(timed_with_processor(read)[1:])
    elapsed, worked = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
    what = "  the page findings, just after an edit"
    yield Figure(what, elapsed, "ms", limit=WARM_MS, note=_of_processor(worked))


def _figure(what: str, work: Callable[[], None], *, rounds: int, limit: float | None = None) -> Figure:
    elapsed, worked = medians_ms(work, rounds=rounds)
    return Figure(what, elapsed, "ms", limit=limit, note=_of_processor(worked))


def _of_processor(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms of this process's processor"


def _signed_in(municipality: Municipality) -> Client:
    with municipality_scope(municipality.id):
        account = give_account(Person.objects.get(name="Sam de Meter"), password=None, by=PROGRAM)
    client = Client(SERVER_NAME="localhost")
    client.force_login(account)
    return client


def _read(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
