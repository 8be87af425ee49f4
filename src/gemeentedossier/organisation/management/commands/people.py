"""`gemeentedossier people MUNICIPALITY`: who works there, and giving them roles and a way in."""

import datetime as dt
import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.actions.lost import forget_ways_in, unlink_provider
from gemeentedossier.organisation.actions.organisations import municipality_named
from gemeentedossier.organisation.actions.people import add_person, end_role, roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.models.account import written_otherwise
from gemeentedossier.organisation.permissions import PROGRAM
from gemeentedossier.organisation.policies import check_not_own_address
from gemeentedossier.organisation.queries import with_address

COMMAND = Actor(name="gemeentedossier people", roles=PROGRAM)
ROLES = [role.value for role in Role]


class Command(SpeakingCommand):
    """Exit code 0 when it was done; 1 when it was refused, with the reason."""

    help = "List the people of a municipality, add one with roles and a password, or end a role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="short name of the municipality")
        parser.add_argument("--create", metavar="NAME", help="make the municipality, with this name, where it is new")
        parser.add_argument("--add", nargs=2, metavar=("NAME", "EMAIL"), help="add someone, or give more roles")
        parser.add_argument("--role", action="append", default=[], choices=ROLES, help="may be repeated")
        parser.add_argument("--until", type=dt.date.fromisoformat, help="last day of the roles, as 2027-12-31")
        parser.add_argument(
            "--end-role", nargs=2, metavar=("EMAIL", "ROLE"), help="end a role: from today it permits nothing"
        )
        parser.add_argument(
            "--new-password",
            action="store_true",
            help="let an account that an invitation made have this password, once its owner asked for it",
        )
        parser.add_argument(
            "--forget-second-factor",
            metavar="EMAIL",
            help="who lost app, passkeys and kept codes sets up anew at the next sign-in; every session ends",
        )
        parser.add_argument(
            "--unlink",
            metavar="EMAIL",
            help="who they are at the identity provider counts no longer: the next sign-in there says it anew",
        )
        parser.add_argument("--no-password", action="store_true", help="without a way to sign in")

    def handle(self, *, municipality: str, create: str | None, **options: Any) -> None:
        try:
            with transaction.atomic():  # where nobody comes to work there, nothing is founded either
                found = municipality_named(municipality, create=create, by=COMMAND)
                with municipality_scope(found.id):
                    self._do(**options)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def _do(
        self,
        *,
        add: list[str] | None,
        end_role: list[str] | None,
        forget_second_factor: str | None,
        unlink: str | None,
        **options: Any,
    ) -> None:
        if forget_second_factor:
            forget_ways_in(_known(forget_second_factor).pk, is_everywhere=True, by=COMMAND, reason="")
        if unlink:
            unlink_provider(_known(unlink).pk, is_everywhere=True, by=COMMAND, reason="")
        if add:
            self._add(*add, **options)
        if end_role:
            self._end(*end_role)
        if not Person.objects.exists():
            self.stdout.write(_("Nobody works here yet. Add somebody with --add NAME EMAIL --role ROLE."))
        for person in Person.objects.select_related("account"):
            held = ", ".join(roles_held(person)) or _("no role")
            self.stdout.write(f"{person.name}  {person.email}  {held}  {_way_in(person)}")
            for other in written_otherwise(person.account) if person.account else ():
                told = _("%(one)s and %(other)s are two accounts. Nothing was joined: find out whose each is.")
                self.stdout.write("  " + told % {"one": person.account.email, "other": other})

    def _add(
        self,
        name: str,
        email: str,
        *,
        role: list[str],
        until: dt.date | None,
        no_password: bool,
        new_password: bool,
        **_others: Any,
    ) -> None:
        try:
            validate_email(email)
            password = None if no_password else _asked_password(email)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        with transaction.atomic():  # who gets no account gets no role either
            person = add_person(name, email=email, roles=frozenset(), until=None, by=COMMAND)
            if not no_password and (person.account is None or new_password):
                account = give_account(person, password=password, by=COMMAND, is_new_password=new_password)
                if password and not account.check_password(password):
                    self.stdout.write(_("The account that is there already keeps its password."))
            add_person(name, email=email, roles=frozenset(map(Role, role)), until=until, by=COMMAND)

    def _end(self, email: str, role: str) -> None:
        person = with_address(Person.objects.all(), email)
        if person is None or role not in ROLES:
            sentence = _("There is nobody “%(email)s” here, or no role “%(role)s”. See the list without options.")
            raise CommandError(sentence % {"email": email, "role": role})
        end_role(person, role=Role(role), on=clock.today() - dt.timedelta(days=1), by=COMMAND)


def _known(email: str) -> Person:
    """Who has this address here; raises CommandError for nobody."""
    person: Person | None = with_address(Person.objects.all(), email)
    if person is None:
        raise CommandError(_("There is nobody “%(email)s” here. See the list without options.") % {"email": email})
    return person


def _asked_password(email: str) -> str:
    """Typed unseen on a terminal, else the first line of the input."""
    password = getpass.getpass(_("Password:") + " ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    validate_password(password)
    check_not_own_address(password, email)
    return password


def _way_in(person: Person) -> str:
    """Whether somebody comes in; an account without a role opens nothing."""
    if person.account is None:
        return _("no account")
    if roles_held(person):
        return _("can sign in")
    last = person.role_assignments.filter(ends_on__lt=clock.today()).order_by("ends_on").last()
    return (
        _("access ended on %(day)s") % {"day": f"{last.ends_on:%d-%m-%Y}"} if last else _("an account without a role")
    )
