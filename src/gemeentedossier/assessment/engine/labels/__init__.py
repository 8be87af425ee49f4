"""What each fact that rules can ask for is called, and each subject that has facts.

The English name of a fact is the one that expressions use, as words; the Dutch ones stand here, by subject. Whoever
adds a field to a subject names it here. Start at ``naming.fact_label``.
"""

from collections.abc import Mapping

from gemeentedossier.assessment.engine.labels.agreed import AGREED
from gemeentedossier.assessment.engine.labels.happening import HAPPENING
from gemeentedossier.assessment.engine.labels.lawful import LAWFUL
from gemeentedossier.assessment.engine.labels.processing import PROCESSING
from gemeentedossier.assessment.engine.labels.whole import WHOLE

FACTS: Mapping[str, Mapping[str, str]] = {**PROCESSING, **LAWFUL, **AGREED, **HAPPENING, **WHOLE}
"""The Dutch name of each fact, by subject."""
