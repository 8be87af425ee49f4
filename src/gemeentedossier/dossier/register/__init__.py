"""Part A: the record of processing activities (GDPR 30) and what the law around it asks.

Start reading in ``facts``, then ``models/activity.py`` and ``actions/activities.py``.
"""
