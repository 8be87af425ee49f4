"""A small catalogue of the tests' own: some words of registers, and a resolver that knows a few names."""

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.vocabulary import BasisSynonyms, HeadingSynonyms, Vocabulary
from gemeentedossier.exchange.engine.words import plain
from gemeentedossier.exchange.enums import RegisterField, ResolvedKind

VOCABULARY = Vocabulary(
    headings=(
        HeadingSynonyms(RegisterField.NAME, ("Verwerkingsactiviteit", "Naam verwerking", "Verwerking")),
        HeadingSynonyms(RegisterField.REFERENCE, ("Referentie", "Nummer")),
        HeadingSynonyms(RegisterField.UNIT, ("Afdeling", "Team")),
        HeadingSynonyms(RegisterField.TASK, ("Taak",)),
        HeadingSynonyms(RegisterField.CONTROLLERS, ("Verantwoordelijke(n)", "Verwerkingsverantwoordelijke")),
        HeadingSynonyms(RegisterField.PUBLIC_OR_PRIVATE, ("Publiek/privaat",)),
        HeadingSynonyms(RegisterField.PURPOSES, ("Doeleinden", "Doel")),
        HeadingSynonyms(RegisterField.LEGAL_BASIS, ("Grondslag", "Rechtmatige grondslag")),
        HeadingSynonyms(RegisterField.SUBJECT_CATEGORIES, ("Betrokkenen",)),
        HeadingSynonyms(RegisterField.DATA_CATEGORIES, ("Categorieën persoonsgegevens", "Persoonsgegevens")),
        HeadingSynonyms(RegisterField.RETENTION, ("Bewaartermijn",)),
        HeadingSynonyms(RegisterField.SOURCES, ("Herkomst",)),
        HeadingSynonyms(RegisterField.RECIPIENTS, ("Ontvangers",)),
        HeadingSynonyms(RegisterField.THIRD_COUNTRY_TRANSFER, ("Derde land",)),
        HeadingSynonyms(RegisterField.PARTNERS, ("Samenwerkende partijen",)),
        HeadingSynonyms(RegisterField.COVENANT, ("Convenant / privacyprotocol",)),
        HeadingSynonyms(RegisterField.JOINT_CONTROLLERSHIP, ("Gezamenlijke verantwoordelijkheid",)),
        HeadingSynonyms(RegisterField.FURTHER_USE, ("Verdere verwerking",)),
        HeadingSynonyms(RegisterField.LAST_REVIEWED_ON, ("Datum laatste controle",)),
        HeadingSynonyms(RegisterField.PROCESSORS, ("Verwerker",)),
        HeadingSynonyms(RegisterField.DPIA_DONE, ("DPIA uitgevoerd",)),
        HeadingSynonyms(RegisterField.REMARKS, ("Opmerkingen",)),
    ),
    bases=(
        BasisSynonyms(Article6.CONSENT, ("toestemming", "uitdrukkelijke toestemming")),
        BasisSynonyms(Article6.CONTRACT, ("overeenkomst", "uitvoering van een overeenkomst")),
        BasisSynonyms(Article6.LEGAL_OBLIGATION, ("wettelijke verplichting",)),
        BasisSynonyms(Article6.PUBLIC_TASK, ("publieke taak", "algemeen belang / openbaar gezag")),
        BasisSynonyms(Article6.LEGITIMATE_INTERESTS, ("gerechtvaardigd belang",)),
    ),
    laws=("Wmo 2015", "Pw", "BABW / Regeling GPK"),
)

NAMES = {
    ResolvedKind.DATA_CATEGORY: {
        "NAW-gegevens": "address",
        "Burgerservicenummer": "bsn",
        "Werk en opleiding": "work",
        "Geboortedatum en -plaats": "birth",
        "Financiële gegevens": "finance",
        "Gegevens over gezondheid": "health",
    },
    ResolvedKind.SUBJECT_CATEGORY: {"cliënt Wmo": "client", "jeugdige": "child", "medewerker gemeente": "staff"},
    ResolvedKind.RECIPIENT: {"GGD": "ggd", "Raad voor de Kinderbescherming": "rvdk"},
    ResolvedKind.THIRD_COUNTRY: {"VS": "US"},
    ResolvedKind.PROVISION: {"art. 2.3.2 Wmo 2015": "wmo-2.3.2"},
    ResolvedKind.RETENTION_TRIGGER: {"afhandeling": "case-closed"},
}


class SmallCatalogue:
    """Knows the names above and nothing else."""

    def resolve(self, kind: ResolvedKind, text: str) -> str | None:
        known = {plain(name): id_ for name, id_ in NAMES.get(kind, {}).items()}
        return known.get(plain(text))


RESOLVER = SmallCatalogue()
