"""Answering any criterion on a page of its own, with what the answer rests on; and those of the municipality itself."""

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.lots import lots_in
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.rules import Part, SubjectKind
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.answer import AnswerWithEvidenceForm
from gemeentedossier.desk.forms.findings import beside_the_register
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.answering import answers_offered
from gemeentedossier.desk.presenters.answers import Asked, MunicipalityPart, asked_of, part_title
from gemeentedossier.desk.presenters.evidence import pieces_to_choose
from gemeentedossier.desk.presenters.findings import shown_findings
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.evidence import added_by, shelf_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion, permission_for
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for


@staff("assessment.view_findings")
def municipality(visit: Visit) -> HttpResponse:
    """The criteria about the municipality as a whole, per Part: what was found, and who answered what."""
    judged, title = judged_by(visit), pgettext("page of accountability", "Questions about the municipality")
    found: dict[Part, list[Finding]] = defaultdict(list)
    for lot in lots_in(judged.assessment):
        if lot.rule.subject is SubjectKind.ORGANISATION:
            found[lot.rule.part] += lot
    reader = reader_of(visit, judged)
    parts = [
        MunicipalityPart(
            anchor=f"part-{part.value.lower()}",
            title=part_title(part),
            cases=shown_findings(sorted(found[part], key=lambda each: each.weight), judged, reader),
            open_count=sum(each.is_open for each in found[part]),
            total=len(found[part]),
        )
        for part in Part
        if found[part]
    ]
    crumbs = account_crumbs(visit, title)
    shown = {"frame": frame_for(visit, place="desk:accountability", crumbs=crumbs), "title": title, "parts": parts}
    return render(visit.request, "desk/municipality.html", shown)


@staff("assessment.view_findings")
def answer(visit: Visit, kind: str, subject_id: UUID, criterion: str) -> HttpResponse:
    """One criterion for one record: what it asks, what was found, and the answer of a person with its evidence."""
    judged = judged_by(visit)
    finding = _asked(judged, kind, subject_id, criterion)
    may_answer = _may_answer(visit, judged, finding)
    if visit.request.method == "POST":
        _check_may(visit, judged, finding)
        if not answers_offered(finding):
            return redirect(visit.request.path)
        form = _form(visit, judged, finding, bound=True)
        if _recorded(visit, finding, form):
            messages.success(visit.request, _("Your answer was recorded."))
            return redirect(visit.request.path)
    else:
        form = _form(visit, judged, finding, bound=False)
    asked = asked_of(finding, judged, words_of(judged.dossier, at=visit.moment), visit.municipality.slug)
    (case,) = shown_findings([finding], judged, reader_of(visit, judged))
    shown = {
        "frame": frame_for(visit, place="desk:findings", crumbs=_crumbs(visit, asked)),
        "asked": asked,
        "is_told": case.finding.reason.startswith(asked.question),
        "case": replace(case, finding=replace(case.finding, title="", repair=None, also=None)),
        "form": form if may_answer else None,
    }
    return render(visit.request, "desk/answer.html", shown)


def _crumbs(visit: Visit, asked: Asked) -> tuple[Crumb, ...]:
    """The way here: the findings, the record, the question."""
    findings = Crumb(label=_("Findings"), url=reverse("desk:findings", args=[visit.municipality.slug]))
    return (findings, Crumb(label=str(asked.back.label), url=asked.back.url), Crumb(label=asked.title))


def _asked(judged: Judged, kind: str, subject_id: UUID, criterion: str) -> Finding:
    for each in judged.assessment.cases:
        if each.case.id == subject_id and each.case.kind.value == kind:
            for finding in each:
                if finding.rule_id == criterion:
                    return finding
    raise Http404


def _check_may(visit: Visit, judged: Judged, finding: Finding) -> None:
    permission = permission_for(finding.subject_kind.value)
    record = judged.activity_of(finding) or next(
        (each for each in beside_the_register(judged.dossier) if each.id == finding.subject_id), None
    )
    if record is None:
        check_permitted(visit.actor, permission)
    else:
        check_permitted_for(visit.actor, permission, owner_id=record.owner_id)


def _may_answer(visit: Visit, judged: Judged, finding: Finding) -> bool:
    if visit.moment or not answers_offered(finding):
        return False
    try:
        _check_may(visit, judged, finding)
    except NotPermitted:
        return False
    return True


def _form(visit: Visit, judged: Judged, finding: Finding, *, bound: bool) -> AnswerWithEvidenceForm:
    shelf = shelf_of(visit, judged)
    pieces, people = pieces_to_choose(shelf), shelf.people()
    offered, must_explain = answers_offered(finding), not finding.rule.is_attested
    if bound:
        return AnswerWithEvidenceForm(
            visit.request.POST,
            visit.request.FILES,
            pieces=pieces,
            people=people,
            myself=visit.actor.person_id,
            answers=offered,
            must_explain=must_explain,
        )
    given = finding.answer.attestation
    initial: dict[str, object] = {"review_on": review_day(finding.rule.review)}
    if len(offered) == 1:
        initial["answer"] = offered[0]
    if given:
        known = {key for key, _title in pieces}
        initial |= {
            "answer": given.answer,
            "explanation": given.explanation,
            "evidence": [str(key) for key in given.evidence_ids if str(key) in known],
        }
    return AnswerWithEvidenceForm(
        initial=initial,
        pieces=pieces,
        people=people,
        myself=visit.actor.person_id,
        answers=offered,
        must_explain=must_explain,
    )


def review_day(review: str) -> dt.date | None:
    """The day on which an answer of today must be looked at again, by the rule's term; None where it names none."""
    try:
        return parse_duration(review.partition("+")[0]).after(clock.today())
    except InvalidDuration:
        return None


def _recorded(visit: Visit, finding: Finding, form: AnswerWithEvidenceForm) -> bool:
    """Whether answer and evidence could be recorded, both or neither; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            chosen = [UUID(each) for each in form.cleaned_data.get("evidence", ())]
            attest_criterion(
                finding.rule_id,
                subject_kind=finding.subject_kind.value,
                subject_id=finding.subject_id,
                answer=Answer(form.cleaned_data["answer"]),
                explanation=form.cleaned_data["explanation"],
                review_on=form.cleaned_data["review_on"] or review_day(finding.rule.review),
                evidence_ids=[*chosen, *added_by(form, visit)],
                by=visit.actor,
            )
    except NotPermitted:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
