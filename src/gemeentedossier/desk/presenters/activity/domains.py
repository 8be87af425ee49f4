"""Policy domains: those of the catalogue, those in the municipality's own words, and one that looks mistyped."""

from collections.abc import Iterable
from difflib import get_close_matches

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.desk.presenters.activity.wording import vocabulary_word
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier

ALIKE = 0.75
"""How much alike two names are of which one may be meant for the other, from 0 to 1; our own choice."""


def known_domains(dossier: Dossier) -> tuple[str, ...]:
    """What can be chosen: the domains of the catalogue, then those that the municipality uses besides."""
    return _names((*own_domains(dossier.activities), *(dossier.organisation.policy_domains or ())))


def own_domains(activities: Iterable[Activity]) -> tuple[str, ...]:
    """The domains that these activities name, as they are recorded."""
    return tuple(dict.fromkeys(each.policy_domain for each in activities if each.policy_domain))


def told_of_domain(domain: str, elsewhere: Iterable[str]) -> str:
    """That nothing else uses a domain in own words, and which one may be meant; empty where it is known."""
    names = _names(elsewhere)
    alike = {name.casefold(): name for name in names}
    if not domain or domain in set(PolicyDomain) or domain.casefold() in alike:
        return ""
    near = get_close_matches(domain.casefold(), alike, n=1, cutoff=ALIKE)
    if not near:
        return _("Nothing else in the register uses “%(domain)s”.") % {"domain": domain}
    told = {"domain": domain, "known": alike[near[0]]}
    return _("Nothing else in the register uses “%(domain)s”. Did you mean “%(known)s”?") % told


def _names(recorded: Iterable[str]) -> tuple[str, ...]:
    named = (vocabulary_word(PolicyDomain, each) for each in (*PolicyDomain, *recorded))
    return tuple(dict.fromkeys(named))
