"""A register as municipalities keep one in a sheet: thirty columns of invented text in which much is repeated."""

import io
import random
from collections.abc import Callable

from openpyxl import Workbook

Chance = random.Random
UNITS = ("Werk en inkomen", "Publiekszaken", "Jeugd", "Wmo", "Burgerzaken", "Vergunningen", "Handhaving", "Belastingen")
DOMAINS = ("Jeugd", "Wmo", "Participatie", "Schulden", "Onderwijs", "Veiligheid")
BASES = (
    "Jeugdwet art. 2.3, Jeugdwet art. 7.4.0",
    "art. 6 lid 1 sub e AVG; artikel 2.3.5 Wmo 2015",
    "publieke taak",
    "wettelijke verplichting (artikel 9:1 Awb)",
    "Toestemming",
    "",
)
PEOPLE = (
    "jeugdige en ouder/gezagdrager/voogd",
    "inwoner",
    "cliënt; mantelzorger",
    "medewerker",
    "leerling",
    "aanvrager",
)
DATA = (
    "NAW-gegevens en Contactgegevens en Geboortedatum en -plaats en Burgerservicenummer",
    "NAW-gegevens; Contactgegevens; Geboortedatum en -plaats; Geslacht; Gegevens over gezondheid",
    "NAW-gegevens, BSN",
    "naam, adres, woonplaats\ntelefoonnummer\ne-mailadres",
    "Burgerservicenummer en Gezinssamenstelling en relaties en Voorziening en dienstverlening",
)
TERMS = (
    "conform selectielijst",
    "10 jaar na afhandeling",
    "zolang nodig",
    "5 jaar",
    "20 jaar na laatste wijziging",
    "",
)
PARTIES = tuple(f"{kind} {number}" for kind in ("Zorggroep", "Leverancier", "Stichting") for number in range(1, 41))
SYSTEMS = tuple(f"Zaaksysteem {number}" for number in range(1, 61))
MEASURES = ("autorisatie per rol", "versleuteling", "logging van raadplegen", "tweefactorauthenticatie", "back-up")


def one_of(*values: str) -> Callable[[int, Chance], str]:
    """A cell that repeats one of a few values."""
    return lambda _number, chance: chance.choice(values)


def some_of(values: tuple[str, ...], most: int) -> Callable[[int, Chance], str]:
    """A cell that holds several values."""
    return lambda _number, chance: "; ".join(chance.sample(values, chance.randint(1, most)))


COLUMNS: dict[str, Callable[[int, Chance], str]] = {
    "Volgnummer": lambda number, _chance: f"V-{number:05}",
    "Afdeling": one_of(*UNITS),
    "Taak": one_of("Jeugd algemeen", "Zorg en veiligheid algemeen", "Dienstverlening", "Toezicht"),
    "Beleidsterrein": one_of(*DOMAINS),
    "Verwerkingsactiviteit": lambda number, _chance: f"Toekennen van voorziening {number}",
    "Verantwoordelijke(n)": one_of("College van B&W", "burgemeester", "GR Sociale Dienst"),
    "Rol": one_of("verwerkingsverantwoordelijke", "verwerker", ""),
    "Publiek/privaat": one_of("publiek", "privaat", ""),
    "Doeleinden": lambda number, chance: (
        f"Vaststellen of iemand recht heeft op {chance.choice(DOMAINS)} {number % 400}"
    ),
    "Grondslag": one_of(*BASES),
    "Betrokkenen": one_of(*PEOPLE),
    "Categorieën persoonsgegevens": one_of(*DATA),
    "Bijzondere persoonsgegevens": one_of("gezondheid", "geen", "", "strafrechtelijke gegevens"),
    "Bewaartermijn": one_of(*TERMS),
    "Herkomst": one_of("betrokkene", "ketenpartners", "BRP", ""),
    "Ontvangers": one_of("jeugdhulpaanbieder en gecertificeerde instelling", "zorgaanbieder", "CAK", ""),
    "Verwerkers": one_of("", *PARTIES),
    "Verwerkersovereenkomst": one_of("ja", "nee", "", "in concept"),
    "Derde land": one_of("Nee", "Nee", "VS (clouddienst)", ""),
    "Samenwerkende partijen": one_of("zorgaanbieders", "politie", ""),
    "Convenant / privacyprotocol": one_of("", "ja", "Convenant Zorg en Veiligheid"),
    "Gezamenlijke verantwoordelijkheid": one_of("nee", "ja", ""),
    "Verdere verwerking": one_of("statistiek", "nee", ""),
    "Beveiligingsmaatregelen": some_of(MEASURES, 3),
    "Systemen": some_of(SYSTEMS, 2),
    "DPIA uitgevoerd": one_of("ja", "nee", "12-3-2023", ""),
    "Status": one_of("in gebruik", "gepland", ""),
    "Startdatum": one_of("1-1-2015", "2018-05-25", "1 april 2021", ""),
    "Datum laatste controle": one_of("25-2-2022", "25-8-2025", ""),
    "Opmerkingen": one_of("", "Nog na te gaan bij de afdeling.", "Zie het werkproces."),
}


def register_file(rows: int) -> bytes:
    """An XLSX file of so many records; the same for the same number."""
    chance = random.Random(rows)  # noqa: S311 - invented text, no secret
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    sheet.append(list(COLUMNS))
    for number in range(1, rows + 1):
        sheet.append([cell(number, chance) for cell in COLUMNS.values()])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
