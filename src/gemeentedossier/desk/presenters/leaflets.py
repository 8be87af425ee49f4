"""Leaflets: what a party tells about one product, and whether that is whole, current and about what was agreed."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.design.enums import Shape, Tone, Weight
from gemeentedossier.design.parts import Action, Alert, Cell, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.desk.presenters.leaflet_words import (
    agreement_of,
    fit_badge,
    fit_sentence,
    product_of,
)
from gemeentedossier.desk.presenters.parties import party_url
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.dossier.agreements.engine.leaflets import is_overdue_on
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.presenters.leaflets import term_badge, told_badge
from gemeentedossier.foundation.addresses import reverse


def leaflet_url(slug: str, key: UUID) -> str:
    """The page of a leaflet."""
    return reverse("desk:leaflet", args=[slug, key])


def leaflets_table(sheet: Sheet, leaflets: Iterable[Leaflet], *, of_whom: bool = True) -> Table | None:
    """The leaflets with how they stand; ``of_whom`` is left out where all are of one party."""
    labels = (_("About"), _("Belongs to"), _("What was agreed"), _("Tells"), _("Term"))
    rows, lint = [], Lint(sheet.catalogue)
    for each in leaflets:
        agreement = agreement_of(sheet, each)
        url = agreement_url(sheet.slug, agreement.id, "leaflets") if agreement else ""
        cells = (
            Cell(
                text=product_of(sheet, each),
                url=leaflet_url(sheet.slug, each.id),
                note=each.party_name if of_whom else "",
            ),
            Cell(text=agreement.name if agreement else "", url=url),
            Cell(badge=fit_badge(sheet, each)),
            Cell(badge=told_badge(each, lint)),
            Cell(badge=term_badge(each, sheet.today)),
        )
        rows.append(Row(cells=cells))
    return table(_("Leaflets"), labels, tuple(rows))


def leaflet_said(sheet: Sheet, leaflet: Leaflet) -> Iterator[Definition]:
    """What it is about, whose it is, and to which agreement it belongs."""
    yield Definition(
        term=_("Of"), links=(Link(label=leaflet.party_name, url=party_url(sheet.slug, leaflet.party_id, "leaflets")),)
    )
    yield Definition(term=_("About"), links=(_product_link(sheet, leaflet),))
    agreement = agreement_of(sheet, leaflet)
    if agreement:
        link = Link(label=agreement.name, url=agreement_url(sheet.slug, agreement.id, "leaflets"))
        yield Definition(term=_("Belongs to"), links=(link,))
    yield said(_("What was agreed"), fit_sentence(sheet, leaflet))
    yield said(_("Written on"), day(leaflet.issued_on))
    yield Definition(term=_("To be looked at again"), badge=term_badge(leaflet, sheet.today))
    if leaflet.evidence_id:
        link = Link(label=_("As the party gave it"), url=piece_url(sheet.slug, leaflet.evidence_id))
        yield Definition(term=_("Evidence"), links=(link,))


def _product_link(sheet: Sheet, leaflet: Leaflet) -> Link:
    name, key = ("system", leaflet.system_id) if leaflet.system_id else ("tool", leaflet.tool_id)
    url = reverse(f"desk:{name}", args=[sheet.slug, key]) if key else ""
    return Link(label=product_of(sheet, leaflet), url=url)


def leaflet_files(slug: str, key: UUID, *, language: str) -> tuple[Action, ...]:
    """A button per form."""
    return tuple(
        Action(
            label=form.value.upper(),
            url=f"{reverse('desk:leaflet-text-file', args=[slug, key, form.value])}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)
    )


def no_leaflets(*, may_record: bool, url: str) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No leaflet is recorded yet"),
        belongs=_("Here stands what each supplier or partner tells about its product: which data, of whom, how long."),
        reason=_("Who uses a product must be able to tell people plainly what happens in it (Article 12(1))."),
        step=Action(label=_("Record a leaflet"), url=url) if may_record else None,
    )


def overdue_alert(sheet: Sheet, leaflet: Leaflet) -> Alert | None:
    """That it may no longer be relied on; None while it may."""
    if not is_overdue_on(leaflet, sheet.today):
        return None
    return Alert(
        title=_("This leaflet ran out"),
        text=_("Ask %(party)s for a new one, and record what it says.") % {"party": leaflet.party_name},
        tone=Tone.ATTENTION,
        shape=Shape.CLOCK,
    )
