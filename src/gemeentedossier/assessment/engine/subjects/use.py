"""Data uses, sources, recipients and transfers as subjects of rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataUseSubject:
    """What rules can ask of one data use: ``data_use.*`` (GDPR 5(1)(c), 9, 10; UAVG 22 to 33, 46)."""

    subject_categories: tuple[str, ...]
    """Categories of people, as catalogue ids."""
    subject_category_count: int
    """How many categories of people stand there, own words included."""
    data_categories: tuple[str, ...]
    """Categories of data, as catalogue ids."""
    data_category_count: int
    """How many categories of data stand there, own words included."""
    own_words_count: int
    """How many categories stand there in own words only, so that nothing can be derived from them."""
    names: str | None
    """The categories of data in words, for texts."""
    subject_names: str | None
    """The categories of people in words, for texts."""
    includes_children: bool | None
    """Whether a category of people is one of children; unknown with own words only."""
    has_special: bool | None
    """Whether special categories are used (GDPR 9(1)); unknown where a category stands in own words only."""
    special_categories: tuple[str, ...]
    """Those recognised, as catalogue ids."""
    special_names: str | None
    """Those recognised, in words."""
    has_health_data: bool | None
    """Whether data on health are used."""
    has_ethnicity_data: bool | None
    """Whether data on race or ethnic origin are used."""
    has_political_data: bool | None
    """Whether data on political opinions are used."""
    has_religion_data: bool | None
    """Whether data on religion or belief are used."""
    has_union_data: bool | None
    """Whether data on trade union membership are used."""
    has_sexual_data: bool | None
    """Whether data on sex life or orientation are used."""
    has_genetic_data: bool | None
    """Whether genetic data are used."""
    has_biometric_data: bool | None
    """Whether biometric data that identify people are used."""
    special_ground: str | None
    """The exception chosen: a point of GDPR 9(2) or "uavg23"."""
    has_special_ground: bool
    """Whether an exception was chosen."""
    special_provision_id: str | None
    """The provision of the catalogue that carries it."""
    has_special_provision: bool
    """Whether a provision was chosen."""
    special_provision_in_force: bool | None
    """Whether that is in force on the day; unknown where its dates are, or none was chosen."""
    special_provision_backs_ground: bool | None
    """Whether the catalogue says that the provision carries the ground; unknown where either is."""
    special_reasoning_written: bool | None
    """Whether it is written why the exception applies."""
    has_criminal: bool | None
    """Whether criminal data are used (GDPR 10); unknown where a category stands in own words only."""
    criminal_ground: str | None
    """The ground chosen: "uavg32", "uavg33-1-a", "uavg33-2", "uavg33-4" or "sector_law"."""
    has_criminal_ground: bool
    """Whether a ground was chosen."""
    has_criminal_provision: bool
    """Whether a provision was chosen for it."""
    criminal_provision_in_force: bool | None
    """Whether that is in force on the day; unknown where its dates are, or none was chosen."""
    criminal_reasoning_written: bool | None
    """Whether it is written why that ground applies."""
    has_bsn: bool | None
    """Whether the bsn is used (UAVG 46); unknown where a category stands in own words only."""
    bsn_provision_id: str | None
    """The provision of the catalogue that allows the bsn."""
    has_bsn_provision: bool
    """Whether a provision was chosen."""
    bsn_provision_in_force: bool | None
    """Whether that is in force on the day; unknown where its dates are, or none was chosen."""
    bsn_reasoning_written: bool | None
    """Whether it is written why the bsn is needed."""
    necessity_written: bool | None
    """Whether it is written why these data are needed (GDPR 5(1)(c))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSourceSubject:
    """What rules can ask of one source: ``data_source.*`` (GDPR 13, 14)."""

    from_data_subject: bool | None
    """Whether the person is the source."""
    category: str | None
    """The source as a category of the catalogue."""
    text: str | None
    """The source in own words."""
    name: str | None
    """The source in words, for texts."""
    has_name: bool
    """Whether a category or own words stand there."""
    is_base_registry: bool | None
    """Whether the source is a base registry; unknown without a category of the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientSubject:
    """What rules can ask of one recipient: ``recipient.*`` (GDPR 4(9), 30(1)(d))."""

    name: str | None
    """The recipient in words: party, category or own words."""
    has_name: bool
    """Whether any of these stands there."""
    category: str | None
    """The recipient as a category of the catalogue."""
    has_category: bool
    """Whether a category of the catalogue was chosen."""
    country: str | None
    """The country of the party (ISO 3166-1 alpha-2)."""
    country_in_eea: bool | None
    """Whether that lies in the EEA; unknown without a country."""
    reason_written: bool | None
    """Whether it is written why the recipient gets the data."""
    transfer_recorded: bool | None
    """Whether a transfer to that country is recorded; unknown without a country."""
    transfer_mechanism_recorded: bool | None
    """Whether a transfer to that country with a mechanism is recorded; unknown without a country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSubject:
    """What rules can ask of one transfer: ``transfer.*`` (GDPR 44 to 49)."""

    recipient: str | None
    """Who receives the data there."""
    recipient_written: bool | None
    """Whether that is written."""
    country: str | None
    """The country (ISO 3166-1 alpha-2)."""
    has_country: bool
    """Whether a country was chosen."""
    country_in_eea: bool | None
    """Whether it lies in the EEA; unknown without a country."""
    mechanism: str | None
    """"adequacy", "standard_clauses", "binding_corporate_rules", "instrument", "code_of_conduct",
    "certificate", "ad_hoc_clauses" or "derogation"."""
    has_mechanism: bool
    """Whether a mechanism was chosen."""
    mechanism_reference_written: bool | None
    """Whether the decision, contract or other instrument is named."""
    mechanism_expired: bool | None
    """Whether its validity ended before the day; unknown without an end date."""
    has_assessment: bool
    """Whether the date of a transfer impact assessment is recorded."""
    assessment_overdue: bool | None
    """Whether that assessment is more than a year old on the day; unknown without one."""
    derogation_reasoning_written: bool | None
    """Whether it is written why a derogation of GDPR 49 applies."""
