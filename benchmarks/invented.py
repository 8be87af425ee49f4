"""Invented dossiers of mixed quality, the same for the same number of activities."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, fields

from benchmarks.invented_around import surrounded
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register import enums
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.enums import ControllerKind, Role
from gemeentedossier.organisation.facts import Controller, Organisation, Person, RoleAssignment

TEXTS = ("", "Zoals beschreven in het werkproces.")
TRUTHS = (True, False, None)
MOMENT = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
E_MAIL = "sam@meting.example"


def invented_dossier(count: int, catalogue: Catalogue) -> Dossier:
    """So many activities in an organisation of one controller, one officer and twenty suppliers.

    Around them stand what a municipality of that size keeps beside its register (``surrounded``).
    """
    key = new_id()
    organisation = Organisation(
        id=key,
        slug=f"meting-{key.hex[-12:]}",
        name="Meting",
        is_example=True,
        is_public_authority=True,
        controllers=(Controller(new_id(), ControllerKind.COLLEGE, "College"),),
        people=(Person(new_id(), "Sam de Meter", E_MAIL, (RoleAssignment(Role.PRIVACY_OFFICER),)),),
    )
    parties = tuple(Party(new_id(), f"Leverancier {number:02}") for number in range(20))
    maker = _Maker(random.Random(count), catalogue, organisation, parties)  # noqa: S311 - invented text
    bare = Dossier(organisation, MOMENT, parties=parties, activities=tuple(map(maker.activity, range(count))))
    return surrounded(bare, catalogue)


@dataclass(frozen=True, slots=True)
class _Maker:
    chance: random.Random
    catalogue: Catalogue
    organisation: Organisation
    parties: Sequence[Party]

    def activity(self, number: int) -> Activity:
        choice, controller = self.chance.choice, self.organisation.controllers[0]
        party, rule = choice(self.parties), choice(list(self.catalogue.retention_rules))
        return Activity(
            new_id(),
            f"Verwerking {number}",
            controller_ids=(controller.id,),
            controllers=(controller.name,),
            sector_law=choice(("", "wmo-2015", "jeugdwet")),
            purposes=(self.purpose(number, 1), self.purpose(number, 2)),
            data_uses=(self.use(1), self.use(2)),
            sources=(DataSource(new_id(), choice(TRUTHS), text="inwoner"),),
            recipients=(Recipient(new_id(), text="zorgaanbieder"), Recipient(new_id(), text="ministerie")),
            retention=(RetentionPeriod(new_id(), rule_id=rule, period=choice(("", "P15Y"))),),
            parties=(PartyRelation(new_id(), party.id, party.name, role=choice((None, *enums.PartyRole))),),
            characteristics=Characteristics(**{each.name: choice(TRUTHS) for each in fields(Characteristics)}),
            account=Accountability(**{each.name: choice(TEXTS) for each in fields(Accountability)}),
        )

    def purpose(self, number: int, position: int) -> Purpose:
        text = f"Vaststellen of iemand recht heeft op voorziening {number}"
        return Purpose(new_id(), position, text, (self.basis(), self.basis()))

    def basis(self) -> LegalBasis:
        choice, provisions = self.chance.choice, ["", *self.catalogue.legal_bases][:41]
        letter = choice((*enums.Article6, None))
        return LegalBasis(new_id(), letter, provision_id=choice(provisions), necessity=choice(TEXTS))

    def use(self, position: int) -> DataUse:
        choice = self.chance.choice
        return DataUse(
            new_id(),
            position,
            subject_categories=(choice(list(self.catalogue.subject_categories)),),
            data_categories=tuple(self.chance.sample(list(self.catalogue.data_categories), 4)),
            data_categories_own=choice(((), ("eigen woord",))),
            necessity=choice(TEXTS),
            special_ground=choice((None, *enums.SpecialCategoryGround)),
        )
