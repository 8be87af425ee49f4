"""What kinds and states are called for somebody who comes here once a year."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge
from gemeentedossier.dossier.agreements.engine.own import AskKind
from gemeentedossier.dossier.agreements.engine.term import state_on
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Duty, EndChoice
from gemeentedossier.dossier.agreements.facts import Agreement

_STATES: Mapping[AgreementState, tuple[Tone, Shape]] = {
    AgreementState.DRAFT: (Tone.QUIET, Shape.PENCIL),
    AgreementState.SIGNED: (Tone.NOTE, Shape.CLOCK),
    AgreementState.IN_FORCE: (Tone.GOOD, Shape.CHECK),
    AgreementState.NOTICE_GIVEN: (Tone.NOTE, Shape.CLOCK),
    AgreementState.EXPIRED: (Tone.QUIET, Shape.DASH),
    AgreementState.ENDED: (Tone.QUIET, Shape.DASH),
}


def kind_word(kind: AgreementKind | None) -> str:
    """The kind of agreement."""
    words = {
        AgreementKind.PROCESSOR: _("Processor agreement"),
        AgreementKind.JOINT_CONTROLLERS: _("Arrangement between joint controllers"),
        AgreementKind.DATA_SUPPLY: _("Agreement on supplying data"),
        AgreementKind.COVENANT: _("Covenant"),
        AgreementKind.TRANSFER_INSTRUMENT: _("Instrument for transfer outside the EEA"),
    }
    return words[kind] if kind else _("Agreement")


def state_badge(agreement: Agreement, today: dt.date) -> Badge:
    """How it stands on the day."""
    words = {
        AgreementState.DRAFT: pgettext("agreement", "Draft"),
        AgreementState.SIGNED: pgettext("agreement", "Signed, not in force yet"),
        AgreementState.IN_FORCE: pgettext("agreement", "In force"),
        AgreementState.NOTICE_GIVEN: pgettext("agreement", "In force, notice was given"),
        AgreementState.EXPIRED: pgettext("agreement", "Expired"),
        AgreementState.ENDED: pgettext("agreement", "Ended"),
    }
    state = state_on(agreement, today)
    tone, shape = _STATES[state]
    return Badge(word=words[state], tone=tone, shape=shape)


def ask_words(ask: AskKind) -> str:
    """What is asked, as the title of a task."""
    return {
        AskKind.ATTEST: _("Declare that you keep to the covenant"),
        AskKind.PROVE_ERASURE: _("Show that the data were erased or returned"),
    }[ask]


def end_word(choice: EndChoice) -> str:
    """What happens with the data at the end."""
    return {EndChoice.ERASE: _("The data are erased."), EndChoice.RETURN: _("The data are returned.")}[choice]


def duty_word(duty: Duty) -> str:
    """A duty that joint controllers divide."""
    return {
        Duty.INFORMATION: _("Telling people what happens with their data"),
        Duty.REQUESTS: _("Answering requests of people"),
        Duty.CONTACT_POINT: _("Point of contact for people"),
        Duty.SECURITY: _("Security"),
        Duty.BREACHES: _("Reporting data breaches"),
        Duty.IMPACT_ASSESSMENT: _("Impact assessment (DPIA)"),
        Duty.PROCESSORS: _("Agreements with processors"),
        Duty.RETENTION: _("Retention and erasure"),
        Duty.TRANSFERS: _("Transfers outside the EEA"),
    }[duty]


def day(date: dt.date | None) -> str:
    """A date in full; empty for none."""
    return date_format(date, "j F Y") if date else ""


def listing(items: Iterable[str]) -> str:
    """Words after one another: a, b and c."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return _("%(first)s and %(last)s") % {"first": ", ".join(found[:-1]), "last": found[-1]}
