"""Gemeentedossier: one model of the processing criteria of a municipality.

Start reading in ``dossier.snapshot.facts`` (what is recorded), ``catalogue`` (the law as data) and
``assessment`` (how the one is held against the other).
"""
