"""Passwords in tests: Argon2, as everywhere, but without the work that keeps a thief busy."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """A tenth of a second of work and 100 MB for each password that an invented person has would be for nothing."""

    time_cost, memory_cost, parallelism = 1, 8, 1
