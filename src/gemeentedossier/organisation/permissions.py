"""The one table of permissions: which roles may do what. ``room.verb_noun`` on the left, roles on the right.

A role holds on a day (``RoleAssignment.holds_on``); a role that ended yesterday permits nothing today. The
administrator arranges people and sees no content. FG and PO are different people in one matter. A process owner
writes only the records of which they are the owner (``OWN_ONLY``): each answers for their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role

if TYPE_CHECKING:
    import datetime as dt

    from django_stubs_ext import StrOrPromise

    from gemeentedossier.organisation.facts import Person

READERS = frozenset(
    {
        Role.DATA_PROTECTION_OFFICER,
        Role.PRIVACY_OFFICER,
        Role.CISO,
        Role.PROCESS_OWNER,
        Role.EXECUTIVE,
        Role.AUDITOR,
    }
)
EDITORS = frozenset({Role.PRIVACY_OFFICER, Role.PROCESS_OWNER})
HOLDERS = EDITORS | {Role.CISO, Role.EXECUTIVE}
"""Who can answer for a record or a step: who writes or decides; not who only supervises (GDPR 38(6)) or sees nothing
of it."""

PERMISSIONS: Mapping[str, frozenset[Role]] = {
    "desk.view_home": READERS,
    # Figures without names, for who controls the college, and for who wants to see what the council sees.
    "desk.view_council": READERS | {Role.COUNCIL_MEMBER},
    # What somebody typed and did not save is theirs alone, whoever they are.
    "desk.keep_draft": READERS | {Role.ADMINISTRATOR},
    "desk.keep_filter": READERS,
    "desk.share_filter": frozenset({Role.PRIVACY_OFFICER}),
    "register.view_activity": READERS,
    "register.create_activity": EDITORS,
    "register.edit_activity": EDITORS,
    "register.confirm_activity": EDITORS,
    "register.submit_activity": EDITORS,
    "register.adopt_activity": frozenset({Role.EXECUTIVE}),
    # Whoever reads a record may remark on it before it is adopted, but for who checks afterwards.
    "register.write_note": READERS - {Role.AUDITOR},
    "register.answer_note": EDITORS,
    "register.settle_note": READERS - {Role.AUDITOR},
    "register.publish_activity": frozenset({Role.PRIVACY_OFFICER}),
    "register.withdraw_publication": frozenset({Role.PRIVACY_OFFICER}),
    "register.delete_activity": frozenset({Role.PRIVACY_OFFICER}),
    "evidence.attest_criterion": EDITORS | {Role.CISO},
    "evidence.attest_municipality": frozenset({Role.PRIVACY_OFFICER, Role.CISO, Role.EXECUTIVE}),
    "evidence.view_evidence": READERS,
    "evidence.add_evidence": EDITORS | {Role.CISO, Role.DATA_PROTECTION_OFFICER},
    "evidence.change_evidence": EDITORS | {Role.CISO, Role.DATA_PROTECTION_OFFICER},
    "governance.view_decisions": READERS,
    "governance.suppress_finding": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    "governance.suppress_unlawful": frozenset({Role.EXECUTIVE}),
    "governance.decide_interpretation": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    "governance.record_position": frozenset({Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER}),
    "governance.record_reliance": EDITORS,
    # How much risk to people may remain is for the body itself (GDPR 24(1)); not for who guards or carries it out.
    "governance.set_appetite": frozenset({Role.EXECUTIVE}),
    "governance.record_clause": EDITORS | {Role.CISO},
    "governance.edit_clause": EDITORS | {Role.CISO},
    "governance.delete_clause": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    # How far a theme must be, is for who answers for the municipality.
    "governance.choose_ambition": frozenset({Role.EXECUTIVE}),
    # Who takes which step of the method is arranged by who leads the work; whether it is done, nobody says by hand.
    "governance.plan_step": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    # The officer watches, advises and reports, and nobody writes that for the officer (GDPR 38(3), 39(1)).
    "governance.view_supervision": READERS,
    "governance.advise_unasked": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "governance.answer_advice": frozenset({Role.EXECUTIVE}),
    "governance.plan_supervision": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "governance.draw_sample": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "governance.judge_sample": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "governance.write_report": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "parties.view_party": READERS,
    "parties.record_party": EDITORS | {Role.CISO},
    "parties.edit_party": EDITORS | {Role.CISO},
    "parties.merge_party": frozenset({Role.PRIVACY_OFFICER}),
    "parties.remove_party": frozenset({Role.PRIVACY_OFFICER}),
    "parties.invite_representative": frozenset({Role.PRIVACY_OFFICER}),
    # What somebody of a party may do on the page of that party; which party that is, is checked beside it.
    "guest.view_own": frozenset({Role.PROVIDER}),
    "guest.add_evidence": frozenset({Role.PROVIDER}),
    "guest.attest_participation": frozenset({Role.PROVIDER}),
    "guest.write_leaflet": frozenset({Role.PROVIDER}),
    "guest.report_breach": frozenset({Role.PROVIDER}),
    "agreements.view_agreement": READERS,
    "agreements.record_agreement": EDITORS,
    "agreements.edit_agreement": EDITORS,
    "agreements.sign_agreement": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    "agreements.end_agreement": EDITORS,
    "agreements.delete_agreement": frozenset({Role.PRIVACY_OFFICER}),
    "agreements.decide_sub_processor": EDITORS | {Role.CISO},
    "agreements.attest_participation": EDITORS,
    "agreements.record_leaflet": EDITORS,
    "agreements.edit_leaflet": EDITORS,
    "agreements.delete_leaflet": frozenset({Role.PRIVACY_OFFICER}),
    "agreements.test_role": EDITORS,
    "agreements.decide_role": frozenset({Role.PRIVACY_OFFICER}),
    "assets.view_system": READERS,
    "assets.record_system": EDITORS | {Role.CISO},
    "assets.edit_system": EDITORS | {Role.CISO},
    "assets.delete_system": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    "assets.view_tool": READERS,
    "assets.record_tool": EDITORS | {Role.CISO},
    "assets.edit_tool": EDITORS | {Role.CISO},
    "assets.judge_tool": frozenset({Role.PRIVACY_OFFICER, Role.CISO, Role.EXECUTIVE}),
    "assets.delete_tool": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    "assets.view_measure": READERS,
    "assets.record_measure": EDITORS | {Role.CISO},
    "assets.edit_measure": EDITORS | {Role.CISO},
    "security.view_security": READERS,
    "security.classify_activity": EDITORS | {Role.CISO},
    "security.approve_classification": frozenset({Role.PROCESS_OWNER, Role.EXECUTIVE}),
    "security.depart_from_level": frozenset({Role.CISO, Role.EXECUTIVE}),
    "security.edit_access": EDITORS | {Role.CISO},
    "security.record_right": EDITORS | {Role.CISO, Role.DATA_PROTECTION_OFFICER},
    "security.remove_right": EDITORS | {Role.CISO},
    "security.rule_tool": EDITORS | {Role.CISO},
    "security.plan_log_review": frozenset({Role.CISO, Role.PRIVACY_OFFICER}),
    "security.review_log": frozenset({Role.CISO, Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER}),
    "security.record_risk": EDITORS | {Role.CISO},
    "security.edit_risk": EDITORS | {Role.CISO},
    "security.decide_risk": frozenset({Role.EXECUTIVE}),
    "security.propose_exclusion": frozenset({Role.CISO}),
    "security.decide_exclusion": frozenset({Role.EXECUTIVE}),
    "security.plan_continuity": EDITORS | {Role.CISO},
    "requests.view_request": READERS,
    "requests.record_request": EDITORS,
    "requests.edit_request": EDITORS,
    "requests.tick_line": EDITORS | {Role.CISO},
    # Name and address are for who writes the letters.
    "requests.read_requester": frozenset({Role.PRIVACY_OFFICER}),
    "requests.advise_request": frozenset({Role.DATA_PROTECTION_OFFICER}),
    # Who was mandated by the public authority (UAVG 34); never the officer who advises on it.
    "requests.decide_request": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    "requests.close_request": frozenset({Role.PRIVACY_OFFICER}),
    "requests.view_consent": READERS,
    "requests.record_consent": EDITORS,
    "breaches.view_breach": READERS,
    "breaches.report_breach": EDITORS | {Role.CISO, Role.DATA_PROTECTION_OFFICER, Role.EXECUTIVE},
    "breaches.edit_breach": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    "breaches.triage_breach": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    "breaches.judge_breach": frozenset({Role.PRIVACY_OFFICER}),
    # A mandate to notify often lies with the privacy officer, because 72 hours take no account of weekends.
    "breaches.decide_breach": frozenset({Role.EXECUTIVE, Role.PRIVACY_OFFICER}),
    "breaches.notify_authority": frozenset({Role.PRIVACY_OFFICER}),
    "breaches.inform_people": frozenset({Role.PRIVACY_OFFICER}),
    "breaches.advise": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "breaches.answer_advice": frozenset({Role.EXECUTIVE, Role.PRIVACY_OFFICER}),
    "breaches.record_measure": EDITORS | {Role.CISO},
    "breaches.close_breach": frozenset({Role.PRIVACY_OFFICER}),
    "breaches.exercise": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    "breaches.renew_link": frozenset({Role.PRIVACY_OFFICER}),
    "risks.view_assessment": READERS,
    "risks.answer_prescan": EDITORS | {Role.CISO},
    "risks.decide_prescan": EDITORS,
    "risks.draw_up_assessment": EDITORS,
    "risks.edit_assessment": EDITORS | {Role.CISO},
    "risks.put_to_officer": EDITORS,
    # The officer advises and writes nothing else of an assessment (GDPR 35(2), 38(6), 39(1)(c)).
    "risks.advise": frozenset({Role.DATA_PROTECTION_OFFICER}),
    "risks.answer_advice": frozenset({Role.EXECUTIVE}),
    "risks.adopt_assessment": frozenset({Role.EXECUTIVE}),
    "risks.revise_assessment": EDITORS,
    "risks.publish_summary": frozenset({Role.PRIVACY_OFFICER}),
    # The controller consults (GDPR 36(1)); the officer is the authority's contact (39(1)(e)) and records nothing.
    "risks.consult_authority": frozenset({Role.EXECUTIVE, Role.PRIVACY_OFFICER}),
    "risks.delete_assessment": frozenset({Role.PRIVACY_OFFICER}),
    "method.remind_owners": frozenset({Role.PRIVACY_OFFICER}),
    # Who arranges people reads how much is still on the name of who left, and nothing of what that is.
    "method.view_leavers": READERS | {Role.ADMINISTRATOR},
    "method.hand_over": frozenset({Role.PRIVACY_OFFICER}),
    # That others may see how far the municipality is, is for who answers for it.
    "method.share_maturity": frozenset({Role.EXECUTIVE}),
    "method.refresh_shared": frozenset({Role.EXECUTIVE, Role.PRIVACY_OFFICER}),
    "method.stop_sharing": frozenset({Role.EXECUTIVE, Role.PRIVACY_OFFICER}),
    # After how long others hear that somebody is late, is for who leads the work and for who answers for it.
    "method.set_escalation": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    "exchange.import_register": frozenset({Role.PRIVACY_OFFICER}),
    "exchange.import_list": frozenset({Role.PRIVACY_OFFICER, Role.CISO}),
    "exchange.view_imports": frozenset({Role.PRIVACY_OFFICER, Role.CISO, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}),
    "exchange.export_dossier": frozenset({Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}),
    "assessment.view_findings": READERS,
    "documents.view_document": READERS,
    "ledger.view_ledger": frozenset({Role.DATA_PROTECTION_OFFICER, Role.PRIVACY_OFFICER, Role.AUDITOR}),
    # Who supervises fixes what the history was (GDPR 39(1)(b)); not who writes it, nor who sees no content.
    "ledger.sign_checkpoint": frozenset({Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}),
    "organisation.view_organisation": READERS,
    "organisation.edit_organisation": frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE}),
    "organisation.manage_people": frozenset({Role.ADMINISTRATOR}),
}

OWN_ONLY: Mapping[str, frozenset[Role]] = {
    "register.edit_activity": frozenset({Role.PROCESS_OWNER}),
    "register.confirm_activity": frozenset({Role.PROCESS_OWNER}),
    "register.submit_activity": frozenset({Role.PROCESS_OWNER}),
    "register.answer_note": frozenset({Role.PROCESS_OWNER}),
    "evidence.attest_criterion": frozenset({Role.PROCESS_OWNER}),
    "governance.record_reliance": frozenset({Role.PROCESS_OWNER}),
    "evidence.change_evidence": frozenset({Role.PROCESS_OWNER}),
    "agreements.edit_agreement": frozenset({Role.PROCESS_OWNER}),
    "agreements.end_agreement": frozenset({Role.PROCESS_OWNER}),
    "agreements.decide_sub_processor": frozenset({Role.PROCESS_OWNER}),
    "agreements.attest_participation": frozenset({Role.PROCESS_OWNER}),
    "assets.edit_system": frozenset({Role.PROCESS_OWNER}),
    "assets.edit_measure": frozenset({Role.PROCESS_OWNER}),
    "assets.edit_tool": frozenset({Role.PROCESS_OWNER}),
    "governance.edit_clause": frozenset({Role.PROCESS_OWNER}),
    "security.classify_activity": frozenset({Role.PROCESS_OWNER}),
    "security.approve_classification": frozenset({Role.PROCESS_OWNER}),
    "security.edit_access": frozenset({Role.PROCESS_OWNER}),
    "security.record_right": frozenset({Role.PROCESS_OWNER}),
    "security.remove_right": frozenset({Role.PROCESS_OWNER}),
    "security.rule_tool": frozenset({Role.PROCESS_OWNER}),
    "security.record_risk": frozenset({Role.PROCESS_OWNER}),
    "security.edit_risk": frozenset({Role.PROCESS_OWNER}),
    "security.plan_continuity": frozenset({Role.PROCESS_OWNER}),
    # Their own are the breaches that hit an activity of theirs.
    "breaches.record_measure": frozenset({Role.PROCESS_OWNER}),
    "requests.edit_request": frozenset({Role.PROCESS_OWNER}),
    "requests.tick_line": frozenset({Role.PROCESS_OWNER}),
    "risks.answer_prescan": frozenset({Role.PROCESS_OWNER}),
    "risks.decide_prescan": frozenset({Role.PROCESS_OWNER}),
    "risks.draw_up_assessment": frozenset({Role.PROCESS_OWNER}),
    "risks.edit_assessment": frozenset({Role.PROCESS_OWNER}),
    "risks.put_to_officer": frozenset({Role.PROCESS_OWNER}),
    "risks.revise_assessment": frozenset({Role.PROCESS_OWNER}),
}
"""Where a role of the table carries the permission for the person's own records only."""

