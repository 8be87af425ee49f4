"""On which screens a rule is answered and its finding mended."""

from django.utils.translation import override

from gemeentedossier.assessment.engine.naming import AGREED
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, section_of


def screen_places(rule: Rule) -> tuple[Text, ...]:
    """Return where in the desk a rule stands beside what it judges; nowhere while it awaits records."""
    if rule.awaits is not None:
        return ()
    if rule.subject is SubjectKind.ORGANISATION:
        return (Text("Gemeente", "Municipality"),)
    if rule.subject is SubjectKind.SYSTEM:
        return (Text("Systeem", "System"),)
    if rule.subject is SubjectKind.MEASURE:
        return (Text("Maatregel", "Measure"),)
    if rule.subject is SubjectKind.POLICY_CLAUSE:
        return (Text("Beveiliging: beleid", "Security: policy"),)
    if rule.subject in AGREED:
        return (Text("Overeenkomst", "Agreement"),)
    return (Text(f"Verwerking: {_section(rule, 'nl')}", f"Processing activity: {_section(rule, 'en')}"),)


def _section(rule: Rule, language: str) -> str:
    with override(language):
        return str(SECTIONS[section_of(rule)].title)
