"""The one next step of a breach, in a sentence: what, where, and who may."""

from collections.abc import Collection

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Shape, Tone, Weight
from gemeentedossier.design.parts import Action, Alert
from gemeentedossier.desk.presenters.breaches import BreachSight
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.enums import BreachState
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import PERMISSIONS, ROLE_WORDS

PERMITTED = {
    "moments": "breaches.edit_breach",
    "triage": "breaches.triage_breach",
    "judgement": "breaches.judge_breach",
    "decisions": "breaches.decide_breach",
    "notifications": "breaches.notify_authority",
    "messages": "breaches.inform_people",
    "measures": "breaches.record_measure",
    "closing": "breaches.close_breach",
}
"""Which permission the step in a section asks."""
PAGES = {
    "moments": "moments",
    "triage": "triage",
    "judgement": "judgement",
    "notifications": "form",
    "messages": "tell",
}
"""The page on which a step is taken; the other steps open on the page of the breach itself."""


def next_of(sight: BreachSight, breach: PersonalDataBreach, roles: Collection[str]) -> Alert | None:
    """What is to be done now; None where the work is closed."""
    if breach.closing.closed_at:
        return None
    section, title, button = _step(breach)
    may = not PERMISSIONS[PERMITTED[section]].isdisjoint(roles)
    action = Action(label=button, url=_url(sight, breach, section), weight=Weight.PRIMARY) if may else None
    return Alert(title=title, text=_who(sight, section), tone=Tone.NOTE, shape=Shape.INFORMATION, action=action)


def _step(breach: PersonalDataBreach) -> tuple[str, str, str]:
    """The section of the step, what is to be done, and the words of its button."""
    state = state_of(breach)
    if state is not BreachState.NO_BREACH and breach.moments.aware_at is None:
        return (
            "moments",
            _("Do this now: record since when the municipality knew. From then the hours of the law run."),
            _("Record that moment"),
        )
    if state is BreachState.TO_NOTIFY and breach.is_for_another:
        name = breach.triage.controller_name or _("the controller")
        return (
            "notifications",
            _("Do this now: tell %(name)s of the breach, and record what you sent.") % {"name": name},
            _("Open the message to the controller"),
        )
    return _steps()[state]


def _steps() -> dict[BreachState, tuple[str, str, str]]:
    mend = _("Do this now: record what is mended and what keeps it from happening again, and say when it was done.")
    return {
        BreachState.REPORTED: (
            "triage",
            _("Do this now: answer the five questions, which tell whether it is a breach."),
            _("Answer the questions"),
        ),
        BreachState.TO_WEIGH: (
            "judgement",
            _("Do this now: weigh the risk to people. It decides who must be told."),
            _("Weigh the risk"),
        ),
        BreachState.TO_DECIDE: (
            "decisions",
            _("Do this now: decide whether to notify the authority, and whether to tell people."),
            _("To the decisions"),
        ),
        BreachState.TO_NOTIFY: (
            "notifications",
            _("Do this now: fill in the form of the authority with this text, and record what you sent."),
            _("Open the text for the form"),
        ),
        BreachState.TO_TELL: (
            "messages",
            _("Do this now: tell the people concerned, and record what they were told."),
            _("Record how people were told"),
        ),
        BreachState.TO_MEND: ("measures", mend, _("To the measures")),
        BreachState.TO_CLOSE: (
            "closing",
            _("Do this now: everything is done, so close the work."),
            _("To the closing"),
        ),
        BreachState.NO_BREACH: (
            "closing",
            _("Do this now: it is no breach, so close it; the record stays."),
            _("To the closing"),
        ),
    }


def _url(sight: BreachSight, breach: PersonalDataBreach, section: str) -> str:
    page = PAGES.get(section)
    if page is None:
        return f"{reverse('desk:breach', args=[sight.slug, breach.id])}#{section}"
    return reverse(f"desk:breach-{page}", args=[sight.slug, breach.id])


def _who(sight: BreachSight, section: str) -> str:
    """The roles that may take the step, with the names of who holds them."""
    roles, day = PERMISSIONS[PERMITTED[section]], localtime(sight.now).date()
    people = sight.dossier.organisation.people
    names = sorted({each.name for each in people if any(each.holds_on(role, day) for role in roles)})
    told = ", ".join(sorted(str(ROLE_WORDS[role]) for role in roles))
    if section == "measures" or not names:
        return _("This is for: %(roles)s.") % {"roles": told}
    return _("This is for: %(roles)s (%(names)s).") % {"roles": told, "names": ", ".join(names)}


def waits_for(sight: BreachSight, breach: PersonalDataBreach) -> str:
    """What must come before anything can be decided, and who decides then."""
    told = _("Nothing was decided yet.")
    if breach.judgement.risk is None:
        told = _("Nothing was decided yet. First answer the five questions and weigh the risk.")
    return f"{told} {_who(sight, 'decisions')}"
