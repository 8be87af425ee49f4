"""Addresses of what Part B asks over all activities: the access matrix, logs to look at, and the calendar."""

from django.urls import path

from gemeentedossier.desk.views import access, agenda, log_reviews

EVERY = "<slug:municipality>/desk/security/"
PLAN = f"{EVERY}log-reviews/<uuid:key>/"

patterns = [
    path(f"{EVERY}access/", access.matrix, name="access-matrix"),
    path(f"{EVERY}access/<slug:form>/", access.matrix_file, name="access-matrix-file"),
    path(f"{EVERY}calendar/", agenda.of_security, name="security-calendar"),
    path(f"{EVERY}log-reviews/", log_reviews.log_reviews, name="log-reviews"),
    path(f"{EVERY}log-reviews/new/", log_reviews.new, name="log-review-new"),
    path(PLAN, log_reviews.log_review, name="log-review"),
    path(f"{PLAN}edit/", log_reviews.edit, name="log-review-edit"),
    path(f"{PLAN}look/", log_reviews.look, name="log-review-look"),
    path(f"{PLAN}end/", log_reviews.end, name="log-review-end"),
    path(f"{PLAN}reviews/<uuid:review_id>/", log_reviews.follow_up, name="log-review-follow-up"),
]
