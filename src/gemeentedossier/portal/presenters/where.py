"""Who receives the data, whether they leave the EEA, and how long they are kept."""

import re
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration, retention_wording
from gemeentedossier.catalogue.facts import Catalogue, RetentionForm, RetentionRule
from gemeentedossier.dossier.register.enums import PartyRole, RetentionSource
from gemeentedossier.dossier.register.facts import Activity, PartyRelation, Recipient, RetentionPeriod, Transfer
from gemeentedossier.foundation.engine.countries import country_name
from gemeentedossier.portal.presenters.law import provision
from gemeentedossier.portal.presenters.names import named
from gemeentedossier.portal.presenters.parts import Fact, Group, Item, Section
from gemeentedossier.portal.presenters.words import language, mechanism, trigger

_ONLY_A_TERM = re.compile(
    r"\W*(?:\w+\W+)?(?:jaar|jaren|jr|maand|maanden|mnd|week|weken|dag|dagen|years?|months?|weeks?|days?)\W*",
    re.IGNORECASE,
)
"""A text such as “1 jaar”: how long, and nothing about the moment from which it counts."""


def receivers(activity: Activity, catalogue: Catalogue) -> Section:
    """Recipients (GDPR 30(1)(d)) and who works with the data for or with the municipality."""
    names = {relation.party_id: relation.party_name for relation in activity.parties}
    items = (
        *(_recipient(recipient, catalogue, names) for recipient in activity.recipients),
        *(_relation(relation) for relation in activity.parties if relation.role is not PartyRole.CLIENT),
    )
    return Section(
        identifier="recipients",
        title=_("Who receives the data"),
        items=items,
        missing=() if items else (_("It is not recorded who receives the data."),),
    )


def outside_eea(activity: Activity) -> Section:
    """Transfers (GDPR 44 to 49): none, some, or nobody said."""
    recorded = activity.characteristics.transfer_outside_eea
    says_no = recorded is False and not activity.transfers
    stays = _("No. The data stay inside the European Economic Area: the EU, Norway, Iceland and Liechtenstein.")
    unsaid = (
        _("Yes, but it is not recorded to which country and how the data are protected there.")
        if recorded
        else _("It is not recorded whether the data leave Europe.")
    )
    return Section(
        identifier="transfers",
        title=_("Outside Europe"),
        paragraphs=(Item(text=stays),) if says_no else (),
        groups=tuple(map(_transfer, activity.transfers)),
        missing=() if says_no or activity.transfers else (unsaid,),
    )


def retention(activity: Activity, catalogue: Catalogue) -> Section:
    """How long, from when and by whose rule (GDPR 5(1)(e), 30(1)(f))."""
    return Section(
        identifier="retention",
        title=_("How long we keep the data"),
        groups=tuple(_period(period, catalogue) for period in activity.retention),
        missing=() if activity.retention else (_("It is not recorded how long the data are kept."),),
    )


def term(period: RetentionPeriod, catalogue: Catalogue) -> Item | None:
    """The term in words; None where nobody recorded one."""
    rule = catalogue.retention_rules.get(period.rule_id)
    if period.permanent:
        return Item(text=_("For ever"))
    if period.period:
        return Item(text=_words(period.period))
    if rule:
        words = retention_wording(rule, language())
        return Item(text=words[:1].upper() + words[1:])
    return Item(text=period.text, own=True) if period.text else None


def terms(activity: Activity, catalogue: Catalogue) -> tuple[Item, ...]:
    """How long, for a summary: each term with the data that it is about, where there is more than one."""
    told = [(period, item) for period in activity.retention if (item := term(period, catalogue))]
    if len({item.text for _period, item in told}) < 2:
        return tuple(dict.fromkeys(item for _period, item in told))
    return tuple(dict.fromkeys(_of_which(period, item) for period, item in told))


def _of_which(period: RetentionPeriod, item: Item) -> Item:
    unsaid = _("For which data is not recorded")
    return replace(item, note=period.applies_to or unsaid, note_own=bool(period.applies_to))


