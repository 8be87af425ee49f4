"""Addresses of the door: the steps of signing in, the link of an invitation, and the own account.

They ask for no permission: who is not in yet has none, and an account is everybody's own.
"""

from django.urls import path

from gemeentedossier.desk.views import account, invitation, kept, passkeys, second_step, single_sign_on

app_name = "door"
DOOR, OWN = "sign-in/", "sign-in/account/"
urlpatterns = [
    path(f"{DOOR}second/", second_step.second, name="second"),
    path(f"{DOOR}more/", second_step.more, name="more"),
    path(f"{DOOR}app/", second_step.enrol, name="enrol"),
    path(f"{DOOR}passkey/ask/", passkeys.ask, name="passkey-ask"),
    path(f"{DOOR}passkey/answer/", passkeys.answer, name="passkey-answer"),
    path(f"{DOOR}single/", single_sign_on.start, name="single"),
    path(f"{DOOR}single/back/", single_sign_on.back, name="single-back"),
    path(f"{DOOR}invitation/<str:token>/", invitation.invitation, name="invitation"),
    path(f"{DOOR}kept/", kept.kept, name="kept"),
    path(f"{DOOR}places/", account.places, name="places"),
    path(OWN, account.account, name="account"),
    path(f"{OWN}again/", account.again, name="again"),
    path(f"{OWN}password/", account.password, name="password"),
    path(f"{OWN}app/", account.app, name="app"),
    path(f"{OWN}app/remove/", account.remove_app, name="app-remove"),
    path(f"{OWN}organisation/unlink/", account.unlink, name="unlink"),
    path(f"{OWN}codes/", account.codes, name="codes"),
    path(f"{OWN}passkeys/", account.passkey, name="passkey"),
    path(f"{OWN}passkeys/make/", passkeys.make, name="passkey-make"),
    path(f"{OWN}passkeys/keep/", passkeys.keep, name="passkey-keep"),
    path(f"{OWN}passkeys/<uuid:key>/remove/", account.remove_passkey, name="passkey-remove"),
    path(f"{OWN}sessions/end/", account.end_everywhere, name="end-everywhere"),
]
