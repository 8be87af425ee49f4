"""What a citizen reads who files a request: how to reach the municipality, and what it does with what is filled in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from gemeentedossier.dossier.requests.engine.clock import RequestLaw
from gemeentedossier.organisation.models import OrganisationProfile


def contact_of(profile: OrganisationProfile | None) -> str:
    """Where the municipality is reached about privacy; empty where nobody recorded it."""
    return profile.contact_point if profile else ""


def notice_of(profile: OrganisationProfile | None, law: RequestLaw) -> tuple[str, ...]:
    """What GDPR 13 asks to tell: what for, on which basis, how long, whom to ask, and where to complain."""
    return tuple(_notice(profile, law))


def _notice(profile: OrganisationProfile | None, law: RequestLaw) -> Iterator[str]:
    yield _(
        "We use it only to handle this request: to know who you are, to look for your data and to answer you. The law "
        "asks us to (Articles 6(1)(c) and 12 of the GDPR). Without a name and an address we cannot answer."
    )
    yield _(
        "Your name, your address and your words are stored encrypted. Only who handles your request reads them, and "
        "each time that is recorded. Who looks for your data hears no more than that asks."
    )
    if law.objection:
        weeks = law.objection.weeks + (law.posted.weeks if law.posted else 0)
        told = _(
            "We destroy them %(weeks)s weeks after our answer, when nobody can object to it any more; "
            "where you object, after that is settled. Number, dates and outcome stay without your name, so that we can "
            "show that we did "
            "what the law asks."
        )
        yield told % {"weeks": weeks}
    yield _("You have the same rights on these data. You can also complain to the Data Protection Authority.")
    if profile and profile.data_protection_officer_contact:
        told = _("Our data protection officer: %(contact)s.")
        yield told % {"contact": profile.data_protection_officer_contact}
