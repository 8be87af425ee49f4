"""Which points each kind of agreement has, and where the law asks them. The order is that of the law."""

from collections.abc import Mapping
from dataclasses import dataclass

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point

K = AgreementKind


@dataclass(frozen=True, slots=True)
class PointOf:
    """One point: in which kinds of agreement it stands, the place in the law, and what is asked in own words.

    ``letter`` is the point of GDPR 28(3), (a) to (h), where it is one.
    """

    kinds: frozenset[AgreementKind]
    law: Text
    label: Text
    letter: str = ""


_PROCESSOR = frozenset({K.PROCESSOR})
_ABROAD = frozenset({K.PROCESSOR, K.DATA_SUPPLY, K.TRANSFER_INSTRUMENT})
_JOINT = frozenset({K.JOINT_CONTROLLERS})
_FILES = frozenset({K.PROCESSOR, K.DATA_SUPPLY})
_COVENANT = frozenset({K.COVENANT})


def _letter(letter: str, nl: str, en: str) -> PointOf:
    law = Text(f"art. 28 lid 3 onder {letter} AVG", f"Art. 28(3)({letter}) GDPR")
    return PointOf(_PROCESSOR, law, Text(nl, en), letter)


def _avg(article: str, paragraph: str | None = None) -> Text:
    if paragraph is None:
        return Text(f"art. {article} AVG", f"Art. {article} GDPR")
    return Text(f"art. {article} lid {paragraph} AVG", f"Art. {article}({paragraph}) GDPR")


