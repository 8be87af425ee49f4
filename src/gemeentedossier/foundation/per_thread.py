"""What Django knows of the request that is answered, kept per thread: its language, and where the program stands.

Django keeps these in values that asynchronous code shares too, behind a lock that all threads of a process wait for; a
page asks for them two thousand times. Here a request is answered by one thread from its begin to its end.
"""

import threading
from types import ModuleType

from django.urls import base
from django.utils.translation import trans_real

KEPT: tuple[tuple[ModuleType, str], ...] = ((trans_real, "_active"), (base, "_prefixes"), (base, "_urlconfs"))
"""In which module under which name; each holds what it knows as its ``value``."""


def keep_per_thread() -> None:
    """From here on each thread finds its own without asking the others; this one goes on with what it knew."""
    for module, name in KEPT:
        known, own = getattr(module, name), threading.local()
        if hasattr(known, "value"):
            own.value = known.value
        setattr(module, name, own)
