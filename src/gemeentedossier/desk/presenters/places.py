"""On which screens a rule is answered and its finding mended."""

from collections.abc import Mapping

from django.utils.translation import override

from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, declared_section

_PAGES: Mapping[SubjectKind, Text] = {
    SubjectKind.ORGANISATION: Text("Gemeente", "Municipality"),
    SubjectKind.SYSTEM: Text("Systeem", "System"),
    SubjectKind.MEASURE: Text("Maatregel", "Measure"),
    SubjectKind.SECURITY_CLASSIFICATION: Text("Beveiligingsblad", "Security sheet"),
    SubjectKind.ACCESS_RIGHT: Text("Beveiligingsblad", "Security sheet"),
    SubjectKind.SECURITY_RISK: Text("Risico", "Risk"),
    SubjectKind.POLICY_CLAUSE: Text("Bepaling van het beleid", "Clause of policy"),
    SubjectKind.INTERPRETATION: Text("Lezing van een open norm", "Reading of an open norm"),
    SubjectKind.POSITION: Text("Omstreden recht", "Contested law"),
    SubjectKind.EVIDENCE: Text("Bewijs", "Evidence"),
    SubjectKind.TOOL: Text("Digitaal middel", "Digital tool"),
    SubjectKind.LEAFLET: Text("Bijsluiter", "Leaflet"),
    SubjectKind.IMPACT_ASSESSMENT: Text("DPIA", "Impact assessment"),
    SubjectKind.REQUEST: Text("Verzoek van een betrokkene", "Request of a data subject"),
    SubjectKind.CONSENT: Text("Toestemming", "Consent"),
    SubjectKind.BREACH: Text("Datalek", "Breach"),
    SubjectKind.AGREEMENT: Text("Overeenkomst", "Agreement"),
    SubjectKind.COVENANT: Text("Overeenkomst", "Agreement"),
}
"""What stands on a page of its own, and which page that is."""


def screen_places(rule: Rule) -> tuple[Text, ...]:
    """Return where in the desk a rule stands beside what it judges; nowhere if it awaits records or names no place."""
    if rule.awaits is not None:
        return ()
    page = _PAGES.get(rule.subject)
    if page is not None:
        return (page,)
    section = declared_section(rule)
    if section is None:
        return ()
    return (Text(f"Verwerking: {_title(section, 'nl')}", f"Processing activity: {_title(section, 'en')}"),)


def _title(section: str, language: str) -> str:
    with override(language):
        return str(SECTIONS[section].title)
