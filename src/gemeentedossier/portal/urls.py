"""Addresses for everyone. The address of a version is permanent: it is cited in logs, letters and decisions."""

from django.urls import path

from gemeentedossier.portal.views import doors, register, versions

app_name = "portal"
VERSION = "<slug:municipality>/register/<uuid:activity_id>/versions/<int:number>"
urlpatterns = [
    path("", doors.index, name="index"),
    path("robots.txt", doors.robots, name="robots"),
    path("<slug:municipality>/", doors.home, name="home"),
    path("<slug:municipality>/register/", register.register, name="register"),
    path("<slug:municipality>/register/<uuid:activity_id>/", register.activity, name="activity"),
    path(f"{VERSION}/", versions.version, name="version-with-slash"),
    path(f"{VERSION}.json", versions.version_json, name="version-json"),
    path(VERSION, versions.version, name="version"),
]
