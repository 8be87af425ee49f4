"""Invented facts for tests."""

from dataclasses import replace
from typing import Any

from gemeentedossier.dossier.register.enums import Article6, RetentionSource
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    LegalBasis,
    Purpose,
    Recipient,
    RetentionPeriod,
)
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor


def an_activity(**changes: Any) -> Activity:
    """An activity with one of nearly everything; ``changes`` replace fields."""
    purpose = Purpose(
        id=new_id(),
        position=0,
        text="Vaststellen of iemand recht heeft op een maatwerkvoorziening.",
        legal_bases=(LegalBasis(id=new_id(), article_6=Article6.PUBLIC_TASK, provision_text="artikel 2.3.5 Wmo 2015"),),
    )
    made = Activity(
        id=new_id(),
        name="Beslissen op een aanvraag",
        reference="V-001",
        controllers_own=("college",),
        purposes=(purpose,),
        data_uses=(
            DataUse(
                id=new_id(),
                position=0,
                subject_categories_own=("cliënt",),
                data_categories_own=("naam", "adres"),
                purpose_ids=(purpose.id,),
            ),
        ),
        sources=(DataSource(id=new_id(), from_data_subject=True, text="cliënt"),),
        recipients=(Recipient(id=new_id(), text="zorgaanbieder"),),
        retention=(RetentionPeriod(id=new_id(), period="P15Y", source=RetentionSource.STATUTE, text="15 jaar"),),
        characteristics=Characteristics(large_scale=True, algorithm=False),
        account=Accountability(accuracy="Elk jaar nagekeken."),
    )
    return replace(made, **changes)


def another(by: Actor) -> Actor:
    """Somebody else with the same roles: who submits a record does not adopt it."""
    return replace(by, name="Robin", person_id=new_id())
