"""What was agreed with the parties: processor agreements (GDPR 28), joint arrangements (26), data supply, covenants and
instruments of transfer (46), with what they cover in the register; the test of what a party is (4(7), 4(8)); and the
leaflets in which a party tells what its product does with data.

Start reading in ``facts`` and ``enums``, then ``actions/agreements.py`` and ``engine/role.py``.
"""
