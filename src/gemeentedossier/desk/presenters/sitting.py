"""The first activity in one sitting: from who the municipality is to its documents, station by station.

Nothing is kept of a sitting: where somebody is follows from the dossier, so that it may be left and taken up again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import RuleNature
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Link
from gemeentedossier.desk.presenters.activity.margin import by_section
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, Section
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.method import Sight, state_badge
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.enums import StepState
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import can, can_for

GROUND = "record-the-organisation"
"""The step of the method that says who the municipality is."""
FURTHEST = (RecordState.PUBLISHED, RecordState.ADOPTED, RecordState.UNDER_REVIEW, RecordState.CONCEPT)
SETTLED = frozenset(FURTHEST[:2])
CLOSED = frozenset({StepState.DONE, StepState.NOT_ASKED})
OTHERS = 8
"""Records that may be chosen instead and are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of the activity, with how many points of law are open there."""

    link: Link
    badge: Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Something to do in the sitting: how far it is, what it is for, and where it is done."""

    anchor: str
    title: str
    state: StepState
    told: tuple[str, ...]
    links: tuple[Link, ...] = ()
    parts: tuple[Part, ...] = ()
    is_next: bool = False

    @property
    def badge(self) -> Badge:
        """How far it is: a word, a shape and a colour."""
        return state_badge(self.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where the sitting is: the dossier as judged, the path of the method with who looks, and which activity."""

    judged: Judged
    sight: Sight
    activity: Activity | None

    def may(self, permission: str) -> bool:
        """Whether this person may do that to the activity."""
        return self.activity is not None and can_for(self.sight.actor, permission, owner_id=self.activity.owner_id)

    def to(self, name: str, *more: object) -> str:
        """The address of a page of this municipality."""
        return reverse(f"desk:{name}", args=[self.sight.slug, *more])


def chosen(judged: Judged, wanted: UUID | None) -> Activity | None:
    """The activity of the sitting: the one that is asked for, else the furthest of all that are not replaced."""
    if wanted is not None:
        return judged.activities.get(wanted)
    known = [each for each in judged.dossier.activities if each.record_state in FURTHEST]
    return min(known, key=lambda each: (FURTHEST.index(each.record_state), each.id), default=None)


def stations(at: Sitting) -> tuple[Station, ...]:
    """Every station in order; the first that is not done is the next."""
    found = (_municipality(at), _choice(at), _sections(at), _submission(at), _adoption(at), _documents(at))
    upcoming = next((each.anchor for each in found if each.state not in CLOSED), "")
    return tuple(replace(each, is_next=each.anchor == upcoming) for each in found)


def _municipality(at: Sitting) -> Station:
    step = at.sight.path.step(GROUND)
    lacking = [each.asked for each in step.conditions if each.state not in CLOSED] if step else []
    return Station(
        anchor="municipality",
        title=_("Say who the municipality is"),
        state=step.state if step else StepState.UNKNOWN,
        told=(
            _("Residents must know which body answers for their data, and where they can ask."),
            *(_("Done when: %(what)s") % {"what": each.text.in_language(language())} for each in lacking),
        ),
        links=(Link(label=_("Municipality and organisation"), url=at.to("organisation")),),
    )


def _choice(at: Sitting) -> Station:
    activity = at.activity
    begin = Link(label=_("Begin from a reference activity"), url=at.to("activity-new"))
    if activity is None:
        may = can(at.sight.actor, "register.create_activity")
        told = _("Take one that you know well. A reference activity fills in what is the same everywhere.")
        return Station(
            anchor="choice",
            title=_("Choose the first activity"),
            state=StepState.OPEN,
            told=(told,),
            links=(begin,) if may else (),
        )
    named = Link(label=activity.name, url=at.to("activity", activity.id))
    return Station(anchor="choice", title=_("Choose the first activity"), state=StepState.DONE, told=(), links=(named,))


def others(at: Sitting) -> tuple[Link, ...]:
    """Concepts that the sitting can go on with instead."""
    known = (each for each in at.judged.dossier.activities if each.record_state is RecordState.CONCEPT)
    rest = [each for each in known if at.activity is None or each.id != at.activity.id]
    return tuple(Link(label=each.name, url=f"{at.to('method-sitting')}?activity={each.id}") for each in rest[:OTHERS])


def further(at: Sitting) -> tuple[Link, ...]:
    """What comes after the sitting."""
    again = Link(label=_("Begin the next activity"), url=at.to("activity-new"))
    path = Link(label=_("The other steps of the method"), url=at.to("method"))
    return (again, path) if can(at.sight.actor, "register.create_activity") else (path,)


def _sections(at: Sitting) -> Station:
    title = _("Complete it, section by section")
    if at.activity is None:
        return Station(anchor="sections", title=title, state=StepState.OPEN, told=())
    found = by_section(at.judged.assessment, at.activity.id)
    left = {each: _open_by_law(found.get(each, [])) for each in SECTIONS}
    parts = tuple(_part(at, at.activity, SECTIONS[each], count) for each, count in left.items() if found.get(each))
    lacking = sum(1 for count in left.values() if count)
    told = ngettext(
        "%(count)s section still has open points of law. Each opens at what is to be filled in, and saves itself.",
        "%(count)s sections still have open points of law. Each opens at what is to be filled in, and saves itself.",
        lacking,
    )
    settled = _("No point of law is open any more.")
    return Station(
        anchor="sections",
        title=title,
        state=_worked(at.activity, lacking=lacking),
        told=(told % {"count": lacking} if lacking else settled, *_submitted_so(at.activity, lacking)),
        parts=parts,
    )


def _submitted_so(activity: Activity, lacking: int) -> tuple[str, ...]:
    """Why the sitting goes on all the same, where something is open in what was submitted."""
    if not lacking or activity.record_state is RecordState.CONCEPT:
        return ()
    return (_("It was submitted as it is: whoever adopts it sees what is open."),)


def _worked(activity: Activity, *, lacking: int) -> StepState:
    """Done where nothing is open, or where it was submitted with what is open; else begun."""
    if not lacking or activity.record_state is not RecordState.CONCEPT:
        return StepState.DONE
    return StepState.BEGUN


def _open_by_law(findings: list[Finding]) -> int:
    return sum(1 for each in findings if each.is_open and each.rule.nature is RuleNature.LAW)


def _part(at: Sitting, activity: Activity, section: Section, count: int) -> Part:
    asks = f"?edit={section.id}" if section.edited and at.may("register.edit_activity") else ""
    url = f"{at.to('activity', activity.id)}{asks}#{section.id}"
    return Part(link=Link(label=str(section.title), url=url), badge=_part_badge(count))


def _part_badge(count: int) -> Badge:
    if not count:
        return Badge(word=pgettext("section of a sitting", "In order"), tone=Tone.GOOD, shape=Shape.CHECK)
    told = ngettext("%(count)s open", "%(count)s open", count) % {"count": count}
    return Badge(word=told, tone=Tone.ATTENTION, shape=Shape.DIAMOND)


def _submission(at: Sitting) -> Station:
    title = _("Submit it for adoption")
    activity = at.activity
    if activity is None or activity.record_state is RecordState.CONCEPT:
        told = _("Whoever adopts it sees what is still open, and decides. Nothing has to be perfect first.")
        return Station(
            anchor="submission", title=title, state=StepState.OPEN, told=(told,), links=tuple(_submit_links(at))
        )
    return Station(anchor="submission", title=title, state=StepState.DONE, told=())


def _submit_links(at: Sitting) -> Iterator[Link]:
    if at.activity is not None and at.may("register.submit_activity"):
        url = f"{at.to('submit', at.activity.id)}?revision={at.activity.revision}"
        yield Link(label=_("Submit for adoption"), url=url)


def _adoption(at: Sitting) -> Station:
    title = _("Have it adopted")
    activity = at.activity
    if activity is not None and activity.record_state in SETTLED:
        told = _("Adopted as version %(number)s.") % {"number": activity.version}
        versions = Link(label=_("The adopted version"), url=at.to("activity-versions", activity.id))
        return Station(anchor="adoption", title=title, state=StepState.DONE, told=(told,), links=(versions,))
    return Station(
        anchor="adoption",
        title=title,
        state=StepState.OPEN,
        told=(_who_adopts(at),),
        links=tuple(_adopt_links(at)),
    )


def _who_adopts(at: Sitting) -> str:
    people, day = at.judged.dossier.organisation.people, day_of(at.judged.dossier)
    names = [each.name for each in people if each.holds_on(Role.EXECUTIVE, day)]
    if not names and not any(each.holds_on(Role.ADMINISTRATOR, day) for each in people):
        return _(
            "Nobody holds the role that adopts yet, and there is no administrator who gives roles. Whoever keeps this"
            " program running makes somebody administrator, with the command “people”."
        )
    if not names:
        return _("Nobody holds the role that adopts yet. The administrator gives it under “People and roles”.")
    return _("This is decided by %(names)s, on the page of the activity.") % {"names": ", ".join(names)}


def _adopt_links(at: Sitting) -> Iterator[Link]:
    under_review = at.activity is not None and at.activity.record_state is RecordState.UNDER_REVIEW
    if at.activity is not None and under_review and at.may("register.adopt_activity"):
        url = f"{at.to('adopt', at.activity.id)}?revision={at.activity.revision}"
        yield Link(label=pgettext("step of a sitting", "Adopt"), url=url)


def _documents(at: Sitting) -> Station:
    adopted = at.activity is not None and at.activity.record_state in SETTLED
    told = _("They follow from what is recorded: every sentence shows why it stands there.")
    return Station(
        anchor="documents",
        title=_("Read the documents"),
        state=StepState.DONE if adopted else StepState.OPEN,
        told=(told,),
        links=(
            Link(label=_("Part A, processing"), url=at.to("document", "part-a")),
            Link(label=_("Register extract"), url=at.to("document", "register-extract")),
        ),
    )
