"""Why the municipality does it and why it may: purposes, grounds and the weighing behind them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.register.facts import Activity, FurtherUse, LegalBasis, Purpose
from gemeentedossier.portal.engine.rights import BY_LAW
from gemeentedossier.portal.presenters.law import gdpr, provision
from gemeentedossier.portal.presenters.parts import Fact, Group, Item, Section
from gemeentedossier.portal.presenters.words import ground, ground_name


def purposes(activity: Activity, catalogue: Catalogue) -> Section:
    """What the data are for, and on which ground, per purpose."""
    return Section(
        identifier="why",
        title=_("Why we use your data"),
        groups=tuple(_purpose(purpose, catalogue) for purpose in activity.purposes),
        missing=() if activity.purposes else (_("It is not recorded for what purpose this happens."),),
    )


def further_use(activity: Activity, catalogue: Catalogue) -> Section:
    """Whether the data also serve another purpose (GDPR 6(4), 13(3))."""
    recorded = activity.characteristics.further_use
    says_no = recorded is False and not activity.further_uses
    return Section(
        identifier="further-use",
        title=_("Other use of the same data"),
        paragraphs=(Item(text=_("No. We do not use these data for another purpose.")),) if says_no else (),
        groups=tuple(_further(use, catalogue) for use in activity.further_uses),
        missing=() if says_no or activity.further_uses else (_further_missing(recorded),),
    )


def _purpose(purpose: Purpose, catalogue: Catalogue) -> Group:
    bases = purpose.legal_bases
    return Group(
        title=Item(text=purpose.text, own=True),
        facts=(
            Fact(
                label=_("Why this is allowed"),
                items=tuple(_grounds(bases, catalogue)),
                missing=_("It is not recorded on which ground this is allowed."),
            ),
            *_laws(bases, catalogue),
            *_weighing(bases),
        ),
    )


def _grounds(bases: tuple[LegalBasis, ...], catalogue: Catalogue) -> Iterable[Item]:
    for found in dict.fromkeys(basis.article_6 for basis in bases if basis.article_6):
        article = gdpr(catalogue, article="6", paragraph="1", point=found.value)
        yield Item(text=ground(found), note=f"{ground_name(found)}: {article.text}", note_url=article.url)


def _provisions(bases: tuple[LegalBasis, ...], catalogue: Catalogue) -> Iterable[Item]:
    found = (provision(catalogue, basis.provision_id, text=basis.provision_text) for basis in bases)
    return dict.fromkeys(item for item in found if item)


def _laws(bases: tuple[LegalBasis, ...], catalogue: Catalogue) -> Iterable[Fact]:
    """A legal obligation and a public task must stand in a law (GDPR 6(3)); the other grounds need none."""
    items = tuple(_provisions(bases, catalogue))
    if items or any(basis.article_6 in BY_LAW for basis in bases):
        missing = _("It is not recorded which law says this.")
        yield Fact(label=_("In which law"), items=items, missing=missing, explained=True)


def _weighing(bases: tuple[LegalBasis, ...]) -> Iterable[Fact]:
    """The weighing is shown where somebody wrote it; each text once."""
    for label, field in (
        (_("Why it is needed"), "necessity"),
        (_("Why it is in proportion"), "proportionality"),
        (_("Why it cannot be done with less"), "subsidiarity"),
        (_("Your free choice"), "freely_given_reasoning"),
        (_("The interest that is weighed"), "legitimate_interest"),
    ):
        texts = dict.fromkeys(text for basis in bases if (text := getattr(basis, field)))
        if texts:
            yield Fact(label=label, items=tuple(Item(text=text, own=True) for text in texts))


def _further(use: FurtherUse, catalogue: Catalogue) -> Group:
    conclusion = (Fact(label=_("Why this is allowed"), items=(Item(text=use.conclusion, own=True),)),)
    law = provision(catalogue, use.provision_id)
    return Group(
        title=Item(text=use.purpose, own=True),
        facts=(
            *(conclusion if use.conclusion else ()),
            *((Fact(label=_("In which law"), items=(law,), explained=True),) if law else ()),
        ),
    )


def _further_missing(recorded: bool | None) -> str:  # noqa: FBT001 - yes, no or unknown, as recorded
    if recorded:
        return _("Yes, but it is not recorded for what purpose.")
    return pgettext("further use", "It is not recorded whether the data are used for something else as well.")
