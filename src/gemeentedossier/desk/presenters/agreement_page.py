"""One agreement as its page shows it: sections with what is recorded, and the forms that belong there."""

from urllib.parse import urlencode

from gemeentedossier.desk.presenters.agreement import AgreementSight, Section
from gemeentedossier.desk.presenters.agreement_said import DEFINED
from gemeentedossier.desk.presenters.agreement_sections import SECTIONS, SectionOf
from gemeentedossier.desk.presenters.agreement_tables import TABLES
from gemeentedossier.dossier.agreements.presenters.comparing import deviations_shown
from gemeentedossier.foundation.addresses import reverse


def sections_of(sight: AgreementSight) -> tuple[Section, ...]:
    """The sections that this kind of agreement has, in order."""
    return tuple(_section(each, sight) for each in SECTIONS if each.fits(sight.agreement.kind))


def _section(section: SectionOf, sight: AgreementSight) -> Section:
    url = ""
    if sight.may_edit and section.edited:
        url = reverse("desk:agreement-edit", args=[sight.slug, sight.agreement.id, section.id])
    if sight.may_edit and section.id == "points":
        url = reverse("desk:agreement-points", args=[sight.slug, sight.agreement.id])
    definitions = DEFINED[section.id](sight) if section.id in DEFINED else ()
    return Section(
        anchor=section.id,
        title=str(section.title),
        about=str(section.about),
        definitions=tuple(definitions),
        table=TABLES[section.id](sight) if section.id in TABLES else None,
        comparisons=deviations_shown(sight.agreement.deviations) if section.id == "deviations" else (),
        edit_url=url,
        add_url=_leaflet_url(sight) if section.id == "leaflets" and sight.may_tell else "",
        empty=str(section.empty),
        folds=sight.folds.get(section.id, ()),
        cases=sight.cases.get(section.id, ()),
    )


def _leaflet_url(sight: AgreementSight) -> str:
    party = next(iter(sight.agreement.parties), None)
    told = {"agreement_id": sight.agreement.id, **({"party_name": party.party_name} if party else {})}
    return f"{reverse('desk:leaflet-new', args=[sight.slug])}?{urlencode(told)}"
