"""Personal data breaches (Part D, GDPR 33 and 34): from the first report to the closing, on the clocks of the law.

One record holds what happened, how it was weighed, what was decided, what was told to whom and what was mended. The
form of the authority, the letter to people, the register of Article 33(5) and the report to the executive are all
written from it. It holds no name of a data subject and nothing of the data that leaked. An exercise is a record too,
and is never judged, counted or shown in the register.

Start reading in ``facts``, ``engine/clock.py`` and ``engine/severity.py``, then ``actions/breaches.py``.
"""
