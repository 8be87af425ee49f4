"""Data uses, sources, recipients and transfers as subjects of rules."""

from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.shape import subject
from gemeentedossier.assessment.engine.subjects.truths import (
    joined,
    or_unknown,
    over_a_year_ago,
    said,
    written,
)
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.facts import Activity, DataSource, DataUse, Recipient, Transfer


@subject
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
    special_names_en: str | None
    """The same, in English."""
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
    criminal_names: str | None
    """Those recognised, in words."""
    criminal_names_en: str | None
    """The same, in English."""
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


@subject
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


@subject
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


@subject
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


def data_use_subject(use: DataUse, law: Law) -> DataUseSubject:
    """Return a data use as a subject of rules."""
    data = _data_in(use, law)
    special, criminal = data.of(DataKind.SPECIAL), data.of(DataKind.CRIMINAL)
    backed = _backed_by_provision(use, law)
    says = law.lint.says_something
    ground = use.special_ground.value if use.special_ground else None
    return DataUseSubject(
        subject_categories=use.subject_categories,
        subject_category_count=len(use.subject_categories) + sum(map(says, use.subject_categories_own)),
        data_categories=use.data_categories,
        data_category_count=len(use.data_categories) + sum(map(says, use.data_categories_own)),
        own_words_count=len(use.data_categories_own) + len(use.subject_categories_own),
        names=joined((*law.names_of_data(use.data_categories), *use.data_categories_own)),
        subject_names=joined((*law.names_of_subjects(use.subject_categories), *use.subject_categories_own)),
        includes_children=includes_children(use, law),
        has_special=data.has(DataKind.SPECIAL),
        special_categories=special,
        special_names=joined(law.names_of_data(special)) if special else None,
        special_names_en=joined(law.names_of_data(special, "en")) if special else None,
        has_health_data=data.has_under("health"),
        has_ethnicity_data=data.has_under("racial-or-ethnic-origin"),
        has_political_data=data.has_under("political-opinions"),
        has_religion_data=data.has_under("religion-or-belief"),
        has_union_data=data.has_under("trade-union-membership"),
        has_sexual_data=data.has_under("sex-life-or-orientation"),
        has_genetic_data=data.has_under("genetic"),
        has_biometric_data=data.has_under("biometric"),
        special_ground=ground,
        has_special_ground=ground is not None,
        special_provision_id=or_unknown(use.special_provision_id),
        has_special_provision=bool(use.special_provision_id),
        special_provision_in_force=law.in_force(use.special_provision_id),
        special_provision_backs_ground=ground in backed if backed and ground else None,
        special_reasoning_written=written(use.special_reasoning, law.lint),
        has_criminal=data.has(DataKind.CRIMINAL),
        criminal_names=joined(law.names_of_data(criminal)) if criminal else None,
        criminal_names_en=joined(law.names_of_data(criminal, "en")) if criminal else None,
        criminal_ground=use.criminal_ground.value if use.criminal_ground else None,
        has_criminal_ground=use.criminal_ground is not None,
        has_criminal_provision=bool(use.criminal_provision_id),
        criminal_provision_in_force=law.in_force(use.criminal_provision_id),
        criminal_reasoning_written=written(use.criminal_reasoning, law.lint),
        has_bsn=data.has(DataKind.NATIONAL_NUMBER),
        bsn_provision_id=or_unknown(use.bsn_provision_id),
        has_bsn_provision=bool(use.bsn_provision_id),
        bsn_provision_in_force=law.in_force(use.bsn_provision_id),
        bsn_reasoning_written=written(use.bsn_reasoning, law.lint),
        necessity_written=written(use.necessity, law.lint),
    )


@dataclass(frozen=True, slots=True)
class _Data:
    """The categories of data of a use together; own words, none, and unknown ones leave open what else there is."""

    categories: tuple[str, ...]
    kinds: tuple[DataKind | None, ...]
    broader: frozenset[str]
    """The categories, and all those of which they are a kind."""
    is_open: bool

    def of(self, kind: DataKind) -> tuple[str, ...]:
        """Return those of the kind."""
        if kind not in self.kinds:
            return ()
        return tuple(each for each, own in zip(self.categories, self.kinds, strict=True) if own is kind)

    def has(self, kind: DataKind) -> bool | None:
        """Whether one is of the kind."""
        return True if kind in self.kinds else None if self.is_open else False

    def has_under(self, category: str) -> bool | None:
        """Whether one is this category, or a kind of it."""
        return True if category in self.broader else None if self.is_open else False


def _data_in(use: DataUse, law: Law) -> _Data:
    kinds = tuple(map(law.kinds.get, use.data_categories))
    broader = frozenset[str]().union(*(law.broader_data.get(each, ()) for each in use.data_categories))
    is_open = bool(use.data_categories_own) or not kinds or None in kinds
    return _Data(use.data_categories, kinds, broader, is_open)


def _backed_by_provision(use: DataUse, law: Law) -> tuple[str, ...]:
    """The exceptions of GDPR 9(2) that the provision of the use backs by its reading."""
    provision = law.provision(use.special_provision_id) if use.special_provision_id else None
    return provision.reading.article_9 if provision and provision.reading else ()


def includes_children(use: DataUse, law: Law) -> bool | None:
    """Return whether a category of people is one of children; own words, and no categories, leave it open."""
    if any(each in law.children for each in use.subject_categories):
        return True
    return None if use.subject_categories_own or not use.subject_categories else False


def data_source_subject(source: DataSource, law: Law) -> DataSourceSubject:
    """Return a source as a subject of rules."""
    text = said(source.text, law.lint)
    named = joined((law.name_of_recipient(source.recipient_category), text or ""))
    return DataSourceSubject(
        from_data_subject=source.from_data_subject,
        category=or_unknown(source.recipient_category),
        text=text,
        name=named,
        has_name=named is not None,
        is_base_registry=True if named and law.names_base_registry(named) else None,
    )


def recipient_subject(recipient: Recipient, party: Party | None, activity: Activity, law: Law) -> RecipientSubject:
    """Return a recipient as a subject of rules; ``party`` is the one it points at."""
    country = party.country if party else None
    there = [each for each in activity.transfers if country and each.country == country]
    own = said(recipient.text, law.lint)
    name = (party.name if party else None) or own or law.name_of_recipient(recipient.category)
    return RecipientSubject(
        name=name or None,
        has_name=bool(name),
        category=or_unknown(recipient.category),
        has_category=bool(recipient.category),
        country=country,
        country_in_eea=law.in_eea(country),
        reason_written=written(recipient.reason, law.lint),
        transfer_recorded=bool(there) if country else None,
        transfer_mechanism_recorded=any(each.mechanism for each in there) if country else None,
    )


def transfer_subject(transfer: Transfer, law: Law) -> TransferSubject:
    """Return a transfer as a subject of rules."""
    until = transfer.mechanism_valid_until
    return TransferSubject(
        recipient=said(transfer.recipient, law.lint),
        recipient_written=written(transfer.recipient, law.lint),
        country=or_unknown(transfer.country),
        has_country=bool(transfer.country),
        country_in_eea=law.in_eea(transfer.country),
        mechanism=transfer.mechanism.value if transfer.mechanism else None,
        has_mechanism=transfer.mechanism is not None,
        mechanism_reference_written=written(transfer.mechanism_reference, law.lint),
        mechanism_expired=until < law.day if until else None,
        has_assessment=transfer.assessment_on is not None,
        assessment_overdue=over_a_year_ago(transfer.assessment_on, on=law.day),
        derogation_reasoning_written=written(transfer.derogation_reasoning, law.lint),
    )