ROLE_WORDS: Mapping[Role, StrOrPromise] = {
    Role.DATA_PROTECTION_OFFICER: pgettext_lazy("role", "data protection officer"),
    Role.PRIVACY_OFFICER: pgettext_lazy("role", "privacy officer"),
    Role.CISO: pgettext_lazy("role", "CISO"),
    Role.PROCESS_OWNER: pgettext_lazy("role", "process owner"),
    Role.EXECUTIVE: pgettext_lazy("role", "executive"),
    Role.COUNCIL_MEMBER: pgettext_lazy("role", "council member"),
    Role.AUDITOR: pgettext_lazy("role", "auditor"),
    Role.PROVIDER: pgettext_lazy("role", "provider"),
    Role.ADMINISTRATOR: pgettext_lazy("role", "administrator"),
}
"""What each role is called in a sentence."""

PROGRAM = frozenset(Role)
"""The roles of the program itself, when a command of the installation's owner acts."""


def can(actor: Actor, permission: str) -> bool:
    """Whether one of the actor's roles carries the permission, be it only for some records."""
    return not PERMISSIONS[permission].isdisjoint(actor.roles)


def can_for(actor: Actor, permission: str, *, owner_id: UUID | None) -> bool:
    """Whether the actor has the permission for the record of this process owner; None where it has none yet."""
    carrying = PERMISSIONS[permission] & actor.roles
    everywhere = carrying - OWN_ONLY.get(permission, frozenset())
    return bool(everywhere) or bool(carrying and owner_id is not None and owner_id == actor.person_id)


def can_hold(person: Person, on: dt.date) -> bool:
    """Whether somebody has a role on the day with which a record or a step can be theirs."""
    return any(person.holds_on(role, on) for role in HOLDERS)


def check_permitted(actor: Actor, permission: str) -> None:
    """Raises NotPermitted with the roles that may."""
    if not can(actor, permission):
        roles = ", ".join(sorted(str(ROLE_WORDS[role]) for role in PERMISSIONS[permission]))
        raise NotPermitted(_("Your roles do not allow this. It can be done by: %(roles)s.") % {"roles": roles})


def check_permitted_for(actor: Actor, permission: str, *, owner_id: UUID | None) -> None:
    """Raises NotPermitted where the roles do not allow it, or allow it only for records of the person's own."""
    check_permitted(actor, permission)
    if not can_for(actor, permission, owner_id=owner_id):
        raise NotPermitted(not_own())


def not_own() -> str:
    """Why a process owner reads along only."""
    return _(
        "You are not the process owner of this record, so you can read it and not change it. "
        "Its process owner or the privacy officer can."
    )
