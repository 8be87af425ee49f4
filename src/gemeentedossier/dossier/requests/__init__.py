"""Requests of data subjects (GDPR 12, 15 to 22 and 7(3)), from receipt to closing, and the consents that people gave.

It holds what is asked and done, never the name of who asks: only a number and a keyed pseudonym. Name, address and the
words of the request stand in an encrypted envelope (``foundation.envelopes``), and what is delivered is ticked off.

Start reading in ``facts`` and ``engine/clock.py``, then ``actions/requests.py``.
"""
