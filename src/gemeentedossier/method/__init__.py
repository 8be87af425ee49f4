"""The way from an empty dossier to accountability: how far each step of the method is, and how mature each theme.

Steps and themes are data of the catalogue; how far they are follows from the dossier and the findings on it, and is
never ticked off by hand. Who takes a step and by which day is recorded in ``dossier.governance``. This room may know
everything up to the documents and records nothing itself; it reminds owners by e-mail (``reminders.py``). Start reading
in ``engine/progress.py``.
"""
