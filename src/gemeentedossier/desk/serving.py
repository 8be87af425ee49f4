"""A process that is about to serve: what is loaded stays, and what people will ask for is made before they do."""

import gc

from gemeentedossier.assessment.ahead import start_judging_ahead
from gemeentedossier.foundation.translations import merge_all

COLLECTED = (20_000, 20, 10)
"""When the collector looks, by generation: at so many new values, then at so many looks of the one before."""


def get_ready() -> None:
    """Call it once the application is loaded, in the process that serves."""
    merge_all()
    _keep_loaded()
    start_judging_ahead()


def _keep_loaded() -> None:
    """What a process holds once it is ready stays to its end: the collector need not walk it again and again.

    A page makes some ten thousand values that are gone with it; the collector looks less often for what is not.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
