"""A process that is about to serve: what is loaded stays, and what people will ask for is made before they do."""

import gc

from django.conf import settings

from gemeentedossier.assessment.ahead import start_judging_ahead
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.prescan_list import scanned_in
from gemeentedossier.desk.presenters.today_assessments import overtaken_in
from gemeentedossier.foundation.translations import merge_all
from gemeentedossier.method.engine.duties import Seen, duties_of

COLLECTED = (20_000, 20, 10)
"""When the collector looks, by generation: at so many new values, then at so many looks of the one before."""


def get_ready() -> None:
    """Call it once the application is loaded, in the process that serves."""
    merge_all()
    _keep_loaded()
    start_judging_ahead(work_out)


def work_out(judged: Judged) -> None:
    """What the main pages make of a whole dossier, and is kept as long as that is: in Dutch, as most people read."""
    dossier, catalogue = judged.dossier, current_catalogue()
    duties_of(Seen(dossier, catalogue, language=settings.LANGUAGE_CODE))
    overtaken_in(dossier, catalogue)
    scanned_in(dossier, catalogue)


def _keep_loaded() -> None:
    """What a process holds once it is ready stays to its end: the collector need not walk it again and again.

    A page makes some ten thousand values that are gone with it; the collector looks less often for what is not.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
