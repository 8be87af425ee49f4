"""Closed vocabularies of reading a register."""

from enum import StrEnum
from typing import TypeAlias


class FileFormat(StrEnum):
    """What a file is by its content; its name is not asked."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    AVG_REGISTER = "avg_register"
    CYCLONEDX = "cyclonedx"
    SPDX = "spdx"


class FileFault(StrEnum):
    """Why a file cannot be read at all."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    TOO_MANY_CELLS = "too_many_cells"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - the name of a fault, no secret
    ENTITIES = "entities"
    UNSAFE_PATH = "unsafe_path"
    ENCODING = "encoding"
    PDF = "pdf"
    WORD = "word"
    BINARY = "binary"
    BROKEN_JSON = "broken_json"
    UNKNOWN_JSON = "unknown_json"
    REPEATED_KEY = "repeated_key"
    LONG_CELL = "long_cell"
    NOT_STORED = "not_stored"
    NO_TABLE = "no_table"
    NO_ROWS = "no_rows"
    NOT_A_REGISTER = "not_a_register"
    NOT_SYSTEMS = "not_systems"
    NOT_PARTIES = "not_parties"
    NOT_SUB_PROCESSORS = "not_sub_processors"
    ANOTHER_LIST = "another_list"
    LIST_OF_PEOPLE = "list_of_people"
    NO_NAME_COLUMN = "no_name_column"
    DOUBLE_SUB_PROCESSOR = "double_sub_processor"
    NOBODY_ABOVE = "nobody_above"
    CIRCLE = "circle"


class ListKind(StrEnum):
    """What a file lists."""

    REGISTER = "register"
    SYSTEMS = "systems"
    PARTIES = "parties"
    SUB_PROCESSORS = "sub-processors"


class StayedBecause(StrEnum):
    """Why a record stayed when its import was undone."""

    EDITED = "edited"
    """Somebody worked on it since, or another import filled it in."""
    SPOKEN_OF = "spoken_of"
    """Somebody answered for it, or a decision rests on it."""
    NAMED = "named"
    """Something else in the dossier names it."""


class RegisterField(StrEnum):
    """What a column of a register can hold."""

    REFERENCE = "reference"
    NAME = "name"
    UNIT = "unit"
    TASK = "task"
    POLICY_DOMAIN = "policy_domain"
    CONTROLLERS = "controllers"
    ROLE = "role"
    PUBLIC_OR_PRIVATE = "public_or_private"
    PURPOSES = "purposes"
    LEGAL_BASIS = "legal_basis"
    SUBJECT_CATEGORIES = "subject_categories"
    DATA_CATEGORIES = "data_categories"
    SPECIAL_CATEGORIES = "special_categories"
    RETENTION = "retention"
    SOURCES = "sources"
    RECIPIENTS = "recipients"
    PROCESSORS = "processors"
    AGREEMENT_SIGNED = "agreement_signed"
    THIRD_COUNTRY_TRANSFER = "third_country_transfer"
    PARTNERS = "partners"
    COVENANT = "covenant"
    JOINT_CONTROLLERSHIP = "joint_controllership"
    FURTHER_USE = "further_use"
    MEASURES = "measures"
    SYSTEMS = "systems"
    DPIA_DONE = "dpia_done"
    PROCESSING_STATE = "processing_state"
    STARTED_ON = "started_on"
    LAST_REVIEWED_ON = "last_reviewed_on"
    REMARKS = "remarks"
    IGNORE = "ignore"


class SystemField(StrEnum):
    """What a column of a list of systems can hold. Values of fields are unique over all kinds of lists."""

    NAME = "system.name"
    DESCRIPTION = "system.description"
    SUPPLIER = "system.supplier"
    OWNER = "system.owner"
    LOCATION = "system.location"
    STATE = "system.state"
    SUPPORTED_UNTIL = "system.supported_until"
    LEGACY_REASON = "system.legacy_reason"
    OLDEST_RECORD_ON = "system.oldest_record_on"
    OLDEST_RECORD_MEASURED_ON = "system.oldest_record_measured_on"
    ACCOUNTS = "system.accounts"
    ACCOUNTS_REVIEWED_ON = "system.accounts_reviewed_on"
    RECOVERY_HOURS = "system.recovery_hours"
    LOSS_HOURS = "system.loss_hours"
    FALLBACK = "system.fallback"
    RECOVERY_TESTED_ON = "system.recovery_tested_on"
    IGNORE = "system.ignore"


class PartyField(StrEnum):
    """What a column of a list of parties can hold."""

    NAME = "party.name"
    COUNTRY = "party.country"
    CONTACT = "party.contact"
    CARE_PROVIDER = "party.is_care_provider"
    IGNORE = "party.ignore"


class SubProcessorField(StrEnum):
    """What a column of a supplier's list of sub-processors can hold."""

    NAME = "sub_processor.name"
    SERVICE = "sub_processor.service"
    COUNTRY = "sub_processor.country"
    ABOVE = "sub_processor.above"
    NOTIFIED_ON = "sub_processor.notified_on"
    OBJECTION_UNTIL = "sub_processor.objection_until"
    PERMISSION = "sub_processor.permission"
    """What the list says of permission: told, and never taken for the municipality's own decision."""
    IGNORE = "sub_processor.ignore"


Field: TypeAlias = RegisterField | SystemField | PartyField | SubProcessorField
"""What a column of any list can hold."""


