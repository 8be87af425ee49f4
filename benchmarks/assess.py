"""What assessing costs. Run: ``python benchmarks/assess.py [activities …]``; without numbers 2,000 and 20,000."""

import datetime as dt
import gc
import os
import platform
import random
import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import TypeVar

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")

from assess_plain import PLAIN

from gemeentedossier.assessment.engine import assess as engine
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.catalogue.engine.expressions import compile_expression
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register import enums
from gemeentedossier.dossier.register.facts import (
    Account,
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.facts import Organisation

Result = TypeVar("Result")
TEXTS = ("", "Zoals beschreven in het werkproces.")


def dossier(count: int, catalogue: Catalogue) -> Dossier:
    """An invented dossier of mixed quality, the same for the same number."""
    chance = random.Random(count)  # noqa: S311
    organisation = Organisation(id=new_id(), slug="meting", name="Meting", is_public_authority=True)
    activities = tuple(activity(number, chance, catalogue) for number in range(count))
    return Dossier(organisation, dt.datetime(2026, 11, 23, tzinfo=dt.UTC), None, activities=activities)


def activity(number: int, chance: random.Random, catalogue: Catalogue) -> Activity:
    truths = (True, False, None)
    bases, data = list(catalogue.legal_bases), list(catalogue.data_categories)
    people, rules = list(catalogue.subject_categories), list(catalogue.retention_rules)

    def basis() -> LegalBasis:
        letter = chance.choice((*enums.Article6, None))
        return LegalBasis(
            new_id(), letter, provision_id=chance.choice(("", *bases[:40])), necessity=chance.choice(TEXTS)
        )

    def use(position: int) -> DataUse:
        return DataUse(
            new_id(),
            position,
            subject_categories=(chance.choice(people),),
            data_categories=tuple(chance.sample(data, 4)),
            data_categories_own=chance.choice(((), ("eigen woord",))),
            necessity=chance.choice(TEXTS),
            special_ground=chance.choice((None, *enums.SpecialCategoryGround)),
        )

    purposes = tuple(
        Purpose(
            new_id(),
            position,
            f"Vaststellen of iemand recht heeft op voorziening {number}",
            (basis(), basis()),
        )
        for position in (1, 2)
    )
    return Activity(
        new_id(),
        f"Verwerking {number}",
        controllers=("college",),
        sector_law=chance.choice(("", "wmo-2015", "jeugdwet")),
        purposes=purposes,
        data_uses=(use(1), use(2)),
        sources=(DataSource(new_id(), chance.choice(truths), text="inwoner"),),
        recipients=(Recipient(new_id(), text="zorgaanbieder"), Recipient(new_id(), text="ministerie")),
        retention=(RetentionPeriod(new_id(), rule_id=chance.choice(rules), period=chance.choice(("", "P15Y"))),),
        parties=(PartyRelation(new_id(), new_id(), "Leverancier", role=chance.choice((None, *enums.PartyRole))),),
        characteristics=Characteristics(**{each.name: chance.choice(truths) for each in fields(Characteristics)}),
        account=Account(**{each.name: chance.choice(TEXTS) for each in fields(Account)}),
    )


def timed(label: str, work: Callable[[], Result]) -> tuple[Result, float]:
    gc.collect()
    start = time.perf_counter()
    found = work()
    seconds = time.perf_counter() - start
    print(f"  {label:<58}{seconds * 1000:>10,.1f} ms")
    return found, seconds


def measure(count: int, catalogue: Catalogue) -> None:
    subject = dossier(count, catalogue)
    print(f"{count:,} activities")
    engine._book_of.cache_clear()
    timed("rules made ready", lambda: engine.rule_book(catalogue))
    assessment, first = timed("assess, nothing remembered", lambda: engine.assess(subject, catalogue))
    timed("assess again", lambda: engine.assess(subject, catalogue))
    answers = sum(len(each.answers) for each in assessment.cases)
    print(f"  {answers:,} answers on {len(assessment.cases):,} subjects, {first / answers * 1e6:.2f} µs each")
    timed("counts per outcome", assessment.counts)
    one = subject.activities[count // 2]
    edited = replace(one, name="Gewijzigd")
    changed = replace(
        subject, activities=(*subject.activities[: count // 2], edited, *subject.activities[count // 2 + 1 :])
    )
    timed("one edited activity", lambda: engine.assess_activity(changed, catalogue, one.id).worst_first())
    compare(subject, catalogue)
    print(f"  most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MiB")


def compare(subject: Dossier, catalogue: Catalogue) -> None:
    """The same criteria by CEL and by hand, on the same subjects; they must say the same."""
    law = Law(catalogue, dt.date(2026, 11, 23))
    top = engine.organisation_case(subject.organisation, law)
    (cases, _) = timed(
        "subjects made",
        lambda: list(engine._cases(subject, subject.activities, engine._organisation_of(top), law)),
    )
    engine._book_of.cache_clear()
    book = engine.rule_book(catalogue)
    sample = {
        kind.value: [ready for ready in found if ready.rule.id in PLAIN.get(kind.value, {})]
        for kind, found in book.ready.items()
    }
    plain = {kind: [PLAIN[kind][ready.rule.id] for ready in found] for kind, found in sample.items() if found}
    number = sum(len(found) for found in plain.values())
    by_rule, rule_seconds = timed(
        f"{number} criteria by CEL",
        lambda: [[ready.judge(case.layers).verdict.value for ready in sample[case.kind.value]] for case in cases],
    )
    by_hand, hand_seconds = timed(
        f"{number} criteria by hand",
        lambda: [[each(case.layers) for each in plain.get(case.kind.value, ())] for case in cases],
    )
    assert by_rule == by_hand, "CEL and Python disagree"
    print(f"  CEL takes {rule_seconds / hand_seconds:.2f} times as long as plain Python")


def costs_of_one() -> None:
    names = {"activity.purpose_count": 2, "activity.fairness_written": True}
    compiled = compile_expression("activity.purpose_count > 0 && activity.fairness_written", engine.DECLARATIONS)
    rounds = 20_000
    start = time.perf_counter()
    for _ in range(rounds):
        compiled.evaluate(names)
    print(f"one expression with its context: {(time.perf_counter() - start) / rounds * 1e6:.2f} µs")


def main(sizes: Iterable[int]) -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    catalogue = current_catalogue()
    print(f"{len(catalogue.rules)} rules")
    costs_of_one()
    for size in sizes:
        measure(size, catalogue)


if __name__ == "__main__":
    import django

    django.setup()
    main([int(each) for each in sys.argv[1:]] or [2_000, 20_000])
