"""Purposes, their legal bases and further uses as subjects of rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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
    provision_known: bool | None
    """Whether the chosen provision is in the catalogue; unknown where none was chosen."""
    provision_in_force: bool | None
    """Whether it is in force on the day; unknown where its dates are, or none was chosen."""
    provision_verified: bool | None
    """Whether the catalogue verified it against the text in force; unknown where none was chosen."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
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
