"""Parts of an activity in words: people, data, provisions, periods, recipients. Unknown is said to be so."""

from gemeentedossier.catalogue.engine.durations import retention_wording
from gemeentedossier.catalogue.facts import DataCategory, DataKind, LegalBasis, Status
from gemeentedossier.catalogue.facts.citations import CitationForm
from gemeentedossier.documents.engine.blocks import Text
from gemeentedossier.documents.engine.composition.clauses import FaultyClause
from gemeentedossier.documents.engine.composition.wordings import duration_words
from gemeentedossier.documents.engine.composition.writer import Writer, quoted
from gemeentedossier.dossier.register.facts import (
    Activity,
    DataUse,
    PartyRelation,
    Recipient,
    RetentionPeriod,
    Transfer,
)
from gemeentedossier.dossier.register.facts import LegalBasis as RecordedBasis
from gemeentedossier.foundation.engine.countries import country_name


def people(w: Writer, use: DataUse) -> list[str]:
    """The people of a data use, by the names of the catalogue; own words between quotation marks."""
    known = w.catalogue.subject_categories
    names = [known[each].name.in_language(w.language) if each in known else each for each in use.subject_categories]
    return names + [quoted(each).text for each in use.subject_categories_own]


def data(w: Writer, use: DataUse) -> list[str]:
    """The data of a data use, likewise."""
    known = w.catalogue.data_categories
    names = [known[each].name.in_language(w.language) if each in known else each for each in use.data_categories]
    return names + [quoted(each).text for each in use.data_categories_own]


def categories(w: Writer, use: DataUse) -> list[DataCategory]:
    """The categories of a data use that the catalogue knows."""
    return [w.catalogue.data_categories[each] for each in use.data_categories if each in w.catalogue.data_categories]


def has_kind(w: Writer, use: DataUse, kind: DataKind) -> bool:
    """Whether one of the known categories falls under the regime."""
    return any(each.kind is kind for each in categories(w, use))


def people_of(w: Writer, activity: Activity) -> list[str]:
    """All people of an activity, each once."""
    return list(dict.fromkeys(name for use in activity.data_uses for name in people(w, use)))


def purpose_names(w: Writer, activity: Activity, use: DataUse) -> str:
    """The purposes that a data use serves, in the municipality's words."""
    served = [purpose for purpose in activity.purposes if purpose.id in use.purpose_ids]
    return w.listed(quoted(each.text).text for each in served) if served else w.word("all-purposes")


def citation(w: Writer, provision: LegalBasis) -> str:
    """A provision as it is cited in the language of the document."""
    return w.catalogue.reference(provision).citation(w.language, form=CitationForm.LONG)


def standing(w: Writer, provision: LegalBasis) -> Text:
    """What must be said about a provision: that it is not in force, or not checked; mostly nothing."""
    origin = w.origins.provision(provision)
    if provision.validity.holds_on(w.day) is False:
        return w.say("provision.not-in-force", origin)
    if provision.status is Status.UNVERIFIED:
        return w.say("provision.unverified", origin)
    if provision.status is Status.VERIFIED_OLDER_TEXT:
        return w.say("provision.older", origin)
    return ()


def provision(w: Writer, activity: Activity, basis: RecordedBasis) -> Text:
    """The provision behind a legal basis: cited, in own words, or unknown."""
    because = w.origins.row(activity, "legal_bases", basis, "provision_id", "provision_text")
    known = w.catalogue.legal_bases.get(basis.provision_id)
    if known:
        cited = w.value(citation(w, known), because=(*because[:1], w.origins.provision(known)), slot="provision")
        return cited + standing(w, known)
    if basis.provision_text.strip():
        return w.say("provision.own-words", because[1], words=quoted(basis.provision_text))
    return w.say("unknown.provision", *because)


def cited(w: Writer, provision_id: str, activity: Activity, use: DataUse, field: str) -> Text:
    """The provision behind an exception, where the catalogue knows it."""
    known = w.catalogue.legal_bases.get(provision_id)
    because = w.origins.row(activity, "data_uses", use, field)
    if known is None:
        return w.value(provision_id, because=because, slot=field) if provision_id else ()
    where = w.say("exception.provision", *because, w.origins.provision(known), provision=citation(w, known))
    return where + standing(w, known)


def ground(w: Writer, activity: Activity, basis: RecordedBasis) -> Text:
    """The point of Article 6 of a legal basis, or that none was chosen."""
    because = w.origins.row(activity, "legal_bases", basis, "article_6")
    if basis.article_6 is None:
        return w.say("unknown.article6", *because)
    words = w.one("article6.cited", point=basis.article_6.value, words=w.word(f"article6.{basis.article_6.value}"))
    return w.said(words.text, *because, slot="ground")


