"""The way from an empty dossier to accountability: how far each step of the method is, and how mature each theme; and
every term of the dossier in one form.

Steps and themes are data of the catalogue; how far they are follows from the dossier and the findings on it, and is
never ticked off by hand. Who takes a step and by which day is recorded in ``dossier.governance``. This room may know
everything up to the documents and records no fact itself, only whom it wrote to (``rounds.py``), when somebody was
here, and which levels the municipality agreed to show to others. Start reading in ``engine/progress.py`` for the way,
and in ``engine/duties.py`` for the terms.
"""
