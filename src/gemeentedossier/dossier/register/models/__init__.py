from gemeentedossier.dossier.register.models.activity import Activity
from gemeentedossier.dossier.register.models.data_use import DataSource, DataUse
from gemeentedossier.dossier.register.models.disclosure import Recipient, Transfer
from gemeentedossier.dossier.register.models.further_use import FurtherUse
from gemeentedossier.dossier.register.models.links import ActivityController, ActivityMeasure, ActivitySystem
from gemeentedossier.dossier.register.models.note import ReviewNote
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.dossier.register.models.party_relation import PartyRelation
from gemeentedossier.dossier.register.models.purpose import LegalBasis, Purpose
from gemeentedossier.dossier.register.models.retention import RetentionPeriod
from gemeentedossier.dossier.register.models.version import ActivityVersion

__all__ = [
    "Activity",
    "ActivityController",
    "ActivityMeasure",
    "ActivityPart",
    "ActivitySystem",
    "ActivityVersion",
    "DataSource",
    "DataUse",
    "FurtherUse",
    "LegalBasis",
    "PartyRelation",
    "Purpose",
    "Recipient",
    "RetentionPeriod",
    "ReviewNote",
    "Transfer",
]
