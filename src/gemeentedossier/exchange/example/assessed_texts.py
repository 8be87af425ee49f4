"""What Duinrade wrote in its impact assessments, in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A risk in words, and what the municipality does about it."""

    threat: str
    origin: str
    consequence: str
    measure: str


YOUTH: Mapping[int, str] = {
    1: "Het wijkteam krijgt een meldpunt voor ouders, scholen en huisartsen. De raad vroeg hierom in 2025.",
    2: "Van elk gezin leggen wij vast wat nodig is voor het besluit, en van kinderen zo weinig als kan.",
    3: "Een melding wordt onderzocht, besproken met het gezin, en leidt tot een plan of een besluit.",
    4: "Een mens weegt en besluit. Het systeem zet alleen klaar wat ontbreekt.",
    5: "Het enige doel is beoordelen welke hulp een kind nodig heeft en die hulp toekennen.",
    6: "De consulent werkt met het dossier. Zorgaanbieders zien alleen de opdracht die zij krijgen.",
    7: "Ouders willen snel hulp en regie. Kinderen willen dat niet de hele school het weet.",
    8: "Alle opslag ligt in Nederland. De leverancier heeft van buiten Europa geen toegang.",
    9: "De Jeugdwet, de Wgbo voor behandelaars en het beleidsplan Samen opgroeien zijn van toepassing.",
    10: "De wet noemt twintig jaar. Wij wissen eerder wat alleen voor het gesprek diende.",
    11: "De Jeugdwet draagt de gemeente deze taak op. Toestemming speelt daarbij geen rol.",
    12: "Gezondheid komt alleen voor als die de hulpvraag bepaalt, op grond van de Jeugdwet.",
    13: "Voor beleid gebruiken wij alleen tellingen waarin niemand te herkennen is.",
    14: "Een gesprek zonder dossier bleek te weinig: hulp sloot dan niet aan. Meer vragen is niet nodig.",
    15: "Ouders en kinderen vanaf twaalf jaar lezen hun dossier mee en kunnen het laten verbeteren.",
    16: "Wij keken naar wat kinderen kan overkomen als anderen meelezen of als een oud oordeel blijft staan.",
    17: "Elk risico heeft een maatregel met een eigenaar. De CISO volgt ze elk kwartaal.",
}
TRANSPORT: Mapping[int, str] = {
    1: "De gemeente wil ritten plannen met een nieuw formulier.",
    2: "Wij vragen adres, school en beperking, en niets over het gezin.",
}
DEBTS: Mapping[int, str] = {
    1: "Wie schulden heeft, meldt zich aan en krijgt een plan.",
    2: "Wij vragen inkomen, schulden en gezin, en geen medische gegevens.",
    10: "Wat klaar is, gaat weg als de termijn om is.",
    14: "Zonder overzicht van schulden is geen plan te maken.",
}
ASSISTANCE: Mapping[int, str] = {1: "Bijstand voor kosten die iemand niet zelf kan dragen."}
CARERS: Mapping[int, str] = {1: "Mantelzorgers krijgen een blijk van waardering."}
VISITS: Mapping[int, str] = {1: "Een handhaver kijkt thuis of de opgave klopt."}
SIGNALS: Mapping[int, str] = {1: "Wie een huur of rekening laat liggen, krijgt een aanbod."}
REVIEW: Mapping[int, str] = {1: "Wij kijken om de twee jaar of de hulp nog past."}
WORK: Mapping[int, str] = {1: "Wie bijstand heeft, krijgt hulp naar werk."}
SUMMARY = (
    "De toegang tot jeugdhulp raakt kinderen in een kwetsbare tijd. De grootste risico’s zijn meekijken zonder taak en "
    "een oordeel dat niet meer klopt. Met de maatregelen blijft daarvan weinig over."
)
PUBLIC = (
    "De gemeente heeft onderzocht wat de toegang tot jeugdhulp voor de privacy van gezinnen betekent. Wie in een "
    "dossier kijkt, wordt vastgelegd en gecontroleerd. Ouders en kinderen lezen mee. Klopt er iets niet? "
    "Dan laten zij het verbeteren."
)
YOUTH_RISKS = (
    Told(
        "Een medewerker kijkt zonder taak in het dossier van een gezin.",
        "Nieuwsgierigheid, of een bekende in de wijk.",
        "Het gezin voelt zich bekeken en vraagt geen hulp meer.",
        "Elk kwartaal bespreekt het team vijf inzagen.",
    ),
    Told(
        "Een oud oordeel over een kind blijft in het dossier staan.",
        "Niemand kijkt na afloop nog naar de tekst.",
        "Het kind wordt later beoordeeld op wat niet meer klopt.",
        "Bij afsluiten leest een tweede consulent het dossier na.",
    ),
)
USUAL_RISKS = (
    Told(
        "Een brief komt op een verkeerd adres aan.",
        "Een adres is met de hand ingevoerd.",
        "Een buur leest wat niemand mocht weten.",
        "Adressen komen alleen nog uit de BRP.",
    ),
)
VISIT_RISKS = (
    Told(
        "Een handhaver komt binnen zonder dat de bewoner weet dat weigeren mag.",
        "De uitleg aan de deur is te kort.",
        "Iemand verliest zijn huisrecht en soms zijn uitkering.",
        "De uitleg staat op een kaart die eerst wordt getekend.",
    ),
)