def _recipient(recipient: Recipient, catalogue: Catalogue, names: dict[UUID, str]) -> Item:
    party = names.get(recipient.party_id, "") if recipient.party_id else ""
    own = recipient.text or party or recipient.category or _("An organisation that is not named here")
    item = named(catalogue.recipient_categories.get(recipient.category), otherwise=own)
    return Item(text=item.text, own=item.own, note=recipient.reason, note_own=True)


def _relation(relation: PartyRelation) -> Item:
    notes = {
        PartyRole.PROCESSOR: _("Works for the municipality, on its instructions."),
        PartyRole.JOINT_CONTROLLER: _("Is responsible together with the municipality."),
        PartyRole.INDEPENDENT_CONTROLLER: _("Is responsible itself for what it does with the data."),
    }
    name = relation.party_name or _("An organisation that is not named here")
    unsaid = _("It is not recorded what this organisation does with the data.")
    return Item(text=name, own=True, note=notes.get(relation.role, unsaid) if relation.role else unsaid)


def _transfer(transfer: Transfer) -> Group:
    country = country_name(transfer.country, language())
    return Group(
        title=Item(
            text=transfer.recipient or _("An organisation that is not named here"), own=bool(transfer.recipient)
        ),
        facts=(
            Fact(label=_("Country"), items=(Item(text=country),) if country else (), missing=_("Not recorded.")),
            Fact(
                label=_("How the data are protected there"),
                items=(Item(text=mechanism(transfer.mechanism)),) if transfer.mechanism else (),
                missing=_("Not recorded."),
            ),
        ),
    )


def _period(period: RetentionPeriod, catalogue: Catalogue) -> Group:
    rule = catalogue.retention_rules.get(period.rule_id)
    told = term(period, catalogue)
    permanent = period.permanent or (not period.period and rule and rule.form is RetentionForm.PERMANENT)
    return Group(
        title=Item(text=period.applies_to, own=True) if period.applies_to else None,
        facts=(
            Fact(label=_("Kept for"), items=(told,) if told else (), missing=_("It is not recorded how long.")),
            *(() if permanent else (start_of(period, rule),)),
            *_rule(period, rule, catalogue),
        ),
    )


def start_of(period: RetentionPeriod, rule: RetentionRule | None) -> Fact:
    """From which moment the term counts."""
    if words := trigger(period.trigger):
        items: tuple[Item, ...] = (Item(text=words),)
    elif rule:
        said = rule.trigger_words.in_language(language())
        plain = trigger(rule.trigger)
        items = (Item(text=plain or said, note=said if plain else ""),)
    else:
        says_more = period.period and period.text and not _ONLY_A_TERM.fullmatch(period.text)
        items = (Item(text=period.text, own=True),) if says_more else ()
    return Fact(label=_("Counted"), items=items, missing=_("It is not recorded from which moment."), explained=True)


def _rule(period: RetentionPeriod, rule: RetentionRule | None, catalogue: Catalogue) -> Iterable[Fact]:
    """Who says so: a statute, the selection list of the archives, or the municipality itself."""
    items: list[Item] = []
    if rule and rule.legal_basis and (law := provision(catalogue, rule.legal_basis)):
        items.append(law)
    if rule and rule.selectielijst:
        number = rule.selectielijst.number
        items.append(Item(text=_("Selection list for municipalities 2020, result %(number)s") % {"number": number}))
    sources = {
        RetentionSource.STATUTE: _("A law sets this term."),
        RetentionSource.SELECTIELIJST: _("The selection list for municipal archives sets this term."),
        RetentionSource.OWN_DECISION: _("The municipality decided this itself."),
    }
    if not items and period.source:
        items.append(Item(text=sources[period.source]))
    if rule and rule.extension:
        said = rule.extension.in_language(language())
        items.append(Item(text=_("Or longer, where good help or the task asks for it."), note=said))
    yield Fact(
        label=_("Who says so"), items=tuple(items), missing=_("It is not recorded who sets this term."), explained=True
    )


def _words(period: str) -> str:
    try:
        return parse_duration(period).wording(language())
    except InvalidDuration:
        return period
