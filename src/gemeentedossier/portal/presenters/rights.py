"""The rights of people in plain words: which hold on these grounds, what they mean and how to use them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.design.parts import safe_url
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.portal.engine.rights import RightHeld, Standing, grounds_of, rights_for
from gemeentedossier.portal.presenters.law import gdpr, mail_to
from gemeentedossier.portal.presenters.parts import Fact, Group, Item, Section
from gemeentedossier.portal.queries import Contacts

AUTHORITY = "https://www.autoriteitpersoonsgegevens.nl"


@dataclass(frozen=True, slots=True)
class Wording:
    """A right as a title, what it lets you do, and its article of the GDPR."""

    title: str
    meaning: str
    article: str
    paragraph: str | None = None


def wording(right: DataSubjectRight) -> Wording:
    """The right in words that most people read."""
    return {
        DataSubjectRight.ACCESS: Wording(
            _("See your data"), _("You may ask which data we have of you, and get a copy."), "15"
        ),
        DataSubjectRight.RECTIFICATION: Wording(
            _("Have mistakes corrected"), _("Is something wrong or missing? We correct it or add to it."), "16"
        ),
        DataSubjectRight.ERASURE: Wording(
            _("Have data erased"), _("You may ask us to erase data that we no longer need or may not have."), "17"
        ),
        DataSubjectRight.RESTRICTION: Wording(
            _("Have the use paused"),
            _("You may ask us not to use your data while we sort out a question of yours."),
            "18",
        ),
        DataSubjectRight.PORTABILITY: Wording(
            _("Take your data with you"),
            _("You may get the data that you gave us as a file, for another organisation."),
            "20",
        ),
        DataSubjectRight.OBJECTION: Wording(
            pgettext("right", "Object"),
            _("Does your situation make this use unfair to you? Object. We then stop, or explain why we may go on."),
            "21",
        ),
        DataSubjectRight.NO_AUTOMATED_DECISION: Wording(
            _("A person who decides"),
            _("You may refuse that only a computer takes a decision with large consequences for you."),
            "22",
        ),
        DataSubjectRight.WITHDRAW_CONSENT: Wording(
            _("Withdraw your consent"),
            _("You may do that at any time. From then on we no longer use the data."),
            "7",
            "3",
        ),
    }[right]


def your_rights(activity: Activity, catalogue: Catalogue, contacts: Contacts, *, asking: str) -> Section:
    """The rights on the grounds of this activity, and how to use them."""
    ways = {text for p in activity.purposes for b in p.legal_bases if (text := b.withdrawal_method)}
    return Section(
        identifier="rights",
        title=_("Your rights"),
        paragraphs=(Item(text=_("These are the rights you have here. Using them normally costs nothing.")),),
        groups=(
            *(_right(held, catalogue, ways=sorted(ways)) for held in rights_for(grounds_of(activity))),
            _how(contacts, asking=asking),
        ),
    )


def general_rights(catalogue: Catalogue) -> tuple[Group, ...]:
    """All rights, for a page that is not about one activity."""
    return tuple(_right(RightHeld(right), catalogue, ways=[]) for right in DataSubjectRight)


def how_to_use(contacts: Contacts) -> tuple[Item, ...]:
    """Where to send a request; empty where nobody recorded it."""
    page = safe_url(contacts.rights_page)
    point = contacts.contact_point
    return (
        *((Item(text=_("Ask for it on the page of the municipality"), url=page),) if page else ()),
        *((Item(text=point, url=mail_to(point), own=True),) if point else ()),
    )


def ask_here(url: str) -> Item:
    """The form by which somebody files a request here."""
    return Item(text=_("Ask about your data with the form here"), url=url)


def complaint(contacts: Contacts) -> Section:
    """To the municipality first if you like, and always to the supervisory authority (GDPR 77)."""
    own = safe_url(contacts.complaint_page)
    here = (Item(text=_("Complain to the municipality"), url=own),) if own and AUTHORITY not in own else ()
    officer = contacts.data_protection_officer
    talk = (
        Item(
            text=_("Talk to the data protection officer: %(contact)s") % {"contact": officer},
            note=_("The officer is independent and watches over the rules inside the municipality."),
        ),
    )
    return Section(
        identifier="complaint",
        title=_("Not satisfied?"),
        items=(
            *(talk if officer else ()),
            *here,
            Item(
                text=_("Complain to the Autoriteit Persoonsgegevens"),
                url=AUTHORITY,
                note=_("This is the Dutch supervisory authority. You may always go there."),
            ),
        ),
    )


def _right(held: RightHeld, catalogue: Catalogue, *, ways: list[str]) -> Group:
    words = wording(held.right)
    article = gdpr(catalogue, article=words.article, paragraph=words.paragraph)
    limits = {
        Standing.HOLDS: (),
        Standing.LIMITED: (Item(text=_("Often not possible here: a law asks us to use or keep these data.")),),
        Standing.DEPENDS: (Item(text=_("Whether this holds depends on something that is not recorded here.")),),
    }[held.standing]
    withdrawing = held.right is DataSubjectRight.WITHDRAW_CONSENT
    own = tuple(Item(text=way, own=True) for way in ways) if withdrawing else ()
    return Group(title=Item(text=words.title), paragraphs=(Item(text=words.meaning), *limits, *own, article))


def _how(contacts: Contacts, *, asking: str) -> Group:
    return Group(
        title=Item(text=_("How to use your rights")),
        paragraphs=(
            Item(text=_("You get an answer within one month. If it takes longer, we tell you why within that month.")),
        ),
        facts=(
            Fact(
                label=_("Where"),
                items=(ask_here(asking), *how_to_use(contacts)),
            ),
        ),
    )
