"""The dossier as one tree: now, as it was, and of one activity."""

from collections.abc import Iterator

from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.municipalities import PROGRAM, loaded
from benchmarks.timing import median_ms
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.snapshot.queries import dossier_at, dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import verb

SIZE = 2_000
EVENTS = 100_000
MOST_MS = 5_000.0


def figures(*, quick: bool) -> Iterator[Figure]:
    """Read from the live tables and from history: the same path, so nearly the same time."""
    invented = invented_dossier(SIZE, current_catalogue())
    municipality = loaded(invented)
    one, rounds = invented.activities[SIZE // 2].id, 3 if quick else 10
    with municipality_scope(municipality.id):
        events = _history_of(EVENTS)
        now = median_ms(lambda: dossier_of(municipality), rounds=rounds)
        past = median_ms(lambda: dossier_at(municipality, moment=clock.now()), rounds=rounds)
        alone = median_ms(lambda: dossier_of(municipality, activity_id=one), rounds=5 * rounds)
    yield Figure(f"dossier of {SIZE:,} activities", now, "ms")
    yield Figure(
        f"  as it was at a moment, among {events:,} events",
        past,
        "ms",
        limit=MOST_MS,
        beside="as it is",
        ratio=past / now,
        ratio_limit=3,
    )
    yield Figure("  of one activity among them", alone, "ms")


def _history_of(events: int) -> int:
    """Change every activity, again and again, until the ledger has so many entries; return how many it has."""
    settle()
    while (size := ledger_size()) < events:
        with verb("benchmarks.change", by=PROGRAM):
            Activity.objects.update(remarks=f"{size} gebeurtenissen")
        settle()
    return size
