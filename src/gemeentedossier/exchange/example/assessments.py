"""Pre-scans and impact assessments of Duinrade: a sound one, one that its facts overtook, and every way to go wrong."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import prescan_result
from gemeentedossier.dossier.risks.engine.staleness import basis_for, points_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import (
    AssessmentState,
    Conclusion,
    PrescanVerdict,
    TreatmentKind,
)
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    OfficerAdvice,
    Prescan,
    PrescanAnswer,
    RiskTreatment,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example import assessed_texts as texts
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.organisation.facts import Person

LOW, MEDIUM, HIGH = RiskLevel
NOTED = dt.datetime(2026, 4, 14, 10, tzinfo=dt.UTC)
ASKED = dt.datetime(2026, 5, 4, 9, tzinfo=dt.UTC)
ADVISED = dt.datetime(2026, 5, 18, 14, tzinfo=dt.UTC)
ANSWERED = dt.datetime(2026, 6, 1, 9, 30, tzinfo=dt.UTC)
ADOPTED = dt.datetime(2026, 6, 9, 15, tzinfo=dt.UTC)
REVIEW = dt.date(2027, 6, 1)
SMALL: Mapping[str, tuple[str, ...]] = {
    "cloud": ("none",),
    "frequency": ("irregularly",),
    "storage-outside": ("no",),
    "high-risk-ai": ("no",),
}
"""What people answered of processing that is small in every way."""
SCANNED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "youth-access": {"new-legislation": ("no",), "people-count": ("2600",), "authority-list": ("health-data",)},
    "debt-early-warning": {"new-legislation": ("no",), "people-count": ("50000",), "authority-list": ("none",)},
    "debt-intake": {"new-legislation": ("no",), "authority-list": ("financial-situation",)},
    "school-transport": {"people-count": ("340",)},
    "breach-register": {"new-legislation": ("no",), "people-count": ("120",), **SMALL},
    "wmo-carer-appreciation": {"new-legislation": ("no",), "people-count": ("900",), **SMALL},
    "data-subject-requests": {"new-legislation": ("no",), "people-count": ("60",), **SMALL},
}
"""What people answered, by the reference of a sound activity."""
NUMBER_THEN = "500"
"""So many people it was about when somebody decided on early warning of debts."""
DECIDED = ("youth-access", "debt-early-warning", "debt-intake")


def with_assessments(dossier: Dossier, catalogue: Catalogue, *, mended: bool) -> Dossier:
    """Return the dossier with its pre-scans and impact assessments; ``mended`` as they should have been."""
    sound = {each.reference_activity: each for each in dossier.activities if each.reference.startswith("DR-")}
    scans = tuple(sorted(_prescans(sound, around_of(dossier, catalogue), mended=mended), key=lambda p: p.activity_id))
    scanned = replace(dossier, prescans=scans)
    around = around_of(scanned, catalogue)
    found = (*_sound(sound, around), *_faulty(sound, around, mended=mended))
    return replace(scanned, impact_assessments=tuple(sorted(found, key=lambda each: (each.name, each.id))))


def _prescans(sound: Mapping[str, Activity], around: Around, *, mended: bool) -> Iterator[Prescan]:
    for reference, given in SCANNED.items():
        activity = sound[reference]
        answers = tuple(
            PrescanAnswer(named(f"prescan {reference} {question}"), question, values, position)
            for position, (question, values) in enumerate(given.items())
        )
        prescan = Prescan(named(f"prescan {reference}"), activity.id, answers, revision=1)
        yield _decided(prescan, activity, around, mended=mended) if reference in DECIDED else prescan


def _decided(prescan: Prescan, activity: Activity, around: Around, *, mended: bool) -> Prescan:
    """Decided on what was so then; of one the number of people has become a hundred times as great."""
    then = prescan
    if activity.reference_activity == "debt-early-warning" and not mended:
        before = (
            replace(each, values=(NUMBER_THEN,)) if each.question == "people-count" else each
            for each in prescan.answers
        )
        then = replace(prescan, answers=tuple(before))
    result = prescan_result(activity, then, around)
    basis = sorted(result.statements)
    return replace(
        prescan,
        decision=PrescanVerdict.REQUIRED,
        found=result.verdict,
        decided_because="Wij willen weten wat het voor mensen betekent.",
        decided_by_id=activity.owner_id,
        decided_by=activity.owner,
        decided_at=NOTED,
        basis_names=tuple(name for name, _ in basis),
        basis_words=tuple(words for _, words in basis),
    )


def _as_answered_then(answer: PrescanAnswer) -> PrescanAnswer:
    return replace(answer, values=(NUMBER_THEN,)) if answer.question == "people-count" else answer


def _sound(sound: Mapping[str, Activity], around: Around) -> Iterator[ImpactAssessment]:
    whole = _adopted("DPIA Toegang tot jeugdhulp", sound["youth-access"], around, texts.YOUTH)
    yield replace(
        whole,
        summary=texts.SUMMARY,
        public_summary=texts.PUBLIC,
        published_at=ADOPTED + dt.timedelta(days=2),
        risks=_risks("youth", sound["youth-access"], texts.YOUTH_RISKS),
    )
    yield replace(
        _draft("DPIA Leerlingenvervoer", sound["school-transport"], around, texts.TRANSPORT),
        reference="DPIA-2026-07",
        drawn_up_by_id=who.PRIVACY_OFFICER.id,
        drawn_up_by=who.PRIVACY_OFFICER.name,
    )


def _faulty(sound: Mapping[str, Activity], around: Around, *, mended: bool) -> Iterator[ImpactAssessment]:
    """Yield what goes wrong with assessments, each once; mended, nothing does."""
    overtaken = _adopted("DPIA Schuldhulp", sound["debt-intake"], around, texts.DEBTS)
    yield overtaken if mended else replace(overtaken, paragraphs=tuple(map(_as_it_was, overtaken.paragraphs)))
    officer = _draft("DPIA Bijzondere bijstand", sound["special-assistance"], around, texts.ASSISTANCE)
    author = who.PRIVACY_OFFICER if mended else who.DATA_PROTECTION_OFFICER
    yield replace(officer, drawn_up_by_id=author.id, drawn_up_by=author.name)
    blanks = _adopted("DPIA Mantelzorg", sound["wmo-carer-appreciation"], around, texts.CARERS)
    yield blanks if mended else replace(blanks, conclusion_reason="Nader invullen.")
    copy = _draft("DPIA Jeugdhulp toekennen", sound["youth-individual-provision"], around, texts.YOUTH)
    checked = (who.PRIVACY_OFFICER.id, NOTED) if mended else (None, None)
    yield replace(
        copy,
        copied_from_id=named("assessment DPIA Toegang tot jeugdhulp"),
        copy_confirmed_by_id=checked[0],
        copy_confirmed_at=checked[1],
    )
    high = _draft("DPIA Huisbezoek", sound["assistance-enforcement"], around, texts.VISITS)
    level = LOW if mended else HIGH
    yield replace(high, risks=_risks("order", sound["assistance-enforcement"], texts.VISIT_RISKS, remains=level))
    bare = _adopted("DPIA Vroegsignalering", sound["debt-early-warning"], around, texts.SIGNALS)
    yield replace(bare, advice=bare.advice if mended else ())
    early = _adopted("DPIA Heronderzoek", sound["wmo-periodic-review"], around, texts.REVIEW)
    yield early if mended else replace(early, advice=tuple(map(_too_late, early.advice)))
    waiting = _adopted("DPIA Re-integratie", sound["reintegration"], around, texts.WORK)
    yield waiting if mended else replace(waiting, advice=tuple(map(_unanswered, waiting.advice)))


def _as_it_was(paragraph: AssessmentParagraph) -> AssessmentParagraph:
    """As written when debts were kept for seven years, and for another system."""
    if paragraph.number not in (2, 10):
        return paragraph
    name, words = ("data", "postcode") if paragraph.number == 2 else ("retention", "schulddossier: 7 jaar")
    kept = [each for each in paragraph.basis if paragraph.number == 2]
    basis = (*kept, (name, words))
    return replace(
        paragraph, basis_names=tuple(one for one, _ in basis), basis_words=tuple(other for _, other in basis)
    )


def _too_late(advice: OfficerAdvice) -> OfficerAdvice:
    return replace(advice, advised_at=ADOPTED + dt.timedelta(days=6), answered_at=ADOPTED + dt.timedelta(days=9))


def _unanswered(advice: OfficerAdvice) -> OfficerAdvice:
    return replace(advice, answer=None, answer_reason="", answered_by_id=None, answered_by="", answered_at=None)


def _draft(name: str, activity: Activity, around: Around, words: Mapping[int, str]) -> ImpactAssessment:
    author = _author(activity)
    return ImpactAssessment(
        id=named(f"assessment {name}"),
        name=name,
        activity_ids=(activity.id,),
        drawn_up_by_id=author.id,
        drawn_up_by=author.name,
        paragraphs=tuple(_paragraphs(name, activity, around, words)),
        revision=1,
    )


def _adopted(name: str, activity: Activity, around: Around, words: Mapping[int, str]) -> ImpactAssessment:
    """The second version, advised on, answered and adopted."""
    draft = _draft(name, activity, around, words)
    return replace(
        draft,
        state=AssessmentState.ADOPTED,
        version=2,
        views_sought=True,
        views="De adviesraad vraagt om duidelijke brieven en om niet meer te delen dan nodig.",
        conclusion=Conclusion.MAY_START_AFTER_MEASURES,
        conclusion_reason="Wat overblijft is klein, en elk kwartaal kijkt iemand mee.",
        risks=_risks(name, activity, texts.USUAL_RISKS),
        asked_at=ASKED,
        advice=(
            OfficerAdvice(
                id=named(f"advice {name}"),
                text="Leg vast wie bij spoed mag meekijken, en kijk na een half jaar of dat minder kan.",
                advised_by_id=who.DATA_PROTECTION_OFFICER.id,
                advised_by=who.DATA_PROTECTION_OFFICER.name,
                advised_at=ADVISED,
                version=2,
                answer=AdviceAnswer.FOLLOWED,
                answer_reason="Het staat in de werkinstructie, en de controle staat in de agenda.",
                answered_by_id=who.EXECUTIVE.id,
                answered_by=who.EXECUTIVE.name,
                answered_at=ANSWERED,
            ),
        ),
        adopted_by_id=who.EXECUTIVE.id,
        adopted_by=who.EXECUTIVE.name,
        adopted_at=ADOPTED,
        adopted_because="Het nut voor mensen is groot, en wat overblijft past binnen onze grens.",
        review_on=REVIEW,
        revision=9,
    )


def _paragraphs(
    name: str, activity: Activity, around: Around, words: Mapping[int, str]
) -> Iterator[AssessmentParagraph]:
    author = _author(activity)
    for point in points_of(around.catalogue):
        if point.number not in words:
            continue
        basis = basis_for(point, (activity,), around)
        yield AssessmentParagraph(
            id=named(f"paragraph {name} {point.number}"),
            number=point.number,
            text=words[point.number],
            basis_names=tuple(one for one, _ in basis),
            basis_words=tuple(other for _, other in basis),
            noted_by_id=author.id,
            noted_by=author.name,
            noted_at=NOTED,
        )


def _risks(
    name: str, activity: Activity, told: Iterable[texts.Told], *, remains: RiskLevel = LOW
) -> tuple[AssessedRisk, ...]:
    return tuple(
        AssessedRisk(
            id=named(f"assessed risk {name} {number}"),
            threat=each.threat,
            position=number,
            origin=each.origin,
            consequence=each.consequence,
            likelihood=MEDIUM,
            likelihood_reason="Het kwam elders elk jaar wel een keer voor.",
            impact=HIGH,
            impact_reason="Wie dit overkomt, vraagt een volgende keer misschien geen hulp.",
            level_reason="De matrix geeft hoog; er is geen reden om lager uit te komen.",
            residual_likelihood=remains,
            residual_impact=HIGH,
            residual_reason="De maatregelen werken en worden gecontroleerd.",
            treatments=_treatments(f"{name} {number}", activity, each),
        )
        for number, each in enumerate(told)
    )


def _treatments(name: str, activity: Activity, told: texts.Told) -> tuple[RiskTreatment, ...]:
    return (
        RiskTreatment(
            id=named(f"treatment {name} 0"),
            measure_id=who.LOGGING.id,
            kind=TreatmentKind.TECHNICAL,
            owner_id=who.CISO.id,
            owner=who.CISO.name,
            done_on=dt.date(2026, 5, 29),
        ),
        RiskTreatment(
            id=named(f"treatment {name} 1"),
            position=1,
            text=told.measure,
            kind=TreatmentKind.ORGANISATIONAL,
            owner_id=activity.owner_id,
            owner=activity.owner,
            due_on=dt.date(2027, 1, 29),
        ),
    )


def _author(activity: Activity) -> Person:
    owners = {each.id: each for each in (who.OWNER_INCOME, who.OWNER_SUPPORT)}
    return owners.get(activity.owner_id, who.PRIVACY_OFFICER) if activity.owner_id else who.PRIVACY_OFFICER
