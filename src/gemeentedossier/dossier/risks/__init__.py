"""The risks of processing to people (Part C, GDPR 35 and 36): the pre-scan that says whether an impact assessment is
needed, and the assessment with its paragraphs, risks, measures, advice, decision and prior consultation. Each pre-scan
and each paragraph knows the facts of the register that it rests on, so that a change of these opens it again.

Start reading in ``facts`` and ``engine/statements.py``, then ``engine/prescan.py`` and ``engine/staleness.py``.
"""
