"""Who answers for it: the controllers, and where people reach them and the data protection officer."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.dossier.register.enums import ActivityRole, PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.portal.presenters.law import mail_to
from gemeentedossier.portal.presenters.parts import Fact, Group, Item, Section
from gemeentedossier.portal.queries import Contacts


def responsible(activity: Activity, contacts: Contacts) -> Section:
    """The controllers of this version, with the contact points of today (GDPR 13(1)(a) and (b))."""
    return Section(
        identifier="responsible",
        title=_("Who is responsible"),
        paragraphs=_capacity(activity),
        groups=(
            Group(
                facts=(
                    Fact(
                        label=pgettext("GDPR 4(7)", "Controller"),
                        items=_controllers(activity, contacts),
                        missing=_("It is not recorded who is responsible."),
                    ),
                    *contact_facts(contacts),
                )
            ),
        ),
    )


def contact_facts(contacts: Contacts) -> tuple[Fact, ...]:
    """Where to ask a question, and how to reach the data protection officer."""
    officer, point = contacts.data_protection_officer, contacts.contact_point
    return (
        Fact(
            label=_("Questions about privacy"),
            items=(Item(text=point, url=mail_to(point), own=True),) if point else (),
            missing=_("The municipality has not recorded a contact point."),
        ),
        Fact(
            label=_("Data protection officer"),
            items=(Item(text=officer, url=mail_to(officer), own=True),) if officer else (),
            missing=_("The municipality has not recorded how to reach the officer."),
        ),
    )


def _reached(name: str, contact: str) -> Item:
    return Item(text=name, own=True, note=contact, note_url=mail_to(contact))


def controllers(contacts: Contacts) -> tuple[Item, ...]:
    """All controllers of the municipality."""
    return tuple(_reached(name, contact) for _id, name, contact in contacts.controllers)


def _controllers(activity: Activity, contacts: Contacts) -> tuple[Item, ...]:
    reached = {identifier: contact for identifier, _name, contact in contacts.controllers}
    pairs = zip(activity.controller_ids, activity.controllers, strict=False)
    return (
        *(_reached(name, reached.get(identifier, "")) for identifier, name in pairs),
        *(Item(text=name, own=True) for name in activity.controllers_own),
    )


def _capacity(activity: Activity) -> tuple[Item, ...]:
    """A processor answers to another; joint controllers answer together (GDPR 26, 28)."""
    if activity.role is ActivityRole.PROCESSOR:
        clients = [p.party_name for p in activity.parties if p.role is PartyRole.CLIENT and p.party_name]
        told = _("The municipality does this for another organisation, which is responsible: %(names)s.")
        unsaid = _("The municipality does this for another organisation. It is not recorded which one.")
        return (Item(text=told % {"names": ", ".join(clients)} if clients else unsaid),)
    if activity.role is ActivityRole.JOINT_CONTROLLER:
        arrangement = activity.account.joint_arrangement
        shared = Item(text=_("The municipality is responsible together with others. You may turn to each of them."))
        return (shared, Item(text=arrangement, own=True)) if arrangement else (shared,)
    return ()
