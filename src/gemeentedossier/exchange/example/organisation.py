"""Who Duinrade is, and with whom it works. Every name is invented."""

import datetime as dt

from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.organisation.enums import ControllerKind, Role
from gemeentedossier.organisation.facts import Controller, Organisation, Person, RoleAssignment, Unit

SLUG = "duinrade"
SINCE = dt.date(2022, 1, 1)
MAIL = "@duinrade.example"

COLLEGE = Controller(
    named("college"), ControllerKind.COLLEGE, "College van burgemeester en wethouders", "privacy" + MAIL
)
BURGEMEESTER = Controller(named("burgemeester"), ControllerKind.BURGEMEESTER, "Burgemeester", "privacy" + MAIL)
RAAD = Controller(named("raad"), ControllerKind.GEMEENTERAAD, "Gemeenteraad", "griffie" + MAIL)

UNITS = {
    name: Unit(named(f"unit {name}"), name)
    for name in (
        "Maatschappelijke ondersteuning",
        "Jeugd",
        "Werk en inkomen",
        "Onderwijs",
        "Veiligheid",
        "Bedrijfsvoering",
    )
}


def _person(name: str, mailbox: str, *roles: Role, ends_on: dt.date | None = None) -> Person:
    held = tuple(RoleAssignment(role, SINCE, ends_on) for role in sorted(roles))
    return Person(named(f"person {mailbox}"), name, mailbox + MAIL, held)


PRIVACY_OFFICER = _person("Noor Waterlander", "noor", Role.PRIVACY_OFFICER)
DATA_PROTECTION_OFFICER = _person("Femke Zandvliet", "femke", Role.DATA_PROTECTION_OFFICER)
CISO = _person("Ruben Kustra", "ruben", Role.CISO)
EXECUTIVE = _person("Ali Strandman", "ali", Role.EXECUTIVE)
OWNER_SUPPORT = _person("Jet Helmduin", "jet", Role.PROCESS_OWNER)
OWNER_INCOME = _person("Daan Meeuwes", "daan", Role.PROCESS_OWNER)
AUDITOR = _person("Sanne Vloedt", "sanne", Role.AUDITOR)
COUNCIL_MEMBER = _person("Pieter Ebberink", "pieter", Role.COUNCIL_MEMBER)
ADMINISTRATOR = _person("Bas Schelpman", "bas", Role.ADMINISTRATOR)
DEPUTY = _person("Lotte Zeegers", "lotte", Role.DATA_PROTECTION_OFFICER, Role.CISO)
"""Stands in for the officer, and should not: she is deputy CISO as well (GDPR 38(6))."""
LEFT = _person("Wim Afgetreden", "wim", Role.PROCESS_OWNER, ends_on=dt.date(2025, 6, 30))
PARTNER = Person(
    named("person ggd"),
    "Mira Zilt",
    "mira.zilt@ggdkustland.example",
    (RoleAssignment(Role.PROVIDER, dt.date(2026, 4, 1)),),
)
"""Manages the contracts of the public health service; the same account in every municipality that invited her."""
INVITED_PARTNER = Person(
    named("person zorggroep"),
    "Hilde Waard",
    "hilde.waard@hetbaken.example",
    (RoleAssignment(Role.PROVIDER, dt.date(2026, 11, 23)),),
)
"""Was invited and has not come in yet."""
PEOPLE = (
    PRIVACY_OFFICER,
    DATA_PROTECTION_OFFICER,
    CISO,
    EXECUTIVE,
    OWNER_SUPPORT,
    OWNER_INCOME,
    AUDITOR,
    COUNCIL_MEMBER,
    ADMINISTRATOR,
    DEPUTY,
    LEFT,
    PARTNER,
    INVITED_PARTNER,
)

ORGANISATION = Organisation(
    id=named("municipality"),
    slug=SLUG,
    name="Duinrade",
    is_example=True,
    is_public_authority=True,
    policy_domains=("social_support", "youth", "income", "debts", "education", "safety"),
    acts_as_processor=False,
    data_protection_officer_designated=True,
    contact_point="Gemeente Duinrade, Duinplein 1, 9999 ZZ Duinrade, privacy" + MAIL,
    data_protection_officer_contact="fg" + MAIL,
    data_protection_officer_number="FG000000",
    rights_page="https://www.duinrade.example/privacy/rechten",
    complaint_page="https://www.autoriteitpersoonsgegevens.nl/",
    controllers=tuple(sorted((COLLEGE, BURGEMEESTER, RAAD), key=lambda c: c.name)),
    units=tuple(sorted(UNITS.values(), key=lambda u: u.name)),
    people=tuple(sorted(PEOPLE, key=lambda p: (p.name, p.id))),
)

