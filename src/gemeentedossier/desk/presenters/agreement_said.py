"""What is recorded of an agreement, as terms with what is said of each."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.design.parts import Definition, Link
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, country, day, listing
from gemeentedossier.desk.presenters.agreement import AgreementSight, said
from gemeentedossier.desk.presenters.agreements import kind_word, state_badge
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.dossier.agreements.engine.term import last_day, notice_before
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.foundation.addresses import reverse


def _what(sight: AgreementSight) -> Iterator[Definition]:
    a = sight.agreement
    yield said(_("Kind"), kind_word(a))
    parties = tuple(
        Link(label=p.party_name, url=reverse("desk:party", args=[sight.slug, p.party_id])) for p in a.parties
    )
    yield Definition(term=_("With"), links=parties)
    yield said(_("Number of the contract"), a.reference)
    yield said(_("About"), a.subject)
    yield said(_("Where it is kept"), a.place)
    yield said(_("Who answers for it"), a.owner)


def _term(sight: AgreementSight) -> Iterator[Definition]:
    a, today = sight.agreement, sight.today
    yield Definition(term=_("State"), badge=state_badge(a, today))
    signed = f"{day(a.signed_on)}, {a.signed_by}" if a.signed_on and a.signed_by else day(a.signed_on)
    yield said(_("Signed"), signed)
    if a.signed_text_evidence_id:
        link = Link(label=_("The text as it was signed"), url=piece_url(sight.slug, a.signed_text_evidence_id))
        yield Definition(term=_("Text"), links=(link,))
    yield said(_("Holds from"), day(a.starts_on))
    if late := unsigned_time(a):
        told = _("from %(first)s up to and including %(last)s: what was done then rests on no signed text")
        yield said(_("Without a signature"), told % {"first": day(late[0]), "last": day(late[1])})
    yield said(_("Last day"), day(last_day(a, on=today)), missing=_("No last day recorded"))
    yield said(pgettext("agreement", "On the last day"), name_of(a.renewal) if a.renewal else "")
    if before := notice_before(a, on=today):
        yield said(_("Last day to give notice"), day(before))
    if a.ended_on:
        yield said(_("Ended"), f"{day(a.ended_on)}. {a.end_reason}")
    if a.erasure_evidence_id:
        told = _("Certificate of %(day)s") % {"day": day(a.erasure_proved_on)}
        link = Link(label=told, url=piece_url(sight.slug, a.erasure_evidence_id))
        yield Definition(term=_("Erased or returned"), links=(link,))
    yield said(_("Last review of the party"), f"{day(a.reviewed_on)}. {a.review_outcome}" if a.reviewed_on else "")


def unsigned_time(agreement: Agreement) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which it was to hold and was not signed yet; None where it was signed in time."""
    starts, signed = agreement.starts_on, agreement.signed_on
    return (starts, signed - dt.timedelta(days=1)) if starts and signed and starts < signed else None


def _cover(sight: AgreementSight) -> Iterator[Definition]:
    a, words = sight.agreement, sight.words
    activities = [each for each in sight.dossier.activities if each.id in set(a.activity_ids)]
    purposes = [p for each in activities for p in each.purposes if p.id in set(a.purpose_ids)]
    yield Definition(
        term=_("Processing activities"),
        links=tuple(Link(label=e.name, url=reverse("desk:activity", args=[sight.slug, e.id])) for e in activities),
    )
    every = _("All purposes of these activities") if activities and not purposes else ""
    yield said(_("Purposes"), *(each.text for each in purposes), every)
    data = None if a.data_categories is None else words.categories(DataCategory, a.data_categories)
    named = [*(data or ()), *a.data_categories_own]
    yield said(_("Data"), listing(named), missing=_("Nobody recorded which data it covers"))
    people = [*words.categories(SubjectCategory, a.subject_categories or ()), *a.subject_categories_own]
    yield said(_("People"), listing(people))
    systems = [each.name for each in sight.dossier.systems if each.id in set(a.system_ids)]
    yield said(_("Systems"), listing(systems))


def _work(sight: AgreementSight) -> Iterator[Definition]:
    a = sight.agreement
    hours = _("within %(hours)s hours") % {"hours": a.breach_report_hours} if a.breach_report_hours is not None else ""
    yield said(_("Reports a breach"), hours, a.breach_contact)
    choice = a.subprocessor_authorisation
    yield said(_("Sub-processors are allowed"), name_of(choice) if choice else "")
    yield said(_("Engages others"), "" if a.uses_subprocessors is None else answer(a.uses_subprocessors))
    yield said(pgettext("agreement", "At the end"), name_of(a.end_choice) if a.end_choice else "")


def _breaches(sight: AgreementSight) -> Iterator[Definition]:
    hours = sight.agreement.breach_report_hours
    told = "" if hours is None else _("within %(hours)s hours") % {"hours": hours}
    yield said(_("Who finds a breach tells the others"), told)
    yield said(_("Where a breach is reported"), sight.agreement.breach_contact)


def _places(sight: AgreementSight) -> Iterator[Definition]:
    a = sight.agreement
    yield said(_("Processes in"), "" if a.countries is None else listing(map(country, a.countries)))
    yield said(_("Parent company in"), country(a.parent_country))
    if a.mechanism:
        until = _("until %(day)s") % {"day": day(a.mechanism_valid_until)} if a.mechanism_valid_until else ""
        yield said(_("Mechanism of transfer"), name_of(a.mechanism), a.mechanism_reference, until)
        yield said(_("Transfer assessment"), day(a.transfer_assessment_on))


def _citizens(sight: AgreementSight) -> Iterator[Definition]:
    yield said(_("Essence for citizens"), sight.agreement.essence)
    yield said(_("Where citizens read it"), sight.agreement.essence_place)


def _expectations(sight: AgreementSight) -> Iterator[Definition]:
    yield said(_("What the municipality may expect"), sight.agreement.expected_of_party)
    yield said(_("What the other may expect of the municipality"), sight.agreement.expected_of_municipality)


DEFINED = {
    "what": _what,
    "term": _term,
    "cover": _cover,
    "work": _work,
    "breaches": _breaches,
    "places": _places,
    "citizens": _citizens,
    "expectations": _expectations,
}
