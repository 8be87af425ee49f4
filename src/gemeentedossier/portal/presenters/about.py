"""What a reader must know of the text itself: which version, since when, under which address; and of decisions."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Alert
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.portal.presenters.parts import Fact, Group, Item, Section
from gemeentedossier.portal.presenters.words import language


def day(version: ActivityVersion, field: str) -> str:
    """The day of a moment of the version in words; empty where it has none."""
    moment = getattr(version, field)
    return date_format(localtime(moment), "j F Y") if moment else ""


def decisions(activity: Activity) -> Section:
    """Whether a computer decides (GDPR 13(2)(f), 22)."""
    recorded = activity.characteristics.automated_decision
    said = {
        True: _("Yes. A computer takes a decision about you, without a person."),
        False: _("No. A person takes the decisions."),
    }
    account = activity.account
    own = (account.automated_decision_ground, account.automated_decision_safeguards) if recorded else ()
    return Section(
        identifier="decisions",
        title=_("Does a computer decide?"),
        paragraphs=(
            *((Item(text=said[recorded]),) if recorded is not None else ()),
            *(Item(text=text, own=True) for text in own if text),
        ),
        missing=() if recorded is not None else (_("It is not recorded whether a computer decides."),),
    )


def assessed(summaries: tuple[str, ...]) -> tuple[Section, ...]:
    """What an impact assessment found, as it was published (GDPR 35); nothing where none was."""
    if not summaries:
        return ()
    return (
        Section(
            identifier="assessed",
            title=_("What can this mean for you?"),
            paragraphs=tuple(Item(text=each, own=True) for each in summaries),
        ),
    )


def this_text(version: ActivityVersion, *, address: str, json_address: str, worded_anew: bool) -> Section:
    """The version, its dates, by which law it is worded, and its permanent address."""
    published = day(version, "published_at")
    anew = _("This edition is no longer here. Names of laws, data and periods above read as they do today.")
    law = Item(text=edition_words(version.catalogue_version, language()), note=anew if worded_anew else "")
    return Section(
        identifier="version",
        title=_("About this text"),
        groups=(
            Group(
                facts=(
                    Fact(label=_("Version"), items=(Item(text=str(version.number)),)),
                    Fact(label=_("Adopted on"), items=(Item(text=day(version, "adopted_at")),)),
                    Fact(
                        label=_("Published on"),
                        items=(Item(text=published),) if published else (),
                        missing=_("Not published yet"),
                    ),
                    Fact(label=_("Law as known in"), items=(law,)),
                    Fact(
                        label=_("Permanent address"),
                        items=(
                            Item(text=address, url=address, note=_("This address always shows exactly this version.")),
                            Item(text=_("The same as data (JSON)"), url=json_address),
                        ),
                    ),
                )
            ),
        ),
    )


def alerts(version: ActivityVersion, successor: ActivityVersion | None, *, newest_url: str) -> tuple[Alert, ...]:
    """That the text is not public yet, or that a newer one took its place."""
    if version.withdrawn_at:
        return (
            Alert(
                title=_("Only you and your colleagues see this"),
                text=_("Its publication was withdrawn on %(day)s: %(reason)s")
                % {"day": day(version, "withdrawn_at"), "reason": version.withdrawn_because},
                tone=Tone.ATTENTION,
                shape=Shape.DIAMOND,
            ),
        )
    if version.published_at is None:
        return (
            Alert(
                title=_("Only you and your colleagues see this"),
                text=_("This version was adopted but is not published. Visitors get “not found” at this address."),
                tone=Tone.ATTENTION,
                shape=Shape.DIAMOND,
            ),
        )
    if successor is None:
        return ()
    dates = {"from": day(version, "published_at"), "until": day(successor, "published_at")}
    return (
        Alert(
            title=_("There is a newer version"),
            text=_("You read what held from %(from)s until %(until)s.") % dates,
            shape=Shape.CLOCK,
            action=Action(label=_("Read what holds now"), url=newest_url),
        ),
    )