CARE_PROVIDER = Party(named("zorggroep"), "Zorggroep Het Baken", "NL", "info@hetbaken.example", is_care_provider=True)
SUPPLIER = Party(named("leverancier"), "Zaakvast Software bv", "NL", "privacy@zaakvast.example", is_care_provider=False)
HOSTING = Party(named("hosting"), "Wolkenveld Hosting bv", "NL", "privacy@wolkenveld.example", is_care_provider=False)
AMERICAN = Party(named("enquete"), "Brightform Inc.", "US", "privacy@brightform.example", is_care_provider=False)
REGION = Party(named("regio"), "Gemeenschappelijke regeling Sociaal Kustland", "NL", "info@kustland.example")
YOUTH_PROVIDER = Party(named("jeugdhulp"), "Jeugdhulp De Kade", "NL", "privacy@dekade.example", is_care_provider=True)
HOUSING = Party(named("woningstichting"), "Woonstichting De Vloedlijn", "NL", "privacy@vloedlijn.example")
HEALTH_SERVICE = Party(named("ggd"), "GGD Kustland", "NL", "privacy@ggdkustland.example")
MAILER = Party(named("berichten"), "Mailvuur bv", "NL", "privacy@mailvuur.example", is_care_provider=False)
FORMER = Party(named("oud"), "Oudwerk Software bv", "NL", "privacy@oudwerk.example", is_care_provider=False)
RECKONER = Party(named("rekenaar"), "Rekenslag bv", "NL", "privacy@rekenslag.example", is_care_provider=False)
OVERSEAS = Party(named("nachtdienst"), "Nightline Support Inc.", "PH", "privacy@nightline.example")
PARTIES = tuple(
    sorted(
        (
            CARE_PROVIDER,
            YOUTH_PROVIDER,
            SUPPLIER,
            HOSTING,
            AMERICAN,
            REGION,
            HOUSING,
            HEALTH_SERVICE,
            MAILER,
            FORMER,
            RECKONER,
            OVERSEAS,
        ),
        key=lambda p: (p.name, p.id),
    )
)

REPRESENTATIVES = tuple(
    sorted(
        (
            PartyRepresentative(
                named("represents ggd"), HEALTH_SERVICE.id, PARTNER.id, dt.date(2026, 4, 1), person_name=PARTNER.name
            ),
            PartyRepresentative(
                named("represents zorggroep"),
                CARE_PROVIDER.id,
                INVITED_PARTNER.id,
                dt.date(2026, 11, 23),
                person_name=INVITED_PARTNER.name,
                invited_until=dt.date(2026, 12, 23),
            ),
        ),
        key=lambda each: (each.party_id, each.starts_on, each.id),
    )
)

CASE_SYSTEM = System(named("zaaksysteem"), "Zaaksysteem", SUPPLIER.id)
SUPPORT_SYSTEM = System(named("suite"), "Suite sociaal domein", SUPPLIER.id)
ARCHIVE = System(named("archief"), "Documentarchief", HOSTING.id)
LEGACY = System(named("schulden 2008"), "Schuldenregistratie 2008")
"""Should have been gone for years."""

ACCESS = Measure(
    named("toegang"), "Toegang op basis van taak", "Autorisaties volgen de functie en vervallen bij vertrek."
)
TWO_FACTOR = Measure(named("tweefactor"), "Inloggen met een tweede factor", "Ook vanaf de werkplek.")
LOGGING = Measure(
    named("logging"), "Logging en steekproef op inzage", "Elk kwartaal een steekproef van vijftig inzagen."
)
BACKUP = Measure(named("reservekopie"), "Reservekopie en hersteltest", "Dagelijks, op een andere plaats bewaard.")
CORRECTION = Measure(named("correctie"), "Correcties gaan door", "Wie een gegeven kreeg, krijgt ook de verbetering.")
ENCRYPTION = Measure(named("versleuteling"), "Versleuteling van opslag en verkeer")
CRISIS_LOGGING = Measure(named("logging crisis"), "Logging piketdienst", "Het systeem voor spoed buiten kantooruren.")
WRONG_POST = Measure(named("post"), "Adrescontrole voor verzending", "Iemand anders controleert het adres.")
USUAL = (ACCESS, TWO_FACTOR, LOGGING, BACKUP, CORRECTION, ENCRYPTION)
"""What protects most of what Duinrade processes."""
