"""What the fields and kinds of lists are called, and why a field was proposed for a heading."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.exchange.enums import (
    Field,
    ListKind,
    MappingReason,
    PartyField,
    RegisterField,
    SubProcessorField,
    SystemField,
)

KINDS: Mapping[ListKind, Promise] = {
    ListKind.REGISTER: pgettext_lazy("kind of list", "processing activities"),
    ListKind.SYSTEMS: pgettext_lazy("kind of list", "systems"),
    ListKind.PARTIES: pgettext_lazy("kind of list", "parties"),
    ListKind.SUB_PROCESSORS: pgettext_lazy("kind of list", "sub-processors"),
}

REASONS: dict[MappingReason, Promise] = {
    MappingReason.SAME_WORDS: _("The heading is one that registers and lists use for this field."),
    MappingReason.ALMOST_SAME_WORDS: _("The heading is almost one that registers and lists use for this field."),
    MappingReason.CONTAINS_WORDS: _("The heading contains words that registers and lists use for this field."),
    MappingReason.ANOTHER_COLUMN_FITS_BETTER: _("Another column fits this field better."),
    MappingReason.SEVERAL_FIELDS_FIT: _("The heading fits several fields equally well. Please choose."),
    MappingReason.NOT_RECOGNISED: _("The heading is not recognised, so the column becomes a remark."),
    MappingReason.NO_HEADING: _("The column has no heading, so it becomes a remark."),
    MappingReason.NAME_OF_ANYTHING: _(
        "The heading does not say of what this is the name. Check that the list is this kind."
    ),
    MappingReason.CHOSEN: _("You chose this field."),
    MappingReason.LEFT_OUT: _("The heading is not recognised, so the column is left out and each value is reported."),
}

FIELDS: dict[Field, Promise] = {
    RegisterField.REFERENCE: pgettext_lazy("register field", "Reference"),
    RegisterField.NAME: pgettext_lazy("register field", "Name of the activity"),
    RegisterField.UNIT: pgettext_lazy("register field", "Unit"),
    RegisterField.TASK: pgettext_lazy("register field", "Task"),
    RegisterField.POLICY_DOMAIN: pgettext_lazy("register field", "Policy domain"),
    RegisterField.CONTROLLERS: pgettext_lazy("register field", "Controllers"),
    RegisterField.ROLE: pgettext_lazy("register field", "Role"),
    RegisterField.PUBLIC_OR_PRIVATE: pgettext_lazy("register field", "Public or private"),
    RegisterField.PURPOSES: pgettext_lazy("register field", "Purposes"),
    RegisterField.LEGAL_BASIS: pgettext_lazy("register field", "Legal basis"),
    RegisterField.SUBJECT_CATEGORIES: pgettext_lazy("register field", "Data subjects"),
    RegisterField.DATA_CATEGORIES: pgettext_lazy("register field", "Personal data"),
    RegisterField.SPECIAL_CATEGORIES: pgettext_lazy("register field", "Special categories of data"),
    RegisterField.RETENTION: pgettext_lazy("register field", "Retention period"),
    RegisterField.SOURCES: pgettext_lazy("register field", "Sources"),
    RegisterField.RECIPIENTS: pgettext_lazy("register field", "Recipients"),
    RegisterField.PROCESSORS: pgettext_lazy("register field", "Processors"),
    RegisterField.AGREEMENT_SIGNED: pgettext_lazy("register field", "Processor agreement"),
    RegisterField.THIRD_COUNTRY_TRANSFER: pgettext_lazy("register field", "Transfer to a third country"),
    RegisterField.PARTNERS: pgettext_lazy("register field", "Partners"),
    RegisterField.COVENANT: pgettext_lazy("register field", "Covenant"),
    RegisterField.JOINT_CONTROLLERSHIP: pgettext_lazy("register field", "Joint controllership"),
    RegisterField.FURTHER_USE: pgettext_lazy("register field", "Further use"),
    RegisterField.MEASURES: pgettext_lazy("register field", "Security measures"),
    RegisterField.SYSTEMS: pgettext_lazy("register field", "Systems"),
    RegisterField.DPIA_DONE: pgettext_lazy("register field", "Impact assessment"),
    RegisterField.PROCESSING_STATE: pgettext_lazy("register field", "State of the processing"),
    RegisterField.STARTED_ON: pgettext_lazy("register field", "Started on"),
    RegisterField.LAST_REVIEWED_ON: pgettext_lazy("register field", "Last reviewed on"),
    RegisterField.REMARKS: pgettext_lazy("register field", "Remark"),
    RegisterField.IGNORE: pgettext_lazy("register field", "Leave out"),
    SystemField.NAME: pgettext_lazy("system field", "Name of the system"),
    SystemField.DESCRIPTION: pgettext_lazy("system field", "What it is used for"),
    SystemField.SUPPLIER: pgettext_lazy("system field", "Supplier"),
    SystemField.OWNER: pgettext_lazy("system field", "Who answers for it"),
    SystemField.LOCATION: pgettext_lazy("system field", "Where the data stand"),
    SystemField.STATE: pgettext_lazy("system field", "State"),
    SystemField.SUPPORTED_UNTIL: pgettext_lazy("system field", "Maintained up to and including"),
    SystemField.LEGACY_REASON: pgettext_lazy("system field", "Why it still runs"),
    SystemField.OLDEST_RECORD_ON: pgettext_lazy("system field", "Date of the oldest record"),
    SystemField.OLDEST_RECORD_MEASURED_ON: pgettext_lazy("system field", "Oldest record measured on"),
    SystemField.ACCOUNTS: pgettext_lazy("system field", "Accounts that can sign in"),
    SystemField.ACCOUNTS_REVIEWED_ON: pgettext_lazy("system field", "Accounts gone through on"),
    SystemField.RECOVERY_HOURS: pgettext_lazy("system field", "Back within, in hours"),
    SystemField.LOSS_HOURS: pgettext_lazy("system field", "Work that may be lost, in hours"),
    SystemField.FALLBACK: pgettext_lazy("system field", "How people are helped meanwhile"),
    SystemField.RECOVERY_TESTED_ON: pgettext_lazy("system field", "Recovery tried on"),
    SystemField.IGNORE: pgettext_lazy("system field", "Leave out"),
    PartyField.NAME: pgettext_lazy("party field", "Name of the party"),
    PartyField.COUNTRY: pgettext_lazy("party field", "Country"),
    PartyField.CONTACT: pgettext_lazy("party field", "Contact details"),
    PartyField.CARE_PROVIDER: pgettext_lazy("party field", "Care provider"),
    PartyField.IGNORE: pgettext_lazy("party field", "Leave out"),
    SubProcessorField.NAME: pgettext_lazy("sub-processor field", "Name of the sub-processor"),
    SubProcessorField.SERVICE: pgettext_lazy("sub-processor field", "For what"),
    SubProcessorField.COUNTRY: pgettext_lazy("sub-processor field", "Country"),
    SubProcessorField.ABOVE: pgettext_lazy("sub-processor field", "Engaged by"),
    SubProcessorField.NOTIFIED_ON: pgettext_lazy("sub-processor field", "Told on"),
    SubProcessorField.OBJECTION_UNTIL: pgettext_lazy("sub-processor field", "Objection possible up to and including"),
    SubProcessorField.PERMISSION: pgettext_lazy("sub-processor field", "Permission, according to the list"),
    SubProcessorField.IGNORE: pgettext_lazy("sub-processor field", "Leave out"),
}
