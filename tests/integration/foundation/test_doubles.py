"""What stands there already is a sentence, also where only the database saw it."""

import pytest
from django.db import IntegrityError

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb


def test_a_double_that_only_the_database_sees_is_refused_and_the_verb_goes_on(everyone: Actor) -> None:
    with verb("parties.record_party", by=everyone):
        Party.objects.create(name="Het Baken")
        with pytest.raises(Refused, match="Staat er al"), refusing_doubles("Staat er al."):
            Party.objects.create(name="Het Baken")
        assert Party.objects.count() == 1


def test_another_fault_of_the_database_is_not_called_a_double(everyone: Actor) -> None:
    with verb("parties.record_party", by=everyone), pytest.raises(IntegrityError), refusing_doubles("Staat er al."):
        Party.objects.create(name=None)
