"""Sealed envelopes: name, address and own words of a person, for as long as a letter needs them.

The key of a municipality is a file that only the program can read (``keys``); the database holds what nobody can read
without it. An envelope belongs to one record and cannot be read as that of another. Who opens one is written down in
a record of its own, which history and ledger keep; the content never stands there. Start reading in ``actions``.
"""
