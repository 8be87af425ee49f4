"""Judges the dossier: applies every rule of the catalogue to every record.

It says what is met, what is missing and what contradicts, why, by which article, and the cheapest repair. It knows
the catalogue, the organisation and the dossier, and no screen or document. Start reading at ``engine/assess.py``;
the names that rules may use are the fields of ``engine/subjects/``.
"""
