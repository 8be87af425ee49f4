"""One subject a file; ``figures(quick=…)`` of each measures it."""

import importlib
from dataclasses import asdict


def measured(*, subject: str, quick: bool) -> list[dict[str, object]]:
    """The figures of a subject, fit for JSON."""
    return [asdict(figure) for figure in importlib.import_module(f"{__name__}.{subject}").figures(quick=quick)]
