"""Purposes with what makes them lawful, and further use."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.blocks import Block, answers, label_of, provision, term, written
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.dossier.register.facts import Activity, FurtherUse, LegalBasis, Purpose
from gemeentedossier.dossier.snapshot.facts import Dossier

WEIGHED = ("necessity", "proportionality", "subsidiarity", "rejected_alternative")
ASKED = {
    Article6.CONSENT: (
        "consent_evidence",
        "withdrawal_method",
        "freely_given_reasoning",
        "parental_consent_method",
    ),
    Article6.CONTRACT: ("contract",),
    Article6.VITAL_INTERESTS: ("vital_interest",),
    Article6.LEGITIMATE_INTERESTS: ("legitimate_interest",),
}
"""What a legal basis asks beside its weighing; other fields are shown only where something stands in them."""


def purposes(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Each purpose, and under it each legal basis with its weighing."""
    if not activity.purposes:
        yield Block(sentences=(_("No purpose is recorded. Without a purpose no processing is lawful."),))
    for purpose in activity.purposes:
        yield from _purpose(purpose, words)
    yield Block(
        definitions=(
            *written(models.Activity, activity.account, "fairness"),
            *answers(models.Activity, activity.characteristics, "shared_systems"),
            *written(models.Activity, activity.account, "purpose_separation", missing=False),
        )
    )


def _purpose(purpose: Purpose, words: Words) -> Iterator[Block]:
    bases = () if purpose.legal_bases else (_("No legal basis is recorded for this purpose."),)
    yield Block(title=purpose.text or _("Purpose without words"), anchor=purpose.id, sentences=bases)
    for basis in purpose.legal_bases:
        yield Block(anchor=basis.id, within=True, definitions=tuple(_basis(basis, words)))


def _basis(basis: LegalBasis, words: Words) -> Iterator[Definition]:
    chosen = name_of(basis.article_6) if basis.article_6 else ""
    yield term(_("Legal basis"), chosen, missing=_("No point of Article 6(1) chosen yet"))
    yield provision(_("Provision"), basis.provision_id, words, basis.provision_text)
    yield from written(models.LegalBasis, basis, *WEIGHED)
    asked = ASKED.get(basis.article_6, ()) if basis.article_6 else ()
    yield from written(models.LegalBasis, basis, *asked)
    if basis.article_6 is Article6.CONSENT:
        yield from answers(models.LegalBasis, basis, "consent_request_separate")
    others = [name for names in ASKED.values() for name in names if name not in asked]
    yield from written(models.LegalBasis, basis, *others, missing=False)


def further_use(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Whether the data are used for something else, and the test of each such use."""
    yield Block(definitions=tuple(answers(models.Activity, activity.characteristics, "further_use")))
    for use in activity.further_uses:
        yield _further_use(use, words)


def _further_use(use: FurtherUse, words: Words) -> Block:
    tested = ("link", "context", "nature", "consequences", "safeguards", "conclusion")
    return Block(
        title=use.purpose or _("Further use without a purpose"),
        anchor=use.id,
        definitions=(
            term(label_of(models.FurtherUse, "basis"), name_of(use.basis) if use.basis else ""),
            *([provision(_("Provision"), use.provision_id, words)] if use.provision_id else []),
            *written(models.FurtherUse, use, *tested),
            *answers(models.FurtherUse, use, "people_informed"),
        ),
    )
