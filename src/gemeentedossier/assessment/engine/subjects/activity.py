"""A processing activity as a subject of rules: ``activity.*``.

Without slots: several slotted bases cannot be combined.
"""

import datetime as dt

from gemeentedossier.assessment.engine.subjects.account import AccountFields, CharacteristicFields
from gemeentedossier.assessment.engine.subjects.shape import part_of_subject


@part_of_subject
class RecordFields:
    """What the record itself says."""

    name: str
    """The activity's name."""
    reference: str | None
    """The municipality's own number."""
    description_written: bool | None
    """Whether a description is written."""
    reference_activity: str | None
    """The reference activity it started from."""
    policy_domain: str | None
    """The policy domain of the catalogue."""
    in_social_domain: bool | None
    """Whether that is the social domain; unknown without a policy domain or sector law."""
    sector_law: str | None
    """The sector law of the catalogue."""
    sector_law_name: str | None
    """Its name in Dutch; what was written where the catalogue has no such law."""
    sector_law_name_en: str | None
    """The same in English."""
    has_sector_law: bool
    """Whether one was chosen."""
    role: str | None
    """"controller", "joint_controller" or "processor"."""
    record_state: str
    """"concept", "under_review", "adopted", "published" or "replaced"."""
    is_adopted: bool
    """Whether the record is adopted or published."""
    processing_state: str | None
    """"planned", "in_use" or "ended"."""
    in_use: bool | None
    """Whether the processing is going on."""
    started_on: dt.date | None
    """When the processing started."""
    ended_on: dt.date | None
    """When it ended."""
    last_confirmed_on: dt.date | None
    """When somebody last confirmed that the record is right."""
    review_overdue: bool | None
    """Whether that is more than a year ago on the day; unknown where nobody ever did."""
    last_destruction_on: dt.date | None
    """When data were last destroyed."""
    destruction_overdue: bool | None
    """Whether that is more than a year ago on the day; unknown where it is not recorded."""
    unit: str | None
    """The unit that does the work."""
    owner: str | None
    """The process owner."""
    owner_written: bool | None
    """Whether a process owner is recorded."""
    owner_in_office: bool | None
    """Whether that person still holds a role on the day; unknown where none was ever recorded."""


@part_of_subject
class LawfulnessFields:
    """What is counted and derived from controllers, purposes and legal bases."""

    controller_count: int
    """How many controllers stand there, own words included."""
    named_controller: str | None
    """The controllers in words."""
    purpose_count: int
    """How many purposes stand there with a text."""
    legal_basis_count: int
    """How many legal bases stand under all purposes."""
    purposes_without_legal_basis_count: int
    """How many purposes have none."""
    legal_bases_letters: tuple[str, ...] | None
    """All points of GDPR 6(1), sorted; unknown where a purpose has no basis or a basis no point."""
    rests_on_consent: bool | None
    """Whether a legal basis is 6(1)(a); false only where all bases are known and none is."""
    rests_on_contract: bool | None
    """The same for 6(1)(b)."""
    rests_on_legal_obligation: bool | None
    """The same for 6(1)(c)."""
    rests_on_vital_interests: bool | None
    """The same for 6(1)(d)."""
    rests_on_public_task: bool | None
    """The same for 6(1)(e)."""
    rests_on_legitimate_interests: bool | None
    """The same for 6(1)(f)."""


@part_of_subject
class DataFields:
    """What is counted and derived from the data uses."""

    data_use_count: int
    """How many data uses stand there."""
    subject_category_count: int
    """How many categories of people, own words included."""
    data_category_count: int
    """How many categories of data, own words included."""
    own_words_count: int
    """How many categories stand there in own words only, so that nothing can be derived from them."""
    has_special_data: bool | None
    """Whether special categories are used; unknown without data uses or with own words only."""
    special_categories: tuple[str, ...]
    """Those recognised, as catalogue ids."""
    special_category_count: int
    """How many are recognised."""
    special_names: str | None
    """Those recognised, in words."""
    special_names_en: str | None
    """The same, in English."""
    has_health_data: bool | None
    """Whether data on health are used."""
    has_criminal_data: bool | None
    """Whether criminal data are used."""
    has_bsn: bool | None
    """Whether the bsn is used."""
    has_children: bool | None
    """Whether people under 16 are among the data subjects: as said, else by their categories."""
    children_rule_recorded: bool
    """Whether age or authority is dealt with: guardianship or ages answered, or parental consent written."""