POINTS: Mapping[Point, PointOf] = {
    Point.GUARANTEES_ASSESSED_FIRST: PointOf(
        _PROCESSOR, _avg("28", "1"), Text("Garanties vooraf beoordeeld", "Guarantees assessed first")
    ),
    Point.DESCRIBES_PROCESSING: PointOf(
        _PROCESSOR,
        _avg("28", "3"),
        Text(
            "Onderwerp, duur, aard, doel, gegevens en mensen beschreven",
            "Subject, duration, nature, purpose, data and people described",
        ),
    ),
    Point.INSTRUCTIONS_ONLY: _letter(
        "a",
        "Alleen op schriftelijke instructie, ook bij doorgifte",
        "On documented instructions only, transfers included",
    ),
    Point.SECRECY: _letter("b", "Geheimhouding van wie erbij kan", "Secrecy of who has access"),
    Point.SECURITY_SPECIFIED: _letter("c", "Maatregelen van beveiliging genoemd", "Security measures named"),
    Point.SECURITY_FITS_CLASSIFICATION: PointOf(
        _PROCESSOR,
        _avg("32", "1"),
        Text("De maatregelen passen bij de classificatie", "The measures fit the classification"),
    ),
    Point.SUBPROCESSOR_DUTIES_PASSED_ON: _letter(
        "d",
        "Subverwerkers met toestemming en met dezelfde plichten",
        "Sub-processors authorised and under the same duties",
    ),
    Point.ASSISTS_WITH_REQUESTS: _letter(
        "e", "Hulp bij verzoeken van betrokkenen", "Help with requests of data subjects"
    ),
    Point.ASSISTS_WITH_SECURITY_DUTIES: _letter(
        "f", "Hulp bij beveiliging, datalekken en DPIA", "Help with security, breaches and impact assessments"
    ),
    Point.ERASURE_IS_CONFIRMED: _letter(
        "g", "Wissen of teruggeven aan het einde, met bevestiging", "Erase or return at the end, confirmed"
    ),
    Point.AUDIT_RIGHT: _letter("h", "Informatie en recht op controle", "Information and right to audit"),
    Point.OWN_USE_CHECKED: PointOf(
        _PROCESSOR,
        _avg("28", "10"),
        Text("Eigen gebruik door de verwerker nagegaan", "Own use by the processor checked"),
    ),
    Point.OWN_USE_EXCLUDED: PointOf(
        _PROCESSOR,
        _avg("28", "10"),
        Text("Eigen gebruik uitgesloten of anders geregeld", "Own use excluded or otherwise settled"),
    ),
    Point.DECIDES_PURPOSES: PointOf(
        _PROCESSOR,
        _avg("28", "10"),
        Text("De verwerker bepaalt zelf doel en middelen", "The processor decides on purposes and means itself"),
    ),
    Point.FOREIGN_ORDERS_AGREED: PointOf(
        _ABROAD,
        _avg("48"),
        Text("Bevelen van overheden buiten de EER geregeld", "Orders of authorities outside the EEA settled"),
    ),
    Point.INFORMATION_AND_REQUESTS_DIVIDED: PointOf(
        _JOINT,
        _avg("26", "1"),
        Text("Wie informeert en wie verzoeken afhandelt", "Who informs and who handles requests"),
    ),
    Point.ESSENCE_AVAILABLE: PointOf(
        _JOINT, _avg("26", "2"), Text("De kern van de regeling is te lezen", "The essence can be read")
    ),
    Point.ANY_PARTY_TAKES_REQUESTS: PointOf(
        _JOINT, _avg("26", "3"), Text("Elke partij neemt verzoeken aan", "Every party takes requests")
    ),
    Point.CARE_FILES_TRANSFERRED: PointOf(
        _FILES,
        Text("art. 30a UAVG", "Art. 30a UAVG"),
        Text(
            "Dossiers van een behandelovereenkomst gaan naar een andere bewaarder",
            "Files of a treatment agreement go to another keeper",
        ),
    ),
    Point.PEOPLE_TOLD_OF_FILE_TRANSFER: PointOf(
        _FILES,
        Text("art. 30a lid 2 UAVG", "Art. 30a(2) UAVG"),
        Text("Mensen horen van de overdracht", "People are told of the transfer"),
    ),
    Point.FILE_TRANSFER_FREE: PointOf(
        _FILES,
        Text("art. 30a lid 4 UAVG", "Art. 30a(4) UAVG"),
        Text("De overdracht kost niets", "The transfer is free of charge"),
    ),
    Point.BASES_PER_FLOW: PointOf(
        _COVENANT,
        _avg("6", "1"),
        Text(
            "Grondslag, uitzondering en bevoegdheid per partij en stroom",
            "Basis, exception and power per party and flow",
        ),
    ),
    Point.DATA_AND_NEED_PER_PHASE: PointOf(
        _COVENANT,
        _avg("5", "1"),
        Text("Per fase welke gegevens, met wie en waarom", "Per phase which data, with whom and why"),
    ),
    Point.SECURITY_AND_ACCESS: PointOf(
        _COVENANT,
        _avg("32", "1"),
        Text("Beveiliging, toegang en logging samen afgesproken", "Security, access and logging agreed together"),
    ),
    Point.BREACH_REPORTING: PointOf(
        _COVENANT,
        _avg("33", "1"),
        Text("Wie een datalek aan wie meldt, en hoe snel", "Who reports a breach to whom, and how soon"),
    ),
    Point.RETENTION_AND_END: PointOf(
        _COVENANT,
        _avg("5", "1"),
        Text(
            "Hoe lang elke partij bewaart, en wat er aan het einde gebeurt",
            "How long each party keeps data, and what happens at the end",
        ),
    ),
    Point.ADOPTED_WITH_TERM_AND_REVIEW: PointOf(
        _COVENANT,
        _avg("5", "2"),
        Text(
            "Vastgesteld door bevoegde organen, met looptijd en evaluatie",
            "Adopted by competent bodies, with term and review",
        ),
    ),
    Point.SHARES_SPECIAL_OR_SENSITIVE_DATA: PointOf(
        _COVENANT,
        _avg("9", "1"),
        Text("Er worden bijzondere of gevoelige gegevens gedeeld", "Special or sensitive data are shared"),
    ),
    Point.IMPACT_ASSESSMENT_BEFORE_START: PointOf(
        _COVENANT, _avg("35", "1"), Text("DPIA gedaan voor de start", "Impact assessment done before the start")
    ),
    Point.HEALTH_DATA_WITHIN_STATUTORY_TASK: PointOf(
        _COVENANT,
        Text("art. 30 lid 2 onder b UAVG", "Art. 30(2)(b) UAVG"),
        Text("Gezondheidsgegevens alleen voor de wettelijke taak", "Health data for the statutory task only"),
    ),
    Point.IS_PUBLIC_PARTNERSHIP: PointOf(
        _COVENANT,
        Text("art. 33 lid 1 onder b UAVG", "Art. 33(1)(b) UAVG"),
        Text("Alle partijen zijn publiekrechtelijk", "All parties are bodies under public law"),
    ),
    Point.SHARES_CRIMINAL_DATA: PointOf(
        _COVENANT, _avg("10"), Text("Er worden strafrechtelijke gegevens gedeeld", "Criminal data are shared")
    ),
    Point.CRIMINAL_DATA_NECESSARY_WITH_SAFEGUARDS: PointOf(
        _COVENANT,
        Text("art. 33 lid 1 onder b UAVG", "Art. 33(1)(b) UAVG"),
        Text("Strafrechtelijke gegevens nodig, met waarborgen", "Criminal data needed, with safeguards"),
    ),
    Point.IS_STATUTORY_PARTNERSHIP: PointOf(
        _COVENANT,
        Text(
            "Wet gegevensverwerking door samenwerkingsverbanden", "Wet gegevensverwerking door samenwerkingsverbanden"
        ),
        Text("De wet wijst dit samenwerkingsverband aan", "The act names this partnership"),
    ),
    Point.LEGALITY_COMMITTEE: PointOf(
        _COVENANT,
        Text(
            "art. 1.8 lid 6 Wet gegevensverwerking door samenwerkingsverbanden",
            "Art. 1.8(6) Wet gegevensverwerking door samenwerkingsverbanden",
        ),
        Text("Rechtmatigheidsadviescommissie ingesteld", "Committee that advises on lawfulness set up"),
    ),
    Point.PRIVACY_AUDITS: PointOf(
        _COVENANT,
        Text(
            "art. 1.10 Wet gegevensverwerking door samenwerkingsverbanden",
            "Art. 1.10 Wet gegevensverwerking door samenwerkingsverbanden",
        ),
        Text("Privacy-audits gehouden en opgestuurd", "Privacy audits held and sent"),
    ),
}


def points_of(kind: AgreementKind | None) -> tuple[Point, ...]:
    """Return the points that an agreement of this kind has, in order; none where the kind is unknown."""
    return tuple(point for point, each in POINTS.items() if kind in each.kinds)


def has_point(kind: AgreementKind | None, point: Point) -> bool:
    """Return whether this kind of agreement has the point."""
    return kind in POINTS[point].kinds
