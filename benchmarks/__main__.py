"""Run the benchmarks; the table goes to the screen, the figures to build/benchmarks.json as well."""

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from benchmarks.apart import ROOT, Stopped, apart
from benchmarks.figures import Figure, not_measured, print_table
from benchmarks.machine import load, machine
from benchmarks.place import leave, prepare

SUBJECTS = ("assessing", "assessing_risks", "editing", "pages", "importing", "documents", "snapshots", "ledger", "load")


def main() -> None:
    """Measure on a server of its own, whatever DATABASE_URL says: never in the database of an installation."""
    asked = _arguments()
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="gemeentedossier-") as folder:
        Path(folder).chmod(0o755)  # the embedded server of root runs as a user of its own
        os.environ["GEMEENTEDOSSIER_HOME"] = folder
        prepare()
        try:
            _measure(asked.only or SUBJECTS, quick=asked.quick)
        finally:
            leave()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=SUBJECTS, action="append", help="this subject alone; may be given again")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and rows: to see that it runs")
    return parser.parse_args()


def _measure(subjects: Sequence[str], *, quick: bool) -> None:
    told, found = {**machine(), "load before": load()}, dict[str, list[Figure]]()
    print("\n".join(f"{name:<12} {words}" for name, words in told.items()), flush=True)
    for subject in subjects:
        found[subject] = _figures(subject, quick=quick)
        print_table(subject, found[subject])
    told["load after"] = load()
    print(f"\nload after   {told['load after']}")
    kept = {subject: [asdict(figure) for figure in figures] for subject, figures in found.items()}
    report = ROOT / "build" / "benchmarks.json"
    report.parent.mkdir(exist_ok=True)
    report.write_text(json.dumps({"machine": told, "quick": quick, "figures": kept}, indent=1, ensure_ascii=False))
    print(f"Also in {report.relative_to(ROOT)}")


def _figures(subject: str, *, quick: bool) -> list[Figure]:
    try:
        told = cast(list[dict[str, Any]], apart("subjects:measured", subject=subject, quick=quick))
    except Stopped as error:
        return [not_measured(subject, "", why=f"{error}, see above")]
    return [Figure(**each) for each in told]


if __name__ == "__main__":
    main()
