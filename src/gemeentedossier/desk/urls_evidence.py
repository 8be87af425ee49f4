"""Addresses of answers, of the municipality itself, and of the evidence that both rest on."""

from django.urls import path

from gemeentedossier.desk.views import answers, evidence

EVIDENCE = "<slug:municipality>/desk/evidence/"
PIECE = f"{EVIDENCE}<uuid:key>/"

patterns = [
    path("<slug:municipality>/desk/municipality/", answers.municipality, name="municipality"),
    path(
        "<slug:municipality>/desk/answers/<slug:kind>/<uuid:subject_id>/<slug:criterion>/",
        answers.answer,
        name="answer",
    ),
    path(EVIDENCE, evidence.evidence, name="evidence"),
    path(PIECE, evidence.piece, name="evidence-piece"),
    path(f"{PIECE}file/", evidence.file, name="evidence-file"),
    path(f"{PIECE}prolong/", evidence.prolong, name="evidence-prolong"),
    path(f"{PIECE}hand-over/", evidence.hand_over, name="evidence-hand-over"),
    path(f"{PIECE}withdraw/", evidence.withdraw, name="evidence-withdraw"),
]
