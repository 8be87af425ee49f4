"""The screens of the staff, and the commands that serve them.

Knows every room below and holds no judgement of its own. Start reading in ``urls``, then ``views/activities.py``.
"""
