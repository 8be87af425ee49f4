"""Which data of whom, with what the law protects more called out plainly, and where the data come from."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import Catalogue, DataKind
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Alert
from gemeentedossier.dossier.register.facts import Activity, DataSource, DataUse
from gemeentedossier.portal.presenters.law import provision
from gemeentedossier.portal.presenters.names import categories, named
from gemeentedossier.portal.presenters.parts import Fact, Group, Item, Section
from gemeentedossier.portal.presenters.words import criminal_ground, language, special_ground


def personal_data(activity: Activity, catalogue: Catalogue) -> Section:
    """Every use of data: of whom, which, why, and on which exception."""
    return Section(
        identifier="data",
        title=_("Which data we use"),
        groups=tuple(_use(use, catalogue) for use in activity.data_uses),
        missing=() if activity.data_uses else (_("It is not recorded which data of whom are used."),),
    )


def origins(activity: Activity, catalogue: Catalogue) -> Section:
    """From the person or from others (GDPR 13, 14)."""
    return Section(
        identifier="sources",
        title=_("Where the data come from"),
        items=tuple(_source(source, catalogue) for source in activity.sources),
        missing=() if activity.sources else (_("It is not recorded where the data come from."),),
    )


def _use(use: DataUse, catalogue: Catalogue) -> Group:
    return Group(
        facts=(
            Fact(
                label=_("Of whom"),
                items=categories(catalogue.subject_categories, use.subject_categories, own=use.subject_categories_own),
                missing=_("It is not recorded of whom."),
            ),
            Fact(
                label=_("Which data"),
                items=categories(catalogue.data_categories, use.data_categories, own=use.data_categories_own),
                missing=_("It is not recorded which data."),
            ),
            *((Fact(label=_("Why these data"), items=(Item(text=use.necessity, own=True),)),) if use.necessity else ()),
            *_exceptions(use, catalogue),
        ),
        callouts=tuple(_callouts(use, catalogue)),
    )


def _of_kind(use: DataUse, catalogue: Catalogue, kind: DataKind) -> str:
    """The names of the data of a kind, as a list in words; empty where there are none."""
    found = (catalogue.data_categories.get(i) for i in use.data_categories)
    return ", ".join(c.name.in_language(language()).lower() for c in found if c and c.kind is kind)


def _callouts(use: DataUse, catalogue: Catalogue) -> Iterable[Alert]:
    """What the law protects more than other data (GDPR 9, 10, 87)."""
    told = (
        (
            DataKind.SPECIAL,
            _("Special personal data: %(data)s"),
            _("These data say something very private. Using them is forbidden, unless the law makes an exception."),
        ),
        (
            DataKind.CRIMINAL,
            _("Criminal data: %(data)s"),
            _("These data are about crimes or suspicions. The municipality may use them only where a law allows it."),
        ),
        (
            DataKind.NATIONAL_NUMBER,
            _("Your citizen service number (BSN)"),
            _("The municipality may use this number only where a law says so."),
        ),
    )
    for kind, title, text in told:
        if names := _of_kind(use, catalogue, kind):
            yield Alert(title=title % {"data": names}, text=text, tone=Tone.NOTE, shape=Shape.INFORMATION)


def _exceptions(use: DataUse, catalogue: Catalogue) -> Iterable[Fact]:
    special = special_ground(use.special_ground) if use.special_ground else ""
    criminal = criminal_ground(use.criminal_ground) if use.criminal_ground else ""
    asked = (
        (DataKind.SPECIAL, _("Why special data are allowed"), special, use.special_provision_id, use.special_reasoning),
        (
            DataKind.CRIMINAL,
            _("Why criminal data are allowed"),
            criminal,
            use.criminal_provision_id,
            use.criminal_reasoning,
        ),
        (DataKind.NATIONAL_NUMBER, _("Why the BSN is allowed"), "", use.bsn_provision_id, use.bsn_reasoning),
    )
    for kind, label, sentence, provision_id, reasoning in asked:
        law = provision(catalogue, provision_id)
        said = (Item(text=sentence) if sentence else None, law, Item(text=reasoning, own=True) if reasoning else None)
        items = tuple(item for item in said if item)
        if items or _of_kind(use, catalogue, kind):
            yield Fact(
                label=label, items=items, missing=_("It is not recorded on which exception this rests."), explained=True
            )


def _source(source: DataSource, catalogue: Catalogue) -> Item:
    if source.recipient_category:
        item = named(catalogue.recipient_categories.get(source.recipient_category), otherwise=source.recipient_category)
        return Item(text=item.text, own=item.own, note=source.text, note_own=True)
    if source.from_data_subject:
        return Item(text=_("From you"), note=source.text, note_own=True)
    return Item(text=source.text, own=True) if source.text else Item(text=_("Another source, which is not named"))
