"""Recording what shows that an answer is true, and what becomes of it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.evidence import facts
from gemeentedossier.dossier.evidence.actions.files import (
    are_kept_here,
    digest_of,
    files_kept,
    is_back,
    is_there,
    is_whole,
    keep_file,
    remove_kept,
)
from gemeentedossier.dossier.evidence.engine.files import LARGEST, FileFault, NotEvidence, media_type_of
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.evidence.policies import check_can_own
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.people import roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import can_for, check_permitted

CHANGE = "evidence.change_evidence"
ADD, HAND_IN = "evidence.add_evidence", "guest.add_evidence"
SWEPT_AFTER = dt.timedelta(days=1)
"""How long a file may lie there without evidence that names it."""
LONGEST_NAME = 300
"""Characters of a title or a name that are kept."""
MOST_A_DAY = 20
"""Files that one person of a party can hand in on one day (our own choice)."""


def add_file(
    content: bytes,
    *,
    file_name: str,
    title: str = "",
    owner_id: UUID | None = None,
    valid_until: dt.date | None,
    by: Actor,
) -> Evidence:
    """Record a file as evidence; Refused with a sentence where it is not what it says, or harmful, or empty."""
    adder = _adder(by, ADD)
    return _file(
        content,
        file_name=file_name,
        title=title,
        owner=_owner(owner_id, otherwise=adder),
        valid_until=valid_until,
        adder=adder,
        by=by,
    )


def hand_in_file(content: bytes, *, file_name: str, title: str, owner_id: UUID, by: Actor) -> Evidence:
    """Record a file that somebody of a party hands in; ``owner_id`` looks after it here from then on.

    Refused beyond ``MOST_A_DAY`` files of one person: nothing that was handed in is ever removed.
    """
    adder = _adder(by, HAND_IN)
    if Evidence.objects.filter(added_by_id=adder, added_at__date=clock.today()).count() >= MOST_A_DAY:
        raise Refused(
            _("You handed in %(count)d files today. Hand in the next one tomorrow, or send it to the municipality.")
            % {"count": MOST_A_DAY}
        )
    owner = _owner(owner_id, otherwise=owner_id)
    return _file(content, file_name=file_name, title=title, owner=owner, valid_until=None, adder=adder, by=by)


def _file(
    content: bytes,
    *,
    file_name: str,
    title: str,
    owner: UUID,
    valid_until: dt.date | None,
    adder: UUID,
    by: Actor,
) -> Evidence:
    _check_valid(valid_until)
    try:
        media_type = media_type_of(content, file_name=file_name)
    except NotEvidence as fault:
        raise Refused(_sentence(fault, file_name)) from fault
    digest, file_name = digest_of(content), _last_part(file_name)
    with verb("evidence.add_evidence", by=by):
        evidence: Evidence = Evidence.objects.create(
            kind=EvidenceKind.FILE.value,
            title=(title.strip() or file_name)[:LONGEST_NAME],
            owner_id=owner,
            added_by_id=adder,
            added_at=clock.now(),
            valid_until=valid_until,
            file_name=file_name[-LONGEST_NAME:],
            media_type=media_type,
            size=len(content),
            sha256=digest,
        )
        keep_file(content)  # last: what is refused before leaves no file behind
    return evidence


def add_link(
    url: str, *, seen: str, title: str = "", owner_id: UUID | None = None, valid_until: dt.date | None, by: Actor
) -> Evidence:
    """Record where something was seen and what that was; Refused without the note, for the place may change."""
    adder = _adder(by, ADD)
    _check_valid(valid_until)
    host = _host(url.strip())
    if not host:
        raise Refused(_("Give the whole address, beginning with https://."))
    if not seen.strip():
        raise Refused(_("Write down what you saw there: the page may look different tomorrow."))
    with verb("evidence.add_evidence", by=by):
        evidence: Evidence = Evidence.objects.create(
            kind=EvidenceKind.LINK.value,
            title=(title.strip() or host)[:LONGEST_NAME],
            owner_id=_owner(owner_id, otherwise=adder),
            added_by_id=adder,
            added_at=clock.now(),
            valid_until=valid_until,
            url=url.strip(),
            seen=seen.strip(),
        )
    return evidence


def prolong_evidence(evidence_id: UUID, *, valid_until: dt.date, reason: str, by: Actor) -> None:
    """Say that the evidence holds until a later day, with the reason."""
    check_permitted(by, CHANGE)
    _check_valid(valid_until)
    if not reason.strip():
        raise Refused(_("Say why it still holds, so that another can check it."))
    with verb("evidence.prolong_evidence", by=by, reason=reason):
        _check_theirs(evidence_id, by=by)
        Evidence.objects.filter(pk=evidence_id).update(valid_until=valid_until)


def hand_over_evidence(evidence_id: UUID, *, owner_id: UUID, reason: str, by: Actor) -> None:
    """Say who looks after the evidence from now on, and why; Refused where nobody knows that person here."""
    check_permitted(by, CHANGE)
    owner = _owner(owner_id, otherwise=owner_id)
    if not reason.strip():
        raise Refused(_("Say why somebody else looks after it, so that they know."))
    with verb("evidence.hand_over_evidence", by=by, reason=reason):
        _check_theirs(evidence_id, by=by)
        if Evidence.objects.filter(pk=evidence_id, owner_id=owner).exists():
            raise Refused(_("This person looks after it already. Choose somebody else."))
        Evidence.objects.filter(pk=evidence_id).update(owner_id=owner)


def withdraw_evidence(evidence_id: UUID, *, reason: str, by: Actor) -> None:
    """Say that the evidence no longer shows what it did. Answers that rest on it expire; it stays readable."""
    check_permitted(by, CHANGE)
    if not reason.strip():
        raise Refused(_("Say why it no longer counts, so that another can check it."))
    with verb("evidence.withdraw_evidence", by=by, reason=reason):
        _check_theirs(evidence_id, by=by)
        Evidence.objects.filter(pk=evidence_id).update(withdrawn_at=clock.now(), withdrawn_because=reason.strip())


def can_change(by: Actor, *, owner_id: UUID, added_by_id: UUID) -> bool:
    """Whether they may prolong, hand over or withdraw evidence of this owner that this person added."""
    return any(can_for(by, CHANGE, owner_id=whose) for whose in (owner_id, added_by_id))


def check_files(*, by: Actor) -> tuple[Evidence, ...]:
    """Look whether every file is still there and unchanged, record which went and came back, and return those lost."""
    files = list(Evidence.objects.filter(kind=EvidenceKind.FILE.value))
    if not files:
        return ()
    whole = {digest: is_whole(digest) for digest in {file.sha256 for file in files}}
    gone = [file for file in files if not whole[file.sha256]]
    back = [file for file in files if whole[file.sha256] and file.lost_at]
    with verb("evidence.check_files", by=by):
        _mark(file.pk for file in gone if file.lost_at is None)
        _found_again(file.pk for file in back)
    return tuple(gone)


def notice_files(evidence: Iterable[facts.Evidence], *, by: Actor) -> bool:
    """Record which of these files went and which came back, and return whether any did.

    Cheap enough to ask before every judgement: it looks whether a file of the right size lies there. A change that
    keeps the size is seen by ``check_files``. Where the whole folder is not here, nothing is recorded (``unseen``).
    """
    files = [each for each in evidence if each.kind is EvidenceKind.FILE]
    if not are_kept_here():
        return False
    gone = [each.id for each in files if each.lost_at is None and not is_there(each.sha256, size=each.size)]
    back = [each.id for each in files if each.lost_at is not None and is_back(each.sha256)]
    if not gone and not back:
        return False
    with verb("evidence.check_files", by=by):
        _mark(gone)
        _found_again(back)
    return True


def unseen(evidence: Sequence[facts.Evidence]) -> tuple[facts.Evidence, ...] | None:
    """The evidence as an installation sees it that lacks the folder of the files: each file is lost; None elsewhere."""
    if are_kept_here() or not any(each.kind is EvidenceKind.FILE and each.lost_at is None for each in evidence):
        return None
    now = clock.now()
    return tuple(
        replace(each, lost_at=each.lost_at or now) if each.kind is EvidenceKind.FILE else each for each in evidence
    )


def sweep_files() -> int:
    """Remove the files that no evidence names, and return how many.

    What was refused after its file was kept leaves one. Evidence itself is never removed, so that each file of a piece
    that was ever recorded is named; and a file of the last day may be of somebody who is still recording it.
    """
    named = set(Evidence.objects.filter(kind=EvidenceKind.FILE.value).values_list("sha256", flat=True))
    before = clock.now() - SWEPT_AFTER
    return sum(remove_kept(each, before=before) for each in files_kept() if each.name not in named)


def mark_lost(evidence_id: UUID, *, by: Actor) -> None:
    """Record that the file cannot be found, as whoever asked for it saw."""
    with verb("evidence.check_files", by=by):
        _mark([evidence_id])


def _mark(ids: Iterable[UUID]) -> None:
    Evidence.objects.filter(pk__in=list(ids), lost_at=None).update(lost_at=clock.now())


def _found_again(ids: Iterable[UUID]) -> None:
    Evidence.objects.filter(pk__in=list(ids)).exclude(lost_at=None).update(lost_at=None)


def _adder(by: Actor, permission: str) -> UUID:
    check_permitted(by, permission)
    if by.person_id is None:
        raise Refused(_("Only a person can record evidence."))
    return by.person_id


def _check_theirs(evidence_id: UUID, *, by: Actor) -> None:
    """Raises NotPermitted where it is neither theirs nor added by them, and their roles reach no further.

    Refused where it was withdrawn.
    """
    piece = Evidence.objects.select_for_update().get(pk=evidence_id)
    if not can_change(by, owner_id=piece.owner_id, added_by_id=piece.added_by_id):
        raise NotPermitted(
            _("This evidence was added by somebody else, so you can read it and not change it. Ask them to.")
        )
    if piece.withdrawn_at is not None:
        raise Refused(_("This evidence was withdrawn, so nothing of it changes any more. Add new evidence."))


def _owner(owner_id: UUID | None, *, otherwise: UUID) -> UUID:
    if owner_id:
        person = Person.objects.filter(pk=owner_id).first()
        check_can_own(is_known=person is not None, has_role=person is not None and _works_here(person))
    return owner_id or otherwise


def _works_here(person: Person) -> bool:
    return bool(set(roles_held(person)) - {Role.PROVIDER.value})  # who acts for a party sees no reminder here


def _last_part(path: str) -> str:
    """The name of a file without the folders that a program may send along."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _host(url: str) -> str:
    """The name of the place on the web; empty where it is no address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""


def _check_valid(valid_until: dt.date | None) -> None:
    if valid_until and valid_until < clock.today():
        raise Refused(_("This evidence is no longer valid: its last day is past. Choose evidence of today."))


def _sentence(fault: NotEvidence, file_name: str) -> str:
    sentences = {
        FileFault.EMPTY: _("“%(name)s” is empty. Choose the file once more."),
        FileFault.TOO_LARGE: _("“%(name)s” is larger than %(limit)d MB. Keep it where it is and record a link to it."),
        FileFault.UNKNOWN_ENDING: _(
            "“%(name)s” is not a kind of file that can be kept here. Use PDF, an office file, an image or plain text."
        ),
        FileFault.OTHER_CONTENT: _(
            "“%(name)s” is not what its name says: its content is of another kind. Nothing was recorded."
        ),
        FileFault.BOMB: _("“%(name)s” unpacks to far more than it is. Nothing was recorded."),
        FileFault.ACTS: _(
            "“%(name)s” holds a program (macros), and evidence must not act. Save it without macros and add it again."
        ),
        FileFault.DAMAGED: _("“%(name)s” is damaged and cannot be opened. Nothing was recorded."),
    }
    return sentences[fault.fault] % {"name": file_name, "limit": LARGEST // 1024 // 1024}
