"""Addresses of one processing activity and everything below it."""

from django.urls import path

from gemeentedossier.desk.views import (
    activity,
    activity_editing,
    activity_history,
    activity_review,
    activity_steps,
    attestations,
    many,
    many_steps,
)

REGISTER = "<slug:municipality>/desk/register/"
ONE = f"{REGISTER}<uuid:activity_id>/"

patterns = [
    path(f"{REGISTER}new/", activity.new, name="activity-new"),
    path(f"{REGISTER}many/", many_steps.many, name="register-many"),
    path(f"{REGISTER}many/<uuid:key>/choose/", many_steps.choose, name="register-choose"),
    path(f"{REGISTER}many/<uuid:key>/preview/", many_steps.preview, name="register-preview"),
    path(f"{REGISTER}many/<uuid:key>/", many.many_made, name="register-made"),
    path(f"{REGISTER}many/<uuid:key>/undo/", many.many_undo, name="register-undo"),
    path(ONE, activity.activity, name="activity"),
    path(f"{ONE}history/", activity_history.history, name="activity-history"),
    path(f"{ONE}versions/", activity_history.versions, name="activity-versions"),
    path(f"{ONE}review/", activity_review.review, name="activity-review"),
    path(f"{ONE}notes/<uuid:key>/answer/", activity_review.answer, name="note-answer"),
    path(f"{ONE}notes/<uuid:key>/settle/", activity_review.settle, name="note-settle"),
    path(f"{ONE}undo/", activity_editing.undo, name="activity-undo"),
    path(f"{ONE}sections/<slug:section>/", activity_editing.section, name="activity-section"),
    path(f"{ONE}sections/<slug:section>/save/", activity_editing.save, name="activity-save"),
    path(f"{ONE}submit/", activity_steps.submit, name="submit"),
    path(f"{ONE}return/", activity_steps.give_back, name="return"),
    path(f"{ONE}adopt/", activity_steps.adopt, name="adopt"),
    path(f"{ONE}publish/", activity_steps.publish, name="publish"),
    path(f"{ONE}withdraw/", activity_steps.withdraw, name="withdraw"),
    path(f"{ONE}confirm/", activity_steps.confirm, name="confirm"),
    path(f"{ONE}confirm/undo/", activity_steps.confirm_undo, name="confirm-undo"),
    path(f"{ONE}delete/", activity_steps.delete, name="delete"),
    path(
        f"{ONE}answers/<slug:criterion>/<str:kind>/<uuid:subject_id>/",
        attestations.attest,
        name="attest",
    ),
]
