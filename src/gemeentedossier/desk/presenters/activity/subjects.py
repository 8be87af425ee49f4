"""What each record of an activity is called, to say which one a finding or a change is about."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gemeentedossier.desk.presenters.activity.keeping import sentence
from gemeentedossier.desk.presenters.activity.people import people_of, recipient_name, source_of
from gemeentedossier.desk.presenters.activity.wording import Words, listing
from gemeentedossier.dossier.register.facts import Activity, LegalBasis

LENGTH = 80
"""Characters of a name; what is longer ends at a word."""


def subject_names(activity: Activity, words: Words) -> Mapping[UUID, str]:
    """A short name per record below the activity, by its id."""
    names = {purpose.id: purpose.text for purpose in activity.purposes}
    names |= {b.id: _basis(b, p.text, words) for p in activity.purposes for b in p.legal_bases}
    names |= {use.id: people_of(use, words) for use in activity.data_uses}
    names |= {source.id: source_of(source, words) for source in activity.sources}
    names |= {recipient.id: recipient_name(recipient, words) for recipient in activity.recipients}
    names |= {transfer.id: transfer.recipient for transfer in activity.transfers}
    names |= {period.id: period.applies_to or sentence(period, words) for period in activity.retention}
    names |= {relation.id: relation.party_name for relation in activity.parties}
    names |= {use.id: use.purpose for use in activity.further_uses}
    return {key: short_name(name) for key, name in names.items()}


def short_name(name: str) -> str:
    """The name as it stands in a sentence: without the full stop at its end, and cut at a word where it is long."""
    whole = name.rstrip(".")
    if len(whole) <= LENGTH:
        return whole
    return f"{whole[: LENGTH - 1].rpartition(' ')[0].rstrip(' ,;:.(') or whole[: LENGTH - 1]}…"


def concerning(names: Iterable[str]) -> str:
    """Which records it is about, as a sentence; empty where they have no names."""
    told = listing(dict.fromkeys(name for name in names if name))
    if not told:
        return ""
    said = _("Concerns: %(records)s.") % {"records": told}
    return said.replace("….", "…")


def _basis(basis: LegalBasis, purpose: str, words: Words) -> str:
    place = words.provision_text(basis.provision_id) or basis.provision_text
    return place or _("legal basis of “%(purpose)s”") % {"purpose": Truncator(purpose).chars(40)}
