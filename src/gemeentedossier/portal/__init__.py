"""The reading room for everyone: citizens, council and auditors read the published register.

Shows what a municipality published, from the frozen text of each version and never from the record that staff work
on. Cannot write: no view takes anything but a read, and no module here imports an action. Start reading in
``urls``, ``queries`` (what is public) and ``engine`` (which rights hold, what is withheld).
"""
