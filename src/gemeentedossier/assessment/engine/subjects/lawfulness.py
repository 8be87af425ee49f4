"""Purposes, their legal bases and further uses as subjects of rules."""

import datetime as dt
from dataclasses import fields
from operator import attrgetter

from gemeentedossier.assessment.engine.subjects.law import Law, is_verified
from gemeentedossier.assessment.engine.subjects.shape import subject
from gemeentedossier.assessment.engine.subjects.truths import or_unknown, said, written
from gemeentedossier.catalogue.facts.sources import Status
from gemeentedossier.dossier.register.facts import Activity, FurtherUse, LegalBasis, Purpose


@subject
class PurposeSubject:
    """What rules can ask of one purpose: ``purpose.*`` (GDPR 5(1)(b))."""

    text: str | None
    """The purpose as written."""
    text_written: bool | None
    """Whether a text stands there."""
    position: int
    """Its place in the activity, from 1 or 0 as recorded."""
    vague_words: tuple[str, ...] | None
    """Words in the text that the lint of the catalogue calls vague; unknown without a text."""
    is_vague: bool | None
    """Whether the lint calls the text vague; unknown without a text."""
    legal_basis_count: int
    """How many legal bases stand under the purpose."""
    legal_basis_letters: tuple[str, ...] | None
    """Their points of GDPR 6(1), sorted; unknown where there is none or one has no point yet."""
    data_use_count: int
    """How many data uses serve this purpose (a data use without purposes serves them all)."""


@subject
class LegalBasisSubject:
    """What rules can ask of one legal basis: ``legal_basis.*`` (GDPR 6 to 8). Sees its ``purpose.*`` too."""

    article_6: str | None
    """The point of GDPR 6(1): "a" to "f"."""
    has_article_6: bool
    """Whether a point was chosen."""
    provision_id: str | None
    """The provision of the catalogue, if one was chosen."""
    provision_text: str | None
    """The provision in the municipality's own words."""
    has_provision: bool
    """Whether a provision stands there, from the catalogue or in own words."""
    has_catalogue_provision: bool
    """Whether a provision of the catalogue was chosen."""
    cited_text: str | None
    """The provision as it can be shown: the catalogue's citation, else the own words."""
    cited_text_en: str | None
    """The same in English; own words stay as they are."""
    provision_known: bool | None
    """Whether the chosen provision is in the catalogue; unknown where none was chosen."""
    provision_in_force: bool | None
    """Whether it is in force on the day; unknown where its dates are, or none was chosen."""
    provision_verified: bool | None
    """Whether the catalogue verified it against the text in force; unknown where none was chosen."""
    provision_unread: bool | None
    """Whether nobody read it for the catalogue yet; unknown where none was chosen."""
    provision_article_6: tuple[str, ...] | None
    """The points of GDPR 6(1) that the provision can carry; unknown where the catalogue does not say."""
    provision_backs_article_6: bool | None
    """Whether the chosen point is among those; unknown where either is."""
    names_covenant: bool | None
    """Whether the own words name a covenant or agreement as the provision; unknown without any."""
    necessity_written: bool | None
    """Whether the necessity is written."""
    proportionality_written: bool | None
    """Whether the proportionality is written."""
    subsidiarity_written: bool | None
    """Whether the subsidiarity is written."""
    rejected_alternative_written: bool | None
    """Whether the less intrusive alternative that was rejected is written."""
    consent_evidence_written: bool | None
    """Whether it is written how consent is proved (GDPR 7(1))."""
    names_consent: bool
    """Whether the own words name consent as what carries the processing."""
    has_consent_account: bool
    """Whether it is written how consent is proved, withdrawn or why it is free."""
    consent_request_separate: bool | None
    """Whether the request for consent stands apart from other matters (GDPR 7(2))."""
    withdrawal_method_written: bool | None
    """Whether it is written how consent is withdrawn (GDPR 7(3))."""
    freely_given_reasoning_written: bool | None
    """Whether it is written why consent is free here (GDPR 7(4))."""
    parental_consent_method_written: bool | None
    """Whether it is written how the consent of a parent or representative is obtained (GDPR 8(2); UAVG 5)."""
    vital_interest_written: bool | None
    """Whether the vital interest is written (GDPR 6(1)(d))."""
    contract_written: bool | None
    """Whether the contract is written (GDPR 6(1)(b))."""
    legitimate_interest_written: bool | None
    """Whether the legitimate interest is written (GDPR 6(1)(f))."""


@subject
class FurtherUseSubject:
    """What rules can ask of one further use: ``further_use.*`` (GDPR 6(4))."""

    purpose: str | None
    """The purpose of the further use."""
    basis: str | None
    """"compatible", "consent" or "law"."""
    has_basis: bool
    """Whether a basis was chosen."""
    provision_id: str | None
    """The provision of the catalogue it rests on, if one was chosen."""
    has_provision: bool
    """Whether one was chosen."""
    provision_in_force: bool | None
    """Whether that is in force on the day; unknown where its dates are, or none was chosen."""
    link_written: bool | None
    """Whether the link between the purposes is written (GDPR 6(4)(a))."""
    context_written: bool | None
    """Whether the context of the collection is written (b)."""
    nature_written: bool | None
    """Whether the nature of the data is written (c)."""
    consequences_written: bool | None
    """Whether the consequences for people are written (d)."""
    safeguards_written: bool | None
    """Whether the safeguards are written (e)."""
    conclusion_written: bool | None
    """Whether the conclusion of the test is written."""
    compatibility_answer_count: int
    """How many of the five points (a) to (e) are written."""
    people_informed: bool | None
    """Whether people were told before the further use (GDPR 13(3), 14(4))."""


