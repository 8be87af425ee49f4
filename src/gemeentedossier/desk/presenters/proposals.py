"""What Part C proposes to the register, as people read it."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.assessments import AuthorityListItem
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.norms import ScreeningCriterion
from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.blocks import label_of
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.risks.engine.proposals import LISTS, STATED, Proposal, ProposedBy
from gemeentedossier.dossier.risks.engine.statements import NAMES
from gemeentedossier.dossier.risks.facts import AnsweredProposal, Prescan


def proposal_title(proposal: Proposal, catalogue: Catalogue, *, language: str) -> str:
    """The field and what is proposed for it, beside what the record says."""
    told = {
        "field": field_word(proposal.name, language),
        "value": value_words(proposal.name, proposal.words, catalogue, language=language),
    }
    if proposal.name in STATED:
        return _("%(field)s: add “%(value)s”") % told
    now = ", ".join(value_words(proposal.name, each, catalogue, language=language) for each in proposal.now)
    if not now:
        return _("%(field)s: %(value)s (the register does not say)") % told
    if proposal.name in LISTS:
        return _("%(field)s: add “%(value)s” (the register says: %(now)s)") % {**told, "now": now}
    return _("%(field)s: %(value)s (the register says: %(now)s)") % {**told, "now": now}


def source_word(proposal: Proposal, names: dict[object, str]) -> str:
    """Who says so: an answer of the pre-scan, its decision, or an assessment by name."""
    if proposal.assessment_id:
        return names.get(proposal.assessment_id, pgettext("proposal", "an assessment"))
    if proposal.by is ProposedBy.DECISION:
        return _("the decision on the pre-scan")
    return _("an answer in the pre-scan")


def field_word(name: str, language: str) -> str:
    """What the register calls it."""
    if name in NAMES:
        word = NAMES[name].in_language(language)
        return word[:1].upper() + word[1:]
    return label_of(models.Activity, name)


def value_words(name: str, words: str, catalogue: Catalogue, *, language: str) -> str:
    """A value as people read it; empty where nothing is said."""
    if not words or name in STATED:
        return words
    if words in ("yes", "no"):
        return pgettext("answer", "Yes") if words == "yes" else pgettext("answer", "No")
    if words == "none":
        return pgettext("choice", "None of these")
    if name == "impact_assessment_completed_on":
        return day(dt.date.fromisoformat(words))
    named = {each.id: each.name for each in catalogue.entries_of(AuthorityListItem).values()}
    named |= {each.value: each.name for each in catalogue.entries_of(ScreeningCriterion).values()}
    return named[words].in_language(language) if words in named else words


def answered_said(prescan: Prescan | None, catalogue: Catalogue, *, language: str) -> Iterator[Definition]:
    """What became of earlier proposals, the latest first."""
    for each in reversed(prescan.proposals if prescan else ()):
        told = f"{field_word(each.name, language)}: {value_words(each.name, each.words, catalogue, language=language)}"
        yield said(told, name_of(each.answer), each.reason, _by(each))


def _by(answered: AnsweredProposal) -> str:
    return ", ".join(filter(None, (answered.answered_by, day(answered.answered_at.date()))))