@part_of_subject
class FlowFields:
    """What is counted and derived from sources, recipients and transfers."""

    source_count: int
    """How many sources stand there."""
    sources_known: bool | None
    """Whether every source says if it is the person; unknown where there is no source."""
    collects_from_data_subject: bool | None
    """Whether a source is the person (GDPR 13)."""
    uses_third_party_source: bool | None
    """Whether a source is another (GDPR 14)."""
    recipient_count: int
    """How many recipients stand there."""
    recipients_outside_eea_count: int
    """How many of them, by party, are in a country outside the EEA."""
    transfer_count: int
    """How many transfers stand there."""
    transfers_outside: bool | None
    """Whether data leave the EEA: by a recorded transfer, else by the characteristics."""


@part_of_subject
class KeepingFields:
    """What is counted and derived from retention, parties, further uses, systems and measures."""

    retention_count: int
    """How many retention periods stand there."""
    retention_without_trigger_count: int
    """How many of them, not permanent, have no trigger."""
    party_count: int
    """How many parties stand there."""
    processor_count: int
    """How many of them are processors."""
    processors_without_agreement_count: int
    """How many processors are declared to have no agreement."""
    care_provider_processor_count: int
    """How many processors are care providers."""
    joint_controller_count: int
    """How many parties are joint controllers."""
    client_count: int
    """How many parties are controllers for whom the municipality processes."""
    further_use_count: int
    """How many further uses stand there."""
    system_count: int
    """How many systems."""
    measure_count: int
    """How many measures (GDPR 32(1))."""


@part_of_subject
class RightsFields:
    """What is derived from rights and impact assessment."""

    rights_offered: tuple[str, ...] | None
    """The rights that people are told of."""
    rights_include_objection: bool | None
    """Whether objection is among them (GDPR 21)."""
    rights_include_portability: bool | None
    """Whether portability is (GDPR 20)."""
    rights_include_withdrawal: bool | None
    """Whether withdrawal of consent is (GDPR 7(3))."""
    authority_list_count: int | None
    """How many items of the authority's list are hit (GDPR 35(4)); unknown where nobody looked."""
    european_criteria: tuple[str, ...] | None
    """Which of the nine European criteria are met; unknown where nobody looked."""
    european_criteria_count: int | None
    """How many."""
    has_impact_assessment: bool
    """Whether the date of a completed impact assessment is recorded."""
    impact_assessment_after_start: bool | None
    """Whether that date lies after the start of the processing; unknown where either date is."""


@part_of_subject
class TextFields:
    """What was found in the free texts. Places and words as on the screen; those in English end in ``_en``."""

    unfinished_count: int
    """In how many places left-overs stand, such as “nader invullen”."""
    unfinished_places: tuple[str, ...]
    """Where."""
    unfinished_places_en: tuple[str, ...]
    """Where, in English."""
    unfinished_words: tuple[str, ...]
    """Which."""
    copied_count: int
    """In how many places the reasoning is nearly that of another activity."""
    copied_places: tuple[str, ...]
    """Where."""
    copied_places_en: tuple[str, ...]
    """Where, in English."""
    copied_from: tuple[str, ...]
    """Names of some activities that reason in nearly the same words."""
    denial_count: int
    """In how many places a text says that no special categories are used (GDPR 9)."""
    denial_places: tuple[str, ...]
    """Where."""
    denial_places_en: tuple[str, ...]
    """Where, in English."""


@part_of_subject
class PartBAndCFields:
    """What the records of Part B and Part C will say; unknown until these are kept."""

    security_classified: bool | None
    """Whether availability, integrity and confidentiality are classified and approved (GDPR 32(1))."""
    measures_in_effect_count: int | None
    """How many of its measures are done and shown by evidence that stands on the day."""
    assessment_departure_reasoned: bool | None
    """Whether it is reasoned why no impact assessment is needed although two European criteria are met."""


@part_of_subject
class ActivitySubject(
    RecordFields,
    LawfulnessFields,
    DataFields,
    FlowFields,
    KeepingFields,
    RightsFields,
    TextFields,
    PartBAndCFields,
    CharacteristicFields,
    AccountFields,
):
    """What rules can ask of one processing activity."""
