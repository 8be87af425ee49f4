"""On which screens a rule is answered and its finding mended."""

from django.utils.translation import override

from gemeentedossier.assessment.engine.naming import AGREED
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, declared_section


def screen_places(rule: Rule) -> tuple[Text, ...]:
    """Return where in the desk a rule stands beside what it judges; nowhere if it awaits records or names no place."""
    if rule.awaits is not None:
        return ()
    if rule.subject is SubjectKind.ORGANISATION:
        return (Text("Gemeente", "Municipality"),)
    if rule.subject is SubjectKind.SYSTEM:
        return (Text("Systeem", "System"),)
    if rule.subject is SubjectKind.MEASURE:
        return (Text("Maatregel", "Measure"),)
    if rule.subject is SubjectKind.INTERPRETATION:
        return (Text("Lezing van een open norm", "Reading of an open norm"),)
    if rule.subject is SubjectKind.POSITION:
        return (Text("Omstreden recht", "Contested law"),)
    if rule.subject is SubjectKind.EVIDENCE:
        return (Text("Bewijs", "Evidence"),)
    if rule.subject in AGREED:
        return (Text("Overeenkomst", "Agreement"),)
    section = declared_section(rule)
    if section is None:
        return ()
    return (Text(f"Verwerking: {_title(section, 'nl')}", f"Processing activity: {_title(section, 'en')}"),)


def _title(section: str, language: str) -> str:
    with override(language):
        return str(SECTIONS[section].title)
