"""What every term asks, in the words of people who keep a calendar."""

from collections.abc import Mapping
from enum import StrEnum

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.requests.enums import RequestTermKind
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.method.enums import DutyKind, DutyPart, PlanTermKind

NAMED: tuple[tuple[StrEnum, Text], ...] = (
    (TermKind.STARTS, Text("Overeenkomst begint", "Agreement begins")),
    (TermKind.ENDS, Text("Laatste dag van de overeenkomst", "Last day of the agreement")),
    (TermKind.NOTICE_BEFORE, Text("Laatste dag om op te zeggen", "Last day to give notice")),
    (TermKind.OBJECT_BEFORE, Text("Laatste dag voor bezwaar tegen een subverwerker", "Last day to object")),
    (TermKind.REVIEW, Text("Beoordeel de partij opnieuw", "Review the party again")),
    (TermKind.TRANSFER_ASSESSMENT, Text("Beoordeel de doorgifte opnieuw", "Assess the transfer again")),
    (TermKind.MECHANISM_ENDS, Text("De grond voor doorgifte eindigt", "The mechanism of transfer ends")),
    (TermKind.PROVE_ERASURE, Text("Vraag het bewijs van wissen", "Ask for the proof of erasure")),
    (TermKind.ATTEST, Text("Vraag de deelnemer opnieuw te verklaren", "Ask the participant to attest again")),
    (TermKind.LEAFLET_ENDS, Text("Laatste dag van de bijsluiter", "Last day of the leaflet")),
    (SecurityTermKind.LOG_REVIEW, Text("Laatste dag om het logboek na te kijken", "Last day to look at the log")),
    (SecurityTermKind.ACCEPTANCE_ENDS, Text("Aanvaarding van een risico eindigt", "Acceptance of a risk ends")),
    (SecurityTermKind.EXCLUSION_REVIEW, Text("Bekijk de uitsluiting opnieuw", "Look at an exclusion again")),
    (
        SecurityTermKind.APPETITE_REVIEW,
        Text("Stel de risicobereidheid opnieuw vast", "Look at the accepted risk again"),
    ),
    (SecurityTermKind.FALLBACK_TRIAL, Text("Probeer de noodwerkwijze opnieuw uit", "Try the fallback again")),
    (SecurityTermKind.SUPPORT_ENDS, Text("Laatste dag van het onderhoud", "Last day of maintenance")),
    (SecurityTermKind.EVIDENCE_ENDS, Text("Laatste dag van het bewijs", "Last day of the evidence")),
    (
        BreachTermKind.INTERNAL_REPORT,
        Text("Laatste dag om het datalek intern te melden", "Last day to report the breach internally"),
    ),
    (
        BreachTermKind.PROCESSOR_REPORT,
        Text("Laatste dag voor het bericht van de verwerker", "Last day for the report of the processor"),
    ),
    (
        BreachTermKind.CONTROLLER_REPORT,
        Text("Vertel de verwerkingsverantwoordelijke van het datalek", "Tell the controller of the breach"),
    ),
    (
        BreachTermKind.AUTHORITY,
        Text("Laatste dag om het datalek aan de AP te melden", "Last day to notify the authority of the breach"),
    ),
    (BreachTermKind.PEOPLE, Text("Licht de mensen over het datalek in", "Tell people of the breach")),
    (
        BreachTermKind.EARLY_WARNING,
        Text("Laatste dag voor de vroegtijdige waarschuwing (Cbw)", "Last day for the early warning (Cbw)"),
    ),
    (
        BreachTermKind.INCIDENT,
        Text("Laatste dag om het incident te melden (Cbw)", "Last day to notify the incident (Cbw)"),
    ),
    (
        BreachTermKind.FINAL_REPORT,
        Text("Laatste dag voor het eindverslag (Cbw)", "Last day for the final report (Cbw)"),
    ),
    (
        BreachTermKind.MEASURE,
        Text("Laatste dag voor een maatregel na een datalek", "Last day for a measure after a breach"),
    ),
    (
        BreachTermKind.KEPT_UNTIL,
        Text("Bewaar het datalekdossier minstens tot deze dag", "Keep the record of the breach at least till this day"),
    ),
    (AssessmentTermKind.REVIEW, Text("Laatste dag om de DPIA opnieuw te bekijken", "Last day to review the DPIA")),
    (
        AssessmentTermKind.ADVICE_ANSWER,
        Text("Laatste dag om het advies van de FG te beantwoorden", "Last day to answer the officer's advice"),
    ),
    (
        AssessmentTermKind.MEASURE,
        Text("Laatste dag voor een maatregel uit een DPIA", "Last day for a measure of a DPIA"),
    ),
    (AssessmentTermKind.CONSULTATION, Text("Advies van de AP verwacht", "Advice of the authority expected")),
    (
        AssessmentTermKind.EXTENSION_NOTICE,
        Text("Laatste dag waarop de AP verlenging kan melden", "Last day on which the authority can extend"),
    ),
    (RequestTermKind.ANSWER, Text("Laatste dag om het verzoek te beantwoorden", "Last day to answer the request")),
    (RequestTermKind.ACKNOWLEDGE, Text("Bevestig de ontvangst van het verzoek", "Confirm receipt of the request")),
    (
        RequestTermKind.DEFAULT,
        Text("Laatste dag om te beslissen na de ingebrekestelling", "Last day to decide after the notice of default"),
    ),
    (PlanTermKind.STEP, Text("Stap van de invoering moet klaar zijn", "Step of the method is to be done")),
    (
        PlanTermKind.AMBITION,
        Text("Thema moet op het gekozen niveau zijn", "Theme is to be at its chosen level"),
    ),
    (RequestTermKind.RECIPIENTS, Text("Laat ontvangers weten wat er veranderde", "Tell recipients what was changed")),
    (DutyKind.CONFIRM, Text("Bevestig dat de registratie nog klopt", "Confirm that the record is still right")),
    (DutyKind.DESTROY, Text("Vernietig wat niet meer nodig is", "Destroy what is no longer needed")),
    (DutyKind.ASSESS_TRANSFER, Text("Beoordeel de doorgifte van de verwerking", "Assess the transfer of the activity")),
    (DutyKind.TRANSFER_ENDS, Text("Grond voor doorgifte van de verwerking eindigt", "Ground of the transfer ends")),
    (DutyKind.MEASURE_AGAIN, Text("Meet opnieuw of de maatregel werkt", "Measure again whether the measure works")),
    (DutyKind.ANSWER_AGAIN, Text("Kijk het antwoord opnieuw na", "Look at the answer again")),
    (DutyKind.READ_AGAIN, Text("Bekijk de lezing van de wet opnieuw", "Look at the reading of the law again")),
    (DutyKind.CHECK, Text("Controle van het toezichtsplan moet klaar zijn", "Check of the supervision plan is due")),
    (DutyKind.ANSWER_ADVICE, Text("Beantwoord het advies van de FG", "Answer the advice of the officer")),
    (DutyKind.SET_ASIDE_ENDS, Text("Laatste dag dat de bevinding opzij staat", "Last day a finding is set aside")),
)
_NAMES: Mapping[tuple[type, str], Text] = {(type(kind), kind.value): name for kind, name in NAMED}
"""By the kind itself: members of different enumerations may share a text, and then are equal."""


def term_name(kind: StrEnum) -> Text:
    """What a term asks, in both languages. Raises KeyError for what is no kind of term."""
    return _NAMES[type(kind), kind.value]


PARTS: Mapping[DutyPart, Text] = {
    DutyPart.PROCESSING: Text("verwerkingen", "processing"),
    DutyPart.SECURITY: Text("beveiliging", "security"),
    DutyPart.ASSESSMENTS: Text("DPIA’s", "DPIAs"),
    DutyPart.BREACHES: Text("datalekken", "breaches"),
    DutyPart.AGREEMENTS: Text("afspraken", "agreements"),
    DutyPart.REQUESTS: Text("verzoeken", "requests"),
    DutyPart.GOVERNANCE: Text("besluiten, antwoorden en bewijs", "decisions, answers and evidence"),
    DutyPart.METHOD: Text("invoering", "method"),
}
"""What each part is called in a list."""
