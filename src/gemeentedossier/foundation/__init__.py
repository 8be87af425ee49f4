"""What every room stands on: clock, identifiers, municipalities as tenants, trail, history and ledger.

Knows no word of data protection law. Start reading in ``tenancy`` (who sees which rows), then
``models/tracked.py`` (what makes a record a record of a municipality, with history), ``ledger`` and ``jobs`` (long
work).
"""
