"""Every address of the program; each room brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", include("django.conf.urls.i18n")),
    path("", include("gemeentedossier.desk.urls_door")),
    path("", include("gemeentedossier.desk.urls")),
    path("", include("gemeentedossier.guest.urls")),  # before the portal, which takes any first word for a name
    path("", include("gemeentedossier.portal.urls")),
]
