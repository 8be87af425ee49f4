"""Plain words for closed vocabularies, at a reading level that most people have (B1)."""

from collections.abc import Iterable

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import PolicyDomain, RetentionTrigger
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge
from gemeentedossier.dossier.register.enums import (
    Article6,
    CriminalDataGround,
    ProcessingState,
    SpecialCategoryGround,
    TransferMechanism,
)


def language() -> str:
    """The language of the page: ``nl`` or ``en``."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def policy_domain(domain: str) -> str:
    """The name of a domain; what the catalogue does not know stands as the municipality wrote it."""
    names: dict[str, str] = {
        PolicyDomain.SOCIAL_SUPPORT: pgettext("domain", "Social support"),
        PolicyDomain.YOUTH: pgettext("domain", "Youth"),
        PolicyDomain.INCOME: pgettext("domain", "Income"),
        PolicyDomain.DEBTS: pgettext("domain", "Debts"),
        PolicyDomain.EDUCATION: pgettext("domain", "Education"),
        PolicyDomain.CIVIC_INTEGRATION: pgettext("domain", "Civic integration"),
        PolicyDomain.SAFETY: pgettext("domain", "Safety"),
        PolicyDomain.CARE_AND_SAFETY: pgettext("domain", "Care and safety"),
        PolicyDomain.PUBLIC_HEALTH: pgettext("domain", "Public health"),
        PolicyDomain.CROSS_DOMAIN: pgettext("domain", "Across domains"),
        PolicyDomain.SUPPORT: pgettext("domain", "Internal organisation"),
    }
    return names.get(domain, domain[:1].upper() + domain[1:])


def named_domains(domains: Iterable[str]) -> list[tuple[str, str]]:
    """The domains, each with its name."""
    return [(domain, policy_domain(domain)) for domain in domains]


def state_badge(state: ProcessingState | None) -> Badge | None:
    """Said only where it is not what a reader expects: that the processing is under way."""
    if state is ProcessingState.PLANNED:
        return Badge(word=_("Not started yet"), tone=Tone.NOTE, shape=Shape.CLOCK)
    if state is ProcessingState.ENDED:
        return Badge(word=_("Has ended"), tone=Tone.QUIET, shape=Shape.DASH)
    return None


def ground(article_6: Article6) -> str:
    """Why it is allowed, as one sentence to the reader."""
    return {
        Article6.CONSENT: _("You give consent. You may say no, and you may withdraw your consent at any time."),
        Article6.CONTRACT: _("It is needed for a contract with you."),
        Article6.LEGAL_OBLIGATION: _("A law obliges the municipality to do this."),
        Article6.VITAL_INTERESTS: _("It is needed to protect someone's life or health."),
        Article6.PUBLIC_TASK: _("It is needed for a task in the public interest that the law gives the municipality."),
        Article6.LEGITIMATE_INTERESTS: _(
            "The municipality has an interest of its own that weighs more than your interest that it does not happen."
        ),
    }[article_6]


def ground_name(article_6: Article6) -> str:
    """The name that the law gives the ground."""
    return {
        Article6.CONSENT: pgettext("ground", "Consent"),
        Article6.CONTRACT: pgettext("ground", "Contract"),
        Article6.LEGAL_OBLIGATION: pgettext("ground", "Legal obligation"),
        Article6.VITAL_INTERESTS: pgettext("ground", "Vital interests"),
        Article6.PUBLIC_TASK: pgettext("ground", "Public task"),
        Article6.LEGITIMATE_INTERESTS: pgettext("ground", "Legitimate interests"),
    }[article_6]


def special_ground(found: SpecialCategoryGround) -> str:
    """The exception to the ban on special categories (GDPR 9(2); UAVG 23)."""
    return {
        SpecialCategoryGround.EXPLICIT_CONSENT: _("You gave explicit consent."),
        SpecialCategoryGround.EMPLOYMENT_AND_SOCIAL_SECURITY: _("It is needed for employment or social security law."),
        SpecialCategoryGround.VITAL_INTERESTS: _("It is needed to protect someone's life or health."),
        SpecialCategoryGround.NON_PROFIT_BODY: _("It concerns members of a non-profit body."),
        SpecialCategoryGround.MADE_PUBLIC: _("The person made the data public."),
        SpecialCategoryGround.LEGAL_CLAIMS: _("It is needed for a legal claim."),
        SpecialCategoryGround.SUBSTANTIAL_PUBLIC_INTEREST: _("A law asks it for a substantial public interest."),
        SpecialCategoryGround.HEALTH_OR_SOCIAL_CARE: _("It is needed for health care or social care."),
        SpecialCategoryGround.PUBLIC_HEALTH: _("It is needed for public health."),
        SpecialCategoryGround.ARCHIVE_RESEARCH_STATISTICS: _("It is needed for archives, research or statistics."),
        SpecialCategoryGround.UAVG_23: _("Article 23 of the Dutch implementation act (UAVG) allows it."),
    }[found]


def criminal_ground(found: CriminalDataGround) -> str:
    """On what criminal data may be processed (GDPR 10; UAVG 32 and 33)."""
    return {
        CriminalDataGround.UAVG_32: _("Article 32 of the Dutch implementation act (UAVG) allows it."),
        CriminalDataGround.UAVG_33_1_A: _("Article 33(1)(a) of the Dutch implementation act (UAVG) allows it."),
        CriminalDataGround.UAVG_33_2: _("Article 33(2) of the Dutch implementation act (UAVG) allows it."),
        CriminalDataGround.UAVG_33_4: _("Article 33(4) of the Dutch implementation act (UAVG) allows it."),
        CriminalDataGround.SECTOR_LAW: _("A special law allows it."),
    }[found]


def mechanism(found: TransferMechanism) -> str:
    """How a transfer outside the EEA is allowed (GDPR 45, 46, 49)."""
    return {
        TransferMechanism.ADEQUACY: _("The European Commission decided that the country protects data well enough."),
        TransferMechanism.STANDARD_CLAUSES: _("The municipality signed the European standard clauses."),
        TransferMechanism.BINDING_CORPORATE_RULES: _("The receiving company has binding rules that were approved."),
        TransferMechanism.INSTRUMENT: _("There is a binding agreement between public bodies."),
        TransferMechanism.CODE_OF_CONDUCT: _("The receiver follows an approved code of conduct."),
        TransferMechanism.CERTIFICATE: _("The receiver has an approved certificate."),
        TransferMechanism.AD_HOC_CLAUSES: _("There is a contract that the supervisory authority approved."),
        TransferMechanism.DEROGATION: _("The law makes an exception for this situation."),
    }[found]


def trigger(found: str) -> str:
    """From when a term counts; empty where that is not one of the catalogue's events."""
    words: dict[str, str] = {
        RetentionTrigger.LAST_CHANGE_OF_DATA: _("from the last change of the data"),
        RetentionTrigger.LAST_CHANGE_OF_FILE: _("from the last change of the file"),
        RetentionTrigger.CASE_CLOSED: _("from the day the case is closed"),
        RetentionTrigger.END_OF_PROVISION: _("from the end of the help or service"),
        RetentionTrigger.RECORDED_EXPIRY_DATE: _("from the end date that was recorded"),
        RetentionTrigger.END_OF_MEASURE: _("from the end of the measure"),
        RetentionTrigger.END_OF_SUPERVISION: _("from the end of the supervision"),
        RetentionTrigger.DECISION_DATE: _("from the day of the decision"),
        RetentionTrigger.REPORT_DATE: _("from the day of the report"),
        RetentionTrigger.REQUEST_RECEIVED: _("from the day the request came in"),
        RetentionTrigger.REGISTRATION_DATE: _("from the day of registration"),
        RetentionTrigger.DISCLOSURE_DATE: _("from the day the data were passed on"),
        RetentionTrigger.DATE_OF_BIRTH: _("from the date of birth"),
        RetentionTrigger.DIFFERS_PER_PART: _("from a moment that differs per part"),
    }
    return words.get(found, "")
