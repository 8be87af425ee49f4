"""The ledger: one append-only Merkle tree per municipality over every row of history.

Each change of a record becomes a leaf when its transaction commits, in the order of commits and without gaps,
written by functions in the database that the application cannot go round. Content and its salt may be destroyed
later; the leaf stays, and with it every proof. Knows municipalities and history tables, no record in particular.
Start reading in ``installation.sql`` (how entries come about), ``engine/leaves.py`` (what is hashed) and
``verification.py``; ``actions.py`` and ``queries.py`` are the doors.
"""
