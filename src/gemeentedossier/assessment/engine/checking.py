"""Checking packs in full: their form, and their rules against the names of the subjects."""

from collections.abc import Sequence
from pathlib import Path

from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.catalogue.engine.faults import CatalogueFaults, Fault
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.engine.rule_checks import rule_faults


def catalogue_faults(paths: Sequence[Path]) -> tuple[Fault, ...]:
    """Return every fault in these packs, in the order of files and lines; rules are judged once all entries load."""
    try:
        catalogue = load_catalogue(paths)
    except CatalogueFaults as error:
        return error.faults
    return rule_faults(catalogue.rules.values(), DECLARATIONS)
