"""Others that help, breaches, transfers, the end, and the signatures."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import duration_words, long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.agreements.engine.chain import ordered
from gemeentedossier.dossier.agreements.enums import AgreementKind, Authorisation, SubProcessorDecision
from gemeentedossier.dossier.agreements.facts import Agreement, SubProcessor
from gemeentedossier.foundation.engine.countries import country_name


def _kept(desk: Desk, agreement: Agreement) -> Record:
    return record(desk.w, "agreement", agreement, agreement.name)


def others(desk: Desk, agreement: Agreement) -> Section:
    """Whom the processor engages, and how the municipality allows that (GDPR 28(2))."""
    blocks = _others(desk, agreement) if agreement.kind is AgreementKind.PROCESSOR else ()
    return desk.section("g.others.heading", "others", blocks)


def _others(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, _kept(desk, agreement)
    uses = {True: "g.others.yes", False: "g.others.no", None: "g.others.unknown"}[agreement.uses_subprocessors]
    yield w.paragraph(uses, *kept.origins("uses_subprocessors"))
    if agreement.subprocessor_authorisation is Authorisation.SPECIFIC:
        yield w.paragraph("g.others.specific", *kept.origins("subprocessor_authorisation"))
    if agreement.subprocessor_authorisation is Authorisation.GENERAL:
        because = kept.origins("subprocessor_authorisation", "objection_days")
        if agreement.objection_days is None:
            yield w.paragraph("g.others.general", *because)
        else:
            yield w.paragraph("g.others.general-days", *because, days=agreement.objection_days)
    engaged = [each for _depth, each in ordered(agreement.sub_processors) if not _is_only_seen(each)]
    if engaged:
        rows = [_other(desk, kept, each) for each in engaged]
        yield w.table("g.others.caption", ("column.party", "column.service", "column.country", "column.decision"), rows)
    if seen := [each.party_name for each in agreement.sub_processors if _is_only_seen(each)]:
        yield w.paragraph("g.others.seen", *kept.origins("sub_processors"), names=w.listed(seen))


def _is_only_seen(other: SubProcessor) -> bool:
    """Whether it was seen at work without being agreed: a text that is signed must not let it in."""
    return other.listed is False and other.decision is not SubProcessorDecision.AUTHORISED


def _other(desk: Desk, kept: Record, other: SubProcessor) -> tuple[Text, ...]:
    w, because = desk.w, kept.origins("sub_processors")
    country = country_name(other.country, w.language) if other.country else ""
    decision = w.word(f"sub.{other.decision.value if other.decision else 'undecided'}")
    return (
        w.value(other.party_name, because=because, slot=f"{other.id}-party"),
        w.value_or_unknown(other.service, *because, slot=f"{other.id}-service"),
        w.value_or_unknown(country, *because, slot=f"{other.id}-country"),
        w.said(decision, *because, slot=f"{other.id}-decision"),
    )


def breaches(desk: Desk, agreement: Agreement) -> Section:
    """How soon a breach is reported, and to whom (GDPR 33(2))."""
    blocks = _breaches(desk, agreement) if agreement.kind is AgreementKind.PROCESSOR else ()
    return desk.section("g.breaches.heading", "breaches", blocks)


def _breaches(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, _kept(desk, agreement)
    yield w.paragraph("g.breaches.intro")
    if agreement.breach_report_hours is None:
        yield w.paragraph("g.breaches.no-hours", *kept.origins("breach_report_hours"))
    else:
        hours = agreement.breach_report_hours
        yield w.paragraph("g.breaches.hours", *kept.origins("breach_report_hours"), hours=hours)
    if agreement.breach_contact.strip():
        yield w.paragraph("g.breaches.contact", *kept.origins("breach_contact"), contact=agreement.breach_contact)


def transfers(desk: Desk, agreement: Agreement) -> Section:
    """Where the data are, and the safeguard where that is outside the EEA; nothing where nobody recorded it."""
    return desk.section("g.transfers.heading", "transfers", _transfers(desk, agreement))


def _transfers(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, _kept(desk, agreement)
    if agreement.countries:
        names = w.listed(country_name(each, w.language) for each in agreement.countries)
        yield w.paragraph("g.transfers.countries", *kept.origins("countries"), names=names)
    if agreement.mechanism:
        words = w.word(f"mechanism.{agreement.mechanism.value}")
        yield w.paragraph("g.transfers.mechanism", *kept.origins("mechanism"), mechanism=words)


def ending(desk: Desk, agreement: Agreement) -> Section:
    """From when until when it holds, how it goes on, and what happens with the data."""
    return desk.section("g.ending.heading", "ending", _ending(desk, agreement))


def _ending(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, _kept(desk, agreement)
    if agreement.starts_on:
        yield w.paragraph(
            "g.ending.from", *kept.origins("starts_on"), day=long_date(agreement.starts_on, language=w.language)
        )
    if agreement.ends_on:
        day = long_date(agreement.ends_on, language=w.language)
        yield w.paragraph("g.ending.until", *kept.origins("ends_on"), day=day)
    else:
        yield w.paragraph("g.ending.open", *kept.origins("ends_on"))
    if agreement.renewal:
        yield w.paragraph(f"g.ending.renewal-{agreement.renewal.value}", *kept.origins("renewal"))
    if agreement.notice_months:
        yield w.paragraph("g.ending.notice", *kept.origins("notice_months"), months=_months(desk, agreement))
    if agreement.end_choice:
        yield w.paragraph(f"g.ending.{agreement.end_choice.value}", *kept.origins("end_choice"))
    if agreement.instructions:
        yield w.paragraph("g.instructions.intro", *kept.origins("instructions"))
        yield BulletList(tuple(
            w.say("g.instructions.item", *kept.origins("instructions"), words=quoted(each.text),
                  day=long_date(each.given_on, language=w.language))
            for each in agreement.instructions
        ))  # fmt: skip


def _months(desk: Desk, agreement: Agreement) -> str:
    return duration_words(f"P{agreement.notice_months}M", language=desk.w.language)


def signature(desk: Desk, agreement: Agreement) -> Section:
    """Who signed and when; a place for the signatures where nobody did yet."""
    return desk.section("g.signature.heading", "signature", _signature(desk, agreement))


def _signature(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, _kept(desk, agreement)
    if agreement.signed_on:
        day = long_date(agreement.signed_on, language=w.language)
        yield w.paragraph("g.signature.signed", *kept.origins("signed_on", "signed_by"), day=day,
                          who=agreement.signed_by or "–")  # fmt: skip
        return
    because = kept.origins("parties")
    municipality = w.one("g.parties.municipality", municipality=w.dossier.organisation.name).text
    names = [municipality, *(each.party_name for each in agreement.parties)]
    rows = [(w.value(name, because=because, slot=f"sign-{number}"), (), (), ()) for number, name in enumerate(names)]
    columns = ("column.party", "column.name-function", "column.date", "column.signature")
    yield w.table("g.signature.caption", columns, rows)