class Confidence(StrEnum):
    """How sure a proposed field is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCERTAIN = "uncertain"
    NONE = "none"
    CORRECTED = "corrected"
    """A person chose it."""


class MappingReason(StrEnum):
    """Why a field was proposed for a heading."""

    SAME_WORDS = "same_words"
    ALMOST_SAME_WORDS = "almost_same_words"
    CONTAINS_WORDS = "contains_words"
    ANOTHER_COLUMN_FITS_BETTER = "another_column_fits_better"
    SEVERAL_FIELDS_FIT = "several_fields_fit"
    NOT_RECOGNISED = "not_recognised"
    NO_HEADING = "no_heading"
    LEFT_OUT = "left_out"
    """Not recognised, in a list whose records have no place for remarks."""
    NAME_OF_ANYTHING = "name_of_anything"
    CHOSEN = "chosen"


class ResolvedKind(StrEnum):
    """Kinds of text that the catalogue or the dossier may know under an id."""

    CONTROLLER = "controller"
    SUBJECT_CATEGORY = "subject_category"
    DATA_CATEGORY = "data_category"
    RECIPIENT = "recipient"
    SOURCE = "source"
    PROVISION = "provision"
    RETENTION_TRIGGER = "retention_trigger"
    THIRD_COUNTRY = "third_country"
    """Countries outside the EEA only; the id is ISO 3166-1 alpha-2."""
    POLICY_DOMAIN = "policy_domain"
    COUNTRY = "country"
    """Any country; the id is ISO 3166-1 alpha-2."""


class Sector(StrEnum):
    """Whether a register calls a processing public or private."""

    PUBLIC = "public"
    PRIVATE = "private"


class Characteristic(StrEnum):
    """Yes-or-no points that the central government's register asks."""

    AUTOMATED_DECISION = "automated_decision"
    PROFILING_WITH_EFFECT = "profiling_with_effect"
    LARGE_SCALE = "large_scale"
    PUBLIC_MONITORING = "public_monitoring"


class Severity(StrEnum):
    """How much a remark asks of the reader."""

    LOST = "lost"
    """The value was not taken over."""
    CHANGED = "changed"
    """The value was taken over differently than it stands in the file."""
    NOTICE = "notice"
    """The value was taken over as it stands, and something about it deserves a look."""


class RemarkCode(StrEnum):
    """What happened to a value; ``presenters`` turns each into a sentence."""

    # not taken over
    NOT_A_VALUE = "not_a_value"
    NOT_APPLICABLE = "not_applicable"
    TEMPLATE_LEFTOVER = "template_leftover"
    ERROR_CELL = "error_cell"
    FORMULA_WITHOUT_RESULT = "formula_without_result"
    FORMULA_AS_TEXT = "formula_as_text"
    IMPOSSIBLE_DATE = "impossible_date"
    INCOMPLETE_DATE = "incomplete_date"
    NOT_A_DATE = "not_a_date"
    NOT_ONE_OF = "not_one_of"
    KNOWN_ACTIVITY = "known_activity"
    OUTSIDE_TABLE = "outside_table"
    REPEATED_HEADING = "repeated_heading"
    TOTAL_ROW = "total_row"
    IGNORED_COLUMN = "ignored_column"
    DUPLICATE_ROW = "duplicate_row"
    NAMELESS_ROW = "nameless_row"
    HIDDEN_SHEET = "hidden_sheet"
    OTHER_SHEET = "other_sheet"
    CONTACT_DETAILS = "contact_details"
    PERSONAL_CONTACT = "personal_contact"
    TECHNICAL = "technical"
    ATTACHMENT = "attachment"
    SAYS_NOTHING = "says_nothing"
    SECOND_VALUE = "second_value"
    KNOWN_DIFFERS = "known_differs"
    REPEATED_DIFFERS = "repeated_differs"
    NO_SUCH_COUNTRY = "no_such_country"
    NO_SUCH_PERSON = "no_such_person"
    NOT_A_NUMBER = "not_a_number"
    DAY_TO_COME = "day_to_come"
    HALF_A_PAIR = "half_a_pair"
    SAYS_NO_CARE = "says_no_care"
    SAYS_AGREED = "says_agreed"
    # taken over differently
    CUT_OFF = "cut_off"
    FORMULA_TEXT_TAKEN = "formula_text_taken"
    ENCODING_REPAIRED = "encoding_repaired"
    UNSTORABLE = "unstorable"
    TWO_DIGIT_YEAR = "two_digit_year"
    SERIAL_DATE = "serial_date"
    MERGED_REPEATED = "merged_repeated"
    DECLARED_NONE = "declared_none"
    TAKEN_AS_REMARK = "taken_as_remark"
    # taken over, worth a look
    SAME_NAME = "same_name"
    BROKEN_CHARACTERS = "broken_characters"
    NO_LEGAL_ARTICLE = "no_legal_article"
    SEVERAL_LETTERS = "several_letters"
    NO_PERIOD = "no_period"
    SEVERAL_PERIODS = "several_periods"
    QUALIFIED_PERIOD = "qualified_period"
    UNCLEAR_DECLARATION = "unclear_declaration"
    OTHER_KIND = "other_kind"
    PAIRING_UNKNOWN = "pairing_unknown"
    BASES_SHARED = "bases_shared"
    PURPOSE_MISSING = "purpose_missing"
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    HIDDEN_UNKNOWN = "hidden_unknown"
    FILLED_IN = "filled_in"
    REPEATED = "repeated"
    NEW_PARTY = "new_party"
    LOOKS_LIKE = "looks_like"
    NOT_AGREED = "not_agreed"
    NOT_IN_LIST = "not_in_list"
