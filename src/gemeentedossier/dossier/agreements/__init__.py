"""What was agreed with the parties: processor agreements (GDPR 28), joint arrangements (26), data supply, covenants and
instruments of transfer (46), with what they cover in the register, and the test of what a party is (4(7), 4(8)).

Start reading in ``facts`` and ``enums``, then ``actions/agreements.py`` and ``engine/role.py``.
"""
