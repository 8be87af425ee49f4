"""Who may act for a party, as its page shows them to who may invite and to who only reads."""

from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.parties import Representative, Tied, person_badge
from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.parties.actions.representatives import invitation_token
from gemeentedossier.dossier.parties.facts import PartyRepresentative
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import Role


def people_of(visit: Visit, judged: Judged, found: Tied, *, may_invite: bool) -> tuple[Representative, ...]:
    """Everybody who acts, was invited, or acted before."""
    today, people = day_of(judged.dossier), {p.id: p for p in judged.dossier.organisation.people}

    def shown(person: PartyRepresentative) -> Representative:
        known = people.get(person.person_id)
        email = known.email if known else ""
        invited = person.invited_until is not None
        goes_on = invited or person.ends_on is None or person.ends_on >= today
        end = [visit.municipality.slug, found.party.id, person.id]
        link = _link(visit, person) if may_invite and person.is_open_on(today) else ""
        return Representative(
            name=person.person_name,
            email=email,
            state=person_badge(person, today, may_enter=known is not None and known.holds_on(Role.PROVIDER, today)),
            end_url=reverse("desk:party-person-end", args=end) if may_invite and goes_on else "",
            end_label=pgettext("invitation", "Withdraw") if invited else pgettext("access", "End now"),
            link=link,
            mail=_mail(visit, found, person, email=email, link=link) if link else "",
        )

    return tuple(map(shown, found.people))


def _link(visit: Visit, person: PartyRepresentative) -> str:
    path = reverse("guest:invitation", args=[invitation_token(person.id)])
    return visit.request.build_absolute_uri(path)


def _mail(visit: Visit, found: Tied, person: PartyRepresentative, *, email: str, link: str) -> str:
    """A letter that is ready to be sent with the reader's own mail program: this program sends none."""
    subject = _("Invitation of the municipality of %(name)s") % {"name": visit.municipality.name}
    body = _(
        "Dear %(person)s,\n\nFor %(party)s you can see here what we agreed on personal data, hand in what we ask "
        "and make the yearly declaration. The link is for you alone and can be used once, "
        "up to and including %(day)s:\n\n"
        "%(link)s\n\n%(sender)s"
    ) % {
        "person": person.person_name,
        "party": found.party.name,
        "day": day(person.invited_until),
        "link": link,
        "sender": visit.actor.name,
    }
    return f"mailto:{quote(email)}?subject={quote(subject)}&body={quote(body)}"
