"""Where the address is taken, serving says so and what to do."""

import socket

import pytest
from django.core.management import CommandError

from gemeentedossier.desk.management.commands.serve import check_address_is_free


def test_a_port_in_use_gets_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Poort {port} op 127.0.0.1 is niet te gebruiken"):
            check_address_is_free("127.0.0.1", port)


def test_a_free_port_is_let_through() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    check_address_is_free("127.0.0.1", port)
