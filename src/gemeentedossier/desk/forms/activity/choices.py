"""The lists of suggestions under lines: provisions, rules, parties, units, people, statutes, domains."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.activity.fields import rule_name
from gemeentedossier.desk.forms.choices import holding
from gemeentedossier.desk.presenters.activity.domains import known_domains
from gemeentedossier.desk.presenters.activity.wording import citation, doubt_of, language
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True)
class Suggested:
    """A text that can be chosen, and what it is."""

    text: str
    note: str = ""


def suggestion_lists(dossier: Dossier) -> SafeString:
    """All lists as markup, once a page; a field names the one it uses."""
    organisation = dossier.organisation
    named = {
        "parties": [party.name for party in dossier.parties],
        "units": [unit.name for unit in organisation.units],
        "people": [name for _key, name in holding(dossier, None)],
    }
    own = (_list(name, (Suggested(each) for each in names)) for name, names in named.items())
    whole = _catalogue_lists(language()) + "".join(own) + domain_list(dossier)
    return mark_safe(whole)  # noqa: S308 - made by format_html below


def domain_list(dossier: Dossier) -> SafeString:
    """The policy domains that are known here."""
    return _list("domains", (Suggested(each) for each in known_domains(dossier)))


@lru_cache(maxsize=4)
def _catalogue_lists(read: str) -> str:
    catalogue = current_catalogue()
    provisions = (
        Suggested(citation(b, catalogue), " · ".join(filter(None, (doubt_of(b.status), b.summary.in_language(read)))))
        for b in catalogue.legal_bases.values()
    )
    rules = (Suggested(rule_name(r), doubt_of(r.status)) for r in catalogue.retention_rules.values() if r.usable)
    statutes = (Suggested(s.abbreviation, s.name.in_language(read)) for s in catalogue.statutes.values())
    lists = {"provisions": provisions, "rules": rules, "statutes": statutes}
    return "".join(_list(name, found) for name, found in lists.items())


def _list(name: str, found: Iterator[Suggested]) -> SafeString:
    options = format_html_join("", '<option value="{}">{}</option>', ((each.text, each.note) for each in found))
    return format_html('<datalist id="list-{}">{}</datalist>', name, options)