def purpose_subject(purpose: Purpose, activity: Activity, law: Law) -> PurposeSubject:
    """Return a purpose as a subject of rules."""
    text = or_unknown(purpose.text)
    vague = law.vague_words(text) if text else None
    return PurposeSubject(
        text=text,
        text_written=written(purpose.text, law.lint),
        position=purpose.position,
        vague_words=vague,
        is_vague=None if vague is None else bool(vague),
        legal_basis_count=len(purpose.legal_bases),
        legal_basis_letters=letters_of(purpose.legal_bases),
        data_use_count=sum(not use.purpose_ids or purpose.id in use.purpose_ids for use in activity.data_uses),
    )


def letters_of(bases: tuple[LegalBasis, ...]) -> tuple[str, ...] | None:
    """Return the points of GDPR 6(1) of these bases, sorted; None where there is none or one has no point yet."""
    letters = {basis.article_6.value if basis.article_6 else None for basis in bases}
    known = sorted(letter for letter in letters if letter is not None)
    return None if None in letters or not known else tuple(known)


def legal_basis_subject(basis: LegalBasis, law: Law, *, begins_on: dt.date | None = None) -> LegalBasisSubject:
    """Return a legal basis as a subject of rules; a processing that is still to begin needs it on that day.

    A register weighs its few bases again and again in the same words, so equal ones are one subject.
    """
    return law.once((LegalBasis, _facts_of(basis), begins_on), lambda: _legal_basis(basis, law, begins_on))


_facts_of = attrgetter(*(each.name for each in fields(LegalBasis) if each.name != "id"))


def _legal_basis(basis: LegalBasis, law: Law, begins_on: dt.date | None) -> LegalBasisSubject:
    provision = law.provision(basis.provision_id) if basis.provision_id else None
    letter = basis.article_6.value if basis.article_6 else None
    backed = (provision.reading.article_6 or None) if provision and provision.reading else None
    says = law.lint.says_something
    own_words = said(basis.provision_text, law.lint)
    return LegalBasisSubject(
        article_6=letter,
        has_article_6=letter is not None,
        provision_id=or_unknown(basis.provision_id),
        provision_text=own_words,
        has_provision=bool(basis.provision_id or own_words),
        has_catalogue_provision=bool(basis.provision_id),
        cited_text=law.citation(provision, "nl") if provision else own_words,
        cited_text_en=law.citation(provision, "en") if provision else own_words,
        provision_known=provision is not None if basis.provision_id else None,
        provision_in_force=law.in_force(basis.provision_id, on=begins_on),
        provision_verified=is_verified(provision.status) if provision else None,
        provision_unread=provision.status is Status.UNVERIFIED if provision else None,
        provision_article_6=backed,
        provision_backs_article_6=letter in backed if backed and letter else None,
        names_covenant=law.names_covenant(own_words) if own_words else None,
        necessity_written=written(basis.necessity, law.lint),
        proportionality_written=written(basis.proportionality, law.lint),
        subsidiarity_written=written(basis.subsidiarity, law.lint),
        rejected_alternative_written=written(basis.rejected_alternative, law.lint),
        consent_evidence_written=written(basis.consent_evidence, law.lint),
        names_consent=law.lint.names_consent(basis.provision_text),
        has_consent_account=any(
            map(says, (basis.consent_evidence, basis.withdrawal_method, basis.freely_given_reasoning))
        ),
        consent_request_separate=basis.consent_request_separate,
        withdrawal_method_written=written(basis.withdrawal_method, law.lint),
        freely_given_reasoning_written=written(basis.freely_given_reasoning, law.lint),
        parental_consent_method_written=written(basis.parental_consent_method, law.lint),
        vital_interest_written=written(basis.vital_interest, law.lint),
        contract_written=written(basis.contract, law.lint),
        legitimate_interest_written=written(basis.legitimate_interest, law.lint),
    )


def further_use_subject(use: FurtherUse, law: Law) -> FurtherUseSubject:
    """Return a further use as a subject of rules."""
    points = (use.link, use.context, use.nature, use.consequences, use.safeguards)
    return FurtherUseSubject(
        purpose=or_unknown(use.purpose),
        basis=use.basis.value if use.basis else None,
        has_basis=use.basis is not None,
        provision_id=or_unknown(use.provision_id),
        has_provision=bool(use.provision_id),
        provision_in_force=law.in_force(use.provision_id),
        link_written=written(use.link, law.lint),
        context_written=written(use.context, law.lint),
        nature_written=written(use.nature, law.lint),
        consequences_written=written(use.consequences, law.lint),
        safeguards_written=written(use.safeguards, law.lint),
        conclusion_written=written(use.conclusion, law.lint),
        compatibility_answer_count=sum(map(law.lint.says_something, points)),
        people_informed=use.people_informed,
    )
