"""Data and people, sources and informing, recipients and transfers."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory, DataKind, RecipientCategory, SubjectCategory
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Definition
from gemeentedossier.desk.presenters.activity.blocks import (
    Block,
    answers,
    label_of,
    own_and_known,
    provision,
    term,
    written,
)
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, country, day, listing
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity, DataSource, DataUse, Recipient, Transfer
from gemeentedossier.dossier.snapshot.facts import Dossier


def data(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Each data use with its exceptions, and how the data are kept few and right."""
    if not activity.data_uses:
        yield Block(sentences=(_("No data and no people are recorded yet."),))
    purposes = {purpose.id: purpose.text for purpose in activity.purposes}
    for use in activity.data_uses:
        yield _data_use(use, purposes, words)
    account = activity.account
    yield Block(
        definitions=(
            *written(models.Activity, account, "minimisation", "accuracy"),
            *answers(
                models.Activity,
                activity.characteristics,
                "free_text",
                "uses_base_registry",
                "identification_not_needed",
            ),
            *written(models.Activity, account, "free_text_instruction", "base_registry_feedback", missing=False),
        )
    )


def people_of(use: DataUse, words: Words) -> str:
    """Whose data they are, in words."""
    known = words.categories(SubjectCategory, use.subject_categories)
    return listing(own_and_known(known, use.subject_categories_own)) or _("People not recorded")


def _data_use(use: DataUse, purposes: dict[UUID, str], words: Words) -> Block:
    known = words.categories(DataCategory, use.data_categories)
    return Block(
        title=people_of(use, words),
        anchor=use.id,
        badges=tuple(_regimes(use, words)),
        definitions=(
            term(
                label_of(models.DataUse, "data_categories"),
                listing(own_and_known(known, use.data_categories_own)),
            ),
            term(
                label_of(models.DataUse, "purpose_ids"),
                *(purposes.get(i, "") for i in use.purpose_ids),
                missing=_("For all purposes"),
            )
            if use.purpose_ids
            else term(label_of(models.DataUse, "purpose_ids"), _("All purposes of this activity")),
            *written(models.DataUse, use, "necessity"),
            *_exceptions(use, words),
        ),
    )


def _kinds(use: DataUse, words: Words) -> set[DataKind]:
    known = words.catalogue.data_categories
    return {known[i].kind for i in use.data_categories if i in known}


def _regimes(use: DataUse, words: Words) -> Iterator[Badge]:
    """The regimes that these data fall under, so that the eye finds them."""
    kinds = _kinds(use, words)
    for kind, word in (
        (DataKind.SPECIAL, _("Special categories")),
        (DataKind.CRIMINAL, _("Criminal data")),
        (DataKind.NATIONAL_NUMBER, "BSN"),
        (DataKind.SENSITIVE, pgettext("data", "Sensitive")),
    ):
        if kind in kinds:
            quiet = kind is DataKind.SENSITIVE
            yield Badge(word=word, tone=Tone.QUIET if quiet else Tone.NOTE, shape=Shape.DIAMOND)


def _exceptions(use: DataUse, words: Words) -> Iterator[Definition]:
    kinds = _kinds(use, words)
    if DataKind.SPECIAL in kinds or use.special_ground:
        yield term(
            label_of(models.DataUse, "special_ground"), name_of(use.special_ground) if use.special_ground else ""
        )
    if DataKind.SPECIAL in kinds or use.special_provision_id or use.special_reasoning:
        yield provision(label_of(models.DataUse, "special_provision_id"), use.special_provision_id, words)
        yield from written(models.DataUse, use, "special_reasoning", missing=False)
    if DataKind.CRIMINAL in kinds or use.criminal_ground:
        yield term(
            label_of(models.DataUse, "criminal_ground"), name_of(use.criminal_ground) if use.criminal_ground else ""
        )
    if use.criminal_provision_id or use.criminal_reasoning:
        yield provision(label_of(models.DataUse, "criminal_provision_id"), use.criminal_provision_id, words)
        yield from written(models.DataUse, use, "criminal_reasoning", missing=False)
    if DataKind.NATIONAL_NUMBER in kinds or use.bsn_provision_id or use.bsn_reasoning:
        yield provision(label_of(models.DataUse, "bsn_provision_id"), use.bsn_provision_id, words)
        yield from written(models.DataUse, use, "bsn_reasoning", missing=False)


def informing(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Where the data come from, and how, when and whether people are told."""
    sources = tuple(source_of(source, words) for source in activity.sources)
    account, facts = activity.account, activity.characteristics
    rights = activity.rights_offered
    yield Block(
        definitions=(
            Definition(term=_("Sources"), texts=sources, missing=_("No source recorded yet")),
            *answers(models.Activity, facts, "information_given"),
            *written(models.Activity, account, "information_method", "information_moment"),
            *answers(models.Activity, facts, "information_waived"),
            *written(models.Activity, account, "information_waiver_reason", missing=False),
            term(
                label_of(models.Activity, "rights_offered"),
                "" if rights is None else listing(map(name_of, rights)) or _("None"),
            ),
        )
    )


def source_of(source: DataSource, words: Words) -> str:
    """A source in words."""
    named = "".join(words.categories(RecipientCategory, filter(None, [source.recipient_category])))
    own = f"“{source.text}”" if source.text else ""
    person = _("the person themself") if source.from_data_subject else ""
    return ", ".join(filter(None, (person, named, own))) or _("Source without words")


def recipients(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Who receives data and why; then what leaves the EEA, and how that is allowed."""
    if not activity.recipients:
        yield Block(sentences=(_("No recipient is recorded."),))
    else:
        yield Block(definitions=tuple(_recipient(recipient, words) for recipient in activity.recipients))
    yield Block(
        definitions=tuple(
            answers(models.Activity, activity.characteristics, "cross_domain_sharing", "transfer_outside_eea")
        )
    )
    for transfer in activity.transfers:
        yield _transfer(transfer)


def recipient_name(recipient: Recipient, words: Words) -> str:
    """Who receives, in words."""
    party = words.names.get(recipient.party_id, "") if recipient.party_id else ""
    named = "".join(words.categories(RecipientCategory, filter(None, [recipient.category])))
    own = f"“{recipient.text}”" if recipient.text else ""
    return ", ".join(filter(None, (party, named, own))) or _("Recipient without a name")


def _recipient(recipient: Recipient, words: Words) -> Definition:
    return term(recipient_name(recipient, words), recipient.reason, missing=_("Reason not recorded yet"))


def _transfer(transfer: Transfer) -> Block:
    mechanism = name_of(transfer.mechanism) if transfer.mechanism else ""
    return Block(
        title=_("Transfer to %(recipient)s") % {"recipient": transfer.recipient or _("an unnamed recipient")},
        anchor=transfer.id,
        definitions=(
            term(label_of(models.Transfer, "country"), country(transfer.country)),
            term(label_of(models.Transfer, "mechanism"), mechanism, transfer.mechanism_reference),
            term(label_of(models.Transfer, "mechanism_valid_until"), day(transfer.mechanism_valid_until)),
            term(label_of(models.Transfer, "assessment_on"), day(transfer.assessment_on)),
            *written(models.Transfer, transfer, "derogation_reasoning", missing=False),
        ),
    )
