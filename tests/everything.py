"""A dossier with records beside the register of which every field is filled in; for tests of what is kept."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.agreements.enums import AgreementKind, PartyKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Deviation, Leaflet, SharedClause
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.governance.facts import Ambition, PlannedStep, PolicyClause, RiskAppetite
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.dossier.register.facts import Activity, ReviewNote
from gemeentedossier.dossier.risks.enums import (
    AssessmentState,
    Conclusion,
    ConsultationPiece,
    PrescanVerdict,
    ProposalAnswer,
    TreatmentKind,
)
from gemeentedossier.dossier.risks.facts import (
    AnsweredProposal,
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    ImportRemark,
    OfficerAdvice,
    Prescan,
    PrescanAnswer,
    PriorConsultation,
    RiskTreatment,
)
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    ToolRule,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Controller, Organisation, Person
from tests import supervised
from tests.builders import an_activity
from tests.every_breach import every_breach, report_link
from tests.requested import a_whole_consent, a_whole_request


def key(number: int) -> UUID:
    """The key of an invented record."""
    return UUID(int=(0xE << 124) + number)


MOMENT = dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC)
DAY, LATER, MUCH_LATER = dt.date(2026, 10, 5), dt.date(2026, 11, 5), dt.date(2027, 10, 5)
COLLEGE = Controller(key(1), ControllerKind.COLLEGE, "College van Elders")
NOOR, PIET = Person(key(2), "Noor de Boer"), Person(key(3), "Piet van Het Baken")
BAKEN = Party(key(4), "Het Baken", "NL", "info@baken.example", is_care_provider=True, revision=2)
SYSTEM = System(key(5), "Zaaksysteem")
MEASURE, OTHER_MEASURE = Measure(key(6), "Logging"), Measure(key(7), "Tweede factor")
PROOF = Evidence(
    key(8), EvidenceKind.LINK, "Verslag", NOOR.id, NOOR.name, NOOR.id, NOOR.name, MOMENT,
    url="https://a.example/verslag", seen="Het verslag.",
)  # fmt: skip
ACTING = PartyRepresentative(key(10), BAKEN.id, PIET.id, DAY, MUCH_LATER, PIET.name, invited_until=LATER)
APPETITE = RiskAppetite(
    key(11), RiskLevel.MEDIUM, "Mensen merken hooguit ongemak.", COLLEGE.id, NOOR.id, DAY, COLLEGE.name, NOOR.name,
    review_on=MUCH_LATER, ended_on=MUCH_LATER,
)  # fmt: skip
CLAUSE = PolicyClause(
    key(12), "Logcontrole", "Wij kijken elk kwartaal in de logs.", "Privacybeleid", NOOR.id, NOOR.name,
    "De beheerder trekt een steekproef.", (OTHER_MEASURE.id, MEASURE.id), revision=1,
)  # fmt: skip
PLANNED = PlannedStep(key(80), "classify", NOOR.id, LATER, NOOR.name, "Begin bij de jeugd.", revision=1)
AMBITION = Ambition(key(89), "rights", 3, MUCH_LATER, "Op tijd antwoord.", NOOR.id, DAY, NOOR.name, revision=1)
TOOL = Tool(
    key(13), "Schrijfhulp", ToolKind.AI_TOOL, BAKEN.id, SYSTEM.id, NOOR.id, NOOR.name, "Brieven herschrijven.",
    "Algemene teksten.", "Gegevens van cliënten.", ToolState.ALLOWED_ON_CONDITIONS, "Alleen met eigen account.",
    "https://algoritmes.example/1", DAY, revision=3,
)  # fmt: skip
PLAN = LogReviewPlan(
    key(14), SYSTEM.id, "Wie dossiers opent zonder zaak.", 3, DAY, "Tien namen per kwartaal.", NOOR.id, NOOR.name,
    MUCH_LATER, 1,
    (
        LogReview(
            key(15), LATER, NOOR.id, "Eén inzage zonder taak.", NOOR.name, "Tien namen.", "Gesprek gevoerd.", LATER,
            PROOF.id,
        ),
    ),
)  # fmt: skip
EXCLUSION = ControlExclusion(
    key(16), "8.30", "Wij laten geen software maken.", NOOR.id, MOMENT, NOOR.name, True, NOOR.id, NOOR.name, MOMENT,
    "Nagegaan bij inkoop.", MUCH_LATER,
)  # fmt: skip
LEAFLET = Leaflet(
    key(17), BAKEN.id, BAKEN.name, key(20), SYSTEM.id, used_for="Dossiers bijhouden.", which_data="Naam en verslag.",
    of_whom="Cliënten.", where_processed="In Nederland.", shared_with="Niemand.", kept_for="20 jaar.",
    protection="Versleuteld.", contact="privacy@baken.example", issued_on=DAY, valid_until=MUCH_LATER,
    evidence_id=PROOF.id, revision=1,
)  # fmt: skip
LEAFLETS = (
    LEAFLET,
    replace(LEAFLET, id=key(18), system_id=None, tool_id=TOOL.id),
    replace(LEAFLET, id=key(19), system_id=None, product="Nazorg", agreement_id=None),
)
COVENANT = Agreement(
    key(20), "Convenant buurtteams", AgreementKind.COVENANT, signed_on=DAY, signed_text_evidence_id=PROOF.id,
    parties=(
        AgreementParty(
            key(21), BAKEN.id, BAKEN.name, kind=PartyKind.CARE_PROVIDER, joined_on=DAY, attested_on=LATER,
            attested_by="P. van Het Baken, directeur", attested_person_id=PIET.id, attested_person=PIET.name,
            attestation="Wij houden ons eraan.", attestation_evidence_id=PROOF.id,
        ),
    ),
    clauses=(SharedClause(key(22), "3.2", "Bewaren", "Wij bewaren vijf jaar."), SharedClause(key(23), "3.1")),
    deviations=(
        Deviation(
            key(24), BAKEN.id, "Bewaren", "Wij bewaren vijf jaar.", "Wij bewaren twintig jaar.", "Jeugdwet 7.3.8.",
            BAKEN.name, DAY, key(22),
        ),
    ),
)  # fmt: skip


def everything() -> Dossier:
    """The dossier, as of a municipality that is nowhere yet."""
    activity = an_activity()
    people, organisation = (NOOR, PIET), Organisation(key(0), "elders", "Elders", controllers=(COLLEGE,))
    return Dossier(
        organisation=replace(organisation, people=people),
        moment=MOMENT,
        parties=(BAKEN,),
        systems=(SYSTEM,),
        measures=(MEASURE, OTHER_MEASURE),
        activities=(activity,),
        evidence=(PROOF,),
        agreements=(COVENANT,),
        representatives=(ACTING,),
        appetites=(APPETITE,),
        policy_clauses=(CLAUSE,),
        planned_steps=(PLANNED,),
        ambitions=(AMBITION,),
        review_notes=(
            ReviewNote(
                key(81),
                activity.id,
                "text",
                "Welk besluit?",
                NOOR.id,
                MOMENT,
                NOOR.name,
                "Dat op de aanvraag.",
                NOOR.id,
                NOOR.name,
                MOMENT,
                NOOR.id,
                NOOR.name,
                MOMENT,
                part_id=activity.purposes[0].id,
            ),
        ),
        tools=(TOOL,),
        tool_rules=(tool_rule(activity),),
        log_review_plans=(PLAN,),
        security_risks=(security_risk(activity),),
        exclusions=(EXCLUSION,),
        continuities=(Continuity(key(32), activity.id, 8, "De balie helpt op papier.", DAY, "Ging goed.", 1),),
        leaflets=LEAFLETS,
        requests=(a_whole_request(activity, NOOR, target_id=BAKEN.id),),
        consents=(a_whole_consent(activity, NOOR),),
        breaches=(breach(activity),),
        report_links=(report_link(key(70), NOOR),),
        prescans=(prescan(activity),),
        impact_assessments=(assessment(activity),),
        own_advices=(supervised.own_advice(key, activity, PIET, NOOR),),
        supervision_checks=(supervised.check(key, PIET),),
        samples=(supervised.sample(key, activity, PIET),),
        officer_reports=(supervised.report(key, PIET, PROOF),),
    )


def breach(activity: Activity) -> PersonalDataBreach:
    """A breach of this activity, in which every field is filled in."""
    return every_breach(key, activity_id=activity.id, party=BAKEN, person=NOOR, evidence=PROOF, measure=MEASURE)


def tool_rule(activity: Activity) -> ToolRule:
    """A rule for the tool in this activity."""
    purpose = activity.purposes[0].id
    return ToolRule(key(30), TOOL.id, activity.id, False, "Niemand weet waar het blijft.", purpose, ("bsn",), ("naam",))


def security_risk(activity: Activity) -> SecurityRisk:
    """A risk of this activity, weighed and accepted."""
    return SecurityRisk(
        key(31), activity.id, SecurityAspect.CONFIDENTIALITY, "Een medewerker kijkt zonder taak.", SYSTEM.id,
        "Schaamte en stigma.", RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW, RiskLevel.HIGH, "Er is logcontrole.",
        NOOR.id, NOOR.name, RiskDecision.ACCEPT, NOOR.id, NOOR.name, MOMENT, "Meer kan niet.", MUCH_LATER, 2,
        (OTHER_MEASURE.id, MEASURE.id),
    )  # fmt: skip


def prescan(activity: Activity) -> Prescan:
    """A pre-scan of this activity, decided otherwise than the facts gave."""
    answers = (
        PrescanAnswer(key(41), "new-legislation", ("no",), 1),
        PrescanAnswer(key(42), "people-count", ("500",), 151),
    )
    return Prescan(
        key(40), activity.id, answers, PrescanVerdict.REQUIRED, PrescanVerdict.RECOMMENDED, "Wij willen het weten.",
        NOOR.id, NOOR.name, MOMENT, ("data", "ground"), ("naam", "one-criterion"), 3,
        (
            AnsweredProposal(
                key(34), "data", "pasfoto", ProposalAnswer.REFUSED, MOMENT, "Die gebruiken wij niet.", NOOR.id,
                NOOR.name,
            ),
        ),
    )  # fmt: skip


def assessment(activity: Activity) -> ImpactAssessment:
    """An assessment of this activity with everything that one can hold."""
    treatments = (
        RiskTreatment(key(45), 1, MEASURE.id, "Ook dit.", TreatmentKind.TECHNICAL, PIET.id, PIET.name, MUCH_LATER, DAY),
    )
    risk = AssessedRisk(
        key(44), "Een medewerker kijkt zonder taak.", 1, "Nieuwsgierig.", "Schaamte.", RiskLevel.HIGH, "Kan overal.",
        RiskLevel.MEDIUM, "Gevoelig.", "Volgt de matrix.", RiskLevel.LOW, RiskLevel.MEDIUM, "Logcontrole.", treatments,
    )  # fmt: skip
    return ImpactAssessment(
        key(43), "DPIA schuldhulp", "D-1", AssessmentState.ADOPTED, 2, "Kort.", (activity.id,), NOOR.id, NOOR.name,
        (AssessmentParagraph(key(47), 2, "Naam en bsn.", ("data",), ("naam",), NOOR.id, NOOR.name, MOMENT),),
        (risk,), False, "Zij vonden het goed.", "Er was geen tijd.", Conclusion.CONSULT_AUTHORITY, "Het blijft hoog.",
        (
            OfficerAdvice(
                key(48), "Vraag het na.", PIET.id, MOMENT, PIET.name, 2, AdviceAnswer.PARTLY_FOLLOWED, "Deels.",
                NOOR.id, NOOR.name, MOMENT,
            ),
        ),
        MOMENT, NOOR.id, NOOR.name, MOMENT, "Goed zo.", MUCH_LATER,
        (
            PriorConsultation(
                key(49), DAY, (ConsultationPiece.ASSESSMENT,), DAY, DAY, DAY, DAY, DAY, "Ga niet verder.", 1,
            ),
        ),
        "Wet gemeentelijke schuldhulpverlening", "Precies deze.", key(43), NOOR.id, MOMENT, "Wij letten op.", MOMENT, 7,
        (ImportRemark(key(35), "19.1", "de versies", "the versions", 1, NOOR.id, NOOR.name, MOMENT),),
    )  # fmt: skip