def period(w: Writer, activity: Activity, kept: RetentionPeriod) -> Text:
    """How long, in words."""
    fields = ("period", "permanent", "text", "rule_id")
    by = dict(zip(fields, w.origins.row(activity, "retention", kept, *fields), strict=True))
    rule = w.catalogue.retention_rules.get(kept.rule_id)
    if kept.permanent:
        return w.said(w.word("keeping.permanent"), by["permanent"], slot="period")
    if kept.period:
        return w.value(duration_words(kept.period, language=w.language), because=(by["period"],), slot="period")
    if kept.text.strip():
        return w.value(quoted(kept.text), because=(by["text"],), slot="period")
    if rule:
        return w.said(retention_wording(rule, w.language), by["rule_id"], slot="period")
    return w.say("unknown.period", *by.values())


def trigger(w: Writer, activity: Activity, kept: RetentionPeriod) -> Text:
    """From which event a period runs."""
    because = w.origins.row(activity, "retention", kept, "trigger")
    if kept.permanent:
        return ()
    if not kept.trigger:
        return w.say("unknown.trigger", *because)
    try:
        told = w.word(f"trigger.{kept.trigger}")
    except FaultyClause:  # a dossier from elsewhere may hold a trigger that this catalogue does not have
        return w.value(quoted(kept.trigger), because=because, slot="trigger")
    return w.said(told, *because, slot="trigger")


def period_source(w: Writer, activity: Activity, kept: RetentionPeriod) -> Text:
    """What a period rests on: statute, selectielijst or own decision, and the rule."""
    source, rule_id = w.origins.row(activity, "retention", kept, "source", "rule_id")
    rule = w.catalogue.retention_rules.get(kept.rule_id)
    found: Text = ()
    if kept.source:
        found = w.said(w.word(f"keeping.{kept.source}") + ("." if rule else ""), source, slot="source")
    if rule:
        found += w.say("period.rule", rule_id, rule=quoted(rule.name.in_language(w.language)))
    return found or w.say("unknown.period-source", source, rule_id)


def applies_to(w: Writer, activity: Activity, kept: RetentionPeriod) -> Text:
    """Which data a period is about."""
    because = w.origins.row(activity, "retention", kept, "applies_to")
    if kept.applies_to.strip():
        return w.value(quoted(kept.applies_to), because=because, slot="applies-to")
    return w.said(w.word("all-data"), *because, slot="applies-to")


def recipient(w: Writer, activity: Activity, receives: Recipient) -> Text:
    """Who receives: a category, a party, or own words."""
    fields = ("category", "party_id", "text")
    by = dict(zip(fields, w.origins.row(activity, "recipients", receives, *fields), strict=True))
    category = w.catalogue.recipient_categories.get(receives.category)
    party = next((each.name for each in w.dossier.parties if each.id == receives.party_id), "")
    parts = [(category.name.in_language(w.language), by["category"])] if category else []
    parts += [(party, by["party_id"])] if party else []
    parts += [(quoted(receives.text).text, by["text"])] if receives.text.strip() else []
    if not parts:
        return w.unknown(*by.values())
    return w.said(", ".join(words for words, _ in parts), *(origin for _, origin in parts), slot="recipient")


def party_role(w: Writer, activity: Activity, party: PartyRelation) -> Text:
    """What a party is in an activity."""
    because = w.origins.row(activity, "parties", party, "role")
    return w.said(w.word(f"party.{party.role or 'unknown'}"), *because, slot="role")


def agreement(w: Writer, activity: Activity, party: PartyRelation) -> Text:
    """Whether there is an agreement, and where it is found."""
    declared, reference = w.origins.row(activity, "parties", party, "agreement_declared", "agreement_reference")
    said = {True: "agreement.yes", False: "agreement.no", None: "unknown.agreement"}[party.agreement_declared]
    where = party.agreement_reference.strip()
    if not where:
        return w.say(said, declared)
    found = w.say("agreement.where", reference, where=quoted(where))
    return found if party.agreement_declared is None else w.say(said, declared) + found


def safeguard(w: Writer, activity: Activity, transfer: Transfer) -> Text:
    """With what safeguard data leave the EEA."""
    because = w.origins.row(activity, "transfers", transfer, "mechanism", "mechanism_reference")
    if transfer.mechanism is None:
        return w.unknown(*because)
    words = w.word(f"mechanism.{transfer.mechanism}")
    reference = f" ({quoted(transfer.mechanism_reference).text})" if transfer.mechanism_reference.strip() else ""
    return w.said(words + reference, *because, slot="safeguard")


def country(w: Writer, activity: Activity, transfer: Transfer) -> Text:
    """To which country."""
    because = w.origins.row(activity, "transfers", transfer, "country")
    name = country_name(transfer.country, w.language) if transfer.country else ""
    return w.value_or_unknown(name, *because, slot="country")


def name(w: Writer, activity: Activity) -> Text:
    """The name of an activity, as a cell."""
    return w.value(activity.name, because=w.origins.field(activity, "name"), slot="name")
